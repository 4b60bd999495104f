import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { create } from '../../shared/change/edit.ts'
import { goesWithSources, removeSources } from '../../shared/commands/remove-source.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'

function twoInterviews() {
  const built = buildProject({
    participants: ['Noor', 'Ilse'],
    sources: [
      {
        name: 'Interview 1',
        turns: [
          ['I', 'What gets in the way?'],
          ['Noor', 'Money, mostly money.'],
        ],
      },
      {
        name: 'Interview 2',
        turns: [
          ['Ilse', 'We count everything.'],
          ['Noor', 'So do we.'],
        ],
      },
    ],
    codes: ['Funding'],
    codings: [
      { source: 'Interview 1', quote: 'mostly money', code: 'Funding' },
      { source: 'Interview 2', quote: 'count everything', code: 'Funding' },
    ],
    restrictions: [{ source: 'Interview 2', quote: 'So do we', consent: 'count' }],
  })
  const source = built.source('Interview 2')
  const memo = {
    id: countedId<'memo'>(5000),
    kind: 'analytic' as const,
    title: 'Counting',
    text: 'They count.',
    about: { kind: 'source' as const, source: source.id },
    by: built.coder('Ada').id,
    at: 1,
  }
  const applied = applyEdits(built.project, [create('memo', memo)])
  if (!applied.ok) throw new Error(applied.problem)
  return { ...built, project: applied.project, source }
}

test('what goes with a source is counted before it is deleted', () => {
  const { project, source } = twoInterviews()
  expect(goesWithSources(project, [source.id])).toEqual({
    sources: 1,
    turns: 2,
    codings: 1,
    memos: 1,
    restrictions: 1,
    quoteChoices: 0,
    translations: 0,
    leftWithout: ['Ilse'],
  })
})

test('deleting a source takes its codings, turns, memos and rules, and keeps participants', () => {
  const { project, source } = twoInterviews()
  const after = expectChange(project, removeSources(project, [source.id]))
  expect([...after.tables.source.values()].map((each) => each.name)).toEqual(['Interview 1'])
  expect(after.tables.memo.size).toBe(0)
  expect(after.tables.restriction.size).toBe(0)
  expect(after.tables.participant.size).toBe(2)
  expect([...after.codings.keys()]).not.toContain(source.id)
  expect([...after.turns.keys()]).not.toContain(source.id)
})

test('deleting no source is nothing to do', () => {
  expect(removeSources(twoInterviews().project, [])).toBeNull()
})
