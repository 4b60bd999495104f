import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { keepFiles } from '../../renderer/features/sources/keep-files.ts'
import { newlyListed } from '../../renderer/features/sources/listed-file.ts'
import { newId } from '../../renderer/platform/making.ts'
import { OpenProject } from '../../renderer/project/open-project.ts'
import { projectDatabase } from '../../renderer/project/stored-project.ts'
import { create } from '../../shared/change/edit.ts'
import { inBrief } from '../../shared/importers/draft-summary.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { emptyProject } from '../../shared/model/project.ts'

test('a respondent far down the table is the same person as above, and one undo takes the survey back', async () => {
  const id = newId<'project'>()
  const coder = newId<'coder'>()
  const surroundings = { newId, now: () => 1_700_000_000_000, pausing: () => () => Promise.resolve() }
  const start = { project: emptyProject, log: [], copy: newId<'copy'>() }
  const open = new OpenProject(id, projectDatabase(id), start, coder, surroundings)
  await open.commit({
    label: 'Begin',
    edits: [
      create('inquiry', { id, name: 'Gardens', approach: 'codebook', madeAt: 1 }),
      create('coder', { id: coder, name: 'Ada', initials: 'AD' }),
    ],
  })
  const rows = Array.from(
    { length: 30 },
    (_, i) => `${i === 29 ? 1 : i + 1},Walk number ${i} helped us,Money, or time ${i}`,
  )
  const bytes = new TextEncoder().encode(
    `ID,What helped?,What hindered?\n${rows.join('\n').replaceAll(', or', ' or')}`,
  )
  const outcome = await readSource({ name: 'gardens.csv', bytes })
  const file = newlyListed(
    'gardens.csv',
    { hash: 'f'.repeat(64), outcome: inBrief(outcome), whole: outcome },
    null,
  )
  const keeping = {
    whole: async () => ({ outcome, bytes }),
    onDone: () => {},
    signal: new AbortController().signal,
  }
  const kept = await keepFiles(open, [file], keeping)
  expect(kept).toMatchObject({ ok: true, sources: 30 })
  expect(open.project.tables.source.size).toBe(30)
  expect(open.project.tables.participant.size).toBe(29)
  expect(open.project.tables.question.size).toBe(2)
  await open.undo()
  expect(open.project.tables.source.size + open.project.tables.participant.size).toBe(0)
})
