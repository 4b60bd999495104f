import type { Edit, Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Coding, Layer, Turn } from '../model/entities.ts'
import type { CodeId, SourceId } from '../model/ids.ts'
import { codingsOf, entity, type Project, turnsOf } from '../model/project.ts'
import { firstIndex, onCharacter, type Span, trimSpan } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import type { Making } from './making.ts'

/** Stretches of a source's present text that somebody means, with that text. */
export interface Passages {
  readonly source: SourceId
  readonly text: string
  readonly spans: readonly Span[]
}

/** Tags passages with codes, as one change. Spans are fitted to words (`fitPassage`). What this coder already tagged
    so is left alone; null when nothing remains to be done. */
export function applyCode(
  project: Project,
  passages: Passages,
  codes: readonly CodeId[],
  making: Making,
  layer: Layer = 'own',
): Gesture | null {
  const edits = codingEdits(project, passages, codes, making, layer)
  if (edits.length === 0) return null
  const names = codes.map((code) => entity(project, 'code', code).name)
  return { label: codingLabel(passages.spans.length, names), edits }
}

/** The edits of `applyCode`, for changes that do more; the codes need not be in the project yet. */
export function codingEdits(
  project: Project,
  passages: Passages,
  codes: readonly CodeId[],
  making: Making,
  layer: Layer = 'own',
): Edit[] {
  const source = entity(project, 'source', passages.source)
  const known = codingsOf(project, passages.source)
  const turns = turnsOf(project, passages.source)
  const spans = passages.spans.flatMap((span) => fitPassage(passages.text, turns, span) ?? [])
  return spans.flatMap(({ start, end }) =>
    [...new Set(codes)].flatMap((code) => {
      const coding: Coding = {
        id: making.newId<'coding'>(),
        source: source.id,
        content: source.content,
        start,
        end,
        code,
        coder: making.by,
        layer,
        at: making.at,
        quote: quoteHash(passages.text, start, end),
      }
      return known.some((other) => isSameCoding(other, coding)) ? [] : [create('coding', coding)]
    }),
  )
}

/** True when two codings say the same: one code, on one passage, by one coder, in one layer. */
export function isSameCoding(a: Coding, b: Coding): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.code === b.code &&
    a.coder === b.coder &&
    a.layer === b.layer &&
    a.content === b.content
  )
}

/** The passage that a selection means: whole characters, no white space at its ends, beginning and ending in words
    and not in a label. Null when no words are left. */
export function fitPassage(text: string, turns: readonly Turn[], span: Span): Span | null {
  const [low, high] = span.start <= span.end ? [span.start, span.end] : [span.end, span.start]
  const end = onCharacter(text, high)
  let fitted = { start: onCharacter(text, low), end: end < high ? end + 2 : end }
  // Each trimming can reach a label and each label left can reach white space, so both until neither does.
  for (;;) {
    const trimmed = trimSpan(text, fitted)
    if (!trimmed) return null
    const words = outOfLabels(turns, trimmed)
    if (words.start === trimmed.start && words.end === trimmed.end) return words
    fitted = words
  }
}

function outOfLabels(turns: readonly Turn[], span: Span): Span {
  const first = turns[firstIndex(turns, (turn) => turn.end > span.start)]
  const start = first && first.label <= span.start && span.start < first.start ? first.start : span.start
  const after = firstIndex(turns, (turn) => turn.label >= span.end)
  const last = turns[after - 1]
  const end = last && last.label < span.end && span.end <= last.start ? last.label : span.end
  return { start, end: Math.max(start, end) }
}

function codingLabel(passages: number, names: readonly string[]): string {
  const what = passages === 1 ? 'Code passage' : `Code ${passages} passages`
  return `${what} with ${listed(names)}`
}

function listed(names: readonly string[]): string {
  if (names.length > 3) return `${names.length} codes`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
