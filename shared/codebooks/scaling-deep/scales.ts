import type { StarterCode } from '../starter-codebook.ts'

/** The scales and how they relate. */
export const scales: readonly StarterCode[] = [
  {
    id: 'cdaee47e-a101-4ec7-96db-a014cc0ca6ae',
    key: 'scales',
    parent: null,
    name: 'Scales',
    definition:
      'Groups the ways in which change is said to grow: up, out, deep, and how these bear on one another.',
    include: 'Apply when a passage is about which scale somebody works at, wants or speaks against.',
    exclude: 'Change spoken of in general, with no scale in it.',
    example:
      'When I say scale my sister thinks of fish. But really, is it bigger, is it more of them, or is it, ' +
      'um, further down?',
    from: 'Scaling Deep research summary, Introduction; introductory note on Scaling Deep',
    aliases: [],
    tier: 'branch',
    colour: '#3F9480',
  },
  {
    id: '4f2ecd7d-b9a5-47a9-8fa8-2c89f5463b8f',
    key: 'tri.up',
    parent: 'scales',
    name: 'Scaling up',
    definition:
      'Change is sought in institutions: laws, policies, rules and budgets. In a broader use it includes ' +
      'shared infrastructure and alliances through which ideas travel faster, and in a harsher one growth ' +
      'steered from a centre or one order for all.',
    include:
      'The aim or effect lies with the rules and structures that many live under; say in a note, or with ' +
      'a finer code, which of the three senses is meant.',
    exclude:
      'More places or people without new rules is “Scaling out”; an organisation that merely becomes ' +
      'larger.',
    example:
      'We’d done it in six schools and then, I thought, why not put it in the education act, so I spent a ' +
      'year of my life learning what a rider is.',
    from: 'Scaling Deep research summary, Introduction; Transformative networks are multiscalar, Level 3',
    aliases: ['tri.up-platform', 'tri.up-control'],
    tier: 'open',
  },
  {
    id: 'a410d6bc-f30b-4062-b0a9-3c43fe9bf10b',
    key: 'tri.out',
    parent: 'scales',
    name: 'Scaling out',
    definition:
      'A model or practice arrives in further places and among more people, either copied as it is or ' +
      'carried on and reshaped by each place.',
    include:
      'The aim or effect is more sites, users or groups; say in a note, or with a finer code, whether it ' +
      'was copied or adapted.',
    exclude:
      'New rules are “Scaling up”; further effects that nobody spread on purpose go to the codes for ' +
      'effects.',
    example:
      'Two women from Chiloé came for a week with notebooks, and now they’ve got a repair café too, ' +
      'except theirs is, of course, on a boat.',
    from:
      'Scaling Deep research summary, Introduction; Transformative networks are multiscalar, Levels 1 and ' +
      '2',
    aliases: ['tri.out-replicate', 'tri.out-adapt'],
    tier: 'open',
  },
  {
    id: 'cc645279-1df5-4bae-a9c6-d52e054faecc',
    key: 'tri.deep',
    parent: 'scales',
    name: 'Scaling deep',
    definition:
      'Change is sought in what people feel, how they relate and what their culture holds true, as a ' +
      'scale in its own right.',
    include: 'Depth is spoken of as a choice of scale, or set beside the others.',
    exclude: 'Where the speaker says what depth is or how it is done, prefer the finer code.',
    example:
      'We could have gone to nine more villages. We chose to stay and go, I’d say inwards, with the four ' +
      'we had.',
    from: 'Scaling Deep research summary, What is Scaling Deep; introductory note on Scaling Deep',
    aliases: [],
    tier: 'open',
    section: 'meaning',
  },
  {
    id: 'fc8915e2-0dd6-406a-b645-1a1987870853',
    key: 'tri.interplay',
    parent: 'scales',
    name: 'How the scales interplay',
    definition:
      'Two or more scales are related to each other: one prepares, carries, corrects or hinders another, ' +
      'including depth found inside work on policy or spread.',
    include: 'The relation is stated or shown in what happened.',
    exclude:
      'Scales merely listed; the belief that they are separate is “Levels held apart”; ranking them is ' +
      '“Ranking the levels”.',
    example:
      'The ordinance got written at our kitchen table, in effect. If those nine hadn’t cried together in ' +
      'February they’d never have agreed on paragraph two.',
    from: 'Scaling Deep research summary, Introduction; Practices; Conflation and reification, last quote',
    aliases: ['prac.deep-within-up-out'],
    tier: 'open',
    section: 'meaning',
  },
]
