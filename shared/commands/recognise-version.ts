import type { Source } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import { compareSketches, type TextSketch } from '../text/text-sketch.ts'

/** A source that a file seems to be a better version of. */
export interface Recognised {
  readonly source: SourceId
  /** The share of the shorter one's wording that they have in common, 0 to 1. */
  readonly share: number
  /** Sure enough to be taken for a correction unless somebody says otherwise. */
  readonly sure: boolean
}

/** A file or a source as far as it is recognised: what it is called, and a sketch of its text. */
export interface KnownText {
  readonly id: SourceId
  readonly names: readonly string[]
  readonly sketch: TextSketch
}

/** Names a source goes by: its own and its file's. */
export function namesOf({ name, original }: Source): readonly string[] {
  return original ? [name, original.name] : [name]
}

/** Gives what finds the source that a file is a new version of: half of the wording is that of one source, or a tenth
    and the source or its file is called alike. Null when there is none. */
export function versionRecogniser(
  known: readonly KnownText[],
): (file: { readonly name: string; readonly sketch: TextSketch }) => Recognised | null {
  const names = new Map(known.map(({ id, names }) => [id, new Set(names.map(plainName))]))
  const compare = compareSketches(known.map(({ id, sketch }) => ({ of: id, sketch })))
  return ({ name: called, sketch }) => {
    const like = compare(sketch)
    const name = plainName(called)
    const named = like.find(
      ({ of, ofShorter }) => ofShorter >= leastShareByName && names.get(of)?.has(name) === true,
    )
    if (named) return { source: named.of, share: named.ofShorter, sure: named.ofShorter >= sureShare }
    const [best, next] = like
    // Two sources that are equally like it are copies of each other: nobody could say which is meant.
    if (!best || best.ofShorter < sureShare || (next && next.ofShorter >= best.ofShorter)) return null
    return { source: best.of, share: best.ofShorter, sure: best.ofLonger >= sureShare }
  }
}

const sureShare = 0.5
const leastShareByName = 0.1

/** A name without its ending and without what people add to later versions: "Interview 03 (corrected) v2.docx". */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,6}$/, '')
    .replace(laterVersion, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const laterVersion =
  /(?<![\p{L}\p{N}])(?:corrected|correction|checked|edited|revised|revision|rev|final|clean(?:ed)?|proofread|new|copy|korrigiert|überarbeitet|corrigé|v(?:ersion)?[ ._-]?\d+|\(\d+\))(?![\p{L}\p{N}])/gu
