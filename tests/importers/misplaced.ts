import type { Place } from '../../shared/importers/origin.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'

/** What a draft says wrong about where its stretches stand in the file; empty where every place is right. The words at
    an origin must stand in its bytes once these are decoded, mark-up and entities between them left aside. */
export function misplaced(draft: SourceDraft, bytes: Uint8Array): readonly string[] {
  const { text, origins = [], encoding } = draft
  if (origins.length === 0) return ['no origins']
  const decode = (from: number, to: number): string =>
    new TextDecoder(encoding?.name ?? 'utf-8').decode(bytes.subarray(from, to))
  const lineOf = lineCounter(decode)
  return origins.flatMap(({ start, place }, i) => {
    if (!('bytes' in place)) return []
    const [from, to] = place.bytes
    if (from < 0 || to < from || to > bytes.length) return [`bytes ${from} to ${to} of ${bytes.length}`]
    const broken: string[] = []
    const stretch = text.slice(start, origins[i + 1]?.start)
    const word = /[\p{L}\p{N}]+/u.exec(stretch)?.[0] ?? ''
    const written = decode(from, to)
    if (!spelled(written).includes(word)) broken.push(`“${word}” is not in “${written.slice(0, 80)}”`)
    if (lineOf(from) !== place.line) broken.push(`line ${place.line} is line ${lineOf(from)}`)
    return broken
  })
}

/** Places in few words, to compare: "line 3 [20–28]", "cue 2 at line 7 [90–120]", "paragraph 4", "C12 on Talk". */
export function shortPlace(place: Place): string {
  if (place.kind === 'line') return `line ${place.line} [${place.bytes.join('–')}]`
  if (place.kind === 'cue') return `cue ${place.cue} at line ${place.line} [${place.bytes.join('–')}]`
  if (place.kind === 'paragraph') return `paragraph ${place.paragraph}`
  if (place.kind === 'cell') return place.sheet === undefined ? place.cell : `${place.cell} on ${place.sheet}`
  return `page ${place.page}`
}

/** Each origin as its place and the words up to the next: "line 1 [0–9]: Ana: Yes.". */
export function placedWords(draft: SourceDraft): readonly string[] {
  const { text, origins = [] } = draft
  return origins.map(({ start, place }, i) => {
    const words = text.slice(start, origins[i + 1]?.start).trim()
    return `${shortPlace(place)}: ${words.replaceAll('\n', ' / ')}`
  })
}

/** Line ends before a byte, counted on from the byte asked for last. */
function lineCounter(decode: (from: number, to: number) => string): (byte: number) => number {
  let last = 0
  let line = 1
  return (byte) => {
    if (byte < last) [last, line] = [0, 1]
    line += decode(last, byte).match(/\r\n?|\n/g)?.length ?? 0
    last = byte
    return line
  }
}

function spelled(written: string): string {
  return written
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[⌈⌉⌊⌋‹›()<>:^*_]/g, (sign) => (sign === '<' || sign === '>' ? sign : ''))
}
