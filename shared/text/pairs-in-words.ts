import type { TurnsPaired } from './align-turns.ts'
import { counted } from './counted.ts'

/** How a translation's turns were paired, in numbers with their denominators: "212 of 214 turns paired, 2 joined to the
    turn before; 1 of 213 turns of the source without one". `unit` is what both texts are made of. */
export function pairsInWords(
  { to, paired, joined, without, doubtful }: TurnsPaired,
  unit: 'turn' | 'paragraph' = 'turn',
): string {
  const beside = joined > 0 ? `, ${joined} joined to the ${unit} before` : ''
  const left =
    without > 0 ? `; ${without} of ${counted(paired + without, unit)} of the source without one` : ''
  const doubt = doubtful.length > 0 ? `; ${doubtful.length} to look at` : ''
  return `${paired} of ${counted(to.length, unit)} paired${beside}${left}${doubt}`
}
