import { expect, test } from 'vitest'
import { editsSeenBy } from '../../renderer/features/history/edits-seen-by.ts'
import { ownChanges } from '../../renderer/features/history/own-changes.ts'
import type { Cause, ChangeHeader } from '../../shared/change/change.ts'
import { remove, update } from '../../shared/change/edit.ts'
import { codingsOf } from '../../shared/model/project.ts'
import { seenBy } from '../../shared/model/seen-by.ts'
import { buildProject, countedId } from '../support/build-project.ts'

const coding = { source: 'Talk', code: 'Commons', quote: 'The well' }
const { project, coder, source } = buildProject({
  coders: ['Ada', 'Ben'],
  participants: ['Noor'],
  sources: [{ name: 'Talk', turns: [['Noor', 'The well is ours.']] }],
  codes: ['Commons'],
  codings: [
    { ...coding, coder: 'Ada' },
    { ...coding, coder: 'Ben' },
    { ...coding, coder: 'Ada', layer: 'agreed' },
  ],
})
const [ada, ben] = [coder('Ada').id, coder('Ben').id]

test('whoever codes blind is told of edits of their own codings, and of no others that their change moved along', () => {
  const all = codingsOf(project, source('Talk').id)
  const [own] = all.filter((each) => each.coder === ada && each.layer === 'own')
  const moved = all.map((each) => update('coding', each, { start: 1 }))
  const gone = all.map((each) => remove('coding', each))
  const renamed = update('source', source('Talk'), { name: 'The talk' })
  const seen = editsSeenBy([...moved, ...gone, renamed], seenBy(project, ada), ada)
  expect(seen.map(({ kind, id }) => [kind, id])).toEqual([
    ['coding', own?.id],
    ['coding', own?.id],
    ['source', source('Talk').id],
  ])
})

test('whoever codes blind is told of their own changes, not of merges, nor of what they undid of others', () => {
  const change = (id: number, label: string, by: typeof ada, cause: Cause): ChangeHeader => ({
    id: countedId<'change'>(id),
    copy: countedId<'copy'>(1),
    seq: 1,
    parents: [],
    at: 0,
    by,
    label,
    cause,
    format: 1,
  })
  const of = countedId<'change'>(2)
  const log = [
    change(1, 'mine', ada, { kind: 'command' }),
    change(2, 'theirs', ben, { kind: 'command' }),
    change(3, 'theirs undone', ada, { kind: 'undo', of }),
    change(4, 'theirs again', ada, { kind: 'redo', of }),
    change(5, 'merged', ada, { kind: 'merge' }),
    change(6, 'mine undone', ada, { kind: 'undo', of: countedId<'change'>(1) }),
  ]
  expect(ownChanges(log, ada).map(({ label }) => label)).toEqual(['mine', 'mine undone'])
})
