import { roleWordOf } from '../../importers/role-words.ts'
import type { Archive } from '../../model/archive.ts'
import type { ParticipantId, SourceId } from '../../model/ids.ts'
import type { Span } from '../../text/positions.ts'
import { namesEver } from './their-words.ts'

/** What is to be erased for good; one or several of these. */
export interface ErasureWish {
  /** Their words. Their names are in `names`, where somebody can look over them (see `namesOf`). */
  readonly participants?: readonly ParticipantId[]
  readonly sources?: readonly SourceId[]
  /** Stretches of the text that a source is read in now. */
  readonly passages?: readonly (Span & { readonly source: SourceId })[]
  /** Names or other strings, wherever they stand. */
  readonly names?: readonly string[]
  /** Absent: whole words, whatever the case, and "[name]" in their place. */
  readonly wholeWords?: boolean
  readonly matchCase?: boolean
  readonly put?: string
  /** What becomes of kept files in which names cannot be looked for, PDFs above all, when names are erased. Absent: they
      go. Those of sources out of whose texts something is taken go in any case. */
  readonly unreadFiles?: 'stay'
}

/** What stands for a name unless somebody says otherwise. */
export const usualPut = '[name]'

/** Names that participants ever bore in the project and that can be told from other words: not "Participant" or "B". */
export function namesOf(archive: Archive, participants: readonly ParticipantId[]): readonly string[] {
  return namesEver(archive, new Set(participants)).filter(
    (name) => [...name].length > 1 && (roleWordOf(name) === null || /\d/.test(name)),
  )
}

/** Why a wish cannot be carried out; null when it can. */
export function wishProblem({
  participants,
  sources,
  passages,
  names,
  put = usualPut,
}: ErasureWish): string | null {
  const given = (names ?? []).filter((name) => name.trim() !== '')
  const count = (participants?.length ?? 0) + (sources?.length ?? 0) + (passages?.length ?? 0) + given.length
  if (count === 0) return 'Say what is to be erased.'
  if (put.trim() === '') return 'Say what is to stand in the place of names.'
  const inPut = given.find((name) => put.toLowerCase().includes(name.trim().toLowerCase()))
  return inPut === undefined ? null : `“${put}” has “${inPut}” in it, so it cannot stand in its place.`
}
