import type { StarterCode } from '../starter-codebook.ts'

/** Finer barriers, each under its heading; asked for. */
export const finerBarriers: readonly StarterCode[] = [
  {
    id: 'e426b50b-4041-437d-be69-60b2d5efce50',
    key: 'bar.discomfort-conflict',
    parent: 'bar.unconscious-frames',
    name: 'Discomfort and conflict',
    definition: 'Meeting one’s own bias is unpleasant and can turn a group against itself.',
    include: 'Unease or a clash arises from the depth of the work and hinders it, or was borne and passed.',
    exclude: 'Political conflict outside the work; pushback against what depth uncovers is “Resistance”.',
    example:
      'After the session on who cleans whose house, two of my oldest friends didn’t speak for a year. I ' +
      'wasn’t sure I’d do it again.',
    from: 'Scaling Deep research summary, Barriers, Unconscious frames and bias; The impetus to speed up',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'cb241a43-c9ce-4aca-b977-c81b34f44e11',
    key: 'bar.resistance',
    parent: 'bar.unconscious-frames',
    name: 'Resistance',
    definition:
      'People push back because depth brings into view who has power, who has less and who was hurt.',
    include: 'Active opposition, open or quiet, to what the work reveals.',
    exclude: 'Not seeing is “Unconscious frames and bias”; being afraid to begin is “Hesitation and fear”.',
    example:
      'As long as we talked about wellbeing the consultants loved it. The day someone said ‘who decides ' +
      'the rota’, suddenly there was no room available.',
    from: 'Scaling Deep research summary, Barriers, Unconscious frames and bias, second quote',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'f9b8b6f6-52be-4816-ac37-aa85a18876b2',
    key: 'bar.trust-prerequisite',
    parent: 'bar.unconscious-frames',
    name: 'Missing trust',
    definition:
      'Trust and empathy have to be laid first, and where they are absent depth does not get going.',
    include: 'Missing or broken trust is the block, or building it is what opened the way.',
    exclude: 'Trust as an effect of the work is “Equity and trust”.',
    example:
      'They’d been studied, you see. Three universities. So the first winter in the camp we asked nothing ' +
      'at all, we fixed stoves.',
    from: 'Scaling Deep research summary, Barriers, Unconscious frames and bias; The impetus to speed up',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: '26ee52b5-9acc-4832-976a-15ac2aa1f653',
    key: 'bar.linear-impact-logic',
    parent: 'bar.funding',
    name: 'Linear logic of impact',
    definition:
      'Institutions ask for proof in which one step mechanically causes the next and do not admit another ' +
      'view of impact.',
    include:
      'The demand for straight-line causation, such as a chain of outputs and outcomes, is the obstacle.',
    exclude:
      'Targets of quantity are “Metrics”; no money for exploring is “No funding, no plan, no funding”.',
    example:
      'There’s a box with an arrow to another box. And I asked, can the arrow go back? And the lady said ' +
      'the template doesn’t do that.',
    from: 'Scaling Deep research summary, Barriers, Funding constraints',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: '093f08ca-052d-4cdf-bed6-f3742fa88120',
    key: 'bar.no-funding-loop',
    parent: 'bar.funding',
    name: 'No funding, no plan, no funding',
    definition:
      'Without money nothing can be explored, without exploring there is no plan, and without a plan ' +
      'there is no money.',
    include: 'The speaker describes being caught in this circle, or how it was broken.',
    exclude: 'A single refusal is “Funding”.',
    example:
      'They’d like to see a concept first. Fine, but the concept is what the money’s for! So we’ve been, ' +
      'what, two years in the corridor.',
    from: 'Scaling Deep research summary, Barriers, Funding constraints, quote',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'beb56a9d-2576-425d-a3fa-63e33e42eddb',
    key: 'bar.technical-sells-easier',
    parent: 'bar.funding',
    name: 'Technical offers sell more easily',
    definition:
      'Backers and partners are found more readily for devices, software and other technical answers than ' +
      'for work on how people think.',
    include: 'The two kinds of offer are compared, and the technical one wins.',
    exclude: 'A preference for what shines in general is “Under-resourced and little understood”.',
    example:
      'I had two slides. One was sensors in the orchards, one was why brothers don’t talk to each other ' +
      'about water. Guess which one they photographed.',
    from: 'Scaling Deep research summary, Barriers, Funding constraints, quote',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'e2bd184a-f276-4ee9-b448-f3a7524875a1',
    key: 'bar.short-termism',
    parent: 'bar.business-mindset',
    name: 'Short-termism',
    definition: 'Only near results count, so whatever ripens later is passed over.',
    include: 'A short horizon of planning, office or return is the obstacle.',
    exclude:
      'A hurried way of working is “Pressure to speed up”; time that results in fact need is “Results ' +
      'come slowly”.',
    example:
      'The mayor has, what, eighteen months left. I don’t blame him. But an orchard doesn’t care about ' +
      'eighteen months.',
    from: 'Scaling Deep research summary, Barriers, A belief in the business mindset',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: '1adcd3cf-cee7-4976-a360-2d6745bf2b02',
    key: 'bar.care-undervalued',
    parent: 'bar.business-mindset',
    name: 'Care undervalued',
    definition: 'Looking after one another, thanking, and the hours this takes are pushed into the shade.',
    include: 'Caring work is treated as less, as unpaid or as not really work, or was given its due at last.',
    exclude:
      'A staff wellbeing policy; the wish that the carers themselves be cared for, read across the ' +
      'material, is “Reaches beyond institutions”.',
    example:
      'Making the tea, remembering whose mother is ill, that’s Rosa, it’s always Rosa, and in her ' +
      'appraisal they wrote ‘could be more strategic’.',
    from: 'Scaling Deep research summary, Barriers, A belief in the business mindset',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'e8ab9836-53df-4d4b-bdee-74c64618ddb7',
    key: 'bar.sector-competition',
    parent: 'bar.business-mindset',
    name: 'Competition and individualism',
    definition:
      'Organisations are made rivals for the same money, within a society that prizes winning alone over ' +
      'doing things together.',
    include:
      'Rivalry between organisations, or a society’s individualism, hinders working together, or was set ' +
      'aside.',
    exclude: 'Belief in business ways as such is “Business mindset”.',
    example:
      'We share a wall with the other youth club. We share a roof! And we can’t tell them what we’re ' +
      'applying for.',
    from:
      'Scaling Deep research summary, Barriers, A belief in the business mindset, quote; The impetus to ' +
      'speed up',
    aliases: ['bar.individualism'],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'cdaa28d6-66a8-4b95-ac84-0e96212073d4',
    key: 'bar.metric-blind-spot',
    parent: 'bar.metrics',
    name: 'Blind spot of those who decide',
    definition:
      'Those who decide make sense of the world with instruments in which relationship and mutual ' +
      'understanding do not figure, and so do not see them at all.',
    include: 'The blindness is laid to the tools and figures used by people with power.',
    exclude:
      'Ignorance without such a tool is “Unconscious frames and bias”; indicators that merely skew are ' +
      '“Metrics”.',
    example:
      'It isn’t that the commissioner’s a bad man. He has a dashboard, and on the dashboard we’re, ' +
      'literally, we’re grey. There’s no tile for us.',
    from: 'Scaling Deep research summary, Barriers, Business metrics, quote',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: '51f55b33-52c4-41d4-ba91-2c283115ce89',
    key: 'bar.disguise',
    parent: 'bar.success-definition',
    name: 'Disguise and double talk',
    definition:
      'To win money or notice, practitioners hide, shrink or rename the work, or tell backers one thing ' +
      'while meaning another, and this costs strength.',
    include: 'Concealing, relabelling or a double account is described, or the speaker stopped doing so.',
    exclude:
      'Lacking the words is “No shared language”; work that is unseen without intent is “Invisible or ' +
      'ambiguous work”.',
    example:
      'On paper it’s an employability course. There’s a CV in it somewhere, week nine I think. The other ' +
      'weeks are grief, but don’t, you know, don’t put the name of the funder.',
    from:
      'Scaling Deep research summary, Barriers, Traditional measures of success; A belief in the business ' +
      'mindset, quote',
    aliases: ['bar.investor-double-talk'],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'bac823b1-0248-4da9-9e74-6a1f56a7d5f4',
    key: 'bar.slow-results',
    parent: 'bar.speed',
    name: 'Results come slowly',
    definition: 'Fruits take long and ripen in their own time, so the work looks as if it did nothing.',
    include: 'The lag between the doing and what shows is the obstacle.',
    exclude: 'Somebody’s impatience is “Pressure to speed up”; a near horizon is “Short-termism”.',
    example:
      'The first four years you’d have closed us. I’d have closed us. The lads only started coming back ' +
      'as volunteers in, er, year six.',
    from: 'Scaling Deep research summary, Barriers, The impetus to speed up',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: '2b3cdb42-7082-4fab-a522-b06f4810a7be',
    key: 'bar.gendered-voice',
    parent: 'bar.speed',
    name: 'Gendered cost of being heard',
    definition:
      'To be heard, people feel they must put on a dominant style that is read as masculine and give up a ' +
      'slower or more feeling one.',
    include: 'A cost of style is described in terms of gender, whoever describes it.',
    exclude:
      'The speaker’s gender alone; linking a whole gender with depth is “Fixing or conflating groups”.',
    example:
      'I lowered my voice, I mean physically, for the bank. My colleague in Quito, she bought the blazer. ' +
      'We joke about it, but she stopped bringing the poems.',
    from: 'Scaling Deep research summary, Barriers, The impetus to speed up, quote',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: '80e90ea3-ec77-4347-bac8-5172aaab12c3',
    key: 'bar.invisible-ambiguous',
    parent: 'bar.no-language',
    name: 'Invisible or ambiguous work',
    definition: 'The work shows in uncertain, indistinct or unseen forms that are hard to recognise.',
    include: 'Not being visible or clear-cut is the obstacle, with no intent to hide.',
    exclude: 'Hiding on purpose is “Disguise and double talk”; want of words is “No shared language”.',
    example:
      'The auditor stood in our yard for a good while and said, and where does it happen? And, well, it ' +
      'was happening, two men were arguing about a goat.',
    from: 'Scaling Deep research summary, Barriers, Lack of language to describe; Patterns, insight 9',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'eb8b9e10-d7fc-43a6-9e26-018a974def6e',
    key: 'bar.hesitation-fear',
    parent: 'bar.no-language',
    name: 'Hesitation and fear',
    definition: 'Practitioners or funders are afraid or hold back.',
    include: 'Fear, doubt or caution about naming, beginning or backing the work is the obstacle.',
    exclude: 'Opposition to what it uncovers is “Resistance”.',
    example:
      'I had the word ‘healing’ in the draft and took it out and put it back in, and then at the airport ' +
      'I took it out again.',
    from: 'Scaling Deep research summary, Barriers, Lack of language to describe',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
  {
    id: 'c6f6d73b-5072-47b0-9ee5-d1e62793ccb4',
    key: 'bar.discourse-neglect',
    parent: 'bar.no-language',
    name: 'Neglected in the debate',
    definition: 'Because the work goes unacknowledged, the field has hardly discussed it.',
    include: 'Conferences, journals, strategies or professional talk are said to leave depth out.',
    exclude:
      'One person’s lack of words is “No shared language”; lack of money and regard in general is ' +
      '“Under-resourced and little understood”.',
    example:
      'Four hundred sessions at that congress, I went through the whole booklet on the train, and the ' +
      'nearest thing to us was a yoga break.',
    from: 'Scaling Deep research summary, Barriers, Traditional measures of success',
    aliases: [],
    tier: 'optional',
    section: 'barrier',
  },
]
