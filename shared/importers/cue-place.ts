import type { FileLines, FileStretch } from './file-lines.ts'
import type { Place } from './origin.ts'

/** The place of a cue, record, segment or annotation by its number (from 1) and where it stands in the file. */
export function cuePlace(cue: number, { line, bytes }: FileStretch): Place {
  return { kind: 'cue', cue, line, bytes }
}

/** A piece of a file that is counted (from 1), and from where to where it stands in the decoded text. */
export interface Numbered {
  readonly number: number
  readonly from: number
  readonly to: number
}

/** The place of a counted piece. */
export function numberedPlace({ number, from, to }: Numbered, file: FileLines): Place {
  return cuePlace(number, file.stretch(from, to))
}
