import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { openHome } from '../../renderer/project/database.ts'
import { incomingFiles } from '../../renderer/project/incoming-files.ts'
import { caughtUp, workedOut } from '../../renderer/project/large-change.ts'
import { OpenProject } from '../../renderer/project/open-project.ts'
import { projectDatabase } from '../../renderer/project/stored-project.ts'
import { applyEdits } from '../../shared/change/apply-change.ts'
import type { Edit, Gesture } from '../../shared/change/change.ts'
import { combine, create, remove, update } from '../../shared/change/edit.ts'
import { replay } from '../../shared/change/replay.ts'
import type { Pause } from '../../shared/change/slices.ts'
import type { Source, Turn } from '../../shared/model/entities.ts'
import { type Id, type NewId, readId } from '../../shared/model/ids.ts'
import { brokenByEdits } from '../../shared/model/integrity.ts'
import { emptyProject, type Project } from '../../shared/model/project.ts'
import { plainProject } from '../support/plain-project.ts'
import { codingOn, contentOf, doings, editsFor, idOf } from '../support/random-edits.ts'

let count = 0
const newId: NewId = <K extends string>(): Id<K> => {
  count++
  const id = readId<K>(`eeeeeeee-0000-4000-8000-${String(count).padStart(12, '0')}`)
  if (!id) throw new Error('Not an identity')
  return id
}
const coder = idOf('coder', 1)
const projectId = newId<'project'>()
const personId = newId<'participant'>()

/** Interrupts the work at every place where it may be. */
const always: Pause = () => Promise.resolve()

function after(project: Project, edits: readonly Edit[]): Project {
  const applied = applyEdits(project, edits)
  if (!applied.ok) throw new Error(applied.problem)
  return applied.project
}

function source(n: number): Source {
  return {
    id: idOf('source', n),
    name: `Interview ${n}`,
    kind: 'interview',
    status: 'not started',
    content: contentOf(n),
    firstContent: contentOf(n),
    words: 6,
    format: 'Plain text',
    importedAt: 1,
    order: `V${String(n).padStart(4, '0')}`,
  }
}

/** Sources with so many turns each. */
function importing(sources: number, turns: number): Gesture {
  const edits = Array.from({ length: sources }, (_, i): Edit[] => {
    const own = source(100 + i)
    const said = Array.from({ length: turns }, (_, j): Turn => {
      const id = idOf('turn', 1000 + i * turns + j)
      return { id, source: own.id, label: j * 10, start: j * 10, end: j * 10 + 9 }
    })
    return [create('source', own), ...said.map((turn) => create('turn', turn))]
  })
  return { label: `Import ${sources} sources`, edits: edits.flat() }
}

const beginning: Gesture = {
  label: 'Begin',
  edits: [
    create('inquiry', { id: projectId, name: 'River', approach: 'codebook', madeAt: 1 }),
    create('coder', { id: coder, name: 'Ada', initials: 'AD' }),
    create('source', source(0)),
    create('turn', { id: idOf('turn', 0), source: idOf('source', 0), label: 0, start: 0, end: 31 }),
    create('code', { id: idOf('code', 0), name: 'Funding', order: 'V' }),
    create('participant', { id: personId, pseudonym: 'Noor', consent: 'quote', order: 'V' }),
  ],
}

/** A project whose long work is held wherever it may be interrupted, until it is let go. */
async function held() {
  const id = newId<'project'>()
  const gates: (() => void)[] = []
  let isOpen = false
  let reached = () => {}
  const first = new Promise<void>((settle) => (reached = settle))
  const pausing = () => () => {
    reached()
    return isOpen ? Promise.resolve() : new Promise<void>((go) => gates.push(go))
  }
  const surroundings = { newId, now: () => 1_700_000_000_000, pausing }
  const database = projectDatabase(id)
  const start = { project: emptyProject, log: [], copy: newId<'copy'>() }
  const open = new OpenProject(id, database, start, coder, surroundings)
  await open.commit(beginning)
  const letGo = () => {
    isOpen = true
    for (const go of gates.splice(0)) go()
  }
  return { id, open, database, isHeld: first, letGo }
}

