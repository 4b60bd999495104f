import { counted } from '../../shared/text/counted.ts'
import type { CodeCount } from './code-tree-rows.ts'

/** A count in words, as far as it is known: "3 of 8 participants · raised in 1 of 2 sessions". Nothing of people
    where nobody took part by name. */
export function countInWords({ participants, of, inSessions = 0, sessions = 0 }: CodeCount): string {
  const people = of ? `${participants} of ${counted(of, 'participant')}` : ''
  const groups = inSessions > 0 ? `raised in ${inSessions} of ${counted(sessions, 'session')}` : ''
  return [people, groups].filter((part) => part !== '').join(' · ')
}

/** The same with its passages: "3 of 8 participants, 12 passages". */
export function countWithPassages(count: CodeCount): string {
  const { participants, of, passages } = count
  const people = of === undefined ? counted(participants, 'participant') : ''
  const parts = [countInWords(count), people, counted(passages, 'passage')]
  return parts.filter((part) => part !== '').join(', ')
}
