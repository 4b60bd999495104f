import type { CodeCount } from './code-tree-rows.ts'

/** A count in words, as far as it is known: "3 of 8 participants · raised in 1 of 2 sessions". Nothing of people
    where nobody took part by name. */
export function countInWords({ participants, of, inSessions = 0, sessions = 0 }: CodeCount): string {
  const people = of ? `${participants} of ${of} ${of === 1 ? 'participant' : 'participants'}` : ''
  const groups =
    inSessions > 0 ? `raised in ${inSessions} of ${sessions} ${sessions === 1 ? 'session' : 'sessions'}` : ''
  return [people, groups].filter((part) => part !== '').join(' · ')
}

/** The same with its passages: "3 of 8 participants, 12 passages". */
export function countWithPassages(count: CodeCount): string {
  const { participants, of, passages } = count
  const people =
    of === undefined ? `${participants} ${participants === 1 ? 'participant' : 'participants'}` : ''
  const parts = [countInWords(count), people, `${passages} ${passages === 1 ? 'passage' : 'passages'}`]
  return parts.filter((part) => part !== '').join(', ')
}
