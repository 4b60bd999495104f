import type { Cue, CueFile } from './cue-blocks.ts'
import { readTime } from './cue-times.ts'

/** Plain text as Whisper programs write it, a caption a line: `[00:43.810 --> 00:47.850]  text`. Null for other text,
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
  /^\s{0,20}\[(\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3}) {0,4}--> {0,4}(\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3})\](.*)$/

function cueOf(match: RegExpExecArray, line: number): Cue {
  const [, from, to, words = ''] = match
  return { id: '', time: timeOf(from), endTime: timeOf(to), lines: [words], first: line, last: line }
}

function timeOf(written: string | undefined): number {
  return readTime(written ?? '') ?? 0
}
