import { same } from '../../../shared/change/same.ts'
import type { Section } from './sections.ts'

/** New sections, with the old one in the place of each that reads the same: what did not change is not drawn again. */
export function keepSections(old: readonly Section[], fresh: readonly Section[]): readonly Section[] {
  const known = new Map(old.map((section) => [section.heading.anchor, section]))
  return fresh.map((section) => {
    const before = known.get(section.heading.anchor)
    return before && same(before, section) ? before : section
  })
}
