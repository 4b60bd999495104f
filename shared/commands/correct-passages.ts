import type { Edit } from '../change/change.ts'
import { update } from '../change/edit.ts'
import type { Coding, Source, Turn } from '../model/entities.ts'
import type { ContentHash } from '../model/ids.ts'
import { passageMemosOf } from '../model/orphans.ts'
import { codingsOf, type Project, turnsOf } from '../model/project.ts'
import type { QuoteChoice } from '../model/report-entities.ts'
import type { Translation } from '../model/source-entities.ts'
import type { ProposedPassage } from '../model/team-entities.ts'
import type { TextAlignment } from '../text/align-texts.ts'
import { type FollowedSpan, followSpan, followWhole } from '../text/follow-span.ts'
import type { Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { fitPassage } from './apply-code.ts'
import type { CorrectedTurns } from './correct-turns.ts'
import type { CorrectionOutcome, Fates } from './correction-outcome.ts'

/** What a source gets instead of its text until now. */
export interface Replacement {
  readonly alignment: TextAlignment
  readonly content: ContentHash
  readonly turns: CorrectedTurns
}

/** Edits that move what stands on passages of a source to its better text, and what becomes of each. What stands on an
    earlier text already stays there. */
export function moveAlong(
  project: Project,
  source: Source,
  replacement: Replacement,
): {
  readonly edits: readonly Edit[]
  readonly fates: Pick<CorrectionOutcome, 'codings' | 'memos' | 'restrictions'>
} {
  const codings = codingsOf(project, source.id).filter((coding) => coding.content === source.content)
  const moved = codings.map((coding) => ({ coding, span: followed(replacement, coding) }))
  const memos = passageMemosOf(project, source.id).filter(({ about }) => about.content === source.content)
  const movedMemos = memos.map((memo) => ({ memo, span: followed(replacement, memo.about) }))
  const rules = [...project.tables.restriction.values()].filter(
    (each) => each.source === source.id && each.content === source.content,
  )
  const movedRules = rules.map((rule) => ({ rule, span: wholeOf(replacement, rule) }))
  const { content } = replacement
  const decisions = [...project.tables.adjudication.values()].filter(
    (each) => each.source === source.id && each.content === source.content,
  )
  return {
    edits: [
      ...moved.flatMap(({ coding, span }) => (span ? [codingEdit(coding, span, replacement)] : [])),
      ...movedMemos.flatMap(({ memo, span }) =>
        span
          ? [update('memo', memo, { about: { ...memo.about, content, start: span.start, end: span.end } })]
          : [],
      ),
      ...movedRules.flatMap(({ rule, span }) =>
        span ? [update('restriction', rule, { content, start: span.start, end: span.end })] : [],
      ),
      ...decisions.flatMap((each) => {
        const span = wholeOf(replacement, each)
        return span ? [update('adjudication', each, { content, start: span.start, end: span.end })] : []
      }),
      ...choiceEdits(
        project,
        source,
        new Set(moved.flatMap(({ coding, span }) => (span ? [coding.id] : []))),
        replacement,
      ),
      ...translationEdits(project, source, replacement),
      ...proposalEdits(project, source, replacement),
    ],
    fates: { codings: fates(moved), memos: fates(movedMemos), restrictions: fates(movedRules) },
  }
}

/** Passages whose words read as before keep their bounds; others are fitted to words again. */
function followed({ alignment, turns }: Replacement, passage: Span): FollowedSpan | null {
  const span = followSpan(alignment, passage)
  if (!span || span.same) return span
  const fitted = fitPassage(alignment.after, turns.turns, span)
  return fitted ? { ...fitted, same: false } : null
}

function wholeOf({ alignment }: Replacement, rule: Span): FollowedSpan | null {
  const span = followWhole(alignment, rule)
  return span && { ...span, same: followSpan(alignment, rule)?.same ?? false }
}

function fates(moved: readonly { readonly span: FollowedSpan | null }[]): Fates {
  const count = (holds: (span: FollowedSpan | null) => boolean) =>
    moved.filter(({ span }) => holds(span)).length
  return {
    same: count((span) => span?.same === true),
    changed: count((span) => span?.same === false),
    gone: count((span) => span === null),
  }
}

function codingEdit(coding: Coding, { start, end }: Span, { alignment, content }: Replacement): Edit {
  return update('coding', coding, { content, start, end, quote: quoteHash(alignment.after, start, end) })
}

/** What reports decided about quotes counts in the coding's text, so it moves with the coding. */
function choiceEdits(
  project: Project,
  source: Source,
  moved: ReadonlySet<string>,
  { alignment }: Replacement,
): Edit[] {
  const choices = [...project.tables.quoteChoice.values()].filter(
    (choice) => choice.source === source.id && moved.has(choice.coding),
  )
  return choices.map((choice) => update('quoteChoice', choice, movedWords(choice, alignment)))
}

function movedWords({ cuts = [], clarifications = [] }: QuoteChoice, alignment: TextAlignment) {
  const movedCuts = cuts.flatMap((cut) => {
    const start = alignment.mapPosition(cut.start, 1)
    const end = alignment.mapPosition(cut.end, -1)
    return start < end ? [{ start, end }] : []
  })
  const movedNotes = clarifications.map(({ at, text }) => ({ at: alignment.mapPosition(at, -1), text }))
  return {
    cuts: movedCuts.length > 0 ? movedCuts : undefined,
    clarifications: movedNotes.length > 0 ? movedNotes : undefined,
  }
}

/** Where proposed codes were noticed, each passage by itself: a proposal may name passages of several sources. */
function proposalEdits(project: Project, source: Source, replacement: Replacement): Edit[] {
  const { alignment, content } = replacement
  const isOn = (each: ProposedPassage) => each.source === source.id && each.content === source.content
  const moved = (passage: ProposedPassage): ProposedPassage => {
    const span = isOn(passage) ? followed(replacement, passage) : null
    if (!span) return passage
    const { start, end } = span
    return { ...passage, content, start, end, quote: quoteHash(alignment.after, start, end) }
  }
  return [...project.tables.proposal.values()].flatMap((proposal) =>
    proposal.passages?.some(isOn)
      ? [update('proposal', proposal, { passages: proposal.passages.map(moved) })]
      : [],
  )
}

/** A stretch of a translation begins with its turn; without one, where its words stand now. */
function translationEdits(
  project: Project,
  source: Source,
  { alignment, content, turns }: Replacement,
): Edit[] {
  const translations = [...project.tables.translation.values()].filter(
    (each) => each.source === source.id && each.of === source.content,
  )
  if (translations.length === 0) return []
  const after = new Map<string, Turn>(turns.turns.map((turn) => [turn.id, turn]))
  const begins = new Map<number, number>()
  for (const turn of turnsOf(project, source.id)) {
    const now = after.get(turn.id)
    if (now) begins.set(turn.label, now.label).set(turn.start, now.start)
  }
  return translations.map((each) =>
    update('translation', each, {
      of: content,
      stretches: movedStretches(each, (at) => begins.get(at) ?? alignment.mapPosition(at, -1)),
    }),
  )
}

function movedStretches({ stretches }: Translation, place: (at: number) => number): number[] {
  let reached = 0
  return stretches.map((value, i) => {
    if (i % 3 !== 0) return value
    reached = Math.max(reached, place(value))
    return reached
  })
}
