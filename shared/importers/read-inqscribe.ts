import type { DecodedText } from './decode-text.ts'
import { escapedPositions } from './escaped-positions.ts'
import { sourceNameOf } from './file-name.ts'
import { frameTime } from './frame-time.ts'
import { inqScribeScenes } from './inqscribe-scenes.ts'
import { facts } from './json-values.ts'
import type { ImportOutcome } from './source-draft.ts'
import { draftTimedText, holdsWords, type TimedPieces, type TypedWords } from './timed-text.ts'

/** InqScribe's file (lines of `key=value`, the transcript under `text` with `\r` for line ends) or its XML. Marks such
    as `[00:01:02.15]` count frames. */
export function readInqScribe(fileName: string, decoded: DecodedText): ImportOutcome {
  if (/^\s{0,200}</.test(decoded.text)) return inqScribeScenes(fileName, decoded)
  const settings = settingsOf(decoded.text)
  const rate = Number(settings.get('timecode.fps')?.value ?? '')
  const bare = settings.get('tc.unbracketed')?.value === '1'
  const typed = settings.get('text') ?? { value: '', from: 0 }
  const placeOf = escapedPositions(typed.from, (at) =>
    /\\[rnt\\]/y.test(decoded.text.slice(at, at + 2)) ? 2 : 1,
  )
  const found = timedPieces(unescaped(typed.value), rate > 0 && rate <= 240 ? rate : 30, bare)
  const pieces = found.map((piece) =>
    typeof piece === 'number' ? piece : { ...piece, from: placeOf(piece.from), to: placeOf(piece.to) },
  )
  if (!holdsWords(pieces)) {
    const problem = 'This InqScribe file holds no words: save the transcript in InqScribe once more.'
    return { ok: false, problem }
  }
  const draft = draftTimedText(pieces, decoded, {
    name: sourceNameOf(fileName),
    format: 'inqscribe',
    layout: 'InqScribe transcript (INQSCR)',
    attributes: facts({ Recording: settings.get('media.filename')?.value }),
    notices: [],
  })
  return { ok: true, draft }
}

/** Lines that begin with a key; other lines go on with the value above, also where they look like one in the text. */
function settingsOf(text: string): ReadonlyMap<string, Setting> {
  const settings = new Map<string, { readonly lines: string[]; readonly from: number }>()
  let lines: string[] = []
  let end = -1
  for (const line of text.split('\n')) {
    end += line.length + 1
    const match = /^(app|text|type|version|[a-z]{1,20}\.[a-z.]{1,40})=(.*)$/s.exec(line)
    if (match === null) lines.push(line)
    else {
      const [, key = '', value = ''] = match
      lines = [value]
      settings.set(key, { lines, from: end - value.length })
    }
  }
  return new Map([...settings].map(([key, found]) => [key, trimmed(found.lines.join('\n'), found.from)]))
}

/** What stands behind a key, and where it begins. */
interface Setting {
  readonly value: string
  readonly from: number
}

function trimmed(value: string, from: number): Setting {
  return { value: value.trim(), from: from + value.length - value.trimStart().length }
}

function unescaped(text: string): string {
  return text.replace(/\\([rnt\\])/g, (_, sign: string) => (sign === '\\' ? '\\' : sign === 't' ? ' ' : '\n'))
}

const BRACKETED = /[[({<]((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.:;](\d{1,3}))?[\])}>]/g
const UNBRACKETED = /[[({<]?(\d{1,2}:\d{2}:\d{2})[.:;](\d{2})\b[\])}>]?/g

function timedPieces(text: string, rate: number, bare: boolean): TimedPieces {
  const pieces: (TypedWords | number)[] = []
  let from = 0
  for (const mark of text.matchAll(bare ? UNBRACKETED : BRACKETED)) {
    pieces.push(...linesOf(text, from, mark.index), frameTime(mark[1] ?? '', mark[2] ?? '', rate))
    from = mark.index + mark[0].length
  }
  return [...pieces, ...linesOf(text, from, text.length)]
}

/** A stretch of a text line by line, line ends included. */
function linesOf(text: string, from: number, to: number): readonly TypedWords[] {
  const lines: TypedWords[] = []
  for (let at = from; at < to; at = lines.at(-1)?.to ?? to) {
    const end = text.indexOf('\n', at)
    const stop = end === -1 || end >= to ? to : end + 1
    lines.push({ text: text.slice(at, stop), from: at, to: stop })
  }
  return lines
}
