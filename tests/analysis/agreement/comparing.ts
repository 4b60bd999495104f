import type { AgreementWish } from '../../../shared/analysis/agreement/agreement-wish.ts'
import { type CodeComparison, compareCoders } from '../../../shared/analysis/agreement/compare-coders.ts'
import { type BuiltProject, buildProject, type CodingSpec } from '../../support/build-project.ts'

// Characters of the turns: 20, 10, 10 and 20; with their labels the text is longer.
export const turns = [
  ['Ada', 'aaaaa bbbbb ccccc dd'],
  ['Noor', 'eeeee ffff'],
  ['Ada', 'ggggg hhhh'],
  ['Noor', 'iiiii jjjjj kkkkk ll'],
] as const

/** Two sources that three coders may code. */
export const inquiry = (codings: readonly CodingSpec[], more: readonly string[] = []) =>
  buildProject({
    coders: ['Kim', 'Lou', 'Max'],
    participants: ['Noor'],
    sources: [{ name: 'One', turns }, { name: 'Two', turns }, ...more.map((name) => ({ name, turns }))],
    codes: ['Trust', 'Money', 'Time', { name: 'Group', codable: false }],
    codings,
  })
/** A coding of the first source with Trust, unless it is said otherwise. */
export const coding = (coder: string, quote: string, more: Partial<CodingSpec> = {}): CodingSpec => ({
  source: 'One',
  code: 'Trust',
  coder,
  quote,
  ...more,
})
/** What a comparison gives, with each code by its name. */
export const compare = (built: BuiltProject, wish: Partial<AgreementWish> = {}, names = ['Kim', 'Lou']) => {
  const coders = names.map((name) => built.coder(name).id)
  const compared = compareCoders(built.project, built.texts, { coders, unit: 'turns', ...wish })
  if (!compared.ok) throw new Error(compared.problem)
  const { comparison } = compared
  const of = (name: string): CodeComparison => {
    const found = comparison.codes.find(({ code }) => code === built.code(name).id)
    if (!found) throw new Error(`${name} was not compared`)
    return found
  }
  return { ...comparison, of }
}

/** Kim and Lou agree on Trust in the first turn only. */
export const twoCoders = [
  coding('Kim', 'aaaaa bbbbb'),
  coding('Lou', 'ccccc dd'),
  coding('Kim', 'eeeee'),
  coding('Lou', 'ggggg', { code: 'Money' }),
]
