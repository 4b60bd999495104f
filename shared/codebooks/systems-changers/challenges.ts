import type { StarterCode } from '../starter-codebook.ts'

/** What weighed on the programme and its participants. */
export const challenges: readonly StarterCode[] = [
  {
    id: '3f20075f-b00b-496b-ae1b-bdb3fe5028d4',
    key: 'sc.challenges',
    parent: null,
    name: 'Challenges',
    definition:
      'Groups what weighed on the programme and on those who took part. Each challenge has its ' +
      'counterpart in what helped.',
    include:
      'Apply the challenge named, and set the stance to overcome where the passage tells how it was met.',
    exclude: 'A condition that was simply given belongs under “Conditions for changing a system”.',
    example:
      'It wasn’t all butterflies, no. I can give you the bad bits, I’ve kept a list, and one of them we ' +
      'did solve.',
    from: 'Systems Changers programme review, Challenges',
    aliases: [],
    tier: 'branch',
    colour: '#B5504F',
    section: 'barrier',
  },
  {
    id: '6a54c876-7702-4983-a5a6-17b530df0745',
    key: 'sc.back-to-reality',
    parent: 'sc.challenges',
    name: 'Back to reality',
    definition: 'Leaving the programme’s protected setting for the ordinary job feels like a fall.',
    include: 'The contrast between inside and outside, or how it was softened, is told.',
    exclude: 'A heavy workload in general; losing leave to act once it is over is “Permission that ends”.',
    example:
      'You’d come home from those two days sort of floating and the first thing on the desk was the ' +
      'broken-window log. Every time. The log.',
    from: 'Systems Changers programme review, Challenges',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '0bd20b4b-ce54-46d0-80c6-93ce3c4d5ed4',
    key: 'sc.permission-after',
    parent: 'sc.challenges',
    name: 'Permission that ends',
    definition: 'Time and licence to work on the system lapse when the programme officially closes.',
    include: 'What was allowed during the programme is no longer, or was secured beyond it.',
    exclude:
      'Licence while it runs is “Space, time, permission and tools”; the jolt between two worlds is “Back ' +
      'to reality”.',
    example:
      'In June I was a systems changer and in July, well, July I was two weeks behind on visits and that ' +
      'was the end of green Wednesdays.',
    from: 'Systems Changers programme review, Challenges',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '86f9ee8a-4e8c-44e0-8cad-4e37b0d28c8e',
    key: 'sc.core-dilution',
    parent: 'sc.challenges',
    name: 'The core blurred',
    definition: 'Fitting the programme to each group made it unclear what its core had been.',
    include: 'A loss or search for the essential through repeated tailoring is told.',
    exclude:
      'Fitting that is praised; elements carried elsewhere on purpose are “Dispersed into other work”.',
    example:
      'By the fourth cohort I had five versions of the river exercise and I couldn’t, hand on heart, tell ' +
      'you what the river was for.',
    from: 'Systems Changers programme review, Challenges',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '1d653792-52fe-4bf1-8aad-f894f29800b8',
    key: 'sc.resource-intensive',
    parent: 'sc.challenges',
    name: 'Costly to run',
    definition: 'Running the programme takes much money and strength.',
    include: 'Cost or demand on those who deliver it is described, or how it was lightened.',
    exclude:
      'Pay for participants’ stand-ins is “Cover that is paid for”; whether it was worth it is “Doubt ' +
      'about added value”.',
    example:
      'Two facilitators, a cook, the house, and me on trains, for fourteen people. When I did the sum I ' +
      'went and made a cup of tea.',
    from: 'Systems Changers programme review, Challenges',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '06af9385-ac7d-4be7-9373-fab4bfe06df6',
    key: 'sc.added-value-doubt',
    parent: 'sc.challenges',
    name: 'Doubt about added value',
    definition:
      'It is uncertain whether a programme of one’s own does more than training that already exists.',
    include: 'The speaker compares it with other offers and wonders, or finds an answer.',
    exclude: 'Dislike or poor feedback; the expense alone is “Costly to run”.',
    example:
      'There’s a perfectly decent course at the college in Paisley. I used to lie awake, thinking, are we ' +
      'just that, with nicer biscuits?',
    from: 'Systems Changers programme review, Challenges',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
]
