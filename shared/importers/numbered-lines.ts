import type { BareText } from './adverts.ts'
import { notice } from './notice.ts'
import type { Cut } from './uncut.ts'

/** The text without numbers in the margin of its lines, as minutes of courts and parliaments have them; only where nearly
    every line has one and they count on, from anew on each page. Lists with a point or bracket stay as they are. */
export function withoutLineNumbers(text: string): BareText {
  if (!NUMBERED.test(text.slice(0, 4000))) return { text, notices: [], cuts: [] }
  const lines = text.split('\n')
  const numbers = lines.flatMap((line) =>
    /\S/.test(line) ? [Number(NUMBER.exec(line)?.[1] ?? Number.NaN)] : [],
  )
  if (!isCounting(numbers)) return { text, notices: [], cuts: [] }
  const cuts: Cut[] = []
  let length = 0
  const bare = lines.map((line) => {
    const mark = NUMBER.exec(line)?.[0] ?? ''
    if (mark !== '') cuts.push({ at: length, length: mark.length })
    length += line.length - mark.length + 1
    return line.slice(mark.length)
  })
  const words = ['number in the margin left out', 'numbers in the margin left out'] as const
  return { text: bare.join('\n'), notices: notice('dropped', cuts.length, words), cuts }
}

const NUMBERED = /^[^\S\n]{0,12}\d{1,4}(?:[^\S\n]|$)/m
const NUMBER = /^[^\S\n]{0,12}(\d{1,4})(?:[^\S\n]{1,14}|$)/

function isCounting(numbers: readonly number[]): boolean {
  const stated = numbers.filter((each) => !Number.isNaN(each))
  if (stated.length < 12 || stated.length < numbers.length * 0.85) return false
  const onward = stated.filter((each, i) => each === (stated[i - 1] ?? 0) + 1 || each === 1).length
  const anew = stated.filter((each) => each === 1).length
  return onward >= stated.length * 0.95 && anew * 8 <= stated.length
}
