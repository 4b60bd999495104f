import type { Edit, Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import type { Coding } from '../model/entities.ts'
import type { CodeId, CodingId, ReportId, SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { QuoteChoice } from '../model/report-entities.ts'
import type { Making } from './making.ts'

/** A passage as a report names it. `code` is the code it is quoted under, which may stand above the coding's own. */
export interface QuoteRef {
  readonly report: ReportId
  readonly code: CodeId
  readonly source: SourceId
  readonly coding: CodingId
}

/** Shows a passage in a report although Loam would not, or leaves out one that it would show. Null when that is
    already decided so. */
export function chooseQuote(
  project: Project,
  ref: QuoteRef,
  use: QuoteChoice['use'],
  making: Making,
): Gesture | null {
  return gesture(use === 'show' ? 'Quote a passage' : 'Leave out a quote', [
    decide(project, ref, { use }, making),
  ])
}

/** Leaves out one quote and shows another in its place. */
export function replaceQuote(project: Project, ref: QuoteRef, by: QuoteRef, making: Making): Gesture | null {
  if (ref.coding === by.coding) return null
  const edits = [
    decide(project, ref, { use: 'leave out' }, making),
    decide(project, by, { use: 'show' }, making),
  ]
  return gesture('Replace a quote', edits)
}

/** Says which words of a quote are cut, as […], and what is put in, in [ ]; the quote is then shown in any case.
    Positions count in the coding's content. */
export function editQuote(
  project: Project,
  ref: QuoteRef,
  words: Pick<QuoteChoice, 'cuts' | 'clarifications'>,
  making: Making,
): Gesture | null {
  const cuts = joined(words.cuts ?? [])
  const clarifications = (words.clarifications ?? []).filter((each) => each.text.trim() !== '')
  const fields = {
    use: 'show' as const,
    cuts: cuts.length > 0 ? cuts : undefined,
    clarifications: clarifications.length > 0 ? clarifications : undefined,
  }
  return gesture('Edit a quote', [decide(project, ref, fields, making)])
}

/** Leaves it to Loam again whether a passage is quoted. Null when nothing was decided about it. */
export function forgetQuoteChoice(project: Project, ref: QuoteRef): Gesture | null {
  const choices = choicesFor(project, ref)
  return gesture(
    'Let Loam choose again',
    choices.map((each) => remove('quoteChoice', each)),
  )
}

/** What the lead decided about a passage in a report, if anything. */
export function choiceFor(project: Project, ref: QuoteRef): QuoteChoice | undefined {
  return choicesFor(project, ref)[0]
}

/** Takes away what reports decided about codings that are going: what is not there cannot be quoted. */
export function forgetChoicesOf(project: Project, codings: readonly Pick<Coding, 'id'>[]): Edit[] {
  const gone = new Set<string>(codings.map((coding) => coding.id))
  return [...project.tables.quoteChoice.values()]
    .filter((choice) => gone.has(choice.coding))
    .map((choice) => remove('quoteChoice', choice))
}

function choicesFor(project: Project, ref: QuoteRef): QuoteChoice[] {
  const about = (each: QuoteChoice) =>
    each.report === ref.report && each.coding === ref.coding && each.code === ref.code
  return [...project.tables.quoteChoice.values()].filter(about).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function decide(
  project: Project,
  ref: QuoteRef,
  fields: { readonly [F in 'use' | 'cuts' | 'clarifications']?: QuoteChoice[F] | undefined } & Pick<
    QuoteChoice,
    'use'
  >,
  making: Making,
): Edit | null {
  const hash = codingOf(project, ref)?.quote
  const decided = choiceFor(project, ref)
  if (decided)
    return update('quoteChoice', decided, { ...fields, ...(hash === undefined ? {} : { quote: hash }) })
  const { use, cuts, clarifications } = fields
  return create('quoteChoice', {
    ...ref,
    id: making.newId<'quoteChoice'>(),
    use,
    ...(cuts ? { cuts } : {}),
    ...(clarifications ? { clarifications } : {}),
    ...(hash === undefined ? {} : { quote: hash }),
  })
}

function codingOf(project: Project, { source, coding }: QuoteRef): Coding | undefined {
  return project.codings.get(source)?.find((each) => each.id === coding)
}

function gesture(label: string, edits: readonly (Edit | null)[]): Gesture | null {
  const telling = edits.filter((edit) => edit !== null).filter((edit) => !isIdle(edit))
  return telling.length > 0 ? { label, edits: telling } : null
}

type Cut = NonNullable<QuoteChoice['cuts']>[number]

function joined(cuts: readonly Cut[]): Cut[] {
  const result: Cut[] = []
  for (const cut of cuts.filter((each) => each.start < each.end).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && cut.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, cut.end) }
    else result.push({ start: cut.start, end: cut.end })
  }
  return result
}
