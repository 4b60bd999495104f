import type { Speech } from './caption-speech.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import type { FileLines } from './file-lines.ts'
import { facts } from './json-values.ts'
import { cleanLabel, labelKind } from './label-grammar.ts'
import { type AnchoredText, noScribePage } from './noscribe-pieces.ts'
import { notice } from './notice.ts'
import { draftRecognised } from './recognised-speech.ts'
import type { ImportOutcome } from './source-draft.ts'

/** noScribe's page (HTML, as written or as saved by its editor): pieces with their times and speakers in the names of
    anchors (`ts_12140_22800_S01`). Names typed over the codes are taken; speech between `//` is the other voice's. */
export function readNoScribe(fileName: string, decoded: DecodedText): ImportOutcome {
  const { head, texts, recording } = noScribePage(decoded.text)
  const found = {
    layout: 'noScribe transcript (HTML)',
    speeches: voices(texts, decoded.lines()),
    units: texts.length,
    attributes: facts({ Title: head[0], Recording: recording }),
    notices: notice(
      'dropped',
      Math.max(0, head.length - 1),
      ['line of noScribe’s own head left out', 'lines of noScribe’s own head left out'],
      head.slice(1),
    ),
  }
  return draftRecognised(found, fileName, decoded, 'noscribe')
}

function voices(texts: readonly AnchoredText[], file: FileLines): readonly Speech[] {
  const names = new Map<string, string>()
  let main: string | null = null
  let over: string | null = null
  return texts.map((piece) => {
    let words = piece.text
    if (piece.opens) {
      const label = labelBefore(words, piece.code, names)
      if (label !== null && piece.code !== '') names.set(piece.code, label.name)
      words = label?.rest ?? words
      main = label?.name ?? names.get(piece.code) ?? voiceOf(piece.code) ?? main
      over = null
    } else if (words.startsWith('//')) {
      const label = labelBefore(words.slice(2).trim(), piece.code.replace(/^\/\//, ''), names)
      words = label?.rest ?? words.slice(2).trim()
      over = label?.name ?? null
    }
    const speaker = over ?? main
    if (over !== null && words.endsWith('//')) over = null
    return {
      speaker,
      text: words.replace(/\s*\/\/$/, ''),
      time: piece.time,
      endTime: piece.endTime,
      utterance: null,
      place: numberedPlace(piece.element, file),
    }
  })
}

interface Labelled {
  readonly name: string
  readonly rest: string
}

/** The name and colon a paragraph or an overlapping voice begins with, where speakers were told apart; in paragraphs
    typed in later only names met before. */
function labelBefore(text: string, code: string, names: ReadonlyMap<string, string>): Labelled | null {
  const match = /^([^:]{1,60}):(?:\s|$)\s*(.*)$/s.exec(text)
  const name = cleanLabel(match?.[1] ?? '')
  const isLabel = code === '' ? [...names.values()].includes(name) : name === code || labelKind(name) !== null
  return match !== null && isLabel ? { name, rest: match[2] ?? '' } : null
}

function voiceOf(code: string): string | null {
  const bare = code.replace(/^\/\//, '')
  return bare === '' ? null : bare
}
