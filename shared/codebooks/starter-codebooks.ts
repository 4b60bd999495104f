import { networks } from './networks.ts'
import { scalePlus } from './scale-plus.ts'
import { scalingDeep } from './scaling-deep.ts'
import type { StarterCodebook } from './starter-codebook.ts'
import { systemsChangers } from './systems-changers.ts'
import { upOutDeep } from './up-out-deep.ts'

/** Every codebook that ships with Loam, in the order it is offered. */
export const starterCodebooks: readonly StarterCodebook[] = [
  scalingDeep,
  upOutDeep,
  scalePlus,
  networks,
  systemsChangers,
]

/** The starter codebook of that key; undefined where there is none. */
export function starterCodebook(key: string): StarterCodebook | undefined {
  return starterCodebooks.find((codebook) => codebook.key === key)
}
