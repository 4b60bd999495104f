import { capital } from '../../../shared/text/capital.ts'
import { counted } from '../../../shared/text/counted.ts'
import type { CodeCount } from '../../parts/code-tree-rows.ts'

/** How widely a code is used in a layer, in a line; where nobody took part by name, why no people are counted. */
export function countedSoFar({ participants, of = 0, passages }: CodeCount, layer: string): string {
  const found = `${passages === 0 ? 'no passages' : counted(passages, 'passage')} in ${layer}`
  if (of > 0) return `${participants} of ${counted(of, 'participant')} · ${found}`
  return `${capital(found)}. To count people, say in Sources who took part.`
}

/** A moment as people write it, in this machine's time: "3 May 2025, 14:05". */
export function dayAndTime(moment: number): string {
  return moments.format(moment)
}

const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
