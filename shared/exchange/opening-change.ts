import { type Change, changeFormat, type Edit } from '../change/change.ts'
import type { CoderId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'
import { derivedId, fingerprint } from './fingerprint.ts'

/** The change that brings a whole project in at once, when its own history is not there. The same project gives
    the same change on every machine. */
export function openingChange(edits: readonly Edit[], at: Moment, by: CoderId): Change {
  const content = fingerprint(edits.map(said).join('\n'))
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

/** What tells one edit from another. Codings are most of a project, and said briefly: what stands where, by whom. */
function said({ kind, id, after, ...rest }: Edit): string {
  if (kind !== 'coding' || after === null) return JSON.stringify({ kind, id, after, ...rest })
  const { start, end, code, coder, quote, stance, note, star, flag, origin, at } = after
  const more = [stance, note, star, flag, origin].some((each) => each !== undefined)
  const brief = `${id} ${start} ${end} ${quote} ${String(code).slice(0, 8)} ${String(coder).slice(0, 8)} ${at}`
  return more ? `${brief} ${JSON.stringify(after)}` : brief
}
