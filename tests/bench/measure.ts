/** One figure: what was measured, the median and spread, and the goal it stands beside. */
export interface Figure {
  readonly what: string
  readonly median: number
  readonly min: number
  readonly max: number
  readonly unit: 'ms' | 'MB' | 's'
  readonly goal: number | null
  readonly runs: number
}

/** Runs something several times after a warm-up and gives the median of its milliseconds. */
export async function measure(
  what: string,
  goal: number | null,
  runs: number,
  run: () => unknown,
): Promise<Figure> {
  await run()
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return figureOf(what, goal, times)
}

/** A figure from times measured elsewhere, such as in a browser. */
export function figureOf(
  what: string,
  goal: number | null,
  times: readonly number[],
  unit: Figure['unit'] = 'ms',
): Figure {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { what, median: at(0.5), min: at(0), max: at(1), unit, goal, runs: times.length }
}

/** Prints figures beside their goals, and a calibration that tells how busy the machine was. */
export function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { what, median, min, max, unit, goal, runs } of figures) {
    const beside =
      goal === null ? '' : `  goal ${goal} ${unit}  ${median <= goal ? 'reached' : 'NOT REACHED'}`
    console.log(
      `  ${what.padEnd(70)} ${round(median)} ${unit}  (${round(min)}–${round(max)}, ${runs} runs)${beside}`,
    )
  }
}

function round(value: number): string {
  return (value < 10 ? value.toFixed(2) : value.toFixed(0)).padStart(7)
}
