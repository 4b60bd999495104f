import type { ErasureWish } from '../../shared/change/erase/erasure-wish.ts'
import type { ParticipantId, SourceId } from '../../shared/model/ids.ts'
import type { Span } from '../../shared/text/positions.ts'
import type { Place } from './places.ts'

/** What a person chose to erase, as the dialog holds it. */
export interface EraseForm {
  readonly participant: ParticipantId | null
  readonly sources: readonly SourceId[]
  /** One name a line. */
  readonly names: string
  readonly wholeWords: boolean
  readonly matchCase: boolean
  readonly put: string
  /** Kept files in which names cannot be looked for stay. */
  readonly keepsUnread: boolean
  /** A passage of a source, in place of all the others. */
  readonly passage: ErasedPassage | null
}

/** A passage that is to be erased, and its words as they are now. */
export interface ErasedPassage extends Span {
  readonly source: SourceId
  readonly quote: string
}

/** Where a dialog begins: from a participant, from sources, from a passage, or from nothing. */
export interface EraseStart {
  readonly participant?: ParticipantId
  readonly sources?: readonly SourceId[]
  readonly passage?: ErasedPassage
}

/** The form before anything is chosen. */
export function emptyForm({ participant, sources = [], passage }: EraseStart): EraseForm {
  return {
    participant: participant ?? null,
    sources,
    names: '',
    wholeWords: true,
    matchCase: false,
    put: '[name]',
    keepsUnread: false,
    passage: passage ?? null,
  }
}

/** What the form asks for. */
export function wishOf(form: EraseForm): ErasureWish {
  const { participant, sources, names, wholeWords, matchCase, put, keepsUnread, passage } = form
  if (passage) {
    const { source, start, end } = passage
    return { passages: [{ source, start, end }] }
  }
  return {
    ...(participant ? { participants: [participant] } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    names: names
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    wholeWords,
    matchCase,
    put: put.trim(),
    ...(keepsUnread ? { unreadFiles: 'stay' } : {}),
  }
}

/** Where to go once it was erased: to where a passage stood, else to the account in the settings. */
export function placeAfter({ passage }: EraseForm): Place {
  return passage
    ? { kind: 'source', source: passage.source, at: [passage.start, passage.start] }
    : { kind: 'settings', part: 'erase' }
}
