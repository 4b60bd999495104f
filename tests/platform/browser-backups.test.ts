import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { backupsInBrowser } from '../../renderer/platform/browser-backups.ts'
import { type BackupKeeper, backupKeeper } from '../../renderer/project/backup-keeper.ts'
import { makeProject, openProject } from '../../renderer/project/open-projects.ts'
import { backupName } from '../../shared/backup/backup-name.ts'
import type { Refused } from '../../shared/bridge.ts'
import { newProject } from '../../shared/commands/new-project.ts'
import { makingBy } from '../support/expect-change.ts'
import { idOf } from '../support/random-edits.ts'

const making = makingBy(idOf('coder', 1))
const surroundings = { newId: making.newId, now: () => Date.UTC(2026, 10, 22, 14, 5) }
const name = backupName('River', making.newId<'project'>(), surroundings.now())

/** What the browser, the person and the disk do with a folder: the test's to say. */
interface World {
  permission: PermissionState
  /** What the person answers when the browser asks. */
  answer: PermissionState | 'too late'
  asked: number
  isThere: boolean
  /** How the disk refuses to write. */
  refuses: string | null
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
}

function world(changes: Partial<World> = {}): World {
  const usual = { permission: 'granted', answer: 'granted', asked: 0, isThere: true, refuses: null } as const
  return { ...usual, files: new Map(), ...changes }
}

/** A folder as the browser hands it over, as far as backups use it. */
function fakeFolder(at: World): FileSystemDirectoryHandle {
  const look = () => {
    if (!at.isThere) throw new DOMException('', 'NotFoundError')
  }
  const file = (called: string) => ({
    kind: 'file',
    name: called,
    getFile: async () => new File([at.files.get(called) ?? new Uint8Array()], called),
    createWritable: async () => ({
      write: async (bytes: Uint8Array<ArrayBuffer>) => {
        if (at.refuses !== null) throw new DOMException('', at.refuses)
        at.files.set(called, bytes)
      },
      close: async () => undefined,
      abort: async () => undefined,
    }),
  })
  const folder = {
    kind: 'directory',
    name: 'Stick',
    queryPermission: async () => at.permission,
    requestPermission: async () => {
      at.asked++
      if (at.answer === 'too late') throw new DOMException('', 'SecurityError')
      at.permission = at.answer
      return at.answer
    },
    async *values() {
      look()
      for (const called of at.files.keys()) yield file(called)
    },
    getFileHandle: async (called: string, wanted?: { readonly create: boolean }) => {
      look()
      if (wanted?.create && !at.files.has(called)) at.files.set(called, new Uint8Array())
      if (!at.files.has(called)) throw new DOMException('', 'NotFoundError')
      return file(called)
    },
    removeEntry: async (called: string) => {
      look()
      if (!at.files.delete(called)) throw new DOMException('', 'NotFoundError')
    },
  }
  if (!isFolder(folder)) throw new Error('It is no folder')
  return folder
}

function isFolder(made: object): made is FileSystemDirectoryHandle {
  return 'getFileHandle' in made
}

function desk(at: World) {
  const folder = fakeFolder(at)
  return {
    keepsBackups: true,
    ...backupsInBrowser({ keepFolder: async () => 'kept', keptFolder: async () => folder }),
  }
}

/** The keeper of a new project's backups, whose folder was chosen before the browser was started again. */
async function keeper(at: World): Promise<BackupKeeper> {
  Object.assign(globalThis, { localStorage: { getItem: () => 'kept', removeItem: () => undefined } })
  const id = making.newId<'project'>()
  const first = { id, name: 'River', approach: 'codebook', coder: { name: 'Ada', initials: 'AD' } } as const
  await makeProject(id, newProject(first, making), making.by, surroundings)
  const opened = await openProject(id, surroundings)
  if (!opened.ok) throw new Error(opened.problem)
  return backupKeeper(opened.open, desk(at))
}

test('a folder that may still be written to is used without asking', async () => {
  const at = world()
  const kept = await keeper(at)
  expect(await kept.keepUp()).toBeNull()
  expect(kept.state()).toMatchObject({ folder: { state: 'ready', name: 'Stick' }, trouble: null })
  expect(at.files.size).toBe(1)
  expect(at.asked).toBe(0)
})

