import type { SourceId } from '../../../shared/model/ids.ts'

/** Where somebody stopped reading a source on this machine; null on the first visit. */
export function rememberedPlace(source: SourceId): number | null {
  const stored = localStorage.getItem(key(source))
  const at = stored === null ? Number.NaN : Number(stored)
  return Number.isInteger(at) && at >= 0 ? at : null
}

/** Notes where somebody is, for the next visit. */
export function rememberPlace(source: SourceId, at: number): void {
  localStorage.setItem(key(source), String(at))
}

const key = (source: SourceId) => `loam-read-${source}`
