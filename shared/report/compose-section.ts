import { childrenOf, descendantsOf } from '../analysis/code-tree.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { chooseQuotes, type QuotesWanted } from './choose-quotes.ts'
import { type Desk, leadsProse, loamsProse } from './desk.ts'
import { briefPrevalence, prevalenceSentence, type Saying, verb } from './prevalence-sentence.ts'
import { quoteBlock } from './quote-block.ts'
import { quoteCandidates } from './quote-candidates.ts'
import type { HeadingBlock, PrevalenceBlock, QuoteBlock, ReportBlock } from './report-document.ts'
import type { SectionPart, SectionPlan } from './report-sections.ts'
import { flat, hasCodes, hasEvidence, type Theme, themesOf } from './themes.ts'

/** One section: heading, the lead's opening, what was asked, the themes with their evidence, the lead's closing.
    A section nothing speaks to says so. */
export function composeSection(
  desk: Desk,
  plan: SectionPlan,
  known: ReadonlySet<string>,
): readonly ReportBlock[] {
  return [
    heading(desk, 1, plan.heading, plan.key),
    leadsProse(desk, plan.key),
    ...plan.parts.flatMap((part) => composePart(desk, part, plan.parts.length > 1, known)),
    leadsProse(desk, `${plan.key}/after`),
  ]
}

/** Themes that feed no section, so that any codebook makes a report; nothing where there are none. */
export function composeFurtherThemes(desk: Desk, known: ReadonlySet<string>): readonly ReportBlock[] {
  const themes = themesOf(desk, undefined, known)
  if (themes.length === 0) return []
  return [
    heading(desk, 1, 'Further themes', 'further'),
    leadsProse(desk, 'further'),
    ...themes.flatMap((theme, i) => composeTheme(desk, theme, { place: 'further', level: 2, turn: i })),
    leadsProse(desk, 'further/after'),
  ]
}

/** A heading, its text free of names. */
export function heading(desk: Desk, level: 1 | 2 | 3, text: string, anchor: string): HeadingBlock {
  return { kind: 'heading', level, text: desk.cover(text), anchor }
}

/** A code's prevalence as a block; `under` tells it as one of a theme's parts. */
export function prevalenceBlock(desk: Desk, code: Code, turn: number, under?: CodeId): PrevalenceBlock {
  const found = desk.prevalence(code.id)
  const saying: Saying = { counted: desk.counted, turn, counts: desk.tally.denominator.counts }
  const codeName = desk.cover(code.name)
  const number = (count: number | null) => (desk.counted ? count : null)
  return {
    kind: 'prevalence',
    code: code.id,
    codeName,
    ...(under ? { under } : {}),
    n: number(found.n),
    of: number(found.of),
    denies: number(found.denies),
    overcome: number(found.overcome),
    mixed: number(found.mixed),
    inSessions: number(found.inSessions),
    sessions: number(found.sessions),
    asked: number(found.asked),
    text: under ? briefPrevalence(codeName, found, saying) : prevalenceSentence(codeName, found, saying),
  }
}

/** Quotes for some codes told together, chosen and printed; what the lead chose for any of them counts. */
export function quotesFor(desk: Desk, codes: readonly Code[], wanted: QuotesWanted): readonly QuoteBlock[] {
  const first = codes[0]
  if (!first) return []
  const codings = codes.flatMap((code) => desk.tally.byCode[desk.tally.codes.get(code.id) ?? -1] ?? [])
  const choices = new Map(codes.toReversed().flatMap((code) => [...(desk.choices.get(code.id) ?? [])]))
  const candidates = quoteCandidates(desk.project, desk.texts, codings, desk.request.audience)
  const picks = chooseQuotes(candidates, desk.texts, choices, desk.quotes, wanted)
  return picks.flatMap((pick) => quoteBlock(desk, first.id, pick) ?? [])
}

function composePart(
  desk: Desk,
  part: SectionPart,
  several: boolean,
  known: ReadonlySet<string>,
): readonly ReportBlock[] {
  const themes = themesOf(desk, part.key, known)
  const own = several && part.heading ? [heading(desk, 2, part.heading, `${part.key}-part`)] : []
  if (themes.length === 0) return [...own, { kind: 'gap', text: gapText(desk, part) }]
  const level = several ? 3 : 2
  const told = flat(themes)
  return [
    ...own,
    loamsProse(desk, part.key, part.framing),
    ...themes.filter((each) => each.themes.length > 0).map(({ code }, i) => prevalenceBlock(desk, code, i)),
    ...told.flatMap((theme, i) =>
      composeTheme(desk, theme, {
        place: part.key,
        level,
        turn: i,
        ...(part.numbered ? { number: i + 1 } : {}),
      }),
    ),
  ]
}

function gapText(desk: Desk, part: SectionPart): string {
  const about = part.heading ? ` on ${part.heading.toLowerCase()}` : ''
  return hasCodes(desk, part.key)
    ? `No passage is coded with a code of this section${about} yet.`
    : `The codebook has no code that feeds this section${about}.`
}

interface Telling {
  readonly place: string
  readonly level: 2 | 3
  readonly turn: number
  readonly number?: number
}

function composeTheme(desk: Desk, theme: Theme, telling: Telling): readonly ReportBlock[] {
  const { code } = theme
  const { place, level, turn, number } = telling
  const title = number === undefined ? code.name : `${number}. ${code.name}`
  const opening = [
    heading(desk, level, title, `${place}-${code.id}`),
    ...(code.definition ? [loamsProse(desk, `${place}/${code.id}`, code.definition)] : []),
    prevalenceBlock(desk, code, turn),
    leadsProse(desk, `${place}/${code.id}`),
  ]
  const inner =
    theme.themes.length > 0
      ? theme.themes.flatMap((each, i) => composeTheme(desk, each, { place, level: 3, turn: i }))
      : evidence(desk, code)
  return [...opening, ...inner, leadsProse(desk, `${place}/${code.id}/after`)]
}

function evidence(desk: Desk, code: Code): readonly ReportBlock[] {
  const parts = childrenOf(desk.tree, code.id).filter((child) => hasEvidence(desk, child))
  const { n } = desk.prevalence(code.id)
  const quotes = quotesFor(desk, [code, ...descendantsOf(desk.tree, code.id)], {
    supporting: n < 3 ? 1 : 2,
    against: 1,
  })
  return [
    ...parts.map((child, i) => prevalenceBlock(desk, child, i, code.id)),
    ...quotes,
    ...(quotes.length === 0
      ? [{ kind: 'gap', text: `No words on “${desk.cover(code.name)}” may be quoted.` } as const]
      : []),
    ...closing(desk, code, quotes.length),
  ]
}

/** What stands behind the theme, told when it is more than was shown. */
function closing(desk: Desk, code: Code, shown: number): readonly ReportBlock[] {
  const { passages } = desk.prevalence(code.id)
  if (!desk.counted || passages <= shown) return []
  const text = `${verb(passages, 'passage stands', 'passages stand')} behind this.`
  return [loamsProse(desk, `${code.id}/closing`, text)]
}
