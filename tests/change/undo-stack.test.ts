import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cause, ChangeHeader } from '../../shared/change/change.ts'
import { afterChange, type UndoStack, undoStack } from '../../shared/change/undo-stack.ts'
import { idOf } from '../support/random-edits.ts'

function header(n: number, cause: Cause): ChangeHeader {
  const parents = n > 1 ? [idOf('change', n - 1)] : []
  return {
    id: idOf('change', n),
    copy: idOf('copy', 1),
    seq: n,
    parents,
    at: n,
    by: idOf('coder', 1),
    label: `${n}`,
    cause,
    format: 1,
  }
}

/** Plays "do", "undo" and "redo" as a person would and gives the log. */
function played(moves: readonly ('do' | 'undo' | 'redo')[]): {
  readonly log: ChangeHeader[]
  readonly stack: UndoStack
} {
  const log: ChangeHeader[] = []
  let stack = undoStack([])
  for (const move of moves) {
    const of = (move === 'undo' ? stack.undoable : stack.redoable).at(-1)
    if (move !== 'do' && !of) continue
    const next = header(log.length + 1, of && move !== 'do' ? { kind: move, of: of.id } : { kind: 'command' })
    log.push(next)
    stack = afterChange(stack, next)
  }
  return { log, stack }
}

test('the stacks read off the log are those that grew step by step', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('do' as const, 'undo' as const, 'redo' as const)), (moves) => {
      const { log, stack } = played(moves)
      expect(undoStack(log)).toEqual(stack)
    }),
  )
})

test('undo goes back in order, redo forward, and a new change ends redo', () => {
  const { stack } = played(['do', 'do', 'do', 'do', 'undo', 'undo', 'redo'])
  expect(stack.undoable.map((each) => each.label)).toEqual(['2', '3'])
  expect(stack.redoable.map((each) => each.label)).toEqual(['4'])
  expect(played(['do', 'do', 'undo', 'do']).stack.redoable).toEqual([])
})

test('what a project began with cannot be undone, however often one tries', () => {
  const { log, stack } = played(['do', 'do', 'undo', 'undo', 'undo'])
  expect(log).toHaveLength(3)
  expect(stack.undoable).toEqual([])
})
