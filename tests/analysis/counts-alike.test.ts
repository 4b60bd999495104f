import { expect, test } from 'vitest'
import { countsAlike } from '../../shared/analysis/counts-alike.ts'
import { prevalences } from '../../shared/analysis/prevalence.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { Project } from '../../shared/model/project.ts'
import { buildProject, countedId } from '../support/build-project.ts'

const words = 'The money never came and the people stayed.'
const built = buildProject({
  participants: ['Noor', 'Ilse'],
  sources: [
    { name: 'Noor', turns: [['Noor', words]] },
    { name: 'Ilse', turns: [['Ilse', words]] },
  ],
  codes: ['Barriers', 'Funding', 'Trust'],
  codings: [{ source: 'Noor', code: 'Funding', quote: words }],
})
const { project } = built

test('renaming, defining or colouring a code leaves its counts', () => {
  const now = withCode({ ...built.code('Funding'), name: 'Money', definition: 'Grants', colour: '#3F8F4F' })
  expect(countsAlike(project, now)).toBe(true)
  expect(counted(now)).toEqual(counted(project))
})

test('a code put below another one is counted again, because it counts there, too', () => {
  const now = withCode({ ...built.code('Funding'), parent: built.code('Barriers').id })
  expect(counted(now)).not.toEqual(counted(project))
  expect(countsAlike(project, now)).toBe(false)
})

test('a code more, a code fewer, or another one in its place is counted again', () => {
  const { code } = project.tables
  const { id } = built.code('Trust')
  const fewer = new Map([...code].filter(([each]) => each !== id))
  const other = { ...built.code('Trust'), id: countedId<'code'>(99) }
  const another = new Map([...fewer, [other.id, other]])
  for (const codes of [fewer, another])
    expect(countsAlike(project, { ...project, tables: { ...project.tables, code: codes } })).toBe(false)
  expect(countsAlike({ ...project, tables: { ...project.tables, code: fewer } }, project)).toBe(false)
})

test('everything else that changed is counted again: codings, turns, people, what was asked', () => {
  const { tables } = project
  expect(countsAlike(project, { ...project, codings: new Map() })).toBe(false)
  expect(countsAlike(project, { ...project, turns: new Map() })).toBe(false)
  for (const kind of [
    'participant',
    'source',
    'speaker',
    'question',
    'restriction',
    'coder',
    'inquiry',
  ] as const)
    expect(countsAlike(project, { ...project, tables: { ...tables, [kind]: new Map() } })).toBe(false)
  expect(countsAlike(project, { ...project, tables: { ...tables, memo: new Map() } })).toBe(true)
})

function withCode(code: Code): Project {
  const codes = new Map([...project.tables.code, [code.id, code]])
  return { ...project, tables: { ...project.tables, code: codes } }
}

function counted(of: Project) {
  return [...prevalences(tallyLayer(of, readLayer(of)))].map(([code, { n, passages }]) => [code, n, passages])
}
