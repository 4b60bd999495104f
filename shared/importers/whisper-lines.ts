import type { CueFile } from './cue-blocks.ts'
import { readTime } from './cue-times.ts'

/** Plain text as Whisper programs write it, a caption a line: `[00:43.810 --> 00:47.850]  text`. Null for other text,
    that is where fewer than nine of ten lines are so written. */
export function whisperLines(text: string): CueFile | null {
  if (!/^\s{0,200}\[\d/.test(text)) return null
  const lines = text.split('\n').filter((line) => /\S/.test(line))
  const found = lines.filter((line) => LINE.test(line)).length
  if (found < 2 || found < lines.length * 0.9) return null
  const cues: { id: string; time: number; endTime: number; lines: readonly string[] }[] = []
  for (const line of lines) {
    const match = LINE.exec(line)
    const last = cues.at(-1)
    if (match !== null)
      cues.push({ id: '', time: timeOf(match[1]), endTime: timeOf(match[2]), lines: [match[3] ?? ''] })
    else if (last !== undefined) cues[cues.length - 1] = { ...last, lines: [...last.lines, line] }
  }
  return { cues, notes: [], styles: 0, header: [], strays: [], oddTimes: 0, backwards: 0, outOfOrder: 0 }
}

const LINE =
  /^\s{0,20}\[(\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3}) {0,4}--> {0,4}(\d{1,3}:\d{2}(?::\d{2})?[.,]\d{1,3})\](.*)$/

function timeOf(written: string | undefined): number {
  return readTime(written ?? '') ?? 0
}
