import type { StarterCode } from '../starter-codebook.ts'

/** Interpretive themes for a second cycle. */
export const patterns: readonly StarterCode[] = [
  {
    id: 'fdd987a0-3508-4e36-9e7e-5c8ef5f3f052',
    key: 'patterns',
    parent: null,
    name: 'Patterns and insights',
    definition:
      'Groups interpretive themes for a second reading, when first codes have settled. They say what ' +
      'coded passages seem to mean together.',
    include:
      'Apply in a second cycle, to passages already coded or to a whole account, and write a memo on why.',
    exclude: 'What can be said by a descriptive code should be said by it first.',
    example:
      'Now that you read it back to me, it’s funny, I tell the same story three times, don’t I, only with ' +
      'different people in it.',
    from: 'Scaling Deep research summary, Patterns, implications and key insights',
    aliases: [],
    tier: 'branch',
    colour: '#5C62AE',
    section: 'pattern',
  },
  {
    id: 'e3bde9af-10eb-4514-8e40-c24a6ef0e246',
    key: 'pat.1-conditions',
    parent: 'patterns',
    name: 'Creates the conditions for systemic change',
    definition:
      'Taken together, an account shows depth as root work that lets systemic change become possible: it ' +
      'joins what was broken apart, listens to knowing of body and heart, and counts the Earth and other ' +
      'beings as acting too.',
    include:
      'Conditions and interdependence come together in one account, or one of these three strands carries ' +
      'it.',
    exclude:
      'Preparing as a single practice is “Preparing the conditions”; healing of one person is “Inner ' +
      'work”; never ascribe a way of knowing to a group.',
    example:
      'It was the river that decided, I’d say. We only stopped talking long enough, the anglers and us, ' +
      'and after that the council thing was almost easy.',
    from: 'Scaling Deep research summary, Patterns, insight 1',
    aliases: ['pat.1a-heals-fragmentation', 'pat.1b-other-ways-of-knowing', 'pat.1c-more-than-human'],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: '71d04fdb-67dc-432f-a79f-ec63c71b805c',
    key: 'pat.2-embodied',
    parent: 'patterns',
    name: 'Embodies the change it seeks',
    definition:
      'Taken together, an account shows means and ends as one: how people work already is the change they ' +
      'want.',
    include: 'The doing is read as an instance of what is sought, across several passages.',
    exclude:
      'Body work as tradition is “Embodiment”; that such work is hard to support is “Beyond institutions ' +
      'and embodied”.',
    example:
      'We don’t campaign for shorter hours, we just stop at three. And people come by at four and find it ' +
      'locked and, mm, that’s the leaflet.',
    from: 'Scaling Deep research summary, Patterns, insight 2',
    aliases: [],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: '0b7bb524-54ca-4730-b91c-b464d6f3218a',
    key: 'pat.3-shifts-power',
    parent: 'patterns',
    name: 'Shifts power',
    definition:
      'Taken together, an account shows weight moving to communities and lived experience, with several ' +
      'centres instead of one and margins where other norms are tried.',
    include: 'Power is read to have changed place, or a new site of it to have arisen.',
    exclude: 'Noticing power is “Aware of power”; a trial project without a shift of norms.',
    example:
      'Nowadays the agency asks for a slot on our agenda. Third item, after the bread rota. I did enjoy ' +
      'typing that.',
    from: 'Scaling Deep research summary, Patterns, insight 3',
    aliases: ['pat.3a-new-norms'],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: 'edf4fc9e-5228-43af-a57f-69db8649588a',
    key: 'pat.4-cuts-division',
    parent: 'patterns',
    name: 'Cuts across division',
    definition:
      'Taken together, an account shows a way between camps: through stewardship, love that wants ' +
      'another’s growth and not only their survival, and meeting one another without titles and boxes.',
    include:
      'Division is read to be crossed by care, love or shared humanity, or labels to have fallen away.',
    exclude: 'Bridging as a practice is “Connecting across communities”; names left out for anonymity.',
    example:
      'He’s still voting how he votes. But he fixed my gate after the storm and wept about his dog, and I ' +
      'can’t, I just can’t use that word for them any more.',
    from: 'Scaling Deep research summary, Patterns, opening quote and insight 4',
    aliases: ['pat.4a-love-ethic', 'pat.4b-beyond-labels'],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: '08c74cec-5bfc-49d2-9955-cc654e5b1b8d',
    key: 'pat.5-transforms-inequity',
    parent: 'patterns',
    name: 'Transforms systems of inequity',
    definition:
      'Taken together, an account shows oppressive order giving way to mutual dependence because depth ' +
      'was supported.',
    include: 'Support for depth is read as undoing inequity in structures and not only between persons.',
    exclude:
      'Such systems as an obstacle are “Root paradigms”; fairness as a reported effect is “Equity and ' +
      'trust”.',
    example:
      'Since the cooperative, the tea pickers set the calendar, and the estate office has to wait for ' +
      'them. Three years ago they’d no say over their own lunch.',
    from: 'Scaling Deep research summary, Patterns, insight 5',
    aliases: [],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: 'a15241c9-a026-4460-9fec-02ae1be7c7a9',
    key: 'pat.6-supports-up-out',
    parent: 'patterns',
    name: 'Supports scaling up and out',
    definition:
      'Taken together, an account shows depth as groundwork that makes policy and spread stronger, with ' +
      'what a group has learned together telling it the next step, and no scale above the others.',
    include: 'Levels are read to reinforce one another, or shared learning to steer where to go.',
    exclude:
      'A relation between scales as it is told is “How the scales interplay”; a preference for depth is ' +
      '“Ranking the levels”.',
    example:
      'Each time we got stuck we went back round the circle, and each time it was somebody different who ' +
      'knew whether to go to parliament or to the next town.',
    from: 'Scaling Deep research summary, Patterns, insight 6',
    aliases: ['pat.6a-collective-intelligence'],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: 'fc049e65-b4b3-4eb0-847a-a1d4543d197a',
    key: 'pat.7-alternative-scaling-out',
    parent: 'patterns',
    name: 'Another way of scaling out',
    definition:
      'Taken together, an account shows spread that travels along friendships, circles of learners and ' +
      'other ties in place of copying or franchise.',
    include: 'An idea is read to have moved because people were bound to each other.',
    exclude: 'A copied or adapted model as it is told is “Scaling out”.',
    example:
      'Nobody rolled it out. My cousin married into Mombasa, and her choir took it, and I suppose the ' +
      'choirs know each other.',
    from: 'Scaling Deep research summary, Patterns, insight 7',
    aliases: [],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: '03bef225-e16d-4fb1-8ba0-a22d9d8ea79d',
    key: 'pat.8-narrative-circular',
    parent: 'patterns',
    name: 'Works directly on narrative',
    definition:
      'Taken together, an account shows depth and culture’s stories acting on each other directly and in ' +
      'circles, so that something small may reach the climate of ideas before institutions move.',
    include:
      'A bottom-up story is read to have changed what a society thinks, or the climate of ideas to be ' +
      'something one can work upon.',
    exclude:
      'Story work as a practice is “Working with stories”; a changed climate as a reported effect is ' +
      '“Cultural landscape and resilience”.',
    example:
      'It began with one nurse reading her rota out loud at a wedding. Within a month strangers were ' +
      'reading theirs at weddings, and then the ministry rang.',
    from: 'Scaling Deep research summary, Patterns, insight 8',
    aliases: ['pat.8a-grassroots-to-landscape', 'pat.8b-landscape-level'],
    tier: 'second-cycle',
    section: 'pattern',
  },
  {
    id: 'ce3ab065-da6e-4110-a4aa-c2895d4c951d',
    key: 'pat.9-beyond-institutions',
    parent: 'patterns',
    name: 'Reaches beyond institutions',
    definition:
      'Taken together, an account shows worth in what no institution can contain, in friendship, healing, ' +
      'community and mystery, along with the need to support those who tend it and to balance it with ' +
      'other scales.',
    include:
      'Value beyond institutions is read across passages, or care for its stewards or a deliberate ' +
      'balance is called for.',
    exclude: 'Its difficulty is “Beyond institutions and embodied”; the budget of a project is “Funding”.',
    example:
      'If the charity folded tomorrow, the Tuesday walks would still happen. What worries me is Ines, who ' +
      'holds it. Nobody’s holding Ines.',
    from:
      'Scaling Deep research summary, Patterns, insight 9; Introduction; introductory note on Scaling ' +
      'Deep',
    aliases: ['pat.9a-tending-support', 'pat.9b-balance'],
    tier: 'second-cycle',
    section: 'pattern',
  },
]
