import { doesNotFit } from './does-not-fit.ts'
import { barriers } from './scaling-deep/barriers.ts'
import { cautions } from './scaling-deep/cautions.ts'
import { scales } from './scaling-deep/scales.ts'
import type { StarterCode, StarterCodebook } from './starter-codebook.ts'
import { choosing } from './up-out-deep/choosing.ts'
import { variants } from './up-out-deep/variants.ts'

/** Up, Out and Deep: the scales with their variants, and what draws people to one of them.

    What it has in common with Scaling Deep keeps its identity, so that a project can hold both. */
export const upOutDeep: StarterCodebook = {
  key: 'up-out-deep',
  name: 'Up, Out and Deep',
  description:
    'For asking at which scale people seek change: in institutions and policy, by reaching more places, ' +
    'or in hearts, relations and culture. Up and out have variants, because “up” is meant now narrowly, ' +
    'now broadly; a second branch holds what makes a scale attractive, set apart or ranked.',
  codes: [...scales.map(withVariantsApart), ...variants, ...choosing, ...levelCodes(), doesNotFit],
}

/** Here the variants are codes of their own and every scale is a strategy to report on. */
function withVariantsApart(scale: StarterCode): StarterCode {
  const variantKeys = variants.map((variant) => variant.key)
  return {
    ...scale,
    aliases: scale.aliases.filter((alias) => !variantKeys.includes(alias)),
    section: scale.section ?? 'strategy',
  }
}

function levelCodes(): StarterCode[] {
  const keys = ['bar.siloed-levels', 'caut.hierarchy-of-levels', 'caut.not-anti-scale']
  return [...barriers, ...cautions]
    .filter((code) => keys.includes(code.key))
    .map((code) => ({ ...code, parent: 'tri.choosing' }))
}
