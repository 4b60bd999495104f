import type { StarterCode } from '../starter-codebook.ts'

/** Barriers: the headings open from the start. */
export const barriers: readonly StarterCode[] = [
  {
    id: 'dda0a9ec-f7ce-48e1-812f-12d279346e79',
    key: 'barriers',
    parent: null,
    name: 'Barriers',
    definition:
      'Groups what keeps depth from being recognised, supported or done. Each barrier has its counterpart ' +
      'in what helped, so the same code serves when one was got past.',
    include:
      'Apply the barrier the speaker names, and set the stance: affirmed, denied, or overcome where they ' +
      'tell what helped.',
    exclude:
      'Limits that come from the work itself rather than against it are “Capacity as a condition”; care ' +
      'needed in reading is “Cautions”.',
    example:
      'What’s in the way? Where do I start. And then again, last year, two of those things just weren’t ' +
      'in the way any more, and I’d like to tell you about that.',
    from: 'Scaling Deep research summary, Barriers to support',
    aliases: [],
    tier: 'branch',
    colour: '#B5504F',
    section: 'barrier',
  },
  {
    id: 'db5506ba-70d7-4148-ba98-1d74ff8d2e62',
    key: 'bar.root-paradigms',
    parent: 'barriers',
    name: 'Root paradigms',
    definition:
      'Behind single obstacles stand the ideas of a civilisation: Western modernity and its faith in ' +
      'progress, together with patriarchy, colonial rule and capitalism, which push to the edge whoever ' +
      'does not follow their rules.',
    include: 'The speaker names such a frame or system as what holds depth back.',
    exclude:
      'Assumptions nobody notices are “Unconscious frames and bias”; business ways taken over by the ' +
      'field are “Business mindset”; undoing these systems is “Transforms systems of inequity”.',
    example:
      'You can change the form, but the form was made by people who believed time is a straight road and ' +
      'land is empty. So it keeps asking us the same things.',
    from: 'Scaling Deep research summary, Barriers, opening; Patterns, insight 5',
    aliases: ['bar.meta-systems'],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '679fb828-16fe-4747-9a4b-37c3ed97a6ee',
    key: 'bar.unconscious-frames',
    parent: 'barriers',
    name: 'Unconscious frames and bias',
    definition:
      'What people take for granted without noticing keeps them from seeing or accepting another way.',
    include:
      'A built-in view, or a meaning wrongly taken to be shared, stands in the way without anybody ' +
      'intending it.',
    exclude:
      'Opposition by people who do see it is “Resistance”; the unease once a bias is met is “Discomfort ' +
      'and conflict”.',
    example:
      'We said ‘family’ for half a year in that steering group. Turned out she meant five people and I ' +
      'meant, well, the whole street.',
    from: 'Scaling Deep research summary, Barriers, Unconscious frames and bias',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '5b95e2bc-b8f4-469e-9eee-51e49969ebd0',
    key: 'bar.funding',
    parent: 'barriers',
    name: 'Funding',
    definition:
      'The rules, rhythms and preferences of funders favour what shows quick and measurable results, so ' +
      'depth cannot begin or cannot go on.',
    include: 'Money and how it is given is the obstacle, or getting the right money is what helped.',
    exclude:
      'Measures without a link to money are “Metrics”; neglect in general is “Under-resourced and little ' +
      'understood”.',
    example:
      'The call was for nine months. Nine! I told the programme officer it takes us nine months to be ' +
      'invited into the kitchen.',
    from: 'Scaling Deep research summary, Barriers, Funding constraints',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'ecae9311-51b8-4adf-a8c1-f7116d515ed6',
    key: 'bar.business-mindset',
    parent: 'barriers',
    name: 'Business mindset',
    definition:
      'Ways of business such as growth, rivalry, efficiency and exchange are believed to be better as ' +
      'such, and the field takes them over.',
    include: 'The speaker says that business thinking is assumed, imposed or admired at the cost of depth.',
    exclude:
      'Numbers in themselves are “Metrics”; whose idea of doing well decides is “What counts as success”; ' +
      'doubt about growth as a part of one’s own view is “A continual, slower process”.',
    example:
      'They sent us a mentor from a logistics firm, a nice man, and every week he’d ask what our product ' +
      'was. In a hospice.',
    from: 'Scaling Deep research summary, Barriers, A belief in the business mindset',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'a1497d8e-8e42-405d-be6e-b9a7079b6cfd',
    key: 'bar.metrics',
    parent: 'barriers',
    name: 'Metrics',
    definition:
      'What is measured leans towards volume and reach, so relations and understanding drop out of sight.',
    include: 'Indicators, targets or evaluations hide or distort the work, or better ones made it visible.',
    exclude:
      'The demand for a straight line from cause to effect is “Linear logic of impact”; success as an ' +
      'idea is “What counts as success”; the speaker’s own signs are “Recognised in other ways”.',
    example:
      'I had to enter each visit as a unit. The afternoon when Mrs Okoro finally told me about her ' +
      'brother was, um, one unit. So was dropping off a leaflet.',
    from: 'Scaling Deep research summary, Barriers, Business metrics',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '873b05ba-b57a-483f-a237-a545f44d60cc',
    key: 'bar.success-definition',
    parent: 'barriers',
    name: 'What counts as success',
    definition: 'A notion of success taken from business decides who is recognised, praised and paid.',
    include: 'What it means to succeed is itself in dispute, or one notion crowds out another.',
    exclude:
      'A single indicator is “Metrics”; concealing the work in order to pass is “Disguise and double ' +
      'talk”.',
    example:
      'At the awards they asked how many countries. I said one valley, and you could see the man’s pen ' +
      'stop.',
    from: 'Scaling Deep research summary, Barriers, Traditional measures of success',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'a01add3f-e4df-4fae-93c5-37b1763ac9fd',
    key: 'bar.speed',
    parent: 'barriers',
    name: 'Pressure to speed up',
    definition: 'A culture of quick remedies presses people to move faster than depth allows.',
    include: 'Haste from outside or in the air is the obstacle, or room to go slowly is what helped.',
    exclude:
      'Results that need time are “Results come slowly”; a near horizon of returns is “Short-termism”; ' +
      'slowness as a quality of the work is “A continual, slower process”.',
    example:
      'Every email ends with ‘quick question’. There are no quick questions about a stillbirth, I’m ' +
      'sorry, there just aren’t.',
    from: 'Scaling Deep research summary, Barriers, The impetus to speed up',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '9e4b5260-7bc0-43b6-bdf9-adc0493f7dd8',
    key: 'bar.no-language',
    parent: 'barriers',
    name: 'No shared language',
    definition:
      'Shared words and a shared understanding are missing, so the work cannot be explained, accepted or ' +
      'supported.',
    include: 'Lack of vocabulary is the obstacle, or finding words is what helped.',
    exclude:
      'Work done under another name without harm is “Done, but not called by this name”; work that cannot ' +
      'easily be seen is “Invisible or ambiguous work”.',
    example:
      'In Slovene I can sort of say it, in English I end up with ‘soft skills’, and then I’ve lost the ' +
      'room.',
    from: 'Scaling Deep research summary, Barriers, Lack of language to describe',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: 'ab903f47-89a7-49d8-a1a4-eb2fde2f97db',
    key: 'bar.beyond-institution',
    parent: 'barriers',
    name: 'Beyond institutions and embodied',
    definition:
      'The work lives in relations, experience and the change it enacts, outside what organisations, ' +
      'coalitions and policies can hold, and for that very reason it is hard to support.',
    include:
      'The difficulty is said to lie in the work’s not being institutional, or in its being the change ' +
      'rather than a means to it.',
    exclude:
      'Bureaucracy of one organisation; the worth of work beyond institutions, as an interpretation, is ' +
      '“Reaches beyond institutions”.',
    example:
      'What would they fund? There’s no office. It’s Amal’s friendships, basically. If you made it an ' +
      'office she’d leave, and then it’s gone.',
    from: 'Scaling Deep research summary, Patterns, insights 2 and 9',
    aliases: ['bar.embodied-hard-to-fund'],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '202b67dc-f845-44bf-9e53-34d0586e2458',
    key: 'bar.siloed-levels',
    parent: 'barriers',
    name: 'Levels held apart',
    definition: 'Up, out and deep are believed to be separate, each seen and worked on by different people.',
    include: 'Separation of the levels is named as the obstacle, or seeing them together as what helped.',
    exclude:
      'Putting one level above another is “Ranking the levels”; the relations between levels, described, ' +
      'are “How the scales interplay”.',
    example:
      'The policy people sit on the fourth floor, and we’re the feelings people on the second. We’ve had ' +
      'the same minister for six years and never shared a lift.',
    from: 'Scaling Deep research summary, Conflation and reification, last quote',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
]
