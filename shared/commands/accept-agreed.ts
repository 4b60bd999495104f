import {
  type AgreedPassage,
  type AgreedReach,
  agreedPassages,
} from '../analysis/agreement/agreed-passages.ts'
import type { AgreementWish } from '../analysis/agreement/agreement-wish.ts'
import { decidedPlaces } from '../analysis/agreement/decided-places.ts'
import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Coding } from '../model/entities.ts'
import { codingsOf, type Project, type Texts, turnsOf } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { overlaps } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { fitPassage } from './apply-code.ts'
import { saidOf } from './decide-disagreement.ts'
import type { Making } from './making.ts'

/** What accepting comes to, to be said before it happens. */
export interface AcceptAccount {
  /** Passages that everybody gave the code. */
  readonly agreed: number
  /** Of these, those that the agreed layer has already in some form, or where it was decided that the code does not
      apply. */
  readonly standing: number
  /** Of these, those whose text is not at hand. */
  readonly withoutText: number
  /** What comes into the agreed layer. */
  readonly passages: readonly AgreedPassage[]
}

/** Finds what everybody agrees on and the agreed layer does not have yet. */
export function acceptAccount(
  project: Project,
  texts: Texts,
  wish: AgreementWish,
  reach: AgreedReach,
): AcceptAccount {
  const all = agreedPassages(project, texts, wish, reach)
  const decided = decidedPlaces(project)
  const open = all.filter((each) => !isAgreed(project, each) && decided(each)?.decided !== 'does not apply')
  const passages = open.filter(({ content }) => texts(content) !== undefined)
  return {
    agreed: all.length,
    standing: all.length - open.length,
    withoutText: open.length - passages.length,
    passages,
  }
}

/** Puts everything that everybody agreed on into the agreed layer, as one change by whoever accepts it. Null when
    nothing is left to accept. */
export function acceptAgreed(
  project: Project,
  texts: Texts,
  passages: readonly AgreedPassage[],
  making: Making,
): Gesture | null {
  const edits = passages.flatMap((passage) => {
    const coding = codingOf(project, texts, passage, making)
    return coding ? [create('coding', coding)] : []
  })
  if (edits.length === 0) return null
  const what = counted(edits.length, 'passage')
  return { label: `Accept ${what} everyone agreed on`, edits }
}

function isAgreed(project: Project, passage: AgreedPassage): boolean {
  return codingsOf(project, passage.source).some(
    (each) =>
      each.layer === 'agreed' &&
      each.code === passage.code &&
      each.content === passage.content &&
      overlaps(each, passage),
  )
}

function codingOf(
  project: Project,
  texts: Texts,
  { source, content, code, start, end, codings }: AgreedPassage,
  { newId, at, by }: Making,
): Coding | null {
  const text = texts(content)
  const span = text === undefined ? null : fitPassage(text, turnsOf(project, source), { start, end })
  if (text === undefined || !span) return null
  return {
    id: newId<'coding'>(),
    ...{ source, content, ...span, code, coder: by, layer: 'agreed', at },
    quote: quoteHash(text, span.start, span.end),
    ...saidOf(codings),
  }
}
