import { type Desk, leadsProse, loamsProse } from './desk.ts'
import { type DraftBlock, quoteSlot } from './draft.ts'
import { quotesIn } from './quote-rule.ts'
import { codesOf, finerKinds, type Theme } from './themes.ts'
import { heading, prevalenceBlock } from './told-blocks.ts'

/** Where themes are told, and how. */
export interface ThemeTelling {
  /** The section's key: of its rule for quotes, its places and its anchors. */
  readonly section: string
  readonly level: 2 | 3
  readonly numbered?: boolean
}

/** Themes under a heading each: meaning, how many of how many, the lead's words, then what is below: for a group its
    themes, else finer kinds and quotes. */
export function tellThemes(
  desk: Desk,
  themes: readonly Theme[],
  telling: ThemeTelling,
): readonly DraftBlock[] {
  const { section, level, numbered = false } = telling
  return themes.flatMap((theme, i) => {
    const { code } = theme
    const place = `${section}/${code.id}`
    return [
      heading(desk, level, numbered ? `${i + 1}. ${code.name}` : code.name, `${section}-${code.id}`),
      ...(code.definition ? [loamsProse(desk, place, code.definition)] : []),
      prevalenceBlock(desk, code, { turn: i, underName: true }),
      leadsProse(desk, place),
      ...(theme.themes.length > 0
        ? tellThemes(desk, theme.themes, { section, level: 3 })
        : evidence(desk, theme, section)),
      leadsProse(desk, `${place}/after`),
    ]
  })
}

function evidence(desk: Desk, { code }: Theme, section: string): readonly DraftBlock[] {
  return [
    ...finerKinds(desk, code).map((each, i) => prevalenceBlock(desk, each, { turn: i, under: code.id })),
    quoteSlot(section, codesOf(desk, code), quotesIn(section).inSection === null),
  ]
}