test('a change worked out in slices comes to the same as at a stretch', async () => {
  await fc.assert(
    fc.asyncProperty(doings, async (list) => {
      let project = after(emptyProject, beginning.edits)
      const start = project
      const edits: Edit[] = []
      for (const doing of list) {
        const next = editsFor(project, doing)
        edits.push(...next)
        project = after(project, next)
      }
      const whole = combine(edits)
      if (brokenByEdits(after(start, whole), whole).length > 0) return
      const worked = await workedOut(start, { label: 'Much', edits }, always)
      expect(worked).toMatchObject({ ok: true, edits: whole })
      if (worked.ok) expect(plainProject(worked.project)).toEqual(plainProject(after(start, whole)))
    }),
    { numRuns: 60 },
  )
})

test('of two changes made side by side, the large one takes the other in or says that it cannot', async () => {
  await fc.assert(
    fc.asyncProperty(doings, doings, async (first, second) => {
      const start = after(emptyProject, beginning.edits)
      const [large, small] = [first, second].map((list) => {
        let project = start
        const edits: Edit[] = []
        for (const doing of list) {
          const next = editsFor(project, doing)
          edits.push(...next)
          project = after(project, next)
        }
        return combine(edits)
      })
      if (!large || !small || brokenByEdits(after(start, large), large).length > 0) return
      if (brokenByEdits(after(start, small), small).length > 0) return
      const worked = await workedOut(start, { label: 'Much', edits: large }, always)
      if (!worked.ok) throw new Error(worked.problem)
      const both = caughtUp(worked, small)
      if (both) expect(plainProject(both)).toEqual(plainProject(after(after(start, small), large)))
      else expect(small.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})

test('what is committed while a large change is worked out stays, and the large one comes after it', async () => {
  const { open, database, isHeld, letGo } = await held()
  const before = open.project
  const large = open.commitInSlices(importing(40, 50), { kind: 'import' })
  await isHeld
  expect(open.saveState).toEqual({ kind: 'saving', much: true })
  expect(open.project).toBe(before)
  const small = open.commit({ label: 'Code', edits: [create('coding', codingOn(0, 'x'))] })
  expect(open.project.codings.size).toBe(1)
  letGo()
  expect(await Promise.all([large, small])).toEqual([{ ok: true }, { ok: true }])
  expect(open.saveState).toEqual({ kind: 'saved' })
  expect(open.log.map(({ label }) => label)).toEqual(['Begin', 'Code', 'Import 40 sources'])
  expect(open.log.map(({ seq }) => seq)).toEqual([1, 2, 3])
  const { project } = await database.load()
  expect(plainProject(project)).toEqual(plainProject(open.project))
  expect(plainProject(replay(await database.changes()))).toEqual(plainProject(open.project))
  expect(project.tables.source.size).toBe(41)
  expect(project.codings.size).toBe(1)
})

test('a large change that is cancelled leaves nothing, and the next one goes on', async () => {
  const { open, database, isHeld, letGo } = await held()
  const before = open.project
  const ending = new AbortController()
  const cancelled = open.commitInSlices(importing(40, 50), { kind: 'import' }, ending.signal)
  const next = open.commitInSlices(importing(3, 2), { kind: 'import' })
  await isHeld
  ending.abort()
  letGo()
  expect(await cancelled).toMatchObject({ ok: false, problem: expect.stringContaining('cancelled') })
  expect(await next).toEqual({ ok: true })
  expect(open.log.map(({ label }) => label)).toEqual(['Begin', 'Import 3 sources'])
  expect(open.project.tables.source.size).toBe(before.tables.source.size + 3)
  expect((await database.changes()).length).toBe(2)
})

test('a large change that needs what was taken away meanwhile is refused whole', async () => {
  const { open, isHeld, letGo } = await held()
  const person = open.project.tables.participant.get(personId)
  if (!person) throw new Error('Nobody is there')
  const { label, edits } = importing(30, 30)
  const speaker = {
    id: newId<'speaker'>(),
    source: idOf('source', 100),
    label: 'N',
    role: 'participant' as const,
  }
  const named = [...edits, create('speaker', { ...speaker, participant: person.id })]
  const large = open.commitInSlices({ label, edits: named }, { kind: 'import' })
  await isHeld
  expect(await open.commit({ label: 'Remove Noor', edits: [remove('participant', person)] })).toEqual({
    ok: true,
  })
  letGo()
  expect(await large).toMatchObject({ ok: false })
  expect(open.project.tables.source.size).toBe(1)
  expect(open.log.map((each) => each.label)).toEqual(['Begin', 'Remove Noor'])
})

test('a large change is undone and redone whole, through a restart', async () => {
  const { id, open, letGo } = await held()
  letGo()
  const before = plainProject(open.project)
  await open.commitInSlices(importing(60, 90), { kind: 'import' })
  const imported = plainProject(open.project)
  expect(await open.undo()).toEqual({ ok: true })
  expect(plainProject(open.project)).toEqual(before)
  await open.close()
  const database = projectDatabase(id)
  const loaded = await database.load()
  const start = { ...loaded, copy: loaded.copy ?? newId<'copy'>() }
  const again = new OpenProject(id, database, start, coder, { newId, now: () => 1, pausing: () => always })
  expect(plainProject(again.project)).toEqual(before)
  expect(await again.redo()).toEqual({ ok: true })
  expect(plainProject(again.project)).toEqual(imported)
  expect(plainProject((await database.load()).project)).toEqual(imported)
})

test('a large change is not undone when something else was changed meanwhile', async () => {
  const { open, database, letGo } = await held()
  letGo()
  await open.commitInSlices(importing(60, 90), { kind: 'import' })
  const code = open.project.tables.code.get(idOf('code', 0))
  if (!code) throw new Error('There is no code')
  const isAsked = new Promise<void>((settle) => {
    const { edits } = database
    vi.spyOn(database, 'edits').mockImplementationOnce((change) => {
      settle()
      return edits(change)
    })
  })
  const undoing = open.undo()
  await isAsked
  expect(await open.commit({ label: 'Rename', edits: [update('code', code, { name: 'Money' })] })).toEqual({
    ok: true,
  })
  expect(await undoing).toMatchObject({ ok: false, problem: expect.stringContaining('not undone') })
  expect(open.project.tables.source.size).toBe(61)
})

test('texts written for a change that did not come about go; those that a change names stay', async () => {
  const { id, open } = await held()
  const original = { hash: 'a'.repeat(64), name: 'a.txt', bytes: new Uint8Array([1]) }
  const first = await open.keepUnread([{ hash: contentOf(5), text: 'one' }], [original])
  expect(first).toEqual([contentOf(5), original.hash])
  const own = { ...source(5), original: { hash: original.hash, name: 'a.txt', bytes: 1 } }
  await open.commit({ label: 'Import', edits: [create('source', own)] }, { kind: 'import' })
  const second = await open.keepUnread(
    [
      { hash: contentOf(5), text: 'one' },
      { hash: contentOf(6), text: 'two' },
    ],
    [original],
  )
  expect(second).toEqual([contentOf(6)])
  await open.discard([...first, ...second])
  const home = openHome(id)
  expect(await home.contents.toCollection().primaryKeys()).toEqual([contentOf(5)])
  expect(await home.originals.toCollection().primaryKeys()).toEqual([original.hash])
  expect((await home.facts.get('pending'))?.value).toEqual([])
  home.close()
})

test('files that wait for an import which was broken off are gone after the next opening', async () => {
  const { id, database } = await held()
  const files = incomingFiles(id, 'first')
  const outcome = { ok: false, problem: 'It was damaged.' } as const
  await files.put({ file: 0, name: 'a.txt', bytes: new Uint8Array([1, 2]), outcome })
  await files.put({ file: 1, name: 'b.txt', bytes: new Uint8Array([3]), outcome })
  await incomingFiles(id, 'second').put({ file: 0, name: 'c.txt', bytes: new Uint8Array([4]), outcome })
  await files.clear()
  expect(await files.get(0)).toBeUndefined()
  expect((await incomingFiles(id, 'second').get(0))?.name).toBe('c.txt')
  await database.load()
  expect(await incomingFiles(id, 'second').get(0)).toBeUndefined()
})
