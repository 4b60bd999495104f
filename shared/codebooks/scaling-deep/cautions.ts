import type { StarterCode } from '../starter-codebook.ts'

/** Cautions for whoever reads across the material. */
export const cautions: readonly StarterCode[] = [
  {
    id: 'bf14b2fa-07ea-49aa-ac38-908c233590c3',
    key: 'cautions',
    parent: null,
    name: 'Cautions',
    definition: 'Groups what calls for care in speaking about depth and in reading this material.',
    include:
      'Apply to a speaker’s own warning, and also to a passage that would mislead if it were quoted ' +
      'without one.',
    exclude: 'An obstacle to the work belongs under “Barriers”.',
    example:
      'Can I say one thing before you switch it off? Please don’t make it sound as if we were all saints ' +
      'up here.',
    from: 'Scaling Deep research summary, Introduction; Conflation and reification',
    aliases: [],
    tier: 'branch',
    colour: '#AE4F84',
    section: 'caution',
  },
  {
    id: '5b800f90-2721-418c-8adc-b3a5c5aa5a97',
    key: 'caut.no-reify',
    parent: 'cautions',
    name: 'Fixing or conflating groups',
    definition:
      'Neither women nor Indigenous or racialised people stand for depth, nor depth for them: a tendency ' +
      'is not an essence, counter-cases exist, men among them, and ways of knowing are several and ' +
      'overlap.',
    include:
      'A passage ties a group to depth or warns against it, states a tendency with its exceptions, or ' +
      'gives a counter-example.',
    exclude: 'Somebody describing their own practice; crediting a tradition is “A lineage credited”.',
    example:
      'Everyone expects it’s the aunties. But the one who taught us to listen was Gerry, from the ' +
      'dredger, and I’ve aunties who’d run you over.',
    from: 'Scaling Deep research summary, Conflation and reification',
    aliases: [
      'caut.no-conflation',
      'caut.tendency-not-essence',
      'caut.counter-case-men',
      'caut.intersectional',
    ],
    tier: 'open',
    section: 'caution',
  },
  {
    id: '6bd6198a-d23b-46d0-8c6f-ace6eeafbfc1',
    key: 'caut.hierarchy-of-levels',
    parent: 'cautions',
    name: 'Ranking the levels',
    definition:
      'Sorting the levels of change easily slides into ranking them, which distorts how they belong ' +
      'together.',
    include: 'A level is put above or below another, or somebody warns against it.',
    exclude:
      'Levels kept apart without rank are “Levels held apart”; rank among people rather than among ' +
      'levels.',
    example:
      'You see I’m doing it myself, I said ‘the higher level’ and pointed up. Why up? The law’s in a ' +
      'basement in our town.',
    from: 'Scaling Deep research summary, Conflation and reification, second quote',
    aliases: [],
    tier: 'open',
    section: 'caution',
  },
  {
    id: 'a0356944-48f7-442e-a9b0-4b07f67ce7cb',
    key: 'caut.not-anti-scale',
    parent: 'cautions',
    name: 'Not against up and out, and fit',
    definition:
      'Favouring depth does not mean rejecting growth or policy, and no approach suits every aim or ' +
      'organisation.',
    include:
      'The speaker balances the kinds of scaling, affirms up or out beside deep, or asks whether depth ' +
      'fits here.',
    exclude:
      'One level set above another is “Ranking the levels”; doubt about growth as such; the account of a ' +
      'failure.',
    example:
      'Look, vaccines, you scale those. Please scale those. I’m only saying the reason half my street ' +
      'didn’t come, that you can’t ship.',
    from: 'Scaling Deep research summary, Introduction; Shifting a System, Stronger together',
    aliases: ['caut.fit'],
    tier: 'open',
    section: 'caution',
  },
]
