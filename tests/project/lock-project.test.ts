import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { afterEach, expect, test, vi } from 'vitest'
import { copyHome } from '../../renderer/project/copy-home.ts'
import { homeBehind, openHome, openList } from '../../renderer/project/database.ts'
import { fileOf } from '../../renderer/project/file-of.ts'
import { incomingFiles } from '../../renderer/project/incoming-files.ts'
import { dropKeys, holdKeys } from '../../renderer/project/keyring.ts'
import { lockProject, nameInList, noteNewLock, unlockProject } from '../../renderer/project/lock-project.ts'
import {
  adoptArchive,
  forgetProject,
  type Opened,
  openProject,
} from '../../renderer/project/open-projects.ts'
import { listedProject, noteProject } from '../../renderer/project/project-list.ts'
import { storedArchive } from '../../renderer/workers/stored-archive.ts'
import { create } from '../../shared/change/edit.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { changePassphrase, makeLock, openLock, type Unlocked } from '../../shared/lock/lock.ts'
import { readLock } from '../../shared/lock/lock-facts.ts'
import { openLockedFile } from '../../shared/lock/locked-file.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { makingBy } from '../support/expect-change.ts'
import { plainProject } from '../support/plain-project.ts'
import { contentOf, idOf } from '../support/random-edits.ts'
import { storedText } from '../support/stored-bytes.ts'

const making = makingBy(idOf<'coder'>('coder', 1))
const surroundings = { newId: making.newId, now: () => making.at }
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const cheap = { memory: 8, passes: 1, lanes: 1 }
const sample = readSample()

function readSample() {
  const read = readProjectFile(readFileSync('sample-data/sample.qdpx'))
  if (!read.ok) throw new Error(read.problem)
  return read.archive
}

afterEach(() => vi.restoreAllMocks())

type Held = Extract<Opened, { ok: true }>

async function opened(id: ProjectId): Promise<Held> {
  const result = await openProject(id, surroundings)
  if (!result.ok) throw new Error(result.problem)
  return result
}

async function closed({ open, release }: Held): Promise<void> {
  await open.close()
  await release()
  dropKeys(open.id)
}

/** The sample project, open on this machine under an id of its own. */
async function sampleHere(): Promise<Held> {
  const id = await adoptArchive(sample, surroundings, { id: making.newId<'project'>() })
  if (!id) throw new Error('Somebody has it')
  return opened(id)
}

function keys(passphrase = 'four words of mine'): Unlocked {
  return makeLock(passphrase, random, cheap)
}

async function homesOf(id: ProjectId): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => (name?.includes(id) ? [name] : []))
}

const addCode = (name: string) => ({
  label: `Create code ${name}`,
  edits: [create('code', { id: making.newId<'code'>(), name, order: 'V' })],
})

/** What nobody may read: sentences, names, hashes and ids of the sample. */
function secrets(): readonly string[] {
  const { project, contents, originals, changes } = sample
  const { code, participant, source, memo, coder } = project.tables
  const sentences = [...contents.values()].flatMap(({ text }) => text.match(/\b[^\n.?!]{24,60}\b/g) ?? [])
  const words = [...contents.values()].flatMap(({ text }) => text.match(/\b\p{L}{8,}\b/gu) ?? [])
  const named = [code, participant, source, memo, coder].flatMap((table) => [...table.values()])
  return [
    ...sentences.slice(0, 200),
    ...new Set(words),
    ...named.flatMap((each) => ('name' in each && typeof each.name === 'string' ? [each.name] : [])),
    ...named.map(({ id }) => id),
    ...[...contents.keys(), ...originals.keys()],
    ...changes.map(({ label }) => label),
    inquiryOf(project).name,
    'Trust in the ferry',
  ].filter((each) => each.length > 5)
}

