import type { CSSProperties } from 'react'

/** Fills a slider's track up to a share of it, 0 to 1. */
export function doneTo(share: number): CSSProperties & Readonly<Record<'--done', string>> {
  return { '--done': `${Math.min(100, share * 100)}%` }
}
