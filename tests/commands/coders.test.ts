import { expect, test } from 'vitest'
import { addCoder, changeCoder, codingsBy, initialsOf, removeCoder } from '../../shared/commands/coders.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const { project, coder } = buildProject({
  coders: ['Hanneke Roos', 'Teo Marchetti'],
  participants: ['Noor'],
  sources: [{ name: 'One', turns: [['Noor', 'The well is ours.']] }],
  codes: ['Commons'],
  codings: [{ source: 'One', code: 'Commons', quote: 'The well', coder: 'Hanneke Roos' }],
})
const making = makingBy(coder('Hanneke Roos').id)

test('a coder is added with initials that nobody has yet', () => {
  const first = addCoder(project, { name: ' Runa Iversen ' }, making)
  if (!first) throw new Error('Nobody was added')
  const end = expectChange(project, first.gesture, (now) =>
    expect(now.tables.coder.get(first.id)).toMatchObject({ name: 'Runa Iversen', initials: 'RI' }),
  )
  const second = addCoder(end, { name: 'Rut Ibsen' }, making)
  if (!second) throw new Error('Nobody was added')
  expectChange(end, second.gesture, (now) => expect(now.tables.coder.get(second.id)?.initials).toBe('RI2'))
  expect(addCoder(project, { name: ' ' }, making)).toBeNull()
})

test('a coder is renamed, keeps every coding, and never has an empty name', () => {
  const { id } = coder('Hanneke Roos')
  expectChange(project, changeCoder(project, id, { name: 'Hanneke R.' }), (end) => {
    expect(end.tables.coder.get(id)?.name).toBe('Hanneke R.')
    expect(codingsBy(end, id)).toBe(1)
  })
  expect(changeCoder(project, id, { initials: ' ' })).toBeNull()
  expect(changeCoder(project, id, { name: 'Hanneke Roos' })).toBeNull()
})

test('a coder who coded stays; one who left no trace can go', () => {
  expect(removeCoder(project, coder('Hanneke Roos').id)).toBeNull()
  expectChange(project, removeCoder(project, coder('Teo Marchetti').id), (end) =>
    expect(end.tables.coder.size).toBe(1),
  )
})

test('initials come from first letters, or the first two of a single name', () => {
  expect(['Hanneke Roos', 'noor', 'Ana María de la Cruz', '李明'].map(initialsOf)).toEqual([
    'HR',
    'NO',
    'AMD',
    '李明',
  ])
})
