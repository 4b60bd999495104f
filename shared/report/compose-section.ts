import { type Desk, leadsProse, loamsProse } from './desk.ts'
import type { DraftBlock } from './draft.ts'
import type { SectionPart, SectionPlan } from './report-sections.ts'
import { tellThemes } from './tell-themes.ts'
import { tellTogether } from './tell-together.ts'
import { flat, groupsOf, hasCodes, type Theme, themesOf } from './themes.ts'
import { heading, prevalenceBlock } from './told-blocks.ts'

/** One section: heading, the lead's opening, what was asked, the themes with their evidence, the lead's closing.
    A section nothing speaks to says so. */
export function composeSection(desk: Desk, plan: SectionPlan): readonly DraftBlock[] {
  const parts = plan.parts.map((part) => ({ part, themes: themesOf(desk, part.key) }))
  const groups = parts.flatMap(({ themes }) => groupsOf(themes))
  const isOne = plan.parts.length === 1
  return [
    heading(desk, 1, plan.heading, plan.key),
    leadsProse(desk, plan.key),
    ...(isOne ? parts.flatMap(({ part, themes }) => framing(desk, part, themes)) : []),
    ...groups.map((code, i) => prevalenceBlock(desk, code, { turn: i, underName: groups.length === 1 })),
    ...parts.flatMap(({ part, themes }) =>
      isOne ? tellPart(desk, part, themes) : composePart(desk, part, themes),
    ),
    leadsProse(desk, `${plan.key}/after`),
  ]
}

/** Themes that feed no section, so that any codebook makes a report; nothing where there are none. */
export function composeFurtherThemes(desk: Desk): readonly DraftBlock[] {
  const themes = themesOf(desk, undefined)
  if (themes.length === 0) return []
  return [
    heading(desk, 1, 'Further themes', 'further'),
    leadsProse(desk, 'further'),
    ...tellThemes(desk, themes, { section: 'further', level: 2 }),
    leadsProse(desk, 'further/after'),
  ]
}

function composePart(desk: Desk, part: SectionPart, themes: readonly Theme[]): readonly DraftBlock[] {
  const anchor = `${part.key}-part`
  return [
    heading(desk, 2, part.heading ?? '', anchor),
    leadsProse(desk, anchor),
    ...framing(desk, part, themes),
    ...tellPart(desk, part, themes),
  ]
}

function framing(desk: Desk, part: SectionPart, themes: readonly Theme[]): readonly DraftBlock[] {
  return themes.length > 0 ? [loamsProse(desk, part.key, part.framing)] : []
}

function tellPart(desk: Desk, part: SectionPart, themes: readonly Theme[]): readonly DraftBlock[] {
  if (themes.length === 0) return [{ kind: 'gap', text: gapText(desk, part) }]
  const told = flat(desk, themes)
  if (part.form !== 'headings') return tellTogether(desk, told, part.key, part.form)
  return tellThemes(desk, told, { section: part.key, level: 2, numbered: part.numbered === true })
}

function gapText(desk: Desk, part: SectionPart): string {
  const about = part.heading ? ` on ${part.heading.toLowerCase()}` : ''
  return hasCodes(desk, part.key)
    ? `No passage is coded with a code of this section${about} yet.`
    : `The codebook has no code that feeds this section${about}.`
}
