import type { DecodedText } from './decode-text.ts'
import { sourceNameOf } from './file-name.ts'
import { frameTime } from './frame-time.ts'
import { inqScribeScenes } from './inqscribe-scenes.ts'
import { facts } from './json-values.ts'
import type { ImportOutcome } from './source-draft.ts'
import { draftTimedText, holdsWords, type TimedPieces } from './timed-text.ts'

/** InqScribe's file (lines of `key=value`, the transcript under `text` with `\r` for line ends) or its XML. Marks such
    as `[00:01:02.15]` count frames. */
export function readInqScribe(fileName: string, decoded: DecodedText): ImportOutcome {
  if (/^\s{0,200}</.test(decoded.text)) return inqScribeScenes(fileName, decoded)
  const settings = settingsOf(decoded.text)
  const rate = Number(settings.get('timecode.fps') ?? '')
  const bare = settings.get('tc.unbracketed') === '1'
  const pieces = timedPieces(unescaped(settings.get('text') ?? ''), rate > 0 && rate <= 240 ? rate : 30, bare)
  if (!holdsWords(pieces)) {
    const problem = 'This InqScribe file holds no words: save the transcript in InqScribe once more.'
    return { ok: false, problem }
  }
  const draft = draftTimedText(pieces, decoded, {
    name: sourceNameOf(fileName),
    format: 'inqscribe',
    layout: 'InqScribe transcript (INQSCR)',
    attributes: facts({ Recording: settings.get('media.filename') }),
    notices: [],
  })
  return { ok: true, draft }
}

/** Lines that begin with a key; other lines go on with the value above, also where they look like one in the text. */
function settingsOf(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string[]>()
  let lines: string[] = []
  for (const line of text.split('\n')) {
    const match = /^(app|text|type|version|[a-z]{1,20}\.[a-z.]{1,40})=(.*)$/s.exec(line)
    if (match === null) lines.push(line)
    else {
      lines = [match[2] ?? '']
      settings.set(match[1] ?? '', lines)
    }
  }
  return new Map([...settings].map(([key, value]) => [key, value.join('\n').trim()]))
}

function unescaped(text: string): string {
  return text.replace(/\\([rnt\\])/g, (_, sign: string) => (sign === '\\' ? '\\' : sign === 't' ? ' ' : '\n'))
}

const BRACKETED = /[[({<]((?:\d{1,2}:)?\d{1,2}:\d{2})(?:[.:;](\d{1,3}))?[\])}>]/g
const UNBRACKETED = /[[({<]?(\d{1,2}:\d{2}:\d{2})[.:;](\d{2})\b[\])}>]?/g

function timedPieces(text: string, rate: number, bare: boolean): TimedPieces {
  const pieces: (string | number)[] = []
  let from = 0
  for (const mark of text.matchAll(bare ? UNBRACKETED : BRACKETED)) {
    pieces.push(text.slice(from, mark.index), frameTime(mark[1] ?? '', mark[2] ?? '', rate))
    from = mark.index + mark[0].length
  }
  pieces.push(text.slice(from))
  return pieces
}
