import { childrenOf } from '../analysis/code-tree.ts'
import type { Code } from '../model/entities.ts'
import type { Desk } from './desk.ts'

/** A code told by itself, or a group of such. */
export interface Theme {
  readonly code: Code
  /** A code that only groups others: its children are told one by one. */
  readonly themes: readonly Theme[]
}

/** The themes of one section: the topmost codes that feed it. A code feeds the section it names itself, else that of
    the nearest code above, so it stands in exactly one. `undefined` gives those that feed none. Only what somebody
    said something about is told. */
export function themesOf(desk: Desk, section: string | undefined): readonly Theme[] {
  const tops = desk.tree.inOrder.filter((code) => {
    const parent = code.parent === undefined ? undefined : desk.tree.byId.get(code.parent)
    return desk.sectionOf(code) === section && !(parent && desk.sectionOf(parent) === section)
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

/** The themes themselves, groups opened, in the order they are told. */
export function flat(desk: Desk, themes: readonly Theme[]): readonly Theme[] {
  return inTelling(desk, themes.flatMap(opened))
}

/** Codes that only group the themes told. A group of one is left out: its numbers are those of the one. */
export function groupsOf(themes: readonly Theme[]): readonly Code[] {
  return themes.flatMap(({ code, themes: grouped }) => [
    ...(grouped.length > 1 ? [code] : []),
    ...groupsOf(grouped),
  ])
}

/** A theme's code and all below it that stand in the same section. */
export function codesOf(desk: Desk, code: Code): readonly [Code, ...Code[]] {
  return [
    code,
    ...childrenOf(desk.tree, code.id)
      .filter(sameSection(desk, code))
      .flatMap((child) => codesOf(desk, child)),
  ]
}

/** Codes directly below a theme that were spoken of, in the order they are told. */
export function finerKinds(desk: Desk, code: Code): readonly Code[] {
  const below = childrenOf(desk.tree, code.id).filter(sameSection(desk, code))
  const themes = below.filter((child) => hasEvidence(desk, child)).map((each) => ({ code: each, themes: [] }))
  return inTelling(desk, themes).map((each) => each.code)
}

function opened(theme: Theme): readonly Theme[] {
  return theme.themes.length > 0 ? theme.themes.flatMap(opened) : [theme]
}

/** True where a passage is coded with the code or one below it in the same section. */
function hasEvidence(desk: Desk, code: Code): boolean {
  return codesOf(desk, code).some((each) => ownPassages(desk, each) > 0)
}

function sameSection(desk: Desk, code: Code) {
  return (child: Code) => desk.sectionOf(child) === desk.sectionOf(code)
}

function theme(desk: Desk, code: Code, depth: number): Theme {
  const below = childrenOf(desk.tree, code.id)
    .filter(sameSection(desk, code))
    .filter((child) => hasEvidence(desk, child))
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
    counts the codebook's order alone. */
function inTelling(desk: Desk, themes: readonly Theme[]): readonly Theme[] {
  if (!desk.counted) return themes
  const weight = ({ code }: Theme) => desk.prevalence(code.id)
  return [...themes].sort((a, b) => weight(b).n - weight(a).n || weight(b).passages - weight(a).passages)
}
