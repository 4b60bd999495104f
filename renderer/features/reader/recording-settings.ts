/** What a key asks of the recording: play or pause, skip back and on, the next rate, play from the caret, and say that
    the turn at the caret begins now. */
export type RecordingAct = 'play' | 'back' | 'on' | 'slower' | 'faster' | 'here' | 'now'

/** What the menu offers of the recording: link one, play from the caret, and set the turn's time. */
export type RecordingTool = 'link' | 'play' | 'time'

/** True for what is about the recording. */
export function isRecordingTool(tool: string): tool is RecordingTool {
  return tool === 'link' || tool === 'play' || tool === 'time'
}

const SKIP = 'loam-skip'

/** How far one press skips, in milliseconds: 1 to 10 seconds, 3 unless it was set on this machine. */
export function skipLength(): number {
  const seconds = Number(localStorage.getItem(SKIP) ?? 3)
  return Number.isInteger(seconds) && seconds >= 1 && seconds <= 10 ? seconds * 1000 : 3000
}

/** Sets how far one press skips, in milliseconds. */
export function setSkipLength(milliseconds: number): void {
  localStorage.setItem(SKIP, String(Math.round(milliseconds / 1000)))
}

/** Where a recording was stopped the last time, in milliseconds; 0 on the first. */
export function heardUntil(mark: string): number {
  const at = Number(localStorage.getItem(`loam-heard-${mark}`) ?? 0)
  return Number.isFinite(at) && at > 0 ? at : 0
}

/** Notes where a recording was stopped, for the next time. */
export function rememberHeard(mark: string, at: number): void {
  localStorage.setItem(`loam-heard-${mark}`, String(Math.round(at)))
}

const VIDEO = 'loam-video-height'

/** The smallest and the largest height of a video in the reader, in pixels. */
export const videoHeights = { least: 90, most: 540 } as const

/** How high a video is shown on this machine, in pixels. */
export function videoHeight(): number {
  const height = Number(localStorage.getItem(VIDEO) ?? 170)
  return Number.isFinite(height) ? fitHeight(height) : 170
}

/** Keeps how high a video is shown; gives the height that fits. */
export function keepVideoHeight(height: number): number {
  const fitting = fitHeight(height)
  localStorage.setItem(VIDEO, String(fitting))
  return fitting
}

function fitHeight(height: number): number {
  return Math.min(videoHeights.most, Math.max(videoHeights.least, Math.round(height)))
}
