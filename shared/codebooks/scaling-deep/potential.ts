import type { StarterCode } from '../starter-codebook.ts'

/** Potential and impact, with its condition. */
export const potential: readonly StarterCode[] = [
  {
    id: 'e23ed962-467e-4169-80e1-1dc841f36c7e',
    key: 'potential',
    parent: null,
    name: 'Potential and impact',
    definition:
      'Groups what depth is believed or seen to bring about, and the condition on which that hangs.',
    include:
      'Look here for hoped-for, promised or observed effects; note in the memo which of the three it is.',
    exclude:
      'Reasons from the times are “Why now”; what depth is, apart from effects, is “What scaling deep ' +
      'means”.',
    example:
      'If it goes well? If it really goes well, then in twenty years nobody will know we were here, ' +
      'they’ll just live differently.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: [],
    tier: 'branch',
    colour: '#7F9440',
    section: 'potential',
  },
  {
    id: 'f09c9f04-db1a-4166-aa7b-028fe989b86e',
    key: 'pot.profound-enduring',
    parent: 'potential',
    name: 'Change that endures',
    definition: 'Change through depth is expected to go far and to last.',
    include: 'The size or staying power of the change is claimed in general.',
    exclude:
      'A horizon of generations is “Change across generations”; lasting change in one domain goes to that ' +
      'domain’s code.',
    example:
      'The grants came and went, three of them, but the way we settle water disputes here, that stayed. I ' +
      'checked last spring.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: 'df8e1a4c-8bbb-472a-891d-21cd85b159a3',
    key: 'pot.generational',
    parent: 'potential',
    name: 'Change across generations',
    definition: 'The change reaches across generations and outgrows any single system.',
    include:
      'Children, grandchildren, ancestors or the breaking of an inheritance mark the measure of the ' +
      'effect.',
    exclude: 'Activities for young people; working patiently with history is “The long view”.',
    example:
      'My son shouts at nobody. That may sound small to you, but in our family, going back as far as ' +
      'anyone remembers, he’s the first.',
    from: 'Scaling Deep research summary, Highest potential and impact, first quote',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '21e16ac8-d8d5-45dd-aaf9-f00637bb0466',
    key: 'pot.relational',
    parent: 'potential',
    name: 'Changed relationships',
    definition: 'How people stand towards one another becomes different, and that is the result.',
    include: 'Altered relations between persons or groups are given as an effect.',
    exclude:
      'Making ties as a way of working is “Connecting across communities”; trust or fairness as the ' +
      'effect is “Equity and trust”.',
    example:
      'The foreman and I, we used to do everything by note. Now he rings. That’s, I suppose, the impact, ' +
      'that he rings.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '0d6648b1-9e62-4b0c-b22e-441bc2dffd03',
    key: 'pot.mindset-shift',
    parent: 'potential',
    name: 'Changed mindsets',
    definition: 'How people think or perceive becomes different, and that is the result.',
    include: 'A changed view, assumption or way of thinking is given as an effect, in oneself or in others.',
    exclude:
      'Fixed assumptions in the way are “Unconscious frames and bias”; inner change as the ground of all ' +
      'else is “Personal transformation as foundation”.',
    example:
      'The midwives stopped saying ‘non-compliant’. No one told them to. They’d just, I think, run out of ' +
      'women they could say it about.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: 'e0c8e664-6eb5-427a-a660-e9bcb044dab2',
    key: 'pot.multi-level-conditions',
    parent: 'potential',
    name: 'Effects at several levels',
    definition:
      'Depth opens the way for change on more than one level, and small shifts can set off further ones.',
    include:
      'An effect is said to show in several places of a system, or to ripple onward from something ' +
      'slight.',
    exclude:
      'A model spread on purpose is “Scaling out”; the link between scales itself is “How the scales ' +
      'interplay”.',
    example:
      'One teacher moved her desk. Then it was the corridor, then the timetable, and this year the ' +
      'district asked us for, wait, what do they call it, guidance.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: ['pot.cascade'],
    tier: 'open',
    section: 'potential',
  },
  {
    id: 'aafb9e4e-d682-4720-93d6-9868bad554d1',
    key: 'pot.upstream',
    parent: 'potential',
    name: 'Prevention upstream',
    definition: 'Depth acts early, so that harm does not arise or a harmful cycle is broken.',
    include: 'Prevention, or the interruption of a repeating pattern, is given as an effect.',
    exclude:
      'Going to the root as a way of understanding the work is “Personal transformation as foundation”.',
    example:
      'We can’t prove it, can we, the evictions that didn’t happen. But I’ve got the list of the nineteen ' +
      'who rang before the letter instead of after.',
    from: 'Scaling Deep research summary, Highest potential and impact, fourth quote',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '26be1a23-1f64-431f-b993-1c7c78787b64',
    key: 'pot.equity-trust',
    parent: 'potential',
    name: 'Equity and trust',
    definition: 'Fairness, justice or trust between people grows, and that is the result.',
    include: 'Any of these is given as an effect of the work.',
    exclude:
      'Trust that is lacking and blocks the start is “Missing trust”; the dismantling of unjust systems, ' +
      'as an interpretation, is “Transforms systems of inequity”.',
    example:
      'People leave their bikes unlocked at the centre now. And the Roma families come in by the front, ' +
      'they always used to wait round the side.',
    from: 'Scaling Deep research summary, Highest potential and impact, third quote',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '0e1ac003-08b2-432f-aaad-f38272dc73a1',
    key: 'pot.cultural-landscape',
    parent: 'potential',
    name: 'Cultural landscape and resilience',
    definition:
      'The climate of a whole society or region changes, and its systems become sounder and better able ' +
      'to withstand blows.',
    include: 'An effect on the wider culture, or on the health and resilience of systems, is claimed.',
    exclude:
      'The resilience of one person; culture as what is worked on is “Culture as the place of change”; ' +
      'narrative acting directly on culture, as a pattern, is “Works directly on narrative”.',
    example:
      'When the mill closed the second time, nobody fell off the edge. The town sort of, it flexed. Ten ' +
      'years before it would have been drink.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: ['pot.resilience'],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '05a3dd6e-5b6f-4706-80ff-c6fbb205f901',
    key: 'pot.capacity-caveat',
    parent: 'potential',
    name: 'Capacity as a condition',
    definition:
      'What depth can bring depends on people and groups having enough strength, skill and time to stay ' +
      'with it.',
    include: 'A condition or limit is put on the promise: only if we can bear it, hold it, keep it up.',
    exclude:
      'A lack of money as such is “Funding”; the difficulty of finding steady colleagues is “Finding and ' +
      'keeping people who have healed enough”.',
    example:
      'It works, yes, but only as long as there’s somebody in the room who can take it when it gets ugly. ' +
      'In Penang there wasn’t, and it did harm.',
    from: 'Scaling Deep research summary, Highest potential and impact',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '66b33079-0236-4934-9a46-a8c6ad1d6dbb',
    key: 'imp.measure-differently',
    parent: 'potential',
    name: 'Recognised in other ways',
    definition:
      'Depth is held to be hard to count, so people look for other signs by which it may be recognised ' +
      'and supported.',
    include:
      'The speaker offers or asks for criteria, signs, competencies or ways of noticing that suit the ' +
      'work.',
    exclude:
      'Measures that do damage are “Metrics”; a contested idea of doing well is “What counts as success”.',
    example:
      'I go by who stays to wash up. I’m half serious. If the newcomers are at the sink, something’s ' +
      'taken.',
    from: 'Scaling Deep research summary, Identifiers, criteria and competencies; Patterns, insight 9',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
]
