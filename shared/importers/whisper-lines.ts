import type { Cue, CueFile } from './cue-blocks.ts'
import { readTime } from './cue-times.ts'
import { roleWordOf } from './role-words.ts'

/** Plain text as Whisper programs write it, a caption a line: `[00:43.810 --> 00:47.850]  text`, `[1.20s -> 4.00s] text`. Null for other text,
    that is where fewer than nine of ten lines are so written. */
export function whisperLines(text: string): CueFile | null {
  if (!/^\s{0,200}\[\d/.test(text)) return null
  const lines = text.split('\n').filter((line) => /\S/.test(line))
  const found = lines.filter((line) => LINE.test(line)).length
  if (found < 2 || found < lines.length * 0.9) return null
  const cues: Cue[] = []
  text.split('\n').forEach((line, i) => {
    const match = LINE.exec(line)
    const last = cues.at(-1)
    if (match !== null) cues.push(cueOf(match, i))
    else if (last !== undefined && /\S/.test(line))
      cues[cues.length - 1] = { ...last, lines: [...last.lines, line], last: i }
  })
  return { cues, notes: [], styles: 0, header: [], strays: [], oddTimes: 0, backwards: 0, outOfOrder: 0 }
}

const LINE =
  /^\s{0,20}\[((?:\d{1,3}:)?(?:\d{1,3}:)?\d{1,6}[.,]\d{1,6})s? {0,4}-{1,2}>? {0,4}((?:\d{1,3}:)?(?:\d{1,3}:)?\d{1,6}[.,]\d{1,6})s?\](.*)$/

function cueOf(match: RegExpExecArray, line: number): Cue {
  const [, from, to, words = ''] = match
  return {
    id: '',
    time: timeOf(from),
    endTime: timeOf(to),
    lines: [namedWords(words)],
    first: line,
    last: line,
  }
}

function timeOf(written: string | undefined): number {
  const seconds = /^\d{1,6}[.,]\d{1,6}$/.test(written ?? '')
  if (seconds) return Math.round(Number(written?.replace(',', '.')) * 1000)
  return readTime((written ?? '').replace(/([.,]\d{3})\d+$/, '$1')) ?? 0
}

/** A voice in brackets before the words (`[SPEAKER_00] And then`) takes the colon that captions have there. */
function namedWords(words: string): string {
  const match = /^\s{0,8}(?:\[([^\][]{1,40})\]|\(([^()]{1,40})\))\s{1,8}(?=\S)/.exec(words)
  const name = match?.[1] ?? match?.[2] ?? ''
  const isVoice = /^(?:speaker|spk)[ _]?\S{0,12}$/i.test(name) || roleWordOf(name) !== null
  return match !== null && isVoice ? `${name}: ${words.slice(match[0].length)}` : words
}
