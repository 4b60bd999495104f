import { create } from '../change/edit.ts'
import { recordGesture } from '../change/record-gesture.ts'
import type { Archive } from '../model/archive.ts'
import type { CopyId, MemoId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'
import { capital } from '../text/capital.ts'
import { derivedId } from './fingerprint.ts'
import { type ReadReceipt, type ReceiptPositions, receiptHeadline, receiptSentences } from './read-receipt.ts'

/** What a file of another tool came to, as it is shown before anything is kept. */
export interface FileReceipt {
  /** The file's name. */
  readonly file: string
  readonly receipt: ReadReceipt
  /** What else the person has to know or do, a sentence each. */
  readonly notes: readonly string[]
}

/** A receipt with those notes of a reading that it does not say itself. */
export function fileReceipt(file: string, receipt: ReadReceipt, notes: readonly string[]): FileReceipt {
  const said = new Set([receiptHeadline(receipt), ...receiptSentences(receipt)])
  return { file, receipt, notes: notes.filter((note) => !said.has(note)) }
}

/** The whole receipt in plain words, to be kept or saved. */
export function fileReceiptText({ receipt, notes }: FileReceipt): string {
  const { origin, lines, positions, repairs } = receipt
  const kinds = lines.map(({ what, found, cameIn, reasons }) => {
    const why = reasons.map((each) => `${each.count}: ${each.why}`).join('; ')
    return `${capital(what)}: ${cameIn} of ${found}${why === '' ? '' : ` (${why})`}`
  })
  const read = alikePositions(positions).map(
    ({ sources, reading, sure, because }) =>
      `${sources.map((source) => `“${source}”`).join(', ')}: ${reading} (${sureness[sure]}: ${because})`,
  )
  return [
    `Written by ${origin || 'a tool that does not say its name'}.`,
    ...under('What came in', kinds),
    ...under('Where passages begin and end', read),
    ...under('Put right on the way', repairs),
    ...under('Before you quote anybody', notes),
  ].join('\n')
}

/** Sources that were read in the same way for the same reason. */
export interface AlikePositions extends Omit<ReceiptPositions, 'source'> {
  readonly sources: readonly string[]
}

/** How sources' positions were read, those read alike together. */
export function alikePositions(positions: readonly ReceiptPositions[]): readonly AlikePositions[] {
  const alike = Map.groupBy(positions, ({ reading, sure, because }) => `${reading} ${sure} ${because}`)
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { source: _, ...rest } = first
    return [{ ...rest, sources: group.map(({ source }) => source) }]
  })
}

/** How sure a reading of positions is, in words. */
export const sureness = {
  alike: 'no doubt',
  certain: 'certain',
  likely: 'likely',
  guessed: 'not sure',
} as const satisfies Record<ReceiptPositions['sure'], string>

function under(title: string, sentences: readonly string[]): string[] {
  return sentences.length === 0 ? [] : ['', title, ...sentences.map((sentence) => `• ${sentence}`)]
}

/** The project with its receipt as a methodological memo, in a change after the one that brought it in: so that the
    same file gives the same beginning on every machine. */
export function withReceiptMemo(
  archive: Archive,
  told: FileReceipt,
  { at, copy }: { readonly at: Moment; readonly copy: CopyId },
): { readonly archive: Archive; readonly memo: MemoId | null } {
  const first = archive.changes[0]
  if (!first) return { archive, memo: null }
  const id = derivedId<'memo'>('receipt', first.id)
  const memo = create('memo', {
    id,
    kind: 'methodological',
    title: `Receipt of ${told.file}`,
    text: fileReceiptText(told),
    about: { kind: 'project' },
    by: first.by,
    at,
  })
  const newId = <K extends string>() => derivedId<K>('receipt change', first.id, String(at))
  const making = { newId, at, by: first.by, copy }
  const recorded = recordGesture(
    { label: `Keep the receipt of ${told.file}`, edits: [memo] },
    archive,
    making,
    {
      kind: 'import',
    },
  )
  return { archive: { ...archive, ...recorded }, memo: id }
}
