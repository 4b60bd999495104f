import type { ErasureWish } from '../../shared/change/erase/erasure-wish.ts'
import type { ParticipantId, SourceId } from '../../shared/model/ids.ts'

/** What a person chose to erase, as the dialog holds it. */
export interface EraseForm {
  readonly participant: ParticipantId | null
  readonly sources: readonly SourceId[]
  /** One name a line. */
  readonly names: string
  readonly wholeWords: boolean
  readonly matchCase: boolean
  readonly put: string
}

/** Where a dialog begins: from a participant, from sources, or from nothing. */
export interface EraseStart {
  readonly participant?: ParticipantId
  readonly sources?: readonly SourceId[]
}

/** The form before anything is chosen. */
export function emptyForm({ participant, sources = [] }: EraseStart): EraseForm {
  return {
    participant: participant ?? null,
    sources,
    names: '',
    wholeWords: true,
    matchCase: false,
    put: '[name]',
  }
}

/** What the form asks for. */
export function wishOf({ participant, sources, names, wholeWords, matchCase, put }: EraseForm): ErasureWish {
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
  }
}
