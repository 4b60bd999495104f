import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { MergingDesk, type MergingState } from '../../renderer/features/team/merging-desk.ts'
import { makeProject, openProject } from '../../renderer/project/open-projects.ts'
import { projectDatabase } from '../../renderer/project/stored-project.ts'
import type { Edit } from '../../shared/change/change.ts'
import { create, update } from '../../shared/change/edit.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { contentHash } from '../../shared/exchange/fingerprint.ts'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Code } from '../../shared/model/entities.ts'
import { sourcesInOrder } from '../../shared/model/project.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { makingBy } from '../support/expect-change.ts'
import { plainProject } from '../support/plain-project.ts'
import { idOf } from '../support/random-edits.ts'
import { mergingHere } from './merging-here.ts'

const coder = idOf<'coder'>('coder', 1)
const making = makingBy(coder)
const surroundings = { newId: making.newId, now: () => making.at }
const merging = mergingHere(surroundings)

/** An open project with two codes, and its archive as it was handed out. */
async function begun() {
  const id = making.newId<'project'>()
  const person = { name: 'Ada', initials: 'AD' }
  const first = newProject({ id, name: 'River', approach: 'codebook', coder: person }, making)
  await makeProject(id, first, coder, surroundings)
  const result = await openProject(id, surroundings)
  if (!result.ok) throw new Error(result.problem)
  const { open } = result
  const codes = ['Funding', 'Trust'].map((name, i) => ({ id: making.newId<'code'>(), name, order: `V${i}` }))
  await open.commit({ label: 'Create codes', edits: codes.map((code) => create('code', code)) })
  const [funding, trust] = codes
  if (!funding || !trust) throw new Error('There are no codes')
  return { open, funding, trust, given: await open.archive() }
}

function worked(start: Archive, edits: readonly Edit[], desk = 'their desk'): Archive {
  return { ...start, ...recordGesture({ label: desk, edits }, start, makingAt(desk)) }
}

function file(archive: Archive, name = 'ben.qdpx') {
  return { name, bytes: writeProjectFile(archive, { at: 0 }), handle: null }
}

function compared(state: MergingState): Extract<MergingState, { kind: 'compared' }> {
  if (state.kind !== 'compared') throw new Error(`It is ${JSON.stringify(state)}`)
  return state
}

const define = (code: Code, definition: string) => update('code', code, { definition })

test('a conflict is decided, the copy merged, and the same copy then brings nothing new', async () => {
  const { open, funding, trust, given } = await begun()
  await open.commit({ label: 'Define', edits: [define(funding, 'Money from outside')] })
  const theirs = worked(given, [define(funding, 'Money for a project'), define(trust, 'To rely on')])
  const desk = new MergingDesk(open, merging)
  await desk.choose(file(theirs))
  const before = compared(desk.state)
  expect(before.comparison).toMatchObject({ brings: 'something', base: { kind: 'found' } })
  expect(before.conflicts).toMatchObject([
    { thing: 'Code “Funding”', mine: 'Money from outside', theirs: 'Money for a project' },
  ])
  desk.decide(
    before.conflicts.map(({ key }) => key),
    'theirs',
  )
  await desk.merge()
  expect(desk.state).toMatchObject({ kind: 'merged', file: 'ben.qdpx' })
  expect(open.project.tables.code.get(funding.id)?.definition).toBe('Money for a project')
  expect(open.project.tables.code.get(trust.id)?.definition).toBe('To rely on')
  await desk.choose(file(theirs))
  expect(compared(desk.state).comparison).toMatchObject({ brings: 'nothing', comingIn: [] })
})

test('undo takes a merge back in one step, and merging the copy again brings it in again', async () => {
  const { open, trust, given } = await begun()
  const before = plainProject(open.project)
  const theirs = worked(given, [define(trust, 'To rely on')])
  const desk = new MergingDesk(open, merging)
  await desk.choose(file(theirs))
  await desk.merge()
  await open.undo()
  expect(plainProject(open.project)).toEqual(before)
  await desk.choose(file(theirs))
  expect(compared(desk.state).comparison.brings).toBe('something')
})

test('merging is held back while anything is undecided', async () => {
  const { open, funding, given } = await begun()
  await open.commit({ label: 'Define', edits: [define(funding, 'Money from outside')] })
  const desk = new MergingDesk(open, merging)
  await desk.choose(file(worked(given, [define(funding, 'Money for a project')])))
  const { length } = open.log
  await desk.merge()
  expect(compared(desk.state).said).toContain('more to decide')
  expect(open.log.length).toBe(length)
})

