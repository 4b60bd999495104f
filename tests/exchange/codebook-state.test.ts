import { expect, test } from 'vitest'
import { mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../shared/change/merge/record-merge.ts'
import { type Recorded, recordGesture } from '../../shared/change/record-gesture.ts'
import { changeCode } from '../../shared/commands/change-code.ts'
import { createCode } from '../../shared/commands/create-code.ts'
import { deleteCode } from '../../shared/commands/delete-code.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { everythingSaid } from '../../shared/exchange/codebook-reading.ts'
import {
  codebookAfter,
  codebookState,
  codeHistory,
  knownOf,
  readCodebookState,
  sharedCodebook,
} from '../../shared/exchange/codebook-state.ts'
import { compareCodebooks } from '../../shared/exchange/compare-codebooks.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { emptyProject, inquiryOf } from '../../shared/model/project.ts'
import { counting } from './arbitrary-archive.ts'

const newId = counting()
const making = { newId, at: 7, by: newId<'coder'>(), copy: newId<'copy'>() }

function does(
  recorded: Recorded,
  act: (project: Recorded['project']) => Parameters<typeof recordGesture>[0],
) {
  return recordGesture(act(recorded.project), recorded, making)
}

function begun(): Recorded {
  const start = { project: emptyProject, changes: [] }
  const coder = { name: 'Ada', initials: 'A' }
  return recordGesture(newProject({ name: 'River', approach: 'codebook', coder }, making), start, making)
}

function create(name: string) {
  return (project: Recorded['project']) => {
    const made = createCode(project, { name }, making)
    if (!made) throw new Error('A code has a name')
    return made.gesture
  }
}

function first({ project }: Recorded) {
  const [code] = [...project.tables.code.values()]
  if (!code) throw new Error('There is no code')
  return code
}

test('the state a file is of is found again in the log, and the codebook as it stood then', () => {
  const then = does(begun(), create('Funding'))
  const state = codebookState(inquiryOf(then.project).id, then.changes, 9)
  expect(readCodebookState(JSON.parse(JSON.stringify(state)))).toEqual(state)
  const renamed = does(then, (project) => {
    const gesture = changeCode(project, first(then).id, { name: 'Money' })
    if (!gesture) throw new Error('Nothing changed')
    return gesture
  })
  const now = does(renamed, create('Time'))
  const known = knownOf(state, now.changes)
  expect(known).toBe(then.changes.length)
  expect(codebookAfter(now.changes.slice(0, known))?.map(({ name }) => name)).toEqual(['Funding'])
})

test('a state of another project is none of the log’s, and damaged ones are none at all', () => {
  const here = does(begun(), create('Funding'))
  const there = codebookState(newId<'project'>(), does(begun(), create('Trust')).changes, 9)
  expect(knownOf(there, here.changes)).toBe(0)
  for (const damaged of [null, 'x', {}, { project: 'x', at: 1 }, { project: newId(), at: 'x' }])
    expect(readCodebookState(damaged)).toBeUndefined()
})

test('what another copy’s merge brought in is known, and no longer once the merge was undone', () => {
  const mine = does(begun(), create('Funding'))
  const [head] = mine.changes.toReversed()
  if (!head) throw new Error('There is no change')
  const theirs = begun()
  const merge = { ...head, id: newId<'change'>(), parents: [head.id], cause: { kind: 'merge' as const } }
  const merged = [...theirs.changes, merge]
  const project = inquiryOf(mine.project).id
  expect(knownOf(codebookState(project, merged, 1), mine.changes)).toBe(mine.changes.length)
  const undo = {
    ...merge,
    id: newId<'change'>(),
    parents: [merge.id],
    cause: { kind: 'undo' as const, of: merge.id },
  }
  expect(knownOf(codebookState(project, [...merged, undo], 1), mine.changes)).toBe(0)
})

test('what a merge brought in of the same copy is common, so what they changed since is theirs alone', () => {
  const start = does(begun(), create('Funding'))
  const ben = { ...making, copy: newId<'copy'>() }
  const bens = (recorded: Recorded, gesture: Parameters<typeof recordGesture>[0] | null) => {
    if (!gesture) throw new Error('Nothing changed')
    return recordGesture(gesture, recorded, ben)
  }
  const { id } = first(start)
  const defined = bens(start, changeCode(start.project, id, { definition: 'Money is missing.' }))
  const grown = bens(defined, create('Trust')(defined.project))
  const mine = does(start, create('Time'))
  const merging = mergeCopies(
    { mine: archive(mine), theirs: archive(grown) },
    { made: new Map() },
    { ...making, at: 8 },
  )
  const merged = recordMerge(merging, mine, making)
  const now = does(merged, (project) => remade(project, id, { name: 'Money' }))
  const trust = [...grown.project.tables.code.values()].find(({ name }) => name === 'Trust')
  const again = bens(grown, changeCode(grown.project, id, { definition: 'There is none.' }))
  const sent = bens(again, changeCode(again.project, trust?.id ?? id, { definition: 'Believing.' }))
  const state = readCodebookState(
    JSON.parse(JSON.stringify(codebookState(inquiryOf(start.project).id, sent.changes, 9))),
  )
  const base = state ? sharedCodebook(state, now.changes) : null
  expect(base?.map(({ name, definition }) => [name, definition])).toEqual([
    ['Funding', 'Money is missing.'],
    ['Trust', undefined],
  ])
  const file = { codes: [...sent.project.tables.code.values()], says: everythingSaid }
  const stated = new Set(file.codes.map((code) => code.id))
  const compared = compareCodebooks(now.project, { ...file, stated }, { base })
  expect(Object.fromEntries(compared.codes.map((each) => [each.mine?.name, each.outcome]))).toEqual({
    Money: 'changed',
    Trust: 'changed',
    Time: 'mine',
  })
  // A merge that was undone, or of a copy that nobody knows, brings nothing.
  const strange = state && sharedCodebook({ ...state, log: '' }, now.changes)
  expect(strange?.map(({ name }) => name)).toEqual(['Funding'])
  const undone = { ...merged.changes.at(-1), id: newId<'change'>(), edits: [], parents: [] }
  const cause = { kind: 'undo' as const, of: merged.changes.at(-1)?.id ?? newId<'change'>() }
  const without = state && sharedCodebook(state, [...merged.changes, { ...undone, cause }])
  expect(without?.map(({ name }) => name)).toEqual(['Funding'])
})

function remade(project: Recorded['project'], id: CodeId, facts: Parameters<typeof changeCode>[2]) {
  const gesture = changeCode(project, id, facts)
  if (!gesture) throw new Error('Nothing changed')
  return gesture
}

function archive(recorded: Recorded): Archive {
  return { ...recorded, contents: new Map(), originals: new Map() }
}

test('the history tells every state of a code, and of those that are gone', () => {
  const made = does(begun(), create('Funding'))
  const { id } = first(made)
  const renamed = does(made, (project) => {
    const gesture = changeCode(project, id, { name: 'Money' })
    if (!gesture) throw new Error('Nothing changed')
    return gesture
  })
  const gone = does(renamed, (project) => deleteCode(project, id))
  expect(
    codeHistory(gone.changes)
      .get(id)
      ?.map(({ name }) => name),
  ).toEqual(['Funding', 'Money'])
})
