import { doesNotFit } from './does-not-fit.ts'
import { barriers } from './scale-plus/barriers.ts'
import { instruments } from './scale-plus/instruments.ts'
import { leverage } from './scale-plus/leverage.ts'
import type { StarterCodebook } from './starter-codebook.ts'

/** SCALE+: kinds of barrier in a system, the places of leverage, and the means chosen. */
export const scalePlus: StarterCodebook = {
  key: 'scale-plus',
  name: 'SCALE+ barriers and leverage',
  description:
    'For work with a whole system in view, often on livelihoods and environment: which kinds of barrier ' +
    'people name, how they find leverage together, and which instruments and commitments follow. ' +
    'Mark a barrier that was removed as overcome, so that what helped can be found again.',
  codes: [...barriers, ...leverage, ...instruments, doesNotFit],
}
