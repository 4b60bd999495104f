import { normaliseText } from '../text/normalise-text.ts'
import { encodingSample } from './encoding-sample.ts'
import { type FileLines, fileLines } from './file-lines.ts'
import { guessEightBit, readingOf } from './guess-encoding.ts'
import { notice } from './notice.ts'
import type { EncodingGuess, ImportNotice, ImportProblem } from './source-draft.ts'

/** The text of a file, how it was read, and what was repaired on the way. */
export interface DecodedText {
  readonly ok: true
  readonly text: string
  /** The same before line ends were made one: tables tell breaks inside a cell from the end of a row by them. */
  readonly raw: string
  readonly encoding: EncodingGuess
  readonly notices: readonly ImportNotice[]
  /** Where in the file stretches of `text` stand; found when first asked for. */
  readonly lines: () => FileLines
}

/** Reads bytes as text: byte order mark, UTF-16 by its NULs, UTF-8 (also where a few bytes are broken), then the
    older encodings by plausibility. A chosen encoding (WHATWG label) is followed; an unknown one is a problem. */
export function decodeText(bytes: Uint8Array, chosen?: string): DecodedText | ImportProblem {
  const guess =
    chosen === undefined ? guessEncoding(bytes) : { name: chosen, others: guessEncoding(bytes).others }
  const raw = readingOf(bytes, guess.name)
  if (raw === null)
    return { ok: false, problem: `Loam does not know the encoding “${guess.name}”: choose another one.` }
  const normal = normaliseText(raw)
  const names = [...new Set([guess.name, ...guess.others])]
  const candidates = names.flatMap((name) => candidate(bytes, name))
  let lines: FileLines | null = null
  return {
    ok: true,
    text: normal.text,
    raw,
    lines: () => {
      lines ??= fileLines({
        bytes,
        text: normal.text,
        encoding: guess.name,
        oddBreaks: normal.oddBreaks > 0,
        units: raw.length,
      })
      return lines
    },
    encoding: { name: guess.name, candidates },
    notices: [
      ...brokenSpots(raw),
      ...notice('repaired', normal.oddBreaks, [
        'unusual line or paragraph separator read as a line end',
        'unusual line or paragraph separators read as line ends',
      ]),
      ...notice('repaired', normal.brokenCharacters, [
        'broken character marked with �',
        'broken characters marked with �',
      ]),
    ],
  }
}

interface Guess {
  readonly name: string
  readonly others: readonly string[]
}

function guessEncoding(bytes: Uint8Array): Guess {
  const marked = byteOrderMark(bytes)
  if (marked !== null) return { name: marked, others: [] }
  const wide = utf16ByNuls(bytes)
  if (wide !== null) return { name: wide, others: [wide === 'utf-16le' ? 'utf-16be' : 'utf-16le'] }
  if (isNearUtf8(bytes))
    return { name: 'utf-8', others: isStrictUtf8(bytes) ? [] : guessEightBit(bytes).slice(0, 3) }
  const [best = 'windows-1252', ...others] = guessEightBit(bytes)
  return { name: best, others: [...others, 'utf-8'] }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function utf16ByNuls(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 65_536)
  if (length < 4 || !bytes.subarray(0, length).includes(0)) return null
  const nuls = [0, 0]
  for (let i = 0; i < length; i += 1) if (bytes[i] === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1
  const [even = 0, odd = 0] = nuls
  const enough = length / 100
  if (odd > enough && odd > even * 5) return 'utf-16le'
  if (even > enough && even > odd * 5) return 'utf-16be'
  return null
}

/** UTF-8 with a few broken bytes is still UTF-8: read as an older encoding the whole file would be garbled. */
function isNearUtf8(bytes: Uint8Array): boolean {
  if (isStrictUtf8(bytes)) return true
  const text = readingOf(bytes, 'utf-8') ?? ''
  let broken = 0
  let valid = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken += 1
    else if (code > 127) valid += 1
  }
  const cutAtEnd = broken === 1 && text.endsWith('\uFFFD') && valid > 0
  return cutAtEnd || valid > broken * 20
}

function isStrictUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function candidate(
  bytes: Uint8Array,
  name: string,
): readonly { readonly name: string; readonly sample: string }[] {
  const sample = encodingSample(bytes, name)
  return sample === null ? [] : [{ name, sample }]
}

function brokenSpots(raw: string): readonly ImportNotice[] {
  const samples: string[] = []
  let spots = 0
  for (let at = raw.indexOf('\uFFFD'); at !== -1; at = raw.indexOf('\uFFFD', at + 1)) {
    spots += 1
    if (samples.length < 20)
      samples.push(
        raw
          .slice(Math.max(0, at - 30), at + 30)
          .replace(/\s+/g, ' ')
          .toWellFormed(),
      )
  }
  const what = [
    'place that could not be read in this encoding, marked with �',
    'places that could not be read in this encoding, marked with �',
  ] as const
  return notice('doubt', spots, what, samples)
}