test('after a restart the browser is asked only when the person presses; then backups go on', async () => {
  const at = world({ permission: 'prompt' })
  const kept = await keeper(at)
  expect(await kept.keepUp()).toBeNull()
  expect(kept.state()).toMatchObject({ folder: { state: 'ask' }, trouble: null })
  expect([at.asked, at.files.size]).toEqual([0, 0])
  await kept.look(true)
  expect(kept.state().folder?.state).toBe('ready')
  await kept.keepUp()
  expect([at.asked, at.files.size]).toEqual([1, 1])
})

test('a question that was put away, or came too late for a press, can be put again', async () => {
  for (const answer of ['prompt', 'too late'] as const) {
    const kept = await keeper(world({ permission: 'prompt', answer }))
    await kept.look(true)
    expect(kept.state()).toMatchObject({ folder: { state: 'ask' }, trouble: null })
  }
})

test('whoever says no is told that no backups are made, and how to change it; nothing is asked again', async () => {
  const at = world({ permission: 'prompt', answer: 'denied' })
  const kept = await keeper(at)
  await kept.look(true)
  expect(kept.state().folder?.state).toBe('refused')
  expect(kept.state().trouble).toBe(
    'The browser does not let Loam write in the folder “Stick”, so no backups are made: allow it in the browser’s settings for this page, or choose the folder again in Settings under “Backups”.',
  )
  await kept.look(true)
  await kept.keepUp(true)
  expect([at.asked, at.files.size]).toEqual([1, 0])
})

test('a folder that is gone is said, and its disk that is back is used again', async () => {
  const at = world({ isThere: false })
  const kept = await keeper(at)
  expect(await kept.keepUp()).toBe(
    'The folder “Stick” for backups is not there, so none are made: connect its disk, or choose another folder in Settings under “Backups”.',
  )
  at.isThere = true
  expect(await kept.keepUp()).toBeNull()
  expect(at.files.size).toBe(1)
})

const refused = (problem: string): Refused => ({ ok: false, problem })
const notAllowed =
  'The folder for backups is not there, or the browser asks anew whether Loam may write in it. Allow it in Settings → Backups.'

test('what goes wrong while writing is said in a sentence of its own, and leaves no empty file', async () => {
  const said = {
    QuotaExceededError: `The backup “${name}” was not written: the disk is full. Free some space, or choose a folder on another disk in Settings → Backups. Those made before are still there.`,
    NotFoundError: notAllowed,
    NotAllowedError: notAllowed,
    UnknownError: `The backup “${name}” was not written: the browser could not write it. Choose another folder in Settings → Backups. Those made before are still there.`,
  }
  for (const [refuses, problem] of Object.entries(said)) {
    const at = world({ refuses })
    expect(await desk(at).writeBackup('kept', name, new Uint8Array([1]))).toEqual(refused(problem))
    expect(at.files.size).toBe(0)
  }
})

test('without leave nothing is listed, written, read or deleted', async () => {
  for (const permission of ['prompt', 'denied'] as const) {
    const at = world({ permission, files: new Map([[name, new Uint8Array([1])]]) })
    const { listBackups, writeBackup, readBackup, deleteBackup } = desk(at)
    expect(await listBackups('kept')).toEqual(refused(notAllowed))
    expect(await writeBackup('kept', 'other', new Uint8Array())).toEqual(refused(notAllowed))
    expect(await readBackup('kept', name)).toBeNull()
    expect(await deleteBackup('kept', name)).toEqual(refused(notAllowed))
    expect([...at.files.keys()]).toEqual([name])
    expect(at.asked).toBe(0)
  }
})

test('a backup that is gone already counts as deleted, and nothing but backups can be deleted', async () => {
  const at = world({ files: new Map([['diary.docx', new Uint8Array([1])]]) })
  expect(await desk(at).deleteBackup('kept', name)).toEqual({ ok: true })
  expect((await desk(at).deleteBackup('kept', 'diary.docx')).ok).toBe(false)
  expect(at.files.size).toBe(1)
})
