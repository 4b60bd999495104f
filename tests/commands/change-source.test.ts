import { expect, test } from 'vitest'
import { changeSources, setSourceParticipants } from '../../shared/commands/change-source.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'

const built = buildProject({
  participants: ['Noor'],
  sources: [
    { name: 'A', text: 'Words' },
    { name: 'B', text: 'More words' },
  ],
})
const both = [built.source('A').id, built.source('B').id]

test('several sources get a status in one change', () => {
  const after = expectChange(built.project, changeSources(built.project, both, { status: 'first pass' }))
  expect([...after.tables.source.values()].map((each) => each.status)).toEqual(['first pass', 'first pass'])
})

test('sources become group sessions', () => {
  const after = expectChange(built.project, changeSources(built.project, both, { kind: 'group' }))
  expect([...after.tables.source.values()].every((each) => each.kind === 'group')).toBe(true)
})

test('only the source that differs is edited', () => {
  const once = expectChange(built.project, changeSources(built.project, both.slice(0, 1), { kind: 'survey' }))
  expect(changeSources(once, both, { kind: 'survey' })?.edits).toHaveLength(1)
  expect(changeSources(once, both.slice(0, 1), { kind: 'survey' })).toBeNull()
})

test('a source keeps its name when the new one is empty', () => {
  expect(changeSources(built.project, both.slice(0, 1), { name: '   ' })).toBeNull()
  const after = expectChange(
    built.project,
    changeSources(built.project, both.slice(0, 1), { name: ' Interview 01 ' }),
  )
  expect(after.tables.source.get(both[0] ?? '')?.name).toBe('Interview 01')
})

test('a document without turns belongs to its participants', () => {
  const { id } = built.source('A')
  const noor = built.participant('Noor').id
  const after = expectChange(built.project, setSourceParticipants(built.project, id, [noor]))
  expect(after.tables.source.get(id)?.participants).toEqual([noor])
  const without = expectChange(after, setSourceParticipants(after, id, []))
  expect(without.tables.source.get(id)).not.toHaveProperty('participants')
})
