import { doesNotFit } from './does-not-fit.ts'
import { barriers } from './scaling-deep/barriers.ts'
import { cautions } from './scaling-deep/cautions.ts'
import { finerBarriers } from './scaling-deep/finer-barriers.ts'
import { ideas } from './scaling-deep/ideas.ts'
import { lineages } from './scaling-deep/lineages.ts'
import { meaning } from './scaling-deep/meaning.ts'
import { patterns } from './scaling-deep/patterns.ts'
import { potential } from './scaling-deep/potential.ts'
import { practice } from './scaling-deep/practice.ts'
import { scales } from './scaling-deep/scales.ts'
import { whyNow } from './scaling-deep/why-now.ts'
import type { StarterCodebook } from './starter-codebook.ts'

/** Scaling Deep: the themes, barriers and cautions of the inquiry into personal and cultural change. */
export const scalingDeep: StarterCodebook = {
  key: 'scaling-deep',
  name: 'Scaling Deep',
  description:
    'For inquiries into the slow work of personal and cultural change: why it matters now, what it means, ' +
    'how it is done, what it can bring and what stands in its way. Fifty-eight codes are open from the ' +
    'start; lineages, finer barriers and kinds of idea can be added, and nine patterns wait for a second ' +
    'reading. Mark a barrier that somebody got past as overcome, and keep what has no home under ' +
    '“Does not fit”.',
  codes: [
    ...whyNow,
    ...meaning,
    ...practice,
    ...lineages,
    ...potential,
    ...barriers,
    ...finerBarriers,
    ...cautions,
    ...scales,
    ...ideas,
    ...patterns,
    doesNotFit,
  ],
}
