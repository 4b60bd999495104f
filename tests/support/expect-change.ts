import { expect } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import type { Edit, Gesture } from '../../shared/change/change.ts'
import { combine, invert } from '../../shared/change/edit.ts'
import type { Making } from '../../shared/commands/making.ts'
import { brokenByEdits } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'
import { countedId } from './build-project.ts'

/** Applies a gesture as the open project would and looks at the result; then checks what every change must hold:
    it breaks no rule, its inverse gives the same project again, and JSON carries it unharmed. */
export function expectChange(
  start: Project,
  gesture: Gesture | null,
  look: (end: Project) => void = () => {},
): Project {
  if (!gesture) throw new Error('The command gave nothing to do')
  expect(gesture.label.trim()).not.toBe('')
  const edits = combine(gesture.edits)
  const end = applied(start, edits)
  expect(brokenByEdits(end, edits)).toEqual([])
  look(end)
  expect(applied(end, edits.toReversed().map(invert))).toEqual(start)
  const carried: Edit[] = JSON.parse(JSON.stringify(edits))
  expect(applied(start, carried)).toEqual(end)
  return end
}

function applied(project: Project, edits: readonly Edit[]): Project {
  const result = applyEdits(project, edits)
  if (!result.ok) throw new Error(`${result.edit.kind} ${result.edit.id}: ${result.problem}`)
  return result.project
}

/** What commands are given in tests: ids counted from a million, a standing clock, and one coder. */
export function makingBy(by: Making['by'], from = 1_000_000): Making {
  let count = from
  return { by, at: 1_700_000_000_000, newId: () => countedId(++count) }
}
