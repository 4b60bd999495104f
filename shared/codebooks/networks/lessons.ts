import type { StarterCode } from '../starter-codebook.ts'

/** What people learn about working as a network. */
export const lessons: readonly StarterCode[] = [
  {
    id: '607feccc-6dbc-460a-bb98-77801e06a2cc',
    key: 'ri.lessons',
    parent: null,
    name: 'Working as a network',
    definition:
      'Groups what people learn about forming and keeping a network that takes on a problem together.',
    include: 'Look here for how members come together, understand the matter, act and take stock.',
    exclude:
      'What sort of network it is belongs under “Kinds of network”; how ideas travel, under “Spread ' +
      'across layers”.',
    example:
      'If I had to do it again I’d, hm, I’d spend the first year on the guest list and the second on the ' +
      'coffee.',
    from: 'Shifting a System, Lessons',
    aliases: [],
    tier: 'branch',
    colour: '#AB833C',
    section: 'practice',
  },
  {
    id: 'f5a59779-131b-49d1-a2c4-2c470568a2fb',
    key: 'ri.too-big-for-one',
    parent: 'ri.lessons',
    name: 'When a network is the right form',
    definition:
      'A problem outgrows any single organisation, so a network is considered; whether it suits the aim, ' +
      'and how it differs from a centrally steered initiative, is weighed.',
    include:
      'The speaker argues from the size of the problem, asks whether a network fits here, or compares it ' +
      'with collective impact.',
    exclude: 'Ordinary partnership of two; a network that failed to work is coded by what went wrong.',
    example:
      'No single clinic was going to fix school lunches in the whole county. But for the scabies ' +
      'outbreak, no, please, don’t make a network, just buy the cream.',
    from: 'Shifting a System, Introduction; Seeking systemic solutions; Stronger together; Collective Impact',
    aliases: ['ri.fit', 'net.collective-impact-contrast'],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: 'f6d04383-5961-4362-ae80-1e20ccbc2b67',
    key: 'ri.1-map-reframe',
    parent: 'ri.lessons',
    name: 'Mapping the field, reframing the problem',
    definition:
      'Members chart who and what makes up a field, put the problem in another light and bring in ' +
      'partners nobody would have expected.',
    include: 'Charting, recasting the question or an unlikely invitation is described.',
    exclude: 'A routine list of stakeholders; the absence of people from the table is “Voices left out”.',
    example:
      'Once the bus drivers were on the map it stopped being about truancy. It was, I mean, it was about ' +
      'the 7.40.',
    from: 'Shifting a System, Lessons, first lesson',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: '237ca797-02e2-47d6-9c6f-2bc35be8f2a6',
    key: 'ri.2-difference-similarity',
    parent: 'ri.lessons',
    name: 'Common ground across difference',
    definition:
      'Members come to understand what divides them, find what they share and picture a future they want.',
    include: 'Common ground or a wished-for future is worked out across acknowledged difference.',
    exclude:
      'Consensus pressed upon people; acting jointly in spite of disagreement is “Across sectors, ' +
      'agreeing in part”.',
    example:
      'The phonics people and the whole-book people, you couldn’t seat them together. Then someone asked ' +
      'who’d been the slow reader at home, and eleven hands went up.',
    from: 'Shifting a System, Lessons, second lesson',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'e5f1d39e-2907-45df-aea0-51b16e98efad',
    key: 'ri.3-learn-by-doing',
    parent: 'ri.lessons',
    name: 'Learning in action',
    definition:
      'Strategy ripens through acting, in humility about what is not known, and one person’s curiosity is ' +
      'nursed into something an organisation does.',
    include: 'Adjustment through action, or a path from curiosity to practice, is told.',
    exclude: 'A training course; organised learning among several projects is “Learning cluster”.',
    example:
      'Our plan was wrong in a useful way, if you see what I mean. And it was only Marta who was curious, ' +
      'at first, she used to stay behind and ask.',
    from: 'Shifting a System, Lessons, third and fourth lessons',
    aliases: ['ri.4-curiosity-to-action'],
    tier: 'open',
    section: 'method',
  },
  {
    id: 'c03ef747-3536-4edf-b1b3-0ab50b0d8428',
    key: 'ri.5-grow-broaden-value',
    parent: 'ri.lessons',
    name: 'Growing, and what counts as value',
    definition:
      'The circle widens and with it the idea of what is worth measuring; members take stock of all they ' +
      'did, while numbers of people, money or places reached are also put forward as proof.',
    include:
      'Growth in membership, a wider notion of value, a stocktaking of the whole network or reach offered ' +
      'as evidence.',
    exclude:
      'Evaluation of one project; change inside a member is “Changed minds, changed home organisations”.',
    example:
      'We’re three hundred now. Fine. But what I’d count is, er, how many times this year somebody rang a ' +
      'stranger before ringing me.',
    from: 'Shifting a System, Introduction; Lessons, fifth and sixth lessons',
    aliases: ['ri.6-assess-whole', 'ri.reach-evidence'],
    tier: 'open',
    section: 'potential',
  },
  {
    id: 'a4f5fb3b-127c-4a20-ab15-5ff0b14c756f',
    key: 'ri.ripple-home-orgs',
    parent: 'ri.lessons',
    name: 'Changed minds, changed home organisations',
    definition:
      'Taking part alters how members see the matter, such as seeing a learner whole, and they carry this ' +
      'into their own organisations; the new view is a strong lever but only a start.',
    include: 'A changed outlook is linked to the network, or a change at home is traced to it.',
    exclude: 'A joint product of the network; learning without any change in view is “Learning in action”.',
    example:
      'I came back to the nursery and I couldn’t say ‘behind’ any more. Behind what? So we, well, we ' +
      'scrapped the chart. That took another year, mind.',
    from: 'Shifting a System, Seeking systemic solutions',
    aliases: ['ri.mindset-leverage', 'ri.whole-learner'],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '29658350-4719-472a-8899-0dd3fd7a3ccf',
    key: 'ri.not-command',
    parent: 'ri.lessons',
    name: 'People, strategy and structure, without command',
    definition:
      'A network is held by attention to people, a strategy made in common and a structure woven to suit, ' +
      'where insight comes from members and their links instead of orders and experts, and where there is ' +
      'no quick way.',
    include:
      'Human dynamics, joint strategy, network design, distributed insight or the patience it takes is ' +
      'described.',
    exclude:
      'The personal style of a facilitator; harm done by steering from above is “Harm done by control”.',
    example:
      'I kept waiting for someone to be in charge. Months! And then I noticed the agenda had been written ' +
      'by four people who’d never met before spring.',
    from: 'Shifting a System, Stronger together',
    aliases: [
      'ri.dim.human-dynamics',
      'ri.dim.collective-strategy',
      'ri.dim.network-configuration',
      'ri.no-shortcut',
    ],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'bf62b3c3-7f8b-42bd-be4c-f6298001c2a5',
    key: 'ri.excluded-voices',
    parent: 'ri.lessons',
    name: 'Voices left out',
    definition: 'People whom the matter concerns have no part where it is chiefly debated.',
    include: 'Exclusion from a debate or table is reported, or how it was ended.',
    exclude:
      'Somebody missing from this inquiry’s sample; inviting unlikely partners is “Mapping the field, ' +
      'reframing the problem”.',
    example:
      'At every reform day there’s a panel on us. On us! Parents of kids who can’t sit still. And we’re, ' +
      'let’s say, in the corridor with the kids.',
    from: 'Shifting a System, Seeking systemic solutions',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
]
