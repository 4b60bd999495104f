import type { StarterCode } from '../starter-codebook.ts'

/** Ideas for what comes next. */
export const ideas: readonly StarterCode[] = [
  {
    id: '13ebbfcb-da69-40dc-aa24-287450f5aab2',
    key: 'ideas',
    parent: null,
    name: 'Ideas for what comes next',
    definition: 'Groups what speakers propose for carrying the work on.',
    include: 'Look here for suggestions, wishes and offers about a next step.',
    exclude: 'Things that already exist belong to the code for what they are.',
    example: 'Oh, if you’re asking what next, I’ve a whole drawer. Most of it’s rubbish, but one or two.',
    from: 'Scaling Deep research summary, Moving forward',
    aliases: [],
    tier: 'branch',
    colour: '#8B5BA8',
    section: 'next',
  },
  {
    id: 'fdc19665-0b92-452a-8f42-32770d7cc156',
    key: 'idea.next',
    parent: 'ideas',
    name: 'An idea put forward',
    definition: 'Somebody puts forward what could or should be done next to strengthen depth.',
    include: 'A proposal is made, however tentatively; add the kind where the finer codes are switched on.',
    exclude:
      'An effect hoped for is under “Potential and impact”; a wish that an obstacle were gone is under ' +
      '“Barriers”.',
    example:
      'What I’d love, and this is only a thought from the bus, is a house somewhere, two weeks, where ' +
      'nobody has to present anything.',
    from: 'Scaling Deep research summary, Moving forward',
    aliases: [],
    tier: 'open',
    section: 'next',
  },
  {
    id: '5d05b6f8-d79b-4a3a-bcb3-fb91b99702ef',
    key: 'idea.peer-learning',
    parent: 'idea.next',
    name: 'Peer learning',
    definition: 'It is proposed that people who do the work learn from each other across their settings.',
    include: 'An exchange among peers is suggested.',
    exclude: 'Peer sessions that took place are “Learning by doing”; a standing place for it is “Hubs”.',
    example:
      'Put me with someone who does this in fisheries, seriously. I don’t need an expert, I need somebody ' +
      'who’s also been shouted at.',
    from: 'Scaling Deep research summary, Moving forward',
    aliases: [],
    tier: 'optional',
    section: 'next',
  },
  {
    id: 'ea7e0d7f-8cd6-4d1a-8cc6-d91ba38dd8fc',
    key: 'idea.hubs',
    parent: 'idea.next',
    name: 'Hubs',
    definition:
      'It is proposed to have places or bodies that support groups in trying depth out in their own ' +
      'context.',
    include: 'A hub, house, lab or similar support is suggested.',
    exclude: 'One that already runs; exchange without a standing place is “Peer learning”.',
    example:
      'Maybe one in each province? A room, a bit of money and a person who knows how to wait, so groups ' +
      'can try something and, well, bungle it.',
    from: 'Scaling Deep research summary, Moving forward',
    aliases: [],
    tier: 'optional',
    section: 'next',
  },
  {
    id: 'd17f53ec-e0b0-4e64-82b5-b757a11c1c39',
    key: 'idea.universities',
    parent: 'idea.next',
    name: 'Working with universities',
    definition:
      'It is proposed to join with universities so that walls between fields come down and research ' +
      'serves practice.',
    include: 'A partnership in research or teaching is suggested.',
    exclude: 'Criticism of academic habits is “Challenges academic thinking”.',
    example:
      'There’s a young lecturer in Dunedin who’d do it. Let her students follow one street for five years ' +
      'instead of five streets for one.',
    from: 'Scaling Deep research summary, Moving forward',
    aliases: [],
    tier: 'optional',
    section: 'next',
  },
  {
    id: '86624ea6-7732-4c65-b409-15bec30eb47e',
    key: 'idea.dissemination',
    parent: 'idea.next',
    name: 'Sharing the framework',
    definition: 'It is proposed to make the framework known through talks, workshops, webinars or writing.',
    include: 'A way of telling others is suggested.',
    exclude: 'Informing people as an existing activity; learning among peers is “Peer learning”.',
    example:
      'You should do it on the radio, the early programme, the farming one. My whole family hears that, ' +
      'nobody’s going to a webinar.',
    from: 'Scaling Deep research summary, Moving forward',
    aliases: [],
    tier: 'optional',
    section: 'next',
  },
]