test('what was changed meanwhile is compared again before anything is merged, and that is said', async () => {
  const { open, funding, trust, given } = await begun()
  const desk = new MergingDesk(open, merging)
  await desk.choose(
    file(worked(given, [define(funding, 'Money for a project'), define(trust, 'To rely on')])),
  )
  await open.commit({ label: 'Define', edits: [define(funding, 'Money from outside')] })
  await desk.merge()
  const now = compared(desk.state)
  expect(now.said).toContain('changed meanwhile')
  expect(now.conflicts).toHaveLength(1)
  expect(open.log.at(-1)?.cause.kind).toBe('command')
})

test('texts that come in are there once the merge is, and stay no longer when it does not come about', async () => {
  const { open, given } = await begun()
  const content = contentHash('brought in')
  const source = {
    id: making.newId<'source'>(),
    name: 'Interview',
    kind: 'interview' as const,
    status: 'not started' as const,
    content,
    firstContent: content,
    words: 2,
    importedAt: making.at,
    format: 'txt',
    order: 'V',
  }
  const contents = new Map([...given.contents, [content, { hash: content, text: 'brought in' }] as const])
  const theirs = { ...worked(given, [create('source', source)]), contents }
  const desk = new MergingDesk(open, merging)
  await desk.choose(file(theirs))
  expect(compared(desk.state).comparison.texts).toBe(1)
  const refusing = { ...open, commitMerge: async () => ({ ok: false as const, problem: 'Refused.' }) }
  const { id, log, ending } = open
  const elsewhere = new MergingDesk(
    {
      ...refusing,
      id,
      log,
      ending,
      coder,
      settled: () => open.settled(),
      discard: (hashes) => open.discard(hashes),
    },
    merging,
  )
  await elsewhere.choose(file(theirs))
  await elsewhere.merge()
  expect(compared(elsewhere.state).said).toBe('Refused.')
  expect(await projectDatabase(id).contents([content])).toEqual([])
  await desk.merge()
  await open.loadTexts([content])
  expect(sourcesInOrder(open.project).map(({ name }) => name)).toEqual(['Interview'])
  expect(open.text(content)).toBe('brought in')
})

test('copies without a common history are compared by what they hold, until the copy both began from is given', async () => {
  const { open, funding, given } = await begun()
  const opening = { ...makingAt('elsewhere'), id: idOf<'change'>('change', 9) }
  const [first] = given.changes
  if (!first) throw new Error('There is no change')
  const edits = given.changes.flatMap((change) => change.edits)
  const alone = { ...given, changes: [{ ...first, id: opening.id, edits }] }
  await open.commit({ label: 'Define', edits: [define(funding, 'Money from outside')] })
  const desk = new MergingDesk(open, merging)
  await desk.choose(file(worked(alone, [update('code', funding, { name: 'Grants' })])))
  expect(compared(desk.state).comparison.base).toEqual({ kind: 'none' })
  expect(compared(desk.state).conflicts).toHaveLength(1)
  await desk.giveBase(file(given, 'handed out.qdpx'))
  expect(compared(desk.state).comparison.base).toEqual({ kind: 'given' })
  expect(compared(desk.state).conflicts).toEqual([])
})

test('files that are no copies are refused in a sentence, and the desk is free for the next', async () => {
  const { open } = await begun()
  const other = await begun()
  const desk = new MergingDesk(open, merging)
  await desk.choose(file(other.given, 'other.qdpx'))
  expect(desk.state).toMatchObject({ kind: 'nothing' })
  expect(desk.state).toHaveProperty('problem', expect.stringContaining('another project'))
  await desk.choose({ name: 'broken.qdpx', bytes: new Uint8Array([0x50, 0x4b, 3, 4]), handle: null })
  expect(desk.state).toHaveProperty('problem', expect.stringContaining('“broken.qdpx” cannot be merged.'))
  await desk.choose({ name: 'gone.qdpx', bytes: new Uint8Array(), handle: null, problem: 'It is gone.' })
  expect(desk.state).toEqual({ kind: 'nothing', problem: 'It is gone.' })
})

test('cancelling leaves nothing on the desk and nothing in the project', async () => {
  const { open, trust, given } = await begun()
  const desk = new MergingDesk(open, merging)
  const choosing = desk.choose(file(worked(given, [define(trust, 'To rely on')])))
  expect(desk.state.kind).toBe('working')
  desk.clear()
  await choosing
  expect(desk.state).toEqual({ kind: 'nothing' })
  expect(open.log.length).toBe(given.changes.length)
})
