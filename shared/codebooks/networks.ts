import { doesNotFit } from './does-not-fit.ts'
import { acrossLayers } from './networks/across-layers.ts'
import { kinds } from './networks/kinds.ts'
import { lessons } from './networks/lessons.ts'
import type { StarterCodebook } from './starter-codebook.ts'

/** Networks of networks: working together, kinds of network, and spread across layers. */
export const networks: StarterCodebook = {
  key: 'networks',
  name: 'Networks of networks',
  description:
    'For inquiries into networks: what people learn about working as one, which kinds they take part in, ' +
    'and how ideas travel from a local trial to other places and into policy. ' +
    'A network is often several kinds at once; apply each that the passage describes.',
  codes: [...lessons, ...kinds, ...acrossLayers, doesNotFit],
}
