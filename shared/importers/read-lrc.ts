import type { Speech } from './caption-speech.ts'
import { cuePlace } from './cue-place.ts'
import { readTime } from './cue-times.ts'
import type { DecodedText } from './decode-text.ts'
import type { FileLines } from './file-lines.ts'
import { facts, plainLine } from './json-values.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'
import { byTime } from './word-speech.ts'

/** An LRC file: `[mm:ss.xx]` before each line, several for a line that returns; a time without words ends the line
    before it, as Whisper writes it. */
export function readLrc(fileName: string, decoded: DecodedText): ImportOutcome {
  const lines = decoded.text.split('\n').flatMap((line, at) => (/\S/.test(line) ? [{ line, at }] : []))
  const given = new Map(lines.flatMap(({ line }) => factOn(line)))
  const stamped = lines
    .filter(({ line }) => factOn(line).length === 0)
    .map(({ line, at }) => stampedLine(line, at))
  const offset = Number.parseInt(given.get('offset') ?? '0', 10) || 0
  const speeches = spokenLines(stamped, offset, decoded.lines())
  const found = {
    layout: 'Timed lines (LRC)',
    speeches: isOrdered(speeches) ? speeches : byTime(speeches),
    units: stamped.filter((line) => line.text !== '').length,
    attributes: facts({
      Title: given.get('ti'),
      Artist: given.get('ar'),
      Album: given.get('al'),
      By: given.get('by'),
    }),
    notices: [],
  }
  return draftRecognised(found, fileName, decoded, 'lrc')
}

interface StampedLine {
  readonly times: readonly number[]
  readonly text: string
  /** Its index (from 0) among the text's lines. */
  readonly at: number
}

function factOn(line: string): readonly (readonly [string, string])[] {
  const match = /^\s{0,8}\[([a-z]{2,8}):([^\n\]]{0,200})\]\s*$/i.exec(line)
  return match === null ? [] : [[(match[1] ?? '').toLowerCase(), match[2] ?? '']]
}

function stampedLine(line: string, at: number): StampedLine {
  const stamps = /^(?:\s{0,8}\[\d{1,3}:\d{2}(?:[.:]\d{1,3})?\])*/.exec(line)?.[0] ?? ''
  const times = stamps.match(/\d{1,3}:\d{2}(?:[.:]\d{1,3})?/g) ?? []
  // Karaoke files time each word as well.
  const text = line.slice(stamps.length).replace(/<\d{1,3}:\d{2}[.:]\d{1,3}>/g, ' ')
  return { times: times.flatMap(stampTime), text: plainLine(text), at }
}

function stampTime(written: string): readonly number[] {
  const time = readTime(written.replace(/^(\d{1,3}:\d{2}):/, '$1.'))
  return time === null ? [] : [time]
}

function spokenLines(lines: readonly StampedLine[], offset: number, file: FileLines): readonly Speech[] {
  const speeches: Speech[] = []
  let first = 0
  let number = 0
  for (const { times, text, at: line } of lines) {
    const last = speeches.at(-1)
    const at = times.map((time) => Math.max(0, time - offset))
    if (text === '' && last !== undefined) speeches[speeches.length - 1] = { ...last, endTime: at[0] ?? null }
    else if (text !== '' && at.length === 0 && last !== undefined)
      speeches[speeches.length - 1] = {
        ...last,
        text: `${last.text} ${text}`,
        place: cuePlace(number, file.lines(first, line)),
      }
    else if (text !== '') {
      first = line
      number += 1
      const place = cuePlace(number, file.lines(line, line))
      for (const time of at.length === 0 ? [null] : at)
        speeches.push({ speaker: null, text, time, endTime: null, utterance: null, place })
    }
  }
  return speeches
}

function isOrdered(speeches: readonly Speech[]): boolean {
  return speeches.every((speech, i) => i === 0 || (speech.time ?? 0) >= (speeches[i - 1]?.time ?? 0))
}
