import { cellTime } from './docx-tables.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfChunk } from './pdf-rows.ts'

/** Finds for each time of a column left of the text the line it begins at. Times stand beside the first line of their
    cell, or halfway down; then the cells are those stretches between wider gaps whose middles lie nearest. */
export function cellTimes(
  times: readonly PdfChunk[],
  lines: readonly PdfLine[],
): ReadonlyMap<PdfLine, number> {
  const found = times.flatMap((chunk) => {
    const time = cellTime(chunk.text)
    return time === null ? [] : [{ time, base: chunk.base, size: chunk.size }]
  })
  const beside = found.flatMap(({ time, base, size }) => {
    const line = lines.find((each) => Math.abs(each.base - base) <= 0.35 * size)
    return line === undefined ? [] : [[line, time] as const]
  })
  const blocks = blocksOf(lines)
  const firsts = new Set(blocks.map((block) => block[0]))
  const atTop = beside.filter(([line]) => firsts.has(line)).length >= found.length * 0.8
  return new Map(atTop ? beside : halfwayDown(found, blocks))
}

interface Timed {
  readonly time: number
  readonly base: number
}

function halfwayDown(
  times: readonly Timed[],
  blocks: readonly (readonly PdfLine[])[],
): readonly (readonly [PdfLine, number])[] {
  if (times.length * blocks.length * blocks.length > 2_000_000) return []
  return bestSplit(times, blocks).flatMap(([block, time]) => {
    const first = blocks[block]?.[0]
    return first === undefined ? [] : [[first, time] as const]
  })
}

/** Where each time's stretch of blocks begins, so that all middles together lie nearest to their times. What stands
    above the first stretch goes on from the page before. */
function bestSplit(
  times: readonly Timed[],
  blocks: readonly (readonly PdfLine[])[],
): readonly (readonly [number, number])[] {
  let costs: number[] = blocks.map((_, i) => (i === 0 ? 0 : CARRIED))
  costs.push(Number.POSITIVE_INFINITY)
  const from: number[][] = []
  for (const { base } of times) {
    const next = costs.map(() => Number.POSITIVE_INFINITY)
    const chosen = costs.map(() => 0)
    for (let end = 1; end <= blocks.length; end += 1) {
      for (let start = 0; start < end; start += 1) {
        const cost = (costs[start] ?? 0) + Math.abs(middleOf(blocks, start, end) - base)
        if (cost < (next[end] ?? 0)) [next[end], chosen[end]] = [cost, start]
      }
    }
    from.push(chosen)
    costs = next
  }
  let end = blocks.length
  return times
    .toReversed()
    .map(({ time }, i) => {
      end = from[times.length - 1 - i]?.[end] ?? 0
      return [end, time] as const
    })
    .toReversed()
}

/** In points: what it costs that a page begins in the middle of a cell. */
const CARRIED = 12

function middleOf(blocks: readonly (readonly PdfLine[])[], start: number, end: number): number {
  return ((blocks[start]?.[0]?.base ?? 0) + (blocks[end - 1]?.at(-1)?.base ?? 0)) / 2
}

/** Lines between wider gaps. */
function blocksOf(lines: readonly PdfLine[]): readonly (readonly PdfLine[])[] {
  const blocks: PdfLine[][] = []
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    const apart = above === undefined || line.base - above.base > 1.45 * line.size
    if (apart) blocks.push([line])
    else blocks.at(-1)?.push(line)
  }
  return blocks
}
