import { cueTimes, hasWholeMilliseconds } from './cue-times.ts'

/** One caption as the file holds it: its lines still carry their mark-up. */
export interface Cue {
  readonly id: string
  /** Milliseconds, never below zero. */
  readonly time: number
  readonly endTime: number
  readonly lines: readonly string[]
  /** The line of its times and its last line, as indices (from 0) of the text's lines. */
  readonly first: number
  readonly last: number
}

/** All captions of a file in its order, and what stood between them. */
export interface CueFile {
  readonly cues: readonly Cue[]
  /** NOTE blocks (first lines), left out of the text. */
  readonly notes: readonly string[]
  /** STYLE and REGION blocks. */
  readonly styles: number
  /** Header lines such as `Kind: captions`. */
  readonly header: readonly string[]
  /** Blocks that are no caption, note or style. */
  readonly strays: readonly string[]
  /** Times before the start of the recording or with 60 seconds and more. */
  readonly oddTimes: number
  /** Captions that end before they begin. */
  readonly backwards: number
  /** Captions that begin before the one above them. */
  readonly outOfOrder: number
}

/** Reads VTT and SRT: blocks between blank lines, the line with the arrow anywhere in each; no caption is dropped for
    its time. Arrow lines without a blank line above them begin a caption of their own. */
export function cueBlocks(text: string): CueFile {
  const whole = hasWholeMilliseconds(text)
  const found: Found = {
    cues: [],
    notes: [],
    styles: 0,
    header: [],
    strays: [],
    oddTimes: 0,
    backwards: 0,
    outOfOrder: 0,
  }
  const lines = text.split('\n')
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) at += 1
    else at = readBlock(lines, at, whole, found)
  }
  return found
}

interface Found {
  cues: Cue[]
  notes: string[]
  styles: number
  header: string[]
  strays: string[]
  oddTimes: number
  backwards: number
  outOfOrder: number
}

/** Reads the block at `from` and says where the next begins. */
function readBlock(lines: readonly string[], from: number, whole: boolean, found: Found): number {
  let end = from
  while (end < lines.length && !isBlank(lines[end])) end += 1
  const block = lines.slice(from, end)
  const arrows = block.flatMap((line, i) =>
    line.includes('->') && cueTimes(line, whole) !== null ? [i] : [],
  )
  if (arrows.length === 0) keepOther(block, from, found)
  else if (/^NOTE\b/.test(block[0] ?? '') && (arrows[0] ?? 0) > 1) found.notes.push(block[0] ?? '')
  arrows.forEach((arrow, i) => {
    const next = arrows[i + 1]
    const stop = next === undefined ? block.length : next - (hasOwnIdLine(block, next, arrow) ? 1 : 0)
    const place = { first: from + arrow, last: from + stop - 1 }
    addCue(block[arrow - 1] ?? '', block[arrow] ?? '', block.slice(arrow + 1, stop), whole, place, found)
  })
  return end
}

function addCue(
  id: string,
  arrow: string,
  lines: readonly string[],
  whole: boolean,
  place: Pick<Cue, 'first' | 'last'>,
  found: Found,
): void {
  const times = cueTimes(arrow, whole)
  if (times === null) return
  const last = found.cues.at(-1)
  if (times.odd) found.oddTimes += 1
  if (times.endTime < times.time) found.backwards += 1
  if (last !== undefined && times.time < last.time) found.outOfOrder += 1
  const beside = wordsBeside(arrow)
  const all = beside === '' ? lines : [beside, ...lines]
  found.cues.push({ id: id.trim(), time: times.time, endTime: times.endTime, lines: all, ...place })
}

/** Words that some programs write on the line of the times, behind them; settings of place are none. */
function wordsBeside(arrow: string): string {
  const behind = arrow.slice(0, 20_000).replace(/^.{0,60}?-{1,2}>\s*-?\d[\d:.,-]*/, '')
  return behind.replace(/(?:^|\s)(?:align|position|line|size|vertical|region|[XY][12]):\S*/gi, ' ').trim()
}

function keepOther(block: readonly string[], from: number, found: Found): void {
  const first = block[0] ?? ''
  const isFirst = from === 0 || found.header.length === 0
  if (first.startsWith('WEBVTT') && isFirst) found.header.push(...block)
  else if (/^NOTE\b/.test(first)) found.notes.push(...block)
  else if (/^(?:STYLE|REGION)\s*$/.test(first)) found.styles += 1
  else if (!/^\d+$/.test(block.join('').trim())) keepStray(block, from, found)
}

/** Text behind an empty line inside a caption still belongs to it. */
function keepStray(block: readonly string[], from: number, found: Found): void {
  const last = found.cues.at(-1)
  if (last === undefined) found.strays.push(block.join(' '))
  else {
    const lines = [...last.lines, ...block]
    found.cues[found.cues.length - 1] = { ...last, lines, last: from + block.length - 1 }
  }
}

/** Where blank lines are missing or hold spaces, the next caption's number stands above its arrow. */
function hasOwnIdLine(block: readonly string[], arrow: number, before: number): boolean {
  if (arrow - 1 <= before) return false
  const behindSpaces = arrow - 2 > before && (block[arrow - 2] ?? '').trim() === ''
  return behindSpaces || /^\s*\d+\s*$/.test(block[arrow - 1] ?? '')
}

/** An empty line; spaces alone are a blank in YouTube's captions, and there they stand inside a caption. */
function isBlank(line: string | undefined): boolean {
  return line === undefined || line === ''
}
