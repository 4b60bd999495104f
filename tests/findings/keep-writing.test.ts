import { expect, test } from 'vitest'
import {
  carryingDrafts,
  forgetDraft,
  keepDraft,
  keptDrafts,
} from '../../renderer/parts/prose-editor-draft.ts'
import { readProseDoc } from '../../renderer/parts/prose-editor-json.ts'
import { pausedWriting } from '../../renderer/parts/prose-editor-pause.ts'
import { dropKeys, holdKeys } from '../../renderer/project/keyring.ts'
import { makeLock } from '../../shared/lock/lock.ts'
import { readId } from '../../shared/model/ids.ts'
import { proseFromText } from '../../shared/report/prose.ts'

/** A clock that moves when told. */
function standingClock() {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  return {
    later: (run: () => void, milliseconds: number) => {
      const timer = { at: now + milliseconds, run }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((each) => each !== timer)
      }
    },
    pass: (milliseconds: number) => {
      now += milliseconds
      const due = waiting.filter((each) => each.at <= now)
      waiting = waiting.filter((each) => each.at > now)
      for (const { run } of due) run()
    },
  }
}

test('fast typing is one change, written at the pause', () => {
  const clock = standingClock()
  const written: string[] = []
  const writing = pausedWriting<string>((state) => written.push(state), clock.later, {
    pause: 900,
    longest: 20_000,
  })
  for (const state of ['W', 'We', 'We l', 'We li']) {
    writing.note(state)
    clock.pass(200)
  }
  expect(written).toEqual([])
  clock.pass(900)
  expect(written).toEqual(['We li'])
})

test('leaving writes at once, and only once', () => {
  const clock = standingClock()
  const written: string[] = []
  const writing = pausedWriting<string>((state) => written.push(state), clock.later)
  writing.note('We listened')
  writing.flush()
  writing.flush()
  clock.pass(60_000)
  expect(written).toEqual(['We listened'])
})

test('somebody who never pauses is kept all the same', () => {
  const clock = standingClock()
  const written: number[] = []
  const writing = pausedWriting<number>((state) => written.push(state), clock.later, {
    pause: 900,
    longest: 20_000,
  })
  for (let stroke = 1; stroke <= 50; stroke++) {
    writing.note(stroke)
    clock.pass(500)
  }
  expect(written).toEqual([40])
  clock.pass(900)
  expect(written).toEqual([40, 50])
})

/** What a window remembers. */
function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

test('words that were not durable when the window went are found again by their report, until they are', () => {
  const storage = memory()
  const doc = proseFromText('We listened along the river.')
  keepDraft('project/report/about', doc, storage)
  keepDraft('project/other/about', proseFromText('Other'), storage)
  storage.setItem('loam-draft/project/report/broken', '{')
  expect(keptDrafts('project/report/', storage)).toEqual([{ key: 'project/report/about', doc }])
  forgetDraft('project/report/about', storage)
  expect(keptDrafts('project/report/', storage)).toEqual([])
})

test('a document read from the editor keeps words, marks and levels, and nothing that stands for nothing', () => {
  const json = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Then' }] },
      {
        type: 'orderedList',
        attrs: { start: 1, type: null },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'was', marks: [{ type: 'bold', attrs: {} }] }, 7, null],
      },
    ],
  }
  expect(readProseDoc(json)).toEqual({
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Then' }] },
      {
        type: 'orderedList',
        attrs: { start: 1 },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'was', marks: [{ type: 'bold' }] }] },
    ],
  })
  expect(readProseDoc('nonsense')).toEqual({ type: 'doc', content: [] })
})

test('words of a locked project are kept sealed, and found again while its keys are held', async () => {
  const project = readId<'project'>('3f9a1c2e-0000-4000-8000-000000000001')
  if (!project) throw new Error('Not an identity')
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const storage = memory()
  const key = `${project}/report/place`
  const doc = proseFromText('We listened to the ferryman')
  expect(keepDraft(key, doc, storage)).toBe(true)
  expect(storage.getItem(`loam-draft/${key}`)).toContain('ferryman')
  const keys = makeLock('four words of mine', random, { memory: 8, passes: 1, lanes: 1 })
  await carryingDrafts(project, async () => holdKeys(project, keys), storage)
  expect(storage.getItem(`loam-draft/${key}`)).not.toContain('ferryman')
  expect(keptDrafts(`${project}/`, storage)).toEqual([{ key, doc }])
  dropKeys(project)
  expect(keptDrafts(`${project}/`, storage)).toEqual([])
  holdKeys(project, keys)
  await carryingDrafts(project, async () => dropKeys(project), storage)
  expect(storage.getItem(`loam-draft/${key}`)).toContain('ferryman')
})
