import type { Coefficient } from './coefficient.ts'

/** Holsti's coefficient of two coders, 2M / (N1 + N2): twice what both coded alike over what each coded. Not corrected
    for chance.

    Source: Holsti 1969; 8 alike of 10 and 12 give .727. */
export function holsti(alike: number, first: number, second: number): Coefficient {
  if (first + second === 0) return { undefined: 'Neither coder coded anything.' }
  return { value: (2 * alike) / (first + second) }
}
