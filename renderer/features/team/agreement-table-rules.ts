import { readAlpha, readKappa } from '../../../shared/analysis/agreement/reading.ts'
import { codeTree } from '../../../shared/analysis/code-tree.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type {
  AgreementRound,
  KeptAgreement,
  KeptValue,
  RoundResult,
} from '../../../shared/model/team-entities.ts'
import { numberIn } from './round-words.ts'

/** Coefficients of a table, in its order. */
export const shownCoefficients = [
  { key: 'percentAgreement', sign: '%', name: 'Percentage agreement' },
  { key: 'cohenKappa', sign: 'κ', name: 'Cohen’s κ' },
  { key: 'scottPi', sign: 'π', name: 'Scott’s π' },
  { key: 'gwetAC1', sign: 'AC1', name: 'Gwet’s AC1' },
  { key: 'brennanPrediger', sign: 'S', name: 'Brennan and Prediger’s κ (Bennett’s S)' },
  { key: 'fleissKappa', sign: 'Fleiss κ', name: 'Fleiss’ κ' },
  { key: 'krippendorffAlpha', sign: 'α', name: 'Krippendorff’s α' },
] as const satisfies readonly { key: keyof KeptAgreement; sign: string; name: string }[]

export type ShownCoefficient = (typeof shownCoefficients)[number]['key']

/** Shown until somebody chooses others. */
export const usualCoefficients: readonly ShownCoefficient[] = [
  'percentAgreement',
  'cohenKappa',
  'krippendorffAlpha',
]

/** One line of the table. */
export interface CodeRow extends KeptAgreement {
  readonly code: CodeId
  readonly name: string
  readonly rare: boolean
}

/** What the table is in order of: the codebook, or a number, the smallest first or last. */
export interface TableOrder {
  readonly by: 'codebook' | 'name' | 'together' | 'anybody' | ShownCoefficient
  readonly down: boolean
}

export const codebookOrder: TableOrder = { by: 'codebook', down: false }

/** A result's lines in an order. What has no number stands last either way. */
export function rowsOf(
  project: Project,
  round: AgreementRound,
  result: RoundResult,
  order: TableOrder,
): CodeRow[] {
  const frozen = project.tables.codebookVersion.get(round.codebook)?.codes ?? []
  const then = new Map<string, string>(frozen.map((code) => [code.id, code.name]))
  const rows = result.codes.map((each) => ({
    ...each,
    name: project.tables.code.get(each.code)?.name ?? then.get(each.code) ?? 'A code that is gone',
  }))
  if (order.by === 'codebook') return order.down ? rows.reverse() : rows
  if (order.by === 'name') {
    rows.sort((a, b) => a.name.localeCompare(b.name, 'en'))
    return order.down ? rows.reverse() : rows
  }
  const { by } = order
  const numberOf = (row: CodeRow) => {
    const value = row[by]
    return typeof value === 'number' ? value : numberIn(value)
  }
  return rows.sort((a, b) => {
    const [x, y] = [numberOf(a), numberOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return order.down ? y - x : x - y
  })
}

/** How a line reads in words: α's reading, that it is too rare, or that nobody used the code. */
export function readingOf({
  codings,
  rare,
  krippendorffAlpha,
}: Pick<CodeRow, 'codings' | 'rare' | 'krippendorffAlpha'>): string {
  if (codings === 0) return 'Nobody used it'
  if (rare) return 'Too rare to judge'
  const alpha = numberIn(krippendorffAlpha)
  return alpha === null ? 'Undefined' : readAlpha(alpha).words
}

/** What "too rare" means in a result. */
export function rareText({ rareBelow: below }: RoundResult, unit: AgreementRound['unit']): string {
  const what = unit === 'characters' ? 'codings' : unitWord[unit]
  return `Too rare to judge: used in fewer than ${below} ${what} by all coders together. One place more or less would turn the coefficient over, so it has no interval and no reading.`
}

const unitWord = { turns: 'turns', passages: 'passages' } as const

/** κ in Landis and Koch's words, with their caveat; nothing where there is no number. */
export function kappaReading(value: KeptValue): string | undefined {
  if (typeof value !== 'number') return undefined
  const { words, source, caveat } = readKappa(value)
  return `${words} (${source}). ${caveat}`
}

/** How many codes were changed, added or taken away since a round's version of the codebook was kept. */
export function codebookSince(
  project: Project,
  round: AgreementRound,
): {
  readonly changed: number
  readonly added: number
  readonly gone: number
} {
  const then = new Map(
    (project.tables.codebookVersion.get(round.codebook)?.codes ?? []).map((code) => [String(code.id), code]),
  )
  let [changed, added, gone] = [0, 0, 0]
  for (const code of codeTree(project).inOrder) {
    const was = then.get(code.id)
    if (!was) added++
    else if (telling.some((field) => was[field] !== code[field])) changed++
  }
  for (const id of then.keys()) if (!project.tables.code.has(id)) gone++
  return { changed, added, gone }
}

/** Fields of a code that say what it means. */
const telling = ['name', 'parent', 'definition', 'include', 'exclude', 'example'] as const
