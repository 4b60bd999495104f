import { lettersOnOffer } from '../../../shared/importers/letters-on-offer.ts'
import type { EncodingGuess } from '../../../shared/importers/source-draft.ts'
import type { ProjectId } from '../../../shared/model/ids.ts'
import type { KnownLetters } from '../../workers/incoming-messages.ts'

/** Which encodings were chosen in a project on this machine, for the next files where the same ones are on offer. */
export function knownLetters(project: ProjectId): KnownLetters {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(project)) ?? '{}')
    const entries = typeof kept === 'object' && kept !== null ? Object.entries(kept) : []
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

/** Remembers a chosen encoding beside those that were on offer. */
export function rememberLetters(
  project: ProjectId,
  candidates: EncodingGuess['candidates'],
  chosen: string,
): void {
  try {
    const letters = { ...knownLetters(project), [lettersOnOffer(candidates)]: chosen }
    localStorage.setItem(keyOf(project), JSON.stringify(letters))
  } catch {
    // A browser that keeps nothing only asks again.
  }
}

function keyOf(project: ProjectId): string {
  return `loam-letters-${project}`
}
