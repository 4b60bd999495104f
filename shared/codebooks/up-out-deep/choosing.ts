import type { StarterCode } from '../starter-codebook.ts'

/** What draws people towards a scale, and what that does to the others. */
export const choosing: readonly StarterCode[] = [
  {
    id: '85924d33-f286-4212-99ba-d63c96ff870e',
    key: 'tri.choosing',
    parent: null,
    name: 'Choosing and balancing scales',
    definition:
      'Groups what draws people towards one scale, what that does to the others, and how levels are kept ' +
      'apart, ranked or held in balance.',
    include: 'Look here when a passage explains or judges a choice of scale.',
    exclude: 'The scale itself, without reasons, belongs under “Scales”.',
    example:
      'Nobody sat down and decided we’d be a growing organisation, it’s more that, mm, every form had a ' +
      'field for it.',
    from: 'Scaling Deep research summary, Introduction',
    aliases: [],
    tier: 'branch',
    colour: '#AB833C',
  },
  {
    id: 'e899c0a9-cc5d-4e3f-a11e-d2a8c5a4ef3f',
    key: 'tri.tangibility-pull',
    parent: 'tri.choosing',
    name: 'Pull of the tangible',
    definition: 'Going up or out attracts because its results can be seen, shown and counted with ease.',
    include: 'The speaker explains a preference for policy or spread by how graspable it is.',
    exclude: 'What this preference does to depth is “Depth devalued”.',
    example:
      'With a new clinic you can cut a ribbon. I’ve cut ribbons! What would I cut for twelve men who’ve ' +
      'started saying sorry?',
    from: 'Scaling Deep research summary, Introduction; introductory note on Scaling Deep',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
  {
    id: '55f9174c-e08d-44b7-837a-cdedfd04641a',
    key: 'tri.devalued-deep',
    parent: 'tri.choosing',
    name: 'Depth devalued',
    definition:
      'As a consequence of looking to growth, slow relational work loses worth in people’s eyes and then ' +
      'its means.',
    include: 'Loss of standing or resources for depth is linked to the attention given to other scales.',
    exclude:
      'Why the other scales attract is “Pull of the tangible”; believing scales to be separate is “Levels ' +
      'held apart”.',
    example:
      'Once the franchise took off, the Friday visits were, um, ‘legacy activity’. That’s the word that ' +
      'stood in the plan. Legacy.',
    from: 'Scaling Deep research summary, Introduction; introductory note on Scaling Deep',
    aliases: [],
    tier: 'open',
    section: 'barrier',
  },
]
