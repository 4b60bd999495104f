import { type Change, changeFormat, type Edit } from '../change/change.ts'
import type { CoderId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'
import { derivedId, fingerprint } from './fingerprint.ts'

/** The change that brings a whole project in at once, when its own history is not there. The same project gives
    the same change on every machine. */
export function openingChange(edits: readonly Edit[], at: Moment, by: CoderId): Change {
  const content = fingerprint(JSON.stringify(edits))
  return {
    id: derivedId('opening', content),
    copy: derivedId('copy', content),
    seq: 1,
    parents: [],
    at,
    by,
    label: 'Open a project from a file',
    cause: { kind: 'import' },
    format: changeFormat,
    edits,
  }
}
