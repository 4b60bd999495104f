import { childrenOf } from '../analysis/code-tree.ts'
import type { Code } from '../model/entities.ts'
import type { Desk } from './desk.ts'

/** A code told in a section of its own, or a group of such. */
export interface Theme {
  readonly code: Code
  /** A code that only groups others: its children are told one by one. */
  readonly themes: readonly Theme[]
}

/** The themes of one section: the topmost codes that feed it, the section being inherited from the nearest code above
    that names one. `undefined` gives those that feed none. Only what somebody said something about is told. */
export function themesOf(
  desk: Desk,
  section: string | undefined,
  known: ReadonlySet<string>,
): readonly Theme[] {
  const feeds = (code: Code) => sectionOf(desk, code, known) === section
  const tops = desk.tree.inOrder.filter((code) => {
    const parent = code.parent === undefined ? undefined : desk.tree.byId.get(code.parent)
    return feeds(code) && !(parent && feeds(parent))
  })
  return inTelling(
    desk,
    tops.filter((code) => hasEvidence(desk, code)).map((code) => theme(desk, code, 0)),
  )
}

/** True where the codebook has a code for a section, coded or not. */
export function hasCodes(desk: Desk, section: string): boolean {
  return desk.tree.inOrder.some((code) => code.section === section)
}

/** True where a passage is coded with the code or one below it. */
export function hasEvidence(desk: Desk, code: Code): boolean {
  return desk.prevalence(code.id).passages > 0
}

/** The themes themselves, groups opened. */
export function flat(themes: readonly Theme[]): readonly Theme[] {
  return themes.flatMap((each) => (each.themes.length > 0 ? flat(each.themes) : [each]))
}

function sectionOf(desk: Desk, code: Code, known: ReadonlySet<string>): string | undefined {
  for (let at: Code | undefined = code, steps = 0; at && steps <= desk.tree.byId.size; steps++) {
    if (at.section !== undefined && known.has(at.section)) return at.section
    at = at.parent === undefined ? undefined : desk.tree.byId.get(at.parent)
  }
  return undefined
}

function theme(desk: Desk, code: Code, depth: number): Theme {
  const below = childrenOf(desk.tree, code.id).filter((child) => hasEvidence(desk, child))
  const groups = below.length > 0 && depth < 1 && ownPassages(desk, code) === 0
  return {
    code,
    themes: groups
      ? inTelling(
          desk,
          below.map((child) => theme(desk, child, depth + 1)),
        )
      : [],
  }
}

function ownPassages(desk: Desk, code: Code): number {
  return desk.tally.passages[desk.tally.codes.get(code.id) ?? -1] ?? 0
}

/** What most participants speak of comes first, then what fills most passages, then the codebook's order; without
    counts the codebook's order alone. What does not fit is always last. */
function inTelling(desk: Desk, themes: readonly Theme[]): readonly Theme[] {
  if (!desk.counted) return themes
  const weight = ({ code }: Theme) => desk.prevalence(code.id)
  return [...themes].sort((a, b) => weight(b).n - weight(a).n || weight(b).passages - weight(a).passages)
}
