import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { bringFileUpToDate, isBehind } from '../../renderer/app/write-project-file.ts'
import { fileOf } from '../../renderer/project/file-of.ts'
import { dropKeys } from '../../renderer/project/keyring.ts'
import { lockProject } from '../../renderer/project/lock-project.ts'
import type { OpenProject } from '../../renderer/project/open-project.ts'
import { makeProject, openProject } from '../../renderer/project/open-projects.ts'
import { listedProject, noteProject } from '../../renderer/project/project-list.ts'
import type { Outcome } from '../../shared/bridge.ts'
import { create } from '../../shared/change/edit.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { makeLock } from '../../shared/lock/lock.ts'
import { makingBy } from '../support/expect-change.ts'
import { idOf } from '../support/random-edits.ts'

const coder = idOf('coder', 1)
const making = makingBy(coder)
const surroundings = { newId: making.newId, now: () => making.at }

/** A folder with one file in it, which others can write to as well. */
function folder(file: Uint8Array) {
  const folder = {
    file,
    written: 0,
    /** What happens while it writes. */
    meanwhile: async (): Promise<Outcome> => ({ ok: true }),
    readAgain: async () => ({ name: 'River.qdpx', bytes: folder.file, handle: 'place' }),
    saveAgain: async (_: string, bytes: Uint8Array): Promise<Outcome> => {
      const outcome = await folder.meanwhile()
      if (!outcome.ok) return outcome
      folder.file = bytes
      folder.written++
      return outcome
    },
  }
  return folder
}

/** A project whose file was just saved into a folder. */
async function savedProject() {
  const id = making.newId<'project'>()
  const begin = newProject(
    { id, name: 'River', approach: 'codebook', coder: { name: 'Ada', initials: 'AD' } },
    making,
  )
  await makeProject(id, begin, coder, surroundings)
  const opened = await openProject(id, surroundings)
  if (!opened.ok) throw new Error(opened.problem)
  const { bytes, hash, savedAt } = await fileOf(opened.open)
  const desktop = folder(bytes)
  await noteProject(id, { file: { handle: 'place', name: 'River.qdpx', bytes: hash }, savedAt })
  return { open: opened.open, desktop }
}

const addCode = (name: string) => ({
  label: `Create code ${name}`,
  edits: [create('code', { id: making.newId<'code'>(), name, order: 'V' })],
})

async function behind(open: OpenProject): Promise<boolean> {
  const project = await listedProject(open.id)
  return project !== undefined && isBehind(project, open)
}

function codesIn(file: Uint8Array): string[] {
  const reading = readProjectFile(file)
  if (!reading.ok) throw new Error(reading.problem)
  return [...reading.archive.project.tables.code.values()].map((code) => code.name)
}

test('a project that is locked while its readable file is written does not take that file up again', async () => {
  const { open, desktop } = await savedProject()
  await open.commit(addCode('Funding'))
  const keys = makeLock('four words of mine', (length) => crypto.getRandomValues(new Uint8Array(length)), {
    memory: 8,
    passes: 1,
    lanes: 1,
  })
  desktop.meanwhile = async () => {
    await lockProject(open, keys)
    return { ok: true }
  }
  await bringFileUpToDate(open, desktop)
  const listed = await listedProject(open.id)
  expect(listed?.file).toBeUndefined()
  expect(listed?.readableFile).toMatchObject({ name: 'River.qdpx' })
  await open.close()
  dropKeys(open.id)
})

test('the file gets what it lacks, and is not written when it lacks nothing', async () => {
  const { open, desktop } = await savedProject()
  expect(await bringFileUpToDate(open, desktop)).toEqual({ ok: true })
  expect(desktop.written).toBe(0)
  await open.commit(addCode('Funding'))
  expect(await behind(open)).toBe(true)
  await Promise.all([bringFileUpToDate(open, desktop), bringFileUpToDate(open, desktop)])
  expect(desktop.written).toBe(1)
  expect(codesIn(desktop.file)).toEqual(['Funding'])
  expect(await behind(open)).toBe(false)
  await bringFileUpToDate(open, desktop, { inAnyCase: true })
  expect(desktop.written).toBe(2)
})

test('what comes while the file is written is not counted as in it', async () => {
  const { open, desktop } = await savedProject()
  await open.commit(addCode('Funding'))
  desktop.meanwhile = async () => open.commit(addCode('Time'))
  await bringFileUpToDate(open, desktop)
  expect(codesIn(desktop.file)).toEqual(['Funding'])
  expect(await behind(open)).toBe(true)
  desktop.meanwhile = async () => ({ ok: true })
  await bringFileUpToDate(open, desktop)
  expect(codesIn(desktop.file)).toEqual(['Funding', 'Time'])
  expect(await behind(open)).toBe(false)
})

test('a refused or broken writing is told, leaves the file behind, and does not stop the next', async () => {
  const { open, desktop } = await savedProject()
  await open.commit(addCode('Funding'))
  desktop.meanwhile = async () => ({ ok: false, problem: 'The disk is full.' })
  expect(await bringFileUpToDate(open, desktop)).toEqual({ ok: false, problem: 'The disk is full.' })
  desktop.meanwhile = () => Promise.reject(new Error('The window lost its desktop'))
  expect(await bringFileUpToDate(open, desktop)).toMatchObject({ ok: false })
  expect(await behind(open)).toBe(true)
  desktop.meanwhile = async () => ({ ok: true })
  expect(await bringFileUpToDate(open, desktop)).toEqual({ ok: true })
  expect(codesIn(desktop.file)).toEqual(['Funding'])
})

test('a file that somebody else wrote meanwhile is left alone', async () => {
  const { open, desktop } = await savedProject()
  const theirs = new TextEncoder().encode('a colleague’s work')
  await open.commit(addCode('Funding'))
  desktop.file = theirs
  for (const inAnyCase of [false, true]) {
    const outcome = await bringFileUpToDate(open, desktop, { inAnyCase })
    expect(outcome).toMatchObject({
      ok: false,
      problem: expect.stringContaining('River.qdpx was changed by somebody else'),
    })
  }
  expect(desktop.file).toBe(theirs)
})

test('a project without a file writes none', async () => {
  const { open, desktop } = await savedProject()
  const { unlistProject, listProject } = await import('../../renderer/project/project-list.ts')
  await unlistProject(open.id)
  await listProject({ id: open.id, name: 'River', openedAt: 1 })
  await open.commit(addCode('Funding'))
  expect(await bringFileUpToDate(open, desktop, { inAnyCase: true })).toEqual({ ok: true })
  expect(desktop.written).toBe(0)
})
