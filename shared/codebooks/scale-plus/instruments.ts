import type { StarterCode } from '../starter-codebook.ts'

/** The means chosen and the plan that binds them. */
export const instruments: readonly StarterCode[] = [
  {
    id: '825efe7f-7db4-4561-998a-e427867858e9',
    key: 'scp.instruments',
    parent: null,
    name: 'Instruments and plan',
    definition: 'Groups the means chosen to move a system and the plan that binds them.',
    include: 'Look here when a passage tells what was or will be done about a barrier.',
    exclude: 'Finding out where to act belongs under “Finding leverage together”.',
    example:
      'In the end we did four things at once, which everyone tells you not to do, and I’d do it again.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: [],
    tier: 'branch',
    colour: '#4480A8',
    section: 'method',
  },
  {
    id: '3693c2cb-026c-4092-b730-a5d662d8849a',
    key: 'scp.push-pull',
    parent: 'scp.instruments',
    name: 'Push and pull combined',
    definition: 'Instruments are combined so that some press for change and others draw people towards it.',
    include:
      'Two or more instruments are set to work on a system together, with an eye to how they act on each ' +
      'other.',
    exclude: 'One instrument alone goes to its own code.',
    example:
      'The fine came in March and the loan for the new stove came in March too, that was the trick, ' +
      'honestly, the same envelope.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '2816a616-0a0d-476f-82ab-2cfbe4c09675',
    key: 'scp.inst.policy-advocacy',
    parent: 'scp.instruments',
    name: 'Policy and advocacy',
    definition: 'Reforming a policy, or pleading for its reform, is the means chosen.',
    include: 'Work on rules, laws or official plans is named as an instrument.',
    exclude: 'The lack of rules is “Rules and enforcement”.',
    example:
      'I carried that draft to the provincial hall eleven times. The guard, he started saying ‘good luck, ' +
      'paragraph six’.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: '41b44488-d673-45b4-8039-678ae8d90b54',
    key: 'scp.inst.social-marketing',
    parent: 'scp.instruments',
    name: 'Campaigns and mobilising',
    definition:
      'Campaigns are the means chosen: to shift a habit, to reach people through media or to rouse a ' +
      'community.',
    include:
      'A campaign or mobilisation is named as an instrument; note whether people asked for it or it was ' +
      'the usual preset.',
    exclude:
      'People’s lack of knowledge is “Little public awareness”; pleading with those who make rules is ' +
      '“Policy and advocacy”.',
    example:
      'We got the ferry captains to say it over the loudspeaker, in their own words, so every crossing ' +
      'was a bit different, and rude.',
    from: 'SCALE+ programme description, Providing technical assistance; Launching multiple instruments',
    aliases: ['scp.inst.media-mobilisation'],
    tier: 'open',
    section: 'method',
  },
  {
    id: '37b55101-e4d9-4281-ae2c-79953aa3861a',
    key: 'scp.inst.org-capacity',
    parent: 'scp.instruments',
    name: 'Building skills and organisations',
    definition: 'Teaching techniques or strengthening an organisation is the means chosen.',
    include: 'Training, mentoring or organisational repair is named as an instrument.',
    exclude:
      'The want of skill is “Poor training”; an organisation’s inner trouble is “Organisations that do ' +
      'not work”.',
    example:
      'It wasn’t grafting they needed, they graft better than I do. We sat with the association for a ' +
      'year on, how do I put it, on how to disagree.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: ['scp.inst.technical-training'],
    tier: 'open',
    section: 'method',
  },
  {
    id: 'b3ab6c14-12c4-4f79-b815-696f412cceac',
    key: 'scp.plan.100-day',
    parent: 'scp.instruments',
    name: 'Dated commitments, near and far',
    definition:
      'Stakeholders bind themselves to dated steps, for the coming months and the coming years, with ' +
      'agreed signs of progress and a plan that others may read.',
    include: 'A commitment with a date, owner or indicator is told of, or the open sharing of such a plan.',
    exclude: 'A wish without a date; a measure imposed from outside.',
    example:
      'By the end of the rains, the nursery. By the time my daughter finishes school, the whole slope. ' +
      'It’s painted on the bus shelter, so.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: ['scp.plan.1000-day', 'scp.plan.timeline-indicators', 'scp.plan.shared-widely'],
    tier: 'open',
    section: 'next',
  },
  {
    id: '5a9f56bd-f9fb-4139-98bb-959fe0a8caae',
    key: 'scp.plan.horizontal',
    parent: 'scp.instruments',
    name: 'Stronger sideways ties',
    definition: 'The plan strengthens talk, relationships and networks between equals.',
    include: 'Sideways ties are made a goal or a task of the work.',
    exclude: 'Reporting upwards; bringing everyone together once is “The whole system in one room”.',
    example:
      'Now the three villages have, um, a phone group for the sluice, and they don’t go through us. I ' +
      'found out about it by accident.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: [],
    tier: 'open',
    section: 'next',
  },
  {
    id: 'bbf58428-6e95-487e-90ef-8e36cc47765a',
    key: 'scp.plan.leverage-finance',
    parent: 'scp.instruments',
    name: 'Money that draws other money',
    definition: 'Given money is used to bring in further money, above all private investment.',
    include: 'Co-finance, matching or investment attracted by a grant is described or sought.',
    exclude: 'Any budget; the donor’s part in choosing is “Who weighs, decides and carries”.',
    example:
      'The grant paid for the cold store’s roof, only that, and once there was a roof the bank in Iloilo ' +
      'suddenly remembered our name.',
    from: 'SCALE+ programme description, Launching multiple instruments',
    aliases: [],
    tier: 'open',
    section: 'next',
  },
]
