import type { StarterCode } from '../starter-codebook.ts'

/** What scaling deep means to those who do it. */
export const meaning: readonly StarterCode[] = [
  {
    id: '667856a1-bc0d-4802-83d4-f409901fde4e',
    key: 'meaning',
    parent: null,
    name: 'What scaling deep means',
    definition:
      'Groups what scaling deep is to the speaker. At its core the research names a twofold change, ' +
      'within persons and across a culture, without which changes in systems do not last.',
    include: 'Choose the facet the speaker stresses; apply several where several are said.',
    exclude:
      'What people do is “What it looks like in practice”; what comes of it is “Potential and impact”.',
    example:
      'For me it’s, how to say, it’s me changing and the village changing, and you can’t do the one and ' +
      'leave the other for next year.',
    from:
      'Scaling Deep research summary, Our research; What is Scaling Deep; introductory note on Scaling ' +
      'Deep',
    aliases: ['def.personal-cultural'],
    tier: 'branch',
    colour: '#4480A8',
    section: 'meaning',
  },
  {
    id: '91ef8d20-e991-4c10-939d-982e9a25fd4f',
    key: 'def.paradigm-shift',
    parent: 'meaning',
    name: 'A shift of paradigm',
    definition:
      'Depth is understood as another way of seeing and acting altogether, which changes how people lead, ' +
      'organise and tell whether they did well. Moving the same pieces about does not count.',
    include:
      'The speaker describes a change of frame, several functions shifting together, or the contrast ' +
      'between a cosmetic and a real change.',
    exclude:
      'A fresh tool put to the old use; an organisation already rebuilt is “The organisation redesigned”; ' +
      'a change in rewards is “Changes incentives and models”.',
    example:
      'They gave us round tables instead of square ones, I’m not joking. Whereas what we meant was, who ' +
      'says what a good year is? That whole question.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 1 and first two quotes',
    aliases: ['def.lead-organise-measure', 'def.radical-not-cosmetic'],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: 'ddee6945-b15d-436c-8451-aeca1b7e0912',
    key: 'def.personal-transformation',
    parent: 'meaning',
    name: 'Personal transformation as foundation',
    definition:
      'Change begins in persons, with healing, growth and altered habits of perceiving, and this ' +
      'groundwork is thought to reach what lies at the root of a trouble and not only what shows.',
    include:
      'Inner change is given as the foundation of wider change, or the speaker speaks of going to the ' +
      'root.',
    exclude:
      'The exercises and routines themselves are “Inner work”; changed minds as a result are “Changed ' +
      'mindsets”; harm that was prevented is “Prevention upstream”.',
    example:
      'I had to stop being the angry one first. It took, oh, four winters, and only then could I sit ' +
      'across from the housing officer and actually hear why he kept saying no.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 2',
    aliases: ['def.foundations-root-cause'],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: 'fbd303f1-a97c-4071-88e7-4d4c833c9dbd',
    key: 'def.continual-process',
    parent: 'meaning',
    name: 'A continual, slower process',
    definition:
      'Depth is never finished: it returns, renews itself and moves in loops, and it prefers doing ' +
      'present work better at a slower pace to growing without end.',
    include:
      'Repetition, renewal or non-linear movement is stressed, or growth as an aim is doubted in favour ' +
      'of quality and pace.',
    exclude:
      'Pressure from others to hurry is “Pressure to speed up”; a horizon of decades is “The long view”; ' +
      'business ways as the yardstick are “Business mindset”.',
    example:
      'Every autumn we’re back at the same question, and every autumn it’s, mm, a bit lower down. The ' +
      'board wanted a second site and I said, let’s first learn to run this one.',
    from:
      'Scaling Deep research summary, Introduction; What is Scaling Deep, item 3 and third quote; ' +
      'introductory note on Scaling Deep',
    aliases: ['def.slow-better-not-bigger', 'why.growth-questioned'],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: 'ed0e043f-7e71-4421-a8b1-f8112a644dba',
    key: 'def.culture-domain',
    parent: 'meaning',
    name: 'Culture as the place of change',
    definition:
      'Culture is both what forms us and where change takes place: how people picture an issue and what ' +
      'they take to be normal is the very thing worked on.',
    include: 'The speaker locates change in shared meanings, norms or the way a matter is thought about.',
    exclude:
      'The craft of changing stories is “Working with stories”; culture as what past strategies lacked is ' +
      '“Culture is the missing level”; a changed climate as a result is “Cultural landscape and ' +
      'resilience”.',
    example:
      'In our valley nobody forbids a girl to inherit the boats. It’s just that nobody can picture it, ' +
      'and that picture, that’s where I work.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 4',
    aliases: [],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: '49a47c45-f3ac-4b8c-a819-f7914fdc645e',
    key: 'def.informs-other-levels',
    parent: 'meaning',
    name: 'Informs the other levels',
    definition:
      'What is learned and believed in depth steers choices elsewhere, including whether and how to ' +
      'spread a model or seek a policy.',
    include: 'Depth is said to guide, feed or precede action at another level.',
    exclude:
      'Levels described as acting on each other in both directions are “How the scales interplay”; an ' +
      'interpretation across the material is “Supports scaling up and out”.',
    example:
      'Because we’d had those evenings with the fathers, we knew what not to write in the parental leave ' +
      'proposal. I wouldn’t have known otherwise.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 5',
    aliases: [],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: '0f3d6aa6-b479-4575-8492-b29358851ab2',
    key: 'def.incentives-models',
    parent: 'meaning',
    name: 'Changes incentives and models',
    definition: 'Depth alters what customary practice rewards, talks about and takes as its model.',
    include:
      'A change in rewards, in working models or in the talk that keeps them going is claimed as part of ' +
      'what depth is.',
    exclude:
      'A shift in persons alone is “Personal transformation as foundation”; business models felt as a ' +
      'burden are “Business mindset”.',
    example:
      'We stopped paying drivers per parcel, sort of as a test, and suddenly they’d wait for old Mr ' +
      'Halloran to come to the door.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 6',
    aliases: [],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: '9b085b4d-2f0f-4278-86b3-7b27c53692f1',
    key: 'def.challenges-academy',
    parent: 'meaning',
    name: 'Challenges academic thinking',
    definition:
      'Depth invites business schools and other places of higher learning to work with others and ' +
      'questions what is taught there and passes for knowledge.',
    include:
      'Academic institutions or their habits of thought are named as something depth unsettles or draws ' +
      'in.',
    exclude:
      'A proposal to work with a university is “Working with universities”; settings where people learn ' +
      'by experience are “Learning by doing”.',
    example:
      'I teach in the management faculty in Kochi, and my colleagues, they’re kind, but when I bring in ' +
      'the fishermen as lecturers they ask me where the theory is.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 7',
    aliases: [],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: '0e0143c7-aea3-4ecc-9ab7-7f043f5ccfab',
    key: 'def.collective-conversation',
    parent: 'meaning',
    name: 'A shared conversation in society',
    definition:
      'Depth opens a space in which people talk together about what their society would have to change.',
    include:
      'A convened or growing conversation on a societal question is described as the substance of the ' +
      'work.',
    exclude:
      'Ordinary meetings; ties made across groups are “Connecting across communities”; joint deeds are ' +
      '“Acting together”.',
    example:
      'It was just meant to be soup. But by the third month, forty people in the tram depot were arguing ' +
      'about what we owe to people who’ll arrive after us.',
    from: 'Scaling Deep research summary, What is Scaling Deep, item 8',
    aliases: [],
    tier: 'open',
    section: 'meaning',
  },
]
