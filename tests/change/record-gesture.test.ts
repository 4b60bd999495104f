import { expect, test } from 'vitest'
import { create, update } from '../../shared/change/edit.ts'
import { type Recorded, recordGesture } from '../../shared/change/record-gesture.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { makingBy } from '../support/expect-change.ts'
import { idOf } from '../support/random-edits.ts'

const making = { ...makingBy(idOf('coder', 1)), copy: idOf('copy', 1) }
const empty: Recorded = { project: emptyProject, changes: [] }
const code = { id: idOf('code', 1), name: 'Funding', order: 'V' }

test('a recorded change has at most one edit for an entity, and counts on in its copy', () => {
  const gesture = {
    label: 'Add a code',
    edits: [create('code', code), update('code', code, { name: 'Money' })],
  }
  const first = recordGesture(gesture, empty, making)
  expect(first.changes[0]?.edits).toHaveLength(1)
  expect(first.project.tables.code.get(code.id)?.name).toBe('Money')
  const next = { label: 'Rename', edits: [update('code', { ...code, name: 'Money' }, { name: 'Grants' })] }
  const second = recordGesture(next, first, making)
  expect(second.changes[1]).toMatchObject({ seq: 2, parents: [first.changes[0]?.id] })
})

test('a gesture that changes nothing is not recorded', () => {
  const first = recordGesture({ label: 'Add a code', edits: [create('code', code)] }, empty, making)
  const idle = { label: 'Rename', edits: [update('code', code, { name: code.name })] }
  expect(recordGesture(idle, first, making)).toEqual(first)
})
