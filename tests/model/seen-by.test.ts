import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { writeMemo } from '../../shared/commands/write-memo.ts'
import { codingsOf } from '../../shared/model/project.ts'
import { seenBy } from '../../shared/model/seen-by.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const coding = { source: 'Talk', code: 'Commons', quote: 'The well' }
const { project, coder, source, code, contents } = buildProject({
  coders: ['Ada', 'Ben'],
  participants: ['Noor'],
  sources: [
    { name: 'Talk', turns: [['Noor', 'The well is ours.']] },
    { name: 'Other', turns: [['Noor', 'The well was closed.']] },
  ],
  codes: ['Commons'],
  codings: [
    { ...coding, coder: 'Ada' },
    { ...coding, coder: 'Ben' },
    { ...coding, coder: 'Ben', layer: 'agreed' },
    { ...coding, source: 'Other', coder: 'Ben' },
  ],
})
const [ada, ben] = [coder('Ada').id, coder('Ben').id]

test('who codes blind sees their own codings, nobody else’s, and no agreed layer', () => {
  const seen = seenBy(project, ada)
  expect(codingsOf(seen, source('Talk').id)).toMatchObject([{ coder: ada, layer: 'own' }])
  expect(codingsOf(seen, source('Other').id)).toEqual([])
  expect(codingsOf(seenBy(project, ben), source('Other').id)).toHaveLength(1)
  expect(seen.tables.code).toBe(project.tables.code)
  expect(seen.turns).toBe(project.turns)
})

test('who codes blind sees their own memos only', () => {
  const memo = { kind: 'reflexive', title: 'Mine', text: 'seen', about: { kind: 'project' } } as const
  const noted = expectChange(project, writeMemo(memo, makingBy(ben))?.gesture ?? null)
  expect(seenBy(noted, ada).tables.memo.size).toBe(0)
  expect(seenBy(noted, ben).tables.memo.size).toBe(1)
})

test('the same project gives the same view, and a change leaves the lists of other sources as they were', () => {
  const before = seenBy(project, ada)
  expect(seenBy(project, ada)).toBe(before)
  const talk = source('Other')
  const passages = { source: talk.id, text: contents.get(talk.content) ?? '', spans: [{ start: 6, end: 14 }] }
  const gesture = applyCode(project, passages, [code('Commons').id], makingBy(ada))
  const applied = applyEdits(project, gesture?.edits ?? [])
  if (!applied.ok) throw new Error(applied.problem)
  const after = seenBy(applied.project, ada)
  expect(codingsOf(after, source('Talk').id)).toBe(codingsOf(before, source('Talk').id))
  expect(codingsOf(after, talk.id)).toHaveLength(1)
})
