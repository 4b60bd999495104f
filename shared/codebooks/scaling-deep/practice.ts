import type { StarterCode } from '../starter-codebook.ts'

/** What it looks like: practices, methods and strategies. */
export const practice: readonly StarterCode[] = [
  {
    id: 'e331e1cd-337f-4876-9fcf-522afd85cf02',
    key: 'practice',
    parent: null,
    name: 'What it looks like in practice',
    definition:
      'Groups what people do: their practices, methods and strategies, how their organisation looks as a ' +
      'result, and the traditions they credit.',
    include: 'Look here when the speaker tells of doing something, in some place, with somebody.',
    exclude: 'Statements of what depth is, without doing, belong under “What scaling deep means”.',
    example:
      'You want to know what it actually looks like? Okay. Monday mornings, seven chairs, no phones, and ' +
      'we start with whoever slept badly.',
    from: 'Scaling Deep research summary, Practices, methods and strategy',
    aliases: [],
    tier: 'branch',
    colour: '#4F944F',
    section: 'practice',
  },
  {
    id: '19b0062a-4ee1-43f8-8bab-315d0ddc343b',
    key: 'prac.inner-work',
    parent: 'practice',
    name: 'Inner work',
    definition:
      'Those who do the work attend to themselves on purpose, through reflection, healing or noticing ' +
      'their own reactions.',
    include: 'A practice turned on oneself or one’s own team is described, however small.',
    exclude:
      'A claim that persons must change is “Personal transformation as foundation”; a contemplative ' +
      'tradition named as source is “Mindfulness”.',
    example:
      'Before I go into the prison I sit in the car for, I don’t know, ten minutes, and ask what I’m ' +
      'bringing in with me today.',
    from: 'Scaling Deep research summary, Practices',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '27a296fd-10c9-4868-8a2a-8e353678327b',
    key: 'prac.cross-community-connection',
    parent: 'practice',
    name: 'Connecting across communities',
    definition:
      'Relationships are built between people or groups that would otherwise not meet, and difference is ' +
      'part of why.',
    include:
      'The speaker tells how ties were made or kept across a line of place, class, faith, profession or ' +
      'history.',
    exclude:
      'Better relations as the outcome are “Changed relationships”; a political rift overcome, read ' +
      'across cases, is “Cuts across division”.',
    example:
      'We asked the mosque’s cooks to feed the rowing club, and then, next year, the rowers to teach ' +
      'swimming. That took eleven phone calls, by the way.',
    from: 'Scaling Deep research summary, Practices',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'bc96450b-f518-4c25-a535-6e5639b908c5',
    key: 'prac.narrative',
    parent: 'practice',
    name: 'Working with stories',
    definition:
      'Stories about oneself, a place or a system are gathered, questioned and told anew, so that others ' +
      'become possible.',
    include: 'The speaker describes working with stories, frames or images on purpose.',
    exclude:
      'Publicity for a project; stories acting directly on the climate of ideas, as an interpretation, ' +
      'are “Works directly on narrative”.',
    example:
      'On the estate everybody told you it used to be a swamp. So we went round and recorded, um, what ' +
      'grew there, and the kids started saying it used to be a garden.',
    from: 'Scaling Deep research summary, Practices; Patterns, insight 8',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '48d4bc4f-c0fd-4d0d-8bcf-2866bf4b698a',
    key: 'prac.context-rooted',
    parent: 'practice',
    name: 'Rooted in context',
    definition:
      'The work takes its shape from one place and its ways, histories and dynamics instead of arriving ' +
      'finished.',
    include: 'Local circumstance visibly decides what was done or left undone.',
    exclude:
      'Details of place that only describe the interview; a model adjusted in order to travel is “Scaling ' +
      'out”.',
    example:
      'In Nakuru you don’t hold a meeting in the planting weeks. You can, but you’ll be talking to the ' +
      'chairman and his dog.',
    from: 'Scaling Deep research summary, Practices; Patterns, insight 1',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '640e126b-29b5-49b8-80f6-54882adf40e8',
    key: 'prac.power-aware',
    parent: 'practice',
    name: 'Aware of power',
    definition:
      'People notice who holds sway in a setting and act with that in view, including by letting ' +
      'relationship loosen rank that does harm.',
    include:
      'Power or hierarchy is both seen and worked with: seating, speaking order, money, titles, who is ' +
      'asked.',
    exclude:
      'Power that has in fact moved, read across the material, is “Shifts power”; ranking one scale above ' +
      'another is “Ranking the levels”.',
    example:
      'I’m the one with the key to the building, so, yeah, I make a point of arriving last now and ' +
      'letting somebody else open.',
    from: 'Scaling Deep research summary, Practices',
    aliases: ['prac.reframe-hierarchy'],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'a046a184-6ea6-4f8d-b01a-6b5dab4d775c',
    key: 'prac.prepare-conditions',
    parent: 'practice',
    name: 'Preparing the conditions',
    definition:
      'Work is understood as making ready: tilling, waiting and clearing so that something may happen ' +
      'that cannot be forced.',
    include: 'The speaker describes present doing as preparation for a change yet to come.',
    exclude:
      'Effects at other levels already claimed are “Effects at several levels”; the interpretive theme is ' +
      '“Creates the conditions for systemic change”.',
    example:
      'For a year we mostly repaired the kitchen and ate there. If you’d asked me what the project was ' +
      'I’d have gone a bit red.',
    from: 'Scaling Deep research summary, Practices',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: '7f032897-8add-432e-882a-20a36d67be41',
    key: 'meth.experiential-action-learning',
    parent: 'practice',
    name: 'Learning by doing',
    definition: 'People learn through what they undergo and try, then think it over together.',
    include: 'A method that learns from experience or action is used or described.',
    exclude:
      'Instruction from the front; schooling that starts from learners’ oppression and aims at their ' +
      'freedom is “Popular education”.',
    example:
      'We gave the trainee planners a pram and a Sunday and said, get to the hospital. They came back ' +
      'furious, which was, well, the lesson.',
    from: 'Scaling Deep research summary, Methods',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: '8c049a05-f8d9-47bb-a457-a42f9c626ee6',
    key: 'meth.popular-education',
    parent: 'practice',
    name: 'Popular education',
    definition: 'Learners study their own lives together so as to see what binds them and to act upon it.',
    include: 'A collective, liberating way of teaching is named or can be recognised in what is told.',
    exclude:
      'Informing the public; adult education credited as a tradition is “Adult education”; trying things ' +
      'out without that aim is “Learning by doing”.',
    example:
      'Nobody taught reading. We put the landlord’s letters on the table and asked, so what does he want ' +
      'from us? And then they wanted the words.',
    from: 'Scaling Deep research summary, Methods',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: 'b63e360b-7a58-43a7-bfcb-3f6f1c0f58c3',
    key: 'meth.creativity',
    parent: 'practice',
    name: 'Creative and boundary-crossing methods',
    definition:
      'Making, playing and artistic forms serve as method, and with them ways of working that ignore the ' +
      'borders between issues and organisations.',
    include:
      'A creative process is used to explore or change something, or a method’s strength is said to lie ' +
      'in crossing borders.',
    exclude:
      '“Creative” as mere praise; art credited as the tradition one comes from is “The arts”; groups ' +
      'brought into touch is “Connecting across communities”.',
    example:
      'The nurses and the bin men built the ward out of cardboard, together. Sounds silly. But neither ' +
      'lot had ever seen the other’s night shift.',
    from: 'Scaling Deep research summary, Methods',
    aliases: ['meth.cross-boundary'],
    tier: 'open',
    section: 'method',
  },
  {
    id: '84094445-df1c-4d98-ab98-675f55cc3304',
    key: 'strat.collective-action',
    parent: 'practice',
    name: 'Acting together',
    definition: 'The chosen route is to act as many rather than to rely on single leaders or organisations.',
    include: 'Joint action is presented as the way change will be brought about.',
    exclude:
      'One person’s initiative; talking together about what must change is “A shared conversation in ' +
      'society”.',
    example:
      'None of us could refuse the quarry on our own. So we all closed the shops, the same Wednesday, ' +
      'even the pharmacy.',
    from: 'Scaling Deep research summary, Strategies',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '0a8a0780-b71c-4cc8-b1b5-54fe938b8dac',
    key: 'strat.emergence',
    parent: 'practice',
    name: 'Letting direction emerge',
    definition:
      'Direction is allowed to show itself through what happens between people, and plans follow rather ' +
      'than lead.',
    include: 'The speaker tells of steering by what arises, on purpose.',
    exclude:
      'Having no plan for want of time or skill; a shared next step read out of joint learning, as a ' +
      'pattern, is “Supports scaling up and out”.',
    example:
      'We wrote ‘we don’t know yet’ in the box for year two, and it was true, and the thing that came was ' +
      'the choir. Who’d have put a choir.',
    from: 'Scaling Deep research summary, Strategies',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: 'b5e0a89b-8336-4b28-83e0-de56d4acc9cd',
    key: 'strat.long-view',
    parent: 'practice',
    name: 'The long view',
    definition: 'The work reckons in decades and takes counsel from history.',
    include: 'A horizon of many years, or learning from what came before, shapes what is done.',
    exclude:
      'Slow pace without such a horizon is “A continual, slower process”; change said to reach the next ' +
      'generations is “Change across generations”.',
    example:
      'My grandmother’s cooperative failed in sixty-eight and I keep the minute book on my desk. We’re, ' +
      'let’s say, on the second of five chapters.',
    from: 'Scaling Deep research summary, Strategies',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '8474d449-8595-4cdb-9ffe-5af32db33fb5',
    key: 'org.redesign',
    parent: 'practice',
    name: 'The organisation redesigned',
    definition:
      'An organisation has become different in its structures, routines, values or forms of leadership ' +
      'because of this work.',
    include: 'Concrete changes inside an organisation are reported as following from depth.',
    exclude:
      'Intentions only; change of frame in general is “A shift of paradigm”; counting differently is ' +
      '“Recognised in other ways”.',
    example:
      'We’ve got no director since March. There’s three of us, we rotate, and the cleaners have a vote on ' +
      'the budget, which, trust me, changed the budget.',
    from: 'Scaling Deep research summary, Strategies, closing paragraph',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
]
