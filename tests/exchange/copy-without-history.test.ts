import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Edit } from '../../shared/change/change.ts'
import { create, update } from '../../shared/change/edit.ts'
import { findBase } from '../../shared/change/merge/find-base.ts'
import { mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { replay } from '../../shared/change/replay.ts'
import { undoStack } from '../../shared/change/undo-stack.ts'
import { copyWithoutHistory } from '../../shared/exchange/copy-without-history.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { beginning, makingAt } from '../change/merge/begun-inquiry.ts'
import { plainProject } from '../support/plain-project.ts'
import { archiveOf, recipes } from './arbitrary-archive.ts'

const mineMaking = makingAt('my desk')
const theirMaking = makingAt('their desk')

test('a copy is the project as it stands, in one change that cannot be undone', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const copy = copyWithoutHistory(archive, { at: 7, by: byOf(archive), originals: true })
      expect(copy.changes).toHaveLength(1)
      expect(copy.changes[0]?.parents).toEqual([archive.changes.at(-1)?.id])
      expect(plainProject(replay(copy.changes))).toEqual(plainProject(archive.project))
      expect(undoStack(copy.changes)).toEqual({ undoable: [], redoable: [] })
      const texts = (from: Archive) =>
        brokenRules(copy.project, (hash) => from.contents.get(hash)?.text).map(({ rule }) => rule)
      expect(texts(copy)).toEqual(texts(archive))
    }),
    { numRuns: 60 },
  )
})

test('texts that nothing stands on and files stay at home unless they are asked for', () => {
  const first = beginning()
  const [content] = first.contents.values()
  if (!content) throw new Error('There is no text')
  const gone = { hash: content.hash, text: content.text }
  const project = {
    ...first.project,
    codings: new Map(),
    tables: { ...first.project.tables, source: new Map() },
    turns: new Map(),
  }
  const archive = { ...first, project, contents: new Map([[gone.hash, gone]]) }
  expect(copyWithoutHistory(archive, wishes(first)).contents.size).toBe(0)
  expect(copyWithoutHistory(archive, { ...wishes(first), earlierTexts: true }).contents.size).toBe(1)
})

test('merging a copy back brings what was done in it, and takes nothing away that it was made without', () => {
  const original = named(beginning())
  const shared = copyWithoutHistory(nameless(original), wishes(original))
  const theirs = after(shared, [
    update('code', codeOf(shared, 'Trust'), { definition: 'To count on somebody' }),
  ])
  const mine = after(original, [update('code', codeOf(original, 'Waiting'), { name: 'Patience' })])
  for (const to of [original, mine]) {
    const merged = mergeCopies({ mine: to, theirs }, {}, mineMaking)
    expect(merged.conflicts).toEqual([])
    expect([...merged.project.tables.participant.values()]).toMatchObject([{ name: 'Noor Haddad' }])
    expect(codeOf(merged, 'Trust').definition).toBe('To count on somebody')
    expect(merged.project.codings).toEqual(original.project.codings)
    expect(merged.gesture.edits).toHaveLength(1)
  }
})

test('the original merged into a copy brings everything that the copy was made without', () => {
  const original = named(beginning())
  const shared = copyWithoutHistory(nameless(original), wishes(original))
  const copy = after(shared, [
    update('code', codeOf(shared, 'Trust'), { definition: 'To count on somebody' }),
  ])
  const merged = mergeCopies({ mine: copy, theirs: original }, {}, theirMaking)
  expect([...merged.project.tables.participant.values()]).toMatchObject([{ name: 'Noor Haddad' }])
  expect(codeOf(merged, 'Trust').definition).toBe('To count on somebody')
  const same = mergeCopies({ mine: shared, theirs: original }, {}, theirMaking)
  expect(plainProject(same.project)).toEqual(plainProject(original.project))
})

test('a copy merged once and worked on since brings in only what is new', () => {
  const original = named(beginning())
  const shared = copyWithoutHistory(nameless(original), wishes(original))
  const first = after(shared, [
    create('code', { id: theirMaking.newId<'code'>(), name: 'Elders', order: 'Y' }),
  ])
  const mine = recorded(original, first)
  expect(findBase(mine.changes, first.changes)).toMatchObject({ isWhole: true })
  const second = after(first, [
    create('code', { id: theirMaking.newId<'code'>(), name: 'Forms', order: 'Z' }),
  ])
  const merged = mergeCopies({ mine, theirs: second }, {}, mineMaking)
  expect(merged.gesture.edits).toMatchObject([{ kind: 'code', after: { name: 'Forms' } }])
  expect(mergeCopies({ mine: recorded(mine, second), theirs: second }, {}, mineMaking).gesture.edits).toEqual(
    [],
  )
})

test('copies made for two people merge one after another', () => {
  const original = named(beginning())
  const shared = copyWithoutHistory(nameless(original), wishes(original))
  const ada = after(shared, [create('code', { id: theirMaking.newId<'code'>(), name: 'Elders', order: 'Y' })])
  const eve = after(shared, [create('code', { id: mineMaking.newId<'code'>(), name: 'Forms', order: 'Z' })])
  const both = recorded(recorded(original, ada), eve)
  expect([...both.project.tables.code.values()].map(({ name }) => name).sort()).toEqual([
    'Elders',
    'Evenings',
    'Forms',
    'Trust',
    'Waiting',
  ])
  expect([...both.project.tables.participant.values()]).toMatchObject([{ name: 'Noor Haddad' }])
})

function recorded(mine: Archive, theirs: Archive): Archive {
  const merged = mergeCopies({ mine, theirs }, {}, mineMaking)
  return { ...mine, ...recordMerge(merged, mine, mineMaking) }
}

function wishes(archive: Archive) {
  return { at: 9, by: byOf(archive) }
}

function byOf({ project }: Archive) {
  const [coder] = project.tables.coder.values()
  if (!coder) throw new Error('Nobody codes')
  return coder.id
}

function after(archive: Archive, edits: readonly Edit[]): Archive {
  return { ...archive, ...recordGesture({ label: 'Work', edits }, archive, theirMaking) }
}

function codeOf({ project }: Pick<Archive, 'project'>, name: string) {
  const code = [...project.tables.code.values()].find((each) => each.name === name)
  if (!code) throw new Error(`No code ${name}`)
  return code
}

/** The same with a name behind the pseudonym. */
function named(archive: Archive): Archive {
  const people = [...archive.project.tables.participant.values()]
  return after(
    archive,
    people.map((each) => update('participant', each, { name: 'Noor Haddad' })),
  )
}

function nameless(archive: Archive): Archive {
  const participant = new Map(
    [...archive.project.tables.participant].map(([id, { name: _, ...rest }]) => [id, rest] as const),
  )
  return { ...archive, project: { ...archive.project, tables: { ...archive.project.tables, participant } } }
}
