import { startTransition, useEffect, useMemo, useState } from 'react'
import type { ExcerptGroup } from './excerpt-filters-rules.ts'

/** The first screenful at once, and the rest in slices that leave room for a frame between them; once all are there,
    they stay. */
export function useMoreAndMore(all: readonly ExcerptGroup[]): readonly ExcerptGroup[] {
  const [count, setCount] = useState(screenful)
  const total = useMemo(() => all.reduce((sum, group) => sum + group.excerpts.length, 0), [all])
  useEffect(() => {
    if (count >= total) return
    let timer = 0
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => startTransition(() => setCount(count + slice)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [count, total])
  return useMemo(() => (count >= total ? all : beginningOf(all, count)), [all, count, total])
}

/** More excerpts than a tall screen shows. */
const screenful = 24
/** So many more at a time take less than a few frames. */
const slice = 240

/** The first excerpts, under their headings. */
function beginningOf(groups: readonly ExcerptGroup[], count: number): readonly ExcerptGroup[] {
  let left = count
  return groups.flatMap((group) => {
    const excerpts = group.excerpts.slice(0, left)
    left -= excerpts.length
    if (excerpts.length === group.excerpts.length) return [group]
    return excerpts.length > 0 ? [{ ...group, excerpts }] : []
  })
}
