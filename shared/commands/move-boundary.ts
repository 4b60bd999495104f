import type { Gesture } from '../change/change.ts'
import { update } from '../change/edit.ts'
import type { CodingId, SourceId } from '../model/ids.ts'
import { codingIn, entity, type Project, turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { fitPassage } from './apply-code.ts'

/** One end of a passage, moved one word towards the start or the end of the text. */
export interface BoundaryStep {
  readonly edge: 'start' | 'end'
  readonly towards: 'start' | 'end'
}

/** Moves one end of a coding by a word. Null at the ends of the text, when nothing would be left, or when the coding
    counts in another text than the one read now. */
export function moveBoundary(
  project: Project,
  source: SourceId,
  id: CodingId,
  text: string,
  step: BoundaryStep,
): Gesture | null {
  const coding = codingIn(project, source, id)
  if (!coding) return null
  const at = step.edge === 'start' ? coding.start : coding.end
  const to = wordStep(text, at, step)
  const span = step.edge === 'start' ? { start: to, end: coding.end } : { start: coding.start, end: to }
  if (span.start >= span.end) return null
  const moved = setBoundaries(project, source, id, text, span)
  // A step onto a label only ends at the words before it, where it began: step over the label then.
  return moved ?? overLabel(project, source, id, text, step, to)
}

function overLabel(
  project: Project,
  source: SourceId,
  id: CodingId,
  text: string,
  step: BoundaryStep,
  to: number,
): Gesture | null {
  const coding = codingIn(project, source, id)
  const turn = turnsOf(project, source).find(
    (each) => each.label <= to && to <= each.start && each.label < each.start,
  )
  if (!coding || !turn) return null
  const from = step.towards === 'end' ? turn.start : turn.label
  const beyond = wordStep(text, from, step)
  const span =
    step.edge === 'start' ? { start: beyond, end: coding.end } : { start: coding.start, end: beyond }
  return span.start < span.end ? setBoundaries(project, source, id, text, span) : null
}

/** Puts a coding on another stretch of the same text, fitted to words. Null when that is where it is. */
export function setBoundaries(
  project: Project,
  source: SourceId,
  id: CodingId,
  text: string,
  span: Span,
): Gesture | null {
  const coding = codingIn(project, source, id)
  if (!coding || coding.content !== entity(project, 'source', source).content) return null
  const fitted = fitPassage(text, turnsOf(project, source), span)
  if (!fitted || (fitted.start === coding.start && fitted.end === coding.end)) return null
  const name = project.tables.code.get(coding.code)?.name ?? 'code'
  const quote = quoteHash(text, fitted.start, fitted.end)
  return { label: `Move boundary of ${name}`, edits: [update('coding', coding, { ...fitted, quote })] }
}

/** Where the nearest word begins (for a start) or ends (for an end), beyond a position. */
function wordStep(text: string, at: number, { edge, towards }: BoundaryStep): number {
  const reach = 400
  const from = towards === 'start' ? Math.max(0, at - reach) : at
  const until = towards === 'start' ? at : Math.min(text.length, at + reach)
  const places: number[] = []
  for (const segment of words.segment(text.slice(from, until))) {
    if (segment.isWordLike !== true) continue
    places.push(from + segment.index + (edge === 'end' ? segment.segment.length : 0))
  }
  const beyond = places.filter((place) => (towards === 'start' ? place < at : place > at))
  return (towards === 'start' ? beyond.at(-1) : beyond[0]) ?? (towards === 'start' ? from : until)
}

const words = new Intl.Segmenter('und', { granularity: 'word' })
