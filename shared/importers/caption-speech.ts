import { namesAboveWords } from './caption-names.ts'
import type { Cue } from './cue-blocks.ts'
import { cuePlace } from './cue-place.ts'
import type { FileLines } from './file-lines.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'
import type { Place } from './origin.ts'

/** What one caption says, by one voice: plain text on one line. */
export interface Speech {
  /** The name stated for it; null continues the voice before. */
  readonly speaker: string | null
  readonly text: string
  /** Milliseconds; null where the file states none. */
  readonly time: number | null
  readonly endTime: number | null
  /** Parts of one utterance (Teams: `GUID/9-0`, `GUID/9-1`) carry the same key. */
  readonly utterance: string | null
  /** Where in the file it stands. */
  readonly place?: Place
  /** The first and the last of the JSON objects it was read from, while their places are not known. */
  readonly elements?: Elements
}

/** Objects of a parsed JSON text, from one to another of the same list. */
export type Elements = readonly [first: unknown, last: unknown]

/** Captions as plain speech. Names come from voice tags; without any, from a line above the words or from `Name: ` before
    them, where the names of the whole file bear it out. */
export function captionSpeech(cues: readonly Cue[], file: FileLines): readonly Speech[] {
  const names = namesAboveWords(cues)
  return namedSpeech(
    cues.flatMap((cue, i) => {
      const place = cuePlace(i + 1, file.lines(cue.first, cue.last))
      const name = names?.[i] ?? null
      if (name === null) return taggedSpeech(cue, place)
      return taggedSpeech({ ...cue, lines: cue.lines.slice(1) }, place).map((each) => ({
        ...each,
        speaker: name,
      }))
    }),
  )
}

/** Speech with the names that stand before the words (`Name: `) taken as speakers, where the file names nobody by
    other means and the names of the whole file bear it out; otherwise as it came. */
export function namedSpeech(speeches: readonly Speech[]): readonly Speech[] {
  if (speeches.some((each) => each.speaker !== null)) return speeches
  const names = namesBeforeWords(speeches.map((each) => each.text))
  return names.size === 0 ? speeches : speeches.map((each) => nameTakenOff(each, names))
}

/** One line of caption text without tags, positions and entities. */
export function plainCaptionText(marked: string): string {
  const bare = marked.includes('<') || marked.includes('{') ? marked.replace(TAGS, '') : marked
  const decoded = bare.includes('&') ? bare.replace(ENTITY, entityText) : bare
  return decoded.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
}

const TAGS =
  /<\/?(?:c|i|b|u|v|s|em|strong|lang|ruby|rt|font|span|p)(?:[.\s][^<>]*)?>|<\/?br ?\/?>|<\d{1,4}:[\d:.,]+>|\{\\[^{}\n]*\}|\{\/?[biu]\}/gi
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#\d{1,6}|#x[0-9a-f]{1,6});/gi
const VOICE = /<v(?:\.[^<>\s]*)?\s+([^<>]*)>/gi

function taggedSpeech(cue: Cue, place: Place): readonly Speech[] {
  const marked = cue.lines.map((line) => line.trim()).join(' ')
  const base = { time: cue.time, endTime: cue.endTime, utterance: utteranceOf(cue.id), place }
  if (!/<v[.\s]/i.test(marked)) return [{ ...base, speaker: null, text: plainCaptionText(marked) }]
  const pieces = marked.split(VOICE)
  const speeches: Speech[] = []
  const before = plainCaptionText(pieces[0] ?? '')
  if (before !== '') speeches.push({ ...base, speaker: null, text: before })
  for (let i = 1; i < pieces.length; i += 2) {
    const name = cleanLabel(plainCaptionText(pieces[i] ?? '').replace(/^\/\/\s*/, ''))
    const text = plainCaptionText(withoutStrokes(pieces[i + 1] ?? ''))
    speeches.push({ ...base, speaker: name === '' ? null : name, text })
  }
  return speeches
}

/** noScribe puts speech of two at once between strokes: `//S01: mhm//`. */
function withoutStrokes(marked: string): string {
  return marked.replace(/^\s{0,8}\/\/(?:\s+|S\d{2,3}:)/, '').replace(/\/\/\s*$/, '')
}

function utteranceOf(id: string): string | null {
  const match = /^([0-9a-f]{8}-[0-9a-f-]{20,40}(?:\/\d+)?)-\d+$/i.exec(id)
  return match?.[1] ?? null
}

function entityText(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase()
  if (name.startsWith('#')) {
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code).toWellFormed() : '\uFFFD'
  }
  return ENTITIES[name] ?? entity
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '\u200e',
  rlm: '\u200f',
}

/** Names as Zoom writes them: nearly every caption begins with one. Elsewhere only labels that look like names,
    more than once each, in a tenth of the captions. */
function namesBeforeWords(texts: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const name = nameBefore(text)
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const spoken = texts.filter((text) => text !== '').length
  const prefixed = sum(counts.values())
  const everywhere = prefixed >= spoken * 0.7 && hasVoices(counts)
  const accepted = [...counts].filter(([name, count]) =>
    everywhere ? isNameAmongNames(name, count) : isNameByItself(name, count),
  )
  const share = sum(accepted.map(([, count]) => count)) / Math.max(1, spoken)
  const enough = everywhere || (accepted.length >= 2 && share >= 0.1)
  return new Set(enough ? accepted.map(([name]) => name) : [])
}

function hasVoices(counts: ReadonlyMap<string, number>): boolean {
  return (
    counts.size * 1.5 <= sum(counts.values()) || [...counts.keys()].every((name) => labelKind(name) !== null)
  )
}

function isNameAmongNames(name: string, count: number): boolean {
  if (count >= 2) return !/[?!;]/.test(name) && name.split(' ').length <= 8
  return labelKind(name) !== null || (name.split(' ').length <= 2 && !/[.,?!;]/.test(name))
}

function isNameByItself(name: string, count: number): boolean {
  const kind = labelKind(name)
  return kind === 'role' || kind === 'code' ? count >= 1 : kind === 'name' && count >= 2
}

function nameTakenOff(speech: Speech, names: ReadonlySet<string>): Speech {
  const name = nameBefore(speech.text)
  if (name === null || !names.has(name)) return speech
  const rest = speech.text
    .slice(speech.text.search(/[:：]|^\[[^\]]*\]/))
    .replace(/^(?:\[[^\]]*\]\s*[:：]?|[:：])\s*/, '')
  return { ...speech, speaker: name, text: rest }
}

/** The words before the first `: ` of a caption, or in square brackets before a colon; null where there are none. */
function nameBefore(text: string): string | null {
  const match = /^(?:\[([^\][]{1,60})\]\s*[:：]|[-–>]*\s*([^:：[\]]{1,60}?)\s?(?::(?=\s|$)|：))/.exec(text)
  const name = cleanLabel(match?.[1] ?? match?.[2] ?? '')
  return name === '' || /^\d+$/.test(name) ? null : name
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
