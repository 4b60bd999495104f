import { buildProject, type ProjectSpec } from '../support/build-project.ts'

/** A small inquiry with everything a report has to mind: consent, stances, sessions, interviewers, real names. */
export const smallInquirySpec = {
  name: 'River delta',
  description: 'What keeps slow work alive in the delta.',
  aims: ['understand what depth asks for'],
  audiences: ['public', 'funder'],
  coders: ['Ada', 'Ben'],
  attributes: [
    { id: 'role', of: 'participant', name: 'Role', kind: 'choice' },
    { id: 'region', of: 'participant', name: 'Region', kind: 'choice' },
  ],
  participants: [
    { name: 'Noor', realName: 'Grietje Bakstra', attributes: { role: 'network builder', region: 'coast' } },
    { name: 'Ilse', attributes: { role: 'foundation officer', region: 'hills' } },
    { name: 'Samuel', realName: 'Quentin Oberholz', consent: 'paraphrase' },
    { name: 'Aiyana', consent: 'count' },
    { name: 'Tomás', consent: 'withdrawn', realName: 'Zacharias Wold' },
    { name: 'Mira', consentFor: { public: 'paraphrase' } },
    'Okan',
  ],
  questions: ['What stands in the way?'],
  sources: [
    {
      name: 'Interview 01',
      turns: [
        ['I', 'What stands in the way?'],
        [
          'Noor',
          'They wanted a number by June, any number really. Grietje, they said, bring us a number. Nobody asked the village.',
          12_000,
        ],
        ['I', 'And who decides that?'],
        ['Noor', 'The funder decides what is worth a column, and the village waits.', 20_000],
      ],
    },
    {
      name: 'Interview 02',
      turns: [
        ['I', 'What stands in the way?'],
        ['Ilse', 'We count everything, and it has kept us honest. The trouble is not the counting at all.'],
      ],
    },
    {
      name: 'Interview 03',
      turns: [
        ['I', 'Tell me.'],
        ['Samuel', 'Paraphrasable secrets of Samuel about the money and the well.'],
      ],
    },
    {
      name: 'Interview 04',
      turns: [
        ['I', 'Tell me.'],
        ['Aiyana', 'Countable silence of Aiyana about the money and the land.'],
      ],
    },
    {
      name: 'Interview 05',
      turns: [
        ['I', 'Tell me.'],
        ['Tomás', 'Withdrawn sorrow of the fifth about the money and the sea.'],
      ],
    },
    {
      name: 'Notes of Mira',
      kind: 'document',
      text: 'Inner diary words of Mira about money that never came.',
      participants: ['Mira'],
    },
    {
      name: 'Session 1',
      kind: 'group',
      turns: [
        ['Moderator', 'Who wants to begin?'],
        ['Okan', 'Money dries up before the river does, every single year.'],
        ['Noor', 'Until somebody stays and the money follows the people who stayed.'],
        ['Visitor', 'A voice nobody knows.'],
      ],
      roles: { Moderator: 'interviewer' },
    },
    { name: 'Session 2', kind: 'group', turns: [['Okan', 'We talked about nothing but boats today.']] },
  ],
  codes: [
    { name: 'Barriers', section: 'barrier', codable: false },
    {
      name: 'Funding',
      parent: 'Barriers',
      section: 'barrier',
      definition: 'Money that comes late, short or with strings.',
    },
    { name: 'No funding loop', parent: 'Funding' },
    { name: 'Metrics', parent: 'Barriers', section: 'barrier' },
    { name: 'Hope', section: 'potential' },
    'Boats',
  ],
  codings: [
    {
      source: 'Interview 01',
      code: 'Metrics',
      quote: 'They wanted a number by June, any number really. Grietje, they said, bring us a number.',
      star: true,
    },
    {
      source: 'Interview 01',
      code: 'Metrics',
      quote: 'They wanted a number by June, any number really. Grietje, they said, bring us a number.',
      coder: 'Ben',
    },
    {
      source: 'Interview 01',
      code: 'Funding',
      quote:
        'Nobody asked the village.\nI: And who decides that?\nNoor: The funder decides what is worth a column, and the village waits.',
    },
    {
      source: 'Interview 02',
      code: 'Metrics',
      quote: 'We count everything, and it has kept us honest. The trouble is not the counting at all.',
      stance: 'denies',
    },
    {
      source: 'Interview 03',
      code: 'Funding',
      quote: 'Paraphrasable secrets of Samuel about the money and the well.',
    },
    {
      source: 'Interview 04',
      code: 'Funding',
      quote: 'Countable silence of Aiyana about the money and the land.',
      stance: 'overcome',
    },
    {
      source: 'Interview 05',
      code: 'Funding',
      quote: 'Withdrawn sorrow of the fifth about the money and the sea.',
    },
    {
      source: 'Notes of Mira',
      code: 'No funding loop',
      quote: 'Inner diary words of Mira about money that never came.',
    },
    {
      source: 'Session 1',
      code: 'Funding',
      quote:
        'Money dries up before the river does, every single year.\nNoor: Until somebody stays and the money follows the people who stayed.',
    },
    { source: 'Session 1', code: 'Funding', quote: 'A voice nobody knows.' },
    { source: 'Session 2', code: 'Boats', quote: 'We talked about nothing but boats today.' },
  ],
  reports: [{ title: 'Summary' }],
} as const satisfies ProjectSpec

/** The small inquiry, built. */
export function smallInquiry(changes: Partial<ProjectSpec> = {}) {
  return buildProject({ ...smallInquirySpec, ...changes })
}
