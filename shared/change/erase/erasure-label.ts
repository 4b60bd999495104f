import type { Erasure } from '../../model/team-entities.ts'

/** What the change of one erasure or several is called; it may not say who or what. */
export function erasureLabel(
  erasures: readonly Pick<Erasure, 'participants' | 'sources' | 'passages' | 'names'>[],
): string {
  const sum = (of: 'participants' | 'sources' | 'passages' | 'names') =>
    erasures.reduce((total, each) => total + each[of], 0)
  const parts = [
    counted(sum('participants'), 'participant'),
    counted(sum('sources'), 'source'),
    counted(sum('passages'), 'passage'),
    counted(sum('names'), 'name'),
  ].filter((each) => each !== null)
  return parts.length > 0 ? `Erase for good: ${parts.join(', ')}` : 'Erase for good'
}

function counted(count: number, one: string): string | null {
  if (count === 0) return null
  return count === 1 ? `1 ${one}` : `${count} ${one}s`
}