test('after locking, no stored byte holds a word, a name, an id or a hash of the project', async () => {
  const held = await sampleHere()
  await held.open.commit(addCode('Trust in the ferry'))
  const before = await storedText(await homesOf(held.open.id))
  expect(secrets().filter((secret) => !before.includes(secret)).length).toBeLessThan(secrets().length / 100)
  await lockProject(held.open, keys(), { nameless: true })
  await held.open.commit(addCode('Fear of the ferry'))
  await held.open.keep([{ hash: contentOf(3), text: 'Nobody crosses at night.' }], [])
  const incoming = incomingFiles(held.open.id, crypto.randomUUID())
  const problem = 'Read as spoken by the ferryman'
  const bytes = new TextEncoder().encode('The ferryman spoke.')
  await incoming.put({ file: 1, name: 'ferryman.txt', bytes, outcome: { ok: false, problem } })
  expect(await incoming.get(1)).toEqual(expect.objectContaining({ name: 'ferryman.txt', bytes }))
  incoming.close()
  await held.open.settled()
  expect(await homesOf(held.open.id)).toEqual([expect.stringMatching(/^loam-locked-/)])
  const after = await storedText([...(await homesOf(held.open.id)), 'loam-projects'])
  const own = ['Fear of the ferry', 'Nobody crosses', 'ferryman', contentOf(3)]
  expect([...secrets(), ...own].filter((secret) => after.includes(secret))).toEqual([])
  await closed(held)
})

test('a locked project is the same project, and goes on: code, undo, close, open with its keys', async () => {
  const held = await sampleHere()
  const unlocked = keys()
  await lockProject(held.open, unlocked)
  await held.open.commit(addCode('Funding'))
  await held.open.commit(addCode('Time'))
  expect(await held.open.undo()).toEqual({ ok: true })
  const project = plainProject(held.open.project)
  const archive = await held.open.archive()
  expect(await storedArchive(held.open.id, held.open.log.length)).toEqual(archive)
  await closed(held)
  holdKeys(held.open.id, unlocked)
  const again = await opened(held.open.id)
  expect(plainProject(again.open.project)).toEqual(project)
  expect(again.open.copy).toBe(held.open.copy)
  expect(await again.open.archive()).toEqual(archive)
  expect(await again.open.redo()).toEqual({ ok: true })
  await again.open.loadTexts()
  for (const [hash, { text }] of sample.contents) expect(again.open.text(hash)).toBe(text)
  await closed(again)
})

test('without its keys a locked project says so, and nothing can be read or written behind its back', async () => {
  const held = await sampleHere()
  const { id } = held.open
  await lockProject(held.open, keys())
  await closed(held)
  expect(await openProject(id, surroundings)).toMatchObject({ ok: false, locked: { id } })
  holdKeys(id, keys('another key'))
  expect(await openProject(id, surroundings)).toMatchObject({ ok: false, locked: { id } })
  dropKeys(id)
  const home = openHome(id)
  await expect(home.entities.toArray()).rejects.toThrow()
  await expect(home.facts.put({ name: 'copy', value: 'x' })).rejects.toThrow()
  home.close()
})

test('the passphrase opens what the list keeps, another does not; changing it writes nothing else anew', async () => {
  const held = await sampleHere()
  const { id } = held.open
  await lockProject(held.open, keys('the first passphrase'))
  const stored = async () => (await homesOf(id)).join()
  const home = await stored()
  const before = keysHeld(held, 'the first passphrase')
  await noteNewLock(held.open, changePassphrase(await before, 'the second passphrase', random, cheap))
  expect(await stored()).toBe(home)
  await held.open.commit(addCode('Funding'))
  await closed(held)
  const lock = (await listedProject(id))?.lock
  if (!lock) throw new Error('It is not locked')
  expect(openLock(lock, 'the first passphrase')).toBeNull()
  const second = openLock(lock, 'the second passphrase')
  if (!second) throw new Error('The passphrase does not open it')
  holdKeys(id, second)
  await closed(await opened(id))
})

async function keysHeld({ open }: Held, passphrase: string): Promise<Unlocked> {
  const lock = (await listedProject(open.id))?.lock
  const unlocked = lock && openLock(lock, passphrase)
  if (!unlocked) throw new Error('The passphrase does not open it')
  return unlocked
}

test('unlocking gives the readable home back, whole, and no sealed one stays', async () => {
  const held = await sampleHere()
  const { id } = held.open
  const before = await storedText(await homesOf(id))
  await lockProject(held.open, keys(), { nameless: true })
  expect(await listedProject(id)).toMatchObject({ name: 'Locked project', nameless: true })
  await unlockProject(held.open)
  expect(await homesOf(id)).toEqual([`loam-project-${id}`])
  expect((await storedText(await homesOf(id))).length).toBe(before.length)
  const listed = await listedProject(id)
  expect(listed).toMatchObject({ name: inquiryOf(sample.project).name })
  expect(Object.keys(listed ?? {}).sort()).toEqual(['id', 'name', 'openedAt'])
  await held.open.commit(addCode('Funding'))
  await closed(held)
  await closed(await opened(id))
})

