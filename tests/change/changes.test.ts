import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import type { Edit } from '../../shared/change/change.ts'
import { combine, create, invert, remove, update } from '../../shared/change/edit.ts'
import { emptyProject, type Project } from '../../shared/model/project.ts'
import { plainProject } from '../support/plain-project.ts'
import { type Doing, doings, editsFor } from '../support/random-edits.ts'

function applied(project: Project, edits: readonly Edit[]): Project {
  const outcome = applyEdits(project, edits)
  if (!outcome.ok) throw new Error(outcome.problem)
  return outcome.project
}

/** Carries out doings one after another; gives the project after each and the edits of each. */
function history(list: readonly Doing[]): { readonly projects: Project[]; readonly edits: Edit[][] } {
  const projects = [emptyProject]
  const edits: Edit[][] = []
  for (const doing of list) {
    const now = projects.at(-1) ?? emptyProject
    const next = editsFor(now, doing)
    edits.push(next)
    projects.push(applied(now, next))
  }
  return { projects, edits }
}

test('taking every change back in turn gives each project that was', () => {
  fc.assert(
    fc.property(doings, (list) => {
      const { projects, edits } = history(list)
      for (let i = edits.length - 1; i >= 0; i--) {
        const back = applied(projects[i + 1] ?? emptyProject, (edits[i] ?? []).toReversed().map(invert))
        expect(plainProject(back)).toEqual(plainProject(projects[i] ?? emptyProject))
      }
    }),
    { numRuns: 60 },
  )
})

test('replaying the log, written as JSON and read back, gives the same project', () => {
  fc.assert(
    fc.property(doings, (list) => {
      const { projects, edits } = history(list)
      const read: Edit[][] = JSON.parse(JSON.stringify(edits))
      const replayed = read.reduce((project, each) => applied(project, each), emptyProject)
      expect(plainProject(replayed)).toEqual(plainProject(projects.at(-1) ?? emptyProject))
    }),
    { numRuns: 60 },
  )
})

test('several edits combined into one per entity come to the same, and so does their inverse', () => {
  fc.assert(
    fc.property(doings, doings, (before, after) => {
      const start = history(before).projects.at(-1) ?? emptyProject
      let end = start
      const all: Edit[] = []
      for (const doing of after) {
        const edits = editsFor(end, doing)
        all.push(...edits)
        end = applied(end, edits)
      }
      const combined = combine(all)
      expect(new Set(combined.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(combined.length)
      expect(plainProject(applied(start, combined))).toEqual(plainProject(end))
      expect(plainProject(applied(end, combined.toReversed().map(invert)))).toEqual(plainProject(start))
    }),
    { numRuns: 60 },
  )
})

test('an edit holds only the fields that differ, and null where a field was absent', () => {
  const code = editsFor(emptyProject, { kind: 'code', n: 1, text: 'Funding' })[0]
  const project = applied(emptyProject, code ? [code] : [])
  const [entity] = project.tables.code.values()
  if (!entity) throw new Error('The code was not made')
  const edit = update('code', entity, { name: entity.name, definition: 'Money and its terms' })
  expect(edit.before).toEqual({ definition: null })
  expect(edit.after).toEqual({ definition: 'Money and its terms' })
  expect(create('code', entity).before).toBeNull()
  expect(remove('code', entity).after).toBeNull()
})

test('an edit made on something that changed meanwhile is refused, and nothing is changed', () => {
  const { projects } = history([{ kind: 'code', n: 1, text: 'Funding' }])
  const project = projects.at(-1) ?? emptyProject
  const [code] = project.tables.code.values()
  if (!code) throw new Error('The code was not made')
  const later = applied(project, [update('code', code, { name: 'Money' })])
  const stale = applyEdits(later, [update('code', code, { name: 'Grants' })])
  expect(stale).toMatchObject({ ok: false, problem: 'This code was changed meanwhile' })
  expect(applyEdits(later, [create('code', code)])).toMatchObject({ ok: false })
  expect(applyEdits(later, [remove('code', code)])).toMatchObject({ ok: false })
})

test('what a change does not touch is shared with the project before', () => {
  const { projects } = history([
    { kind: 'coding', n: 1, text: 'a' },
    { kind: 'coding', n: 2, text: 'b' },
  ])
  const before = projects.at(-1) ?? emptyProject
  const after = applied(before, editsFor(before, { kind: 'code', n: 9, text: 'New' }))
  expect(after.codings).toBe(before.codings)
  expect(after.tables.source).toBe(before.tables.source)
  expect(after.tables.code).not.toBe(before.tables.code)
})
