import type { Erasure } from '../../model/team-entities.ts'
import { counted } from '../../text/counted.ts'

/** What the change of one erasure or several is called; it may not say who or what. */
export function erasureLabel(
  erasures: readonly Pick<Erasure, 'participants' | 'sources' | 'passages' | 'names'>[],
): string {
  const sum = (of: 'participants' | 'sources' | 'passages' | 'names') =>
    erasures.reduce((total, each) => total + each[of], 0)
  const parts = (['participant', 'source', 'passage', 'name'] as const).flatMap((one) => {
    const count = sum(`${one}s`)
    return count > 0 ? [counted(count, one)] : []
  })
  return parts.length > 0 ? `Erase for good: ${parts.join(', ')}` : 'Erase for good'
}
