/** One figure: what was measured, its value and spread, and the goal it stands beside. */
export interface Figure {
  readonly what: string
  /** The median, or the 95th percentile where `what` says so. */
  readonly value: number
  readonly min: number
  readonly max: number
  readonly unit: 'ms' | 'MB' | 's' | ''
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

/** A figure from values measured elsewhere, such as in a browser. `share` 0.5 gives the median. */
export function figureOf(
  what: string,
  goal: number | null,
  values: readonly number[],
  unit: Figure['unit'] = 'ms',
  share = 0.5,
): Figure {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN
  return { what, value: at(share), min: at(0), max: at(1), unit, goal, runs: values.length }
}

/** Prints figures beside their goals. */
export function print(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}`)
  for (const { what, value, min, max, unit, goal, runs } of figures) {
    const spread = runs > 1 ? `${round(min)} to ${round(max)}, ${runs} runs` : 'one run'
    const beside =
      goal === null ? '' : `  goal ${goal}${unit && ` ${unit}`}: ${value <= goal ? 'reached' : 'NOT REACHED'}`
    console.log(`  ${what.padEnd(84)} ${round(value).padStart(7)} ${unit.padEnd(2)}  (${spread})${beside}`)
  }
}

/** Milliseconds of a fixed loop of 50 million steps, the mean of ten: how fast the machine is, and how much of it
    others take. */
export function calibration(): number {
  loop(1_000_000)
  const start = performance.now()
  for (let i = 0; i < 10; i++) if (loop(50_000_000) === 0) throw new Error('The loop was left out')
  return Math.round((performance.now() - start) / 10)
}

function loop(steps: number): number {
  let x = 1
  for (let i = 0; i < steps; i++) x = Math.imul(x, 31) ^ i
  return x
}

function round(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 0)
}