test('what is done while a project is being locked waits, and is in the locked home', async () => {
  const held = await sampleHere()
  const unlocked = keys()
  const locking = lockProject(held.open, unlocked)
  const committed = [held.open.commit(addCode('Funding')), held.open.commit(addCode('Time'))]
  await held.open.keep([{ hash: contentOf(4), text: 'kept meanwhile' }], [])
  await locking
  expect(await Promise.all(committed)).toEqual([{ ok: true }, { ok: true }])
  const project = plainProject(held.open.project)
  await closed(held)
  holdKeys(held.open.id, unlocked)
  const again = await opened(held.open.id)
  expect(plainProject(again.open.project)).toEqual(project)
  expect(again.open.log).toHaveLength(sample.changes.length + 2)
  await closed(again)
})

test('locking that breaks off before the list says so leaves the project as it was', async () => {
  const held = await sampleHere()
  const { id } = held.open
  vi.spyOn(openList().projects, 'put').mockImplementationOnce(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(lockProject(held.open, keys())).rejects.toThrow()
  expect(await held.open.commit(addCode('Funding'))).toEqual({ ok: true })
  const project = plainProject(held.open.project)
  await closed(held)
  const again = await opened(id)
  expect(plainProject(again.open.project)).toEqual(project)
  expect(await homesOf(id)).toEqual([`loam-project-${id}`])
  await closed(again)
})

test('a crash once the list says so leaves it locked, and the readable home goes at the next opening', async () => {
  const held = await sampleHere()
  const { id } = held.open
  const unlocked = keys()
  const project = plainProject(held.open.project)
  await closed(held)
  await copyHome(id, undefined, unlocked)
  await noteProject(id, { lock: unlocked.lock })
  expect(await homesOf(id)).toHaveLength(2)
  holdKeys(id, unlocked)
  const again = await opened(id)
  expect(await homesOf(id)).toEqual([expect.stringMatching(/^loam-locked-/)])
  expect(plainProject(again.open.project)).toEqual(project)
  await closed(again)
})

test('the readable home goes at the next look at a locked project, passphrase or not', async () => {
  const held = await sampleHere()
  const { id } = held.open
  const unlocked = keys()
  await closed(held)
  await copyHome(id, undefined, unlocked)
  await noteProject(id, { lock: unlocked.lock })
  expect(await openProject(id, surroundings)).toMatchObject({ ok: false, locked: { id } })
  expect(await homesOf(id)).toEqual([expect.stringMatching(/^loam-locked-/)])
})

test('whoever still holds the keys of before writes nothing where nobody would find it', async () => {
  const held = await sampleHere()
  const { id } = held.open
  const before = keys()
  await lockProject(held.open, before)
  const worker = openHome(id)
  const waiting = incomingFiles(id, crypto.randomUUID())
  await waiting.get(1)
  await unlockProject(held.open)
  holdKeys(id, before)
  const later = openHome(id)
  const readable = { hash: contentOf(5), text: 'A text that came too late' }
  for (const home of [worker, later]) {
    await expect(home.contents.put(readable)).rejects.toThrow()
    home.close()
  }
  dropKeys(id)
  const problem = 'gone'
  const file = {
    file: 1,
    name: 'a.txt',
    bytes: new Uint8Array([1]),
    outcome: { ok: false, problem },
  } as const
  await expect(waiting.put(file)).rejects.toThrow()
  waiting.close()
  await closed(held)
})

test('locking that is asked for twice at once leaves one whole home', async () => {
  const held = await sampleHere()
  const { id } = held.open
  const [one, other] = [keys('one passphrase'), keys('another passphrase')]
  await Promise.allSettled([lockProject(held.open, one), lockProject(held.open, other)])
  expect(await held.open.commit(addCode('Funding'))).toEqual({ ok: true })
  const project = plainProject(held.open.project)
  await closed(held)
  const lock = (await listedProject(id))?.lock
  const unlocked = [one, other].find((each) => each.lock.key === lock?.key)
  holdKeys(id, unlocked)
  const again = await opened(id)
  expect(plainProject(again.open.project)).toEqual(project)
  expect(await homesOf(id)).toHaveLength(1)
  await closed(again)
})

test('a copying that broke off earlier does not stand in the way of the next', async () => {
  const held = await sampleHere()
  const unlocked = keys()
  const left = homeBehind(held.open.id, unlocked)
  await left.facts.put({ name: 'pending', value: ['left over'] })
  left.close()
  await lockProject(held.open, unlocked)
  await closed(held)
  holdKeys(held.open.id, unlocked)
  const home = openHome(held.open.id)
  expect(await home.facts.get('pending')).toBeUndefined()
  home.close()
})

test('the file of a locked project is locked, and gives it back with the passphrase on another machine', async () => {
  const held = await sampleHere()
  await lockProject(held.open, keys('a passphrase for two'))
  const { bytes, savedAt } = await fileOf(held.open)
  expect(savedAt).toBe(held.open.log.length)
  expect(readProjectFile(bytes).ok).toBe(false)
  const reading = readLock(bytes)
  const theirs = reading.ok ? openLock(reading.lock, 'a passphrase for two') : null
  const file = theirs && openLockedFile(bytes, theirs)
  if (!file?.ok) throw new Error('The file does not open')
  const plain = readProjectFile(file.bytes)
  expect(plain.ok && plainProject(plain.archive.project)).toEqual(plainProject(held.open.project))
  const id = await adoptArchive(plain.ok ? plain.archive : sample, surroundings, {
    id: making.newId<'project'>(),
    keys: theirs ?? undefined,
  })
  if (!id) throw new Error('Somebody has it')
  expect(await homesOf(id)).toEqual([expect.stringMatching(/^loam-locked-/)])
  expect((await listedProject(id))?.lock).toEqual(theirs?.lock)
  await closed(await opened(id))
  await closed(held)
})

test('a locked project can be removed from this machine without its keys, and nothing of it stays', async () => {
  const held = await sampleHere()
  await lockProject(held.open, keys())
  await closed(held)
  expect(await forgetProject(held.open.id)).toBe(true)
  expect(await homesOf(held.open.id)).toEqual([])
  expect(await listedProject(held.open.id)).toBeUndefined()
})

test('the name of a locked project can be hidden and shown again', async () => {
  const held = await sampleHere()
  await lockProject(held.open, keys())
  expect(await listedProject(held.open.id)).toMatchObject({ name: inquiryOf(sample.project).name })
  await nameInList(held.open, true)
  expect(await listedProject(held.open.id)).toMatchObject({ name: 'Locked project' })
  await nameInList(held.open, false)
  expect(await listedProject(held.open.id)).toMatchObject({ name: inquiryOf(sample.project).name })
  await closed(held)
})

test('the list keeps none of a locked project’s names, files or counts, and its keys show them again', async () => {
  const held = await sampleHere()
  const { id } = held.open
  const file = { handle: 'place', name: 'River bend.qdpx', bytes: 'hash of the file' }
  const numbers = { sources: 7, participants: 6, codes: 5, codings: 4242, memos: 3, changes: 777123 }
  const backup = { name: 'River bend 2026.qdpx', folder: 'place', at: 1, bytes: 2, hash: 'hash of it' }
  const backups = [{ ...backup, last: held.open.log[0]?.id ?? idOf<'change'>('change', 1), numbers }]
  await noteProject(id, { file, savedAt: 777123, backups })
  const unlocked = keys()
  await lockProject(held.open, unlocked, { nameless: true })
  await noteProject(id, {
    file: { ...file, name: 'River bend.loam-locked' },
    savedAt: 888234,
    closesAfter: 5,
  })
  const stored = await openList().projects.get(id)
  expect(Object.keys(stored ?? {}).sort()).toEqual(['id', 'lock', 'name', 'nameless', 'openedAt', 'sealed'])
  // Read as text whatever it is, bytes too: other entries of the list are other tests'.
  const bytes = JSON.stringify(stored, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? ['utf-8', 'utf-16le'].map((as) => new TextDecoder(as).decode(value)) : value,
  )
  const said = ['River bend', 'loam-locked', 'hash of', '777123', '888234', '4242', ...secrets()]
  expect(said.filter((each) => each !== id && bytes.includes(each))).toEqual([])
  await closed(held)
  const shown = Object.keys((await listedProject(id)) ?? {}).sort()
  expect(shown).toEqual(['id', 'lock', 'name', 'nameless', 'openedAt'])
  await noteProject(id, { openedAt: 5, savedAt: 999 })
  holdKeys(id, unlocked)
  expect(await listedProject(id)).toMatchObject({
    openedAt: 5,
    savedAt: 888234,
    closesAfter: 5,
    readableFile: file,
    file: { name: 'River bend.loam-locked' },
    backups,
  })
  dropKeys(id)
})
