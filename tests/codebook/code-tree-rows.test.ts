import { expect, test } from 'vitest'
import { type CodeRow, codeRows } from '../../renderer/parts/code-tree-rows.ts'
import { codeTree } from '../../shared/analysis/code-tree.ts'
import type { Code } from '../../shared/model/entities.ts'
import { type CodeId, readId } from '../../shared/model/ids.ts'
import { emptyProject } from '../../shared/model/project.ts'

const barriers = idOf('a')
const funding = idOf('b')
const trust = idOf('c')
const codebook: readonly Code[] = [
  { id: barriers, name: 'Barriers', order: 'a' },
  { id: funding, name: 'Funding', order: 'a', parent: barriers },
  { id: trust, name: 'Trust', order: 'b' },
]

test('the rows of a codebook stand in its order, each below its own', () => {
  expect(names(codeRows(treeOf(codebook), undefined, null))).toEqual(['Barriers', ['Funding'], 'Trust', []])
})

test('only the rows asked for are there', () => {
  const shown = new Set([barriers])
  expect(names(codeRows(treeOf(codebook), undefined, shown))).toEqual(['Barriers', []])
})

test('renaming a code leaves every row as it was but its own and those above it', () => {
  const before = codeRows(treeOf(codebook), counts(3), null)
  const renamed = codebook.map((code) => (code.id === funding ? { ...code, name: 'Money' } : code))
  const after = codeRows(treeOf(renamed), counts(3), null, before)
  expect(names(after)).toEqual(['Barriers', ['Money'], 'Trust', []])
  expect(after[0]).not.toBe(before[0])
  expect(after[1]).toBe(before[1])
})

test('counting again and finding the same leaves the rows as they were; finding more does not', () => {
  const before = codeRows(treeOf(codebook), counts(3), null)
  const same = codeRows(treeOf(codebook), counts(3), null, before)
  expect(same.every((row, i) => row === before[i])).toBe(true)
  const more = codeRows(treeOf(codebook), counts(4), null, before)
  expect(more[0]).toBe(before[0])
  expect(more[1]).not.toBe(before[1])
})

test('a colour given to a code is seen on the rows below it, too', () => {
  const before = codeRows(treeOf(codebook), undefined, null)
  const coloured = codebook.map((code) => (code.id === barriers ? { ...code, colour: '#3F8F4F' } : code))
  const after = codeRows(treeOf(coloured), undefined, null, before)
  expect(after[0]?.below[0]?.hue).toBe(after[0]?.hue)
  expect(after[0]?.below[0]).not.toBe(before[0]?.below[0])
})

function treeOf(codes: readonly Code[]) {
  const code = new Map(codes.map((each) => [each.id, each]))
  return codeTree({ ...emptyProject, tables: { ...emptyProject.tables, code } })
}

function counts(passages: number) {
  return new Map([[trust, { participants: 2, of: 8, passages }]])
}

function names(rows: readonly CodeRow[]): unknown[] {
  return rows.flatMap(({ code, below }) => [code.name, below.map((row) => row.code.name)])
}

function idOf(digit: string): CodeId {
  const id = readId<'code'>(
    `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-a${digit.repeat(3)}-${digit.repeat(12)}`,
  )
  if (!id) throw new Error('Not an identity')
  return id
}
