/** Milliseconds of a clock time (`hh:mm:ss` or `mm:ss`) and a number of frames, `rate` of them a second; three digits
    are milliseconds as they stand. */
export function frameTime(clock: string, frames: string, rate: number): number {
  const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
  const part = frames.length === 3 ? Number(frames) : (Number(frames) / rate) * 1000
  return Math.round(seconds * 1000 + part)
}
