import type { Edit, Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { CodingId, MemoId, RestrictionId, SourceId } from '../model/ids.ts'
import { orphansOf } from '../model/orphans.ts'
import { entity, type Project, turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { fitPassage } from './apply-code.ts'

/** A stretch of the text that is read now, with that text. */
export interface NewPlace extends Span {
  readonly text: string
}

/** Puts a coding whose words are gone on a passage of the text read now. How reports cut its old words is forgotten.
    Null when it stands on that text already, or the passage has no words. */
export function reanchorCoding(
  project: Project,
  source: SourceId,
  id: CodingId,
  place: NewPlace,
): Gesture | null {
  const coding = orphansOf(project, source).codings.find((each) => each.id === id)
  const span = fitPassage(place.text, turnsOf(project, source), place)
  if (!coding || !span) return null
  const { content } = entity(project, 'source', source)
  const choices = [...project.tables.quoteChoice.values()].filter((choice) => choice.coding === id)
  const edits: Edit[] = [
    update('coding', coding, { content, ...span, quote: quoteHash(place.text, span.start, span.end) }),
    ...choices.map((choice) => update('quoteChoice', choice, { cuts: undefined, clarifications: undefined })),
  ]
  const name = project.tables.code.get(coding.code)?.name ?? 'code'
  return { label: `Place ${name} at its words again`, edits: edits.filter((edit) => !isIdle(edit)) }
}

/** Puts a memo about a passage whose words are gone on a passage of the text read now. */
export function reanchorMemo(
  project: Project,
  source: SourceId,
  id: MemoId,
  place: NewPlace,
): Gesture | null {
  const memo = orphansOf(project, source).memos.find((each) => each.id === id)
  const span = fitPassage(place.text, turnsOf(project, source), place)
  if (!memo || !span) return null
  const { content } = entity(project, 'source', source)
  return {
    label: `Place the memo ${memo.title} at its words again`,
    edits: [update('memo', memo, { about: { ...memo.about, content, ...span } })],
  }
}

/** Puts a rule about a passage whose words are gone on a passage of the text read now. */
export function reanchorRestriction(
  project: Project,
  source: SourceId,
  id: RestrictionId,
  place: NewPlace,
): Gesture | null {
  const rule = orphansOf(project, source).restrictions.find((each) => each.id === id)
  const span = fitPassage(place.text, turnsOf(project, source), place)
  if (!rule || !span) return null
  const { content } = entity(project, 'source', source)
  return {
    label: 'Place a rule at its words again',
    edits: [update('restriction', rule, { content, ...span })],
  }
}
