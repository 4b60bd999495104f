import { expect, test } from 'vitest'
import { codeTree, descendantsOf, pathOf } from '../../shared/analysis/code-tree.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  codes: [
    'Barriers',
    { name: 'Funding', parent: 'Barriers' },
    'Hope',
    { name: 'No loop', parent: 'Funding' },
    { name: 'Speed', parent: 'Barriers' },
  ],
})
const names = (codes: readonly { readonly name: string }[]) => codes.map((code) => code.name)

test('codes are read parent first, each with all below it before its next neighbour', () => {
  const tree = codeTree(built.project)
  expect(names(tree.inOrder)).toEqual(['Barriers', 'Funding', 'No loop', 'Speed', 'Hope'])
  expect(names(tree.roots)).toEqual(['Barriers', 'Hope'])
  expect(names(descendantsOf(tree, built.code('Barriers').id))).toEqual(['Funding', 'No loop', 'Speed'])
  expect(names(pathOf(tree, built.code('No loop').id))).toEqual(['Barriers', 'Funding', 'No loop'])
})

test('a circle is cut rather than followed for ever', () => {
  const barriers = built.code('Barriers')
  const circle = new Map(built.project.tables.code).set(barriers.id, {
    ...barriers,
    parent: built.code('No loop').id,
  })
  const tree = codeTree({ ...built.project, tables: { ...built.project.tables, code: circle } })
  expect(names(descendantsOf(tree, barriers.id))).toEqual(['Funding', 'No loop', 'Speed'])
  expect(pathOf(tree, barriers.id).length).toBe(3)
})
