import { expect, test } from 'vitest'
import { handedOver } from '../../renderer/app/handed-file.ts'

const file = { name: 'Ardal.qdpx', bytes: new Uint8Array([0x50, 0x4b]), handle: null }

test('a project file handed over while a project is open is asked about', () => {
  expect(handedOver({ kind: 'open', file }, false)).toEqual({ kind: 'ask', file })
})

test('at the start it is opened there, and not asked about as well', () => {
  expect(handedOver({ kind: 'open', file }, true)).toEqual({ kind: 'elsewhere' })
})

test('a file that cannot be read is told about, and the open project stays', () => {
  const problem = 'Ardal.qdpx is no longer there.'
  const unread = { ...file, bytes: new Uint8Array(), problem }
  expect(handedOver({ kind: 'open', file: unread }, false)).toEqual({ kind: 'tell', problem })
})

test('commands and closing are nobody’s file', () => {
  expect(handedOver({ kind: 'flush' }, false)).toEqual({ kind: 'elsewhere' })
  expect(handedOver({ kind: 'command', command: 'save' }, false)).toEqual({ kind: 'elsewhere' })
})
