import type { StarterCode } from '../starter-codebook.ts'

/** What people bring, try and gain. */
export const growth: readonly StarterCode[] = [
  {
    id: '623101ba-1b3e-423f-8379-f979e71151c9',
    key: 'sc.growth',
    parent: null,
    name: 'What people try and gain',
    definition: 'Groups what people bring, try out and gain, for themselves and with others.',
    include: 'Look here for knowledge used, experiments made and growth told.',
    exclude:
      'What made it possible belongs under “Conditions for changing a system”; what stayed afterwards, ' +
      'under “What lives on”.',
    example:
      'I came with one question about bus passes and I left with, oh, a different job, basically, in the ' +
      'same chair.',
    from: 'Systems Changers programme review, Aims and outcomes',
    aliases: [],
    tier: 'branch',
    colour: '#4480A8',
    section: 'potential',
  },
  {
    id: 'ed063741-cbec-4fda-bca2-80e4607dd3ff',
    key: 'sc.frontline-insight',
    parent: 'sc.growth',
    name: 'Insight from the front line',
    definition:
      'Those who work directly with people know what helps, what does not and how parts of a system act ' +
      'on each other.',
    include: 'Knowledge from direct service is valued, used or overlooked.',
    exclude:
      'The voice of people who use a service, which deserves a code of its own; different angles put ' +
      'together is “Views that make a fuller picture”.',
    example:
      'I can tell you on a Monday who’ll be sanctioned by Friday. It’s the ones whose post goes to the ' +
      'sister. Has anyone asked? No.',
    from: 'Systems Changers programme review, Aims',
    aliases: [],
    tier: 'open',
    section: 'why-now',
  },
  {
    id: '734032d9-1b31-4a80-b58d-3b40568dfafc',
    key: 'sc.own-experiments',
    parent: 'sc.growth',
    name: 'Experiments of their own',
    definition: 'People follow ideas of their own into trials and prototypes.',
    include: 'A participant’s self-chosen experiment is described, at whatever stage.',
    exclude: 'A task that was set; carrying it into one’s workplace is “Bringing a prototype home”.',
    example:
      'I printed the letter again but with the second page first, you know, the page that says what you ' +
      'can do. Only on my caseload. Forty letters.',
    from: 'Systems Changers programme review, Aims and outcomes',
    aliases: [],
    tier: 'open',
    section: 'method',
  },
  {
    id: 'bdcc233a-40aa-4556-8c13-ef357196a1b2',
    key: 'sc.local-scaling-of-prototypes',
    parent: 'sc.growth',
    name: 'Bringing a prototype home',
    definition: 'What was tested is to take root in the tester’s workplace or among services nearby.',
    include: 'Attempts at local take-up are told, whether they took or not.',
    exclude: 'A trial that stayed a trial is “Experiments of their own”.',
    example:
      'The drop-in desk worked on my floor. Then I tried the floor below, and the floor below has, um, ' +
      'another union.',
    from: 'Systems Changers programme review, Outcomes',
    aliases: [],
    tier: 'open',
    section: 'strategy',
  },
  {
    id: '8550dc71-62dc-434a-b493-3d3e2536c6ee',
    key: 'sc.network-building',
    parent: 'sc.growth',
    name: 'Views that make a fuller picture',
    definition:
      'People who stand at different points of a system are linked, so that their views add up to more of ' +
      'the whole.',
    include: 'Unlike perspectives are brought together, or the fuller picture that resulted is described.',
    exclude: 'A social occasion; relationships that outlive the programme are “Ties that last”.',
    example:
      'The paramedic drew it, then the librarian drew it, and the same boy was on both drawings, that ' +
      'gave me a turn.',
    from: 'Systems Changers programme review, Aims',
    aliases: [],
    tier: 'open',
    section: 'practice',
  },
  {
    id: 'c1219068-7dc4-4f84-88dc-f2f88b2ae6fd',
    key: 'sc.confidence-agency',
    parent: 'sc.growth',
    name: 'Confidence and agency',
    definition:
      'People come to trust themselves, act of their own accord and see themselves as leading change.',
    include: 'Growth in courage, agency or self-image is told.',
    exclude: 'New abilities are “Skills and knowledge”.',
    example:
      'I’d never have rung the head of housing. I’m a support worker. But I rang her, from the stairwell, ' +
      'and she picked up!',
    from: 'Systems Changers programme review, Outcomes',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: 'b2ce7319-3dc9-4334-ba19-cb57c7f99b67',
    key: 'sc.skills-knowledge',
    parent: 'sc.growth',
    name: 'Skills and knowledge',
    definition: 'People know more or can do more than before.',
    include: 'A skill, method or understanding gained is named.',
    exclude:
      'Feeling able or entitled is “Confidence and agency”; ability carried into partnerships is “Systems ' +
      'muscle”.',
    example:
      'What I use most is the mapping, the one with the string. I did it with my daughter’s football ' +
      'club, if I’m honest.',
    from: 'Systems Changers programme review, Outcomes',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
  {
    id: '371380be-eed3-4220-bb65-929f27709627',
    key: 'sc.bridges-alumni',
    parent: 'sc.growth',
    name: 'Ties that last',
    definition:
      'Relationships formed along the way, among participants or in their wider work, go on and keep ' +
      'giving.',
    include: 'A lasting tie or a group of former participants is described, with what comes of it.',
    exclude:
      'A list of contacts; links made for the sake of seeing more are “Views that make a fuller picture”.',
    example:
      'Six of us still meet, Inverness way, in a garden centre of all places. Last month that’s where the ' +
      'night shelter thing got sorted.',
    from: 'Systems Changers programme review, Outcomes',
    aliases: [],
    tier: 'open',
    section: 'potential',
  },
]
