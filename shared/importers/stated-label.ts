import { cleanLabel } from './label-grammar.ts'

/** A name as a format states it as a label: cleaned, at most 80 units; null where nothing is left of it. */
export function statedLabel(written: string | null | undefined): string | null {
  const label = cleanLabel((written ?? '').slice(0, 200))
    .slice(0, 80)
    .trim()
    .toWellFormed()
  return label === '' ? null : label
}
