import { expect, test } from 'vitest'
import { create, remove, update } from '../../../shared/change/edit.ts'
import { conflictKey } from '../../../shared/change/merge/conflict.ts'
import { deleteCode } from '../../../shared/commands/delete-code.ts'
import { removeSources } from '../../../shared/commands/remove-source.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { beginning } from './begun-inquiry.ts'
import {
  after,
  base,
  code,
  codings,
  merge,
  mineMaking,
  passage,
  source,
  theirMaking,
} from './merging-copies.ts'

test('edits of different fields of one code both stand', () => {
  const mine = after(base, [update('code', code('Trust'), { definition: 'To count on somebody' })])
  const theirs = after(base, [update('code', code('Trust'), { name: 'Trusting', colour: '#aa0000' })])
  const { project, conflicts } = merge(mine, theirs)
  expect(conflicts).toEqual([])
  expect(project.tables.code.get(code('Trust').id)).toMatchObject({
    name: 'Trusting',
    definition: 'To count on somebody',
    colour: '#aa0000',
  })
})

test('one field changed by both is a conflict, undecided until somebody says whose stands', () => {
  const mine = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const theirs = after(base, [update('code', code('Trust'), { name: 'Confidence' })])
  const { id } = code('Trust')
  const conflict = { kind: 'code', id, field: 'name', base: 'Trust', mine: 'Trusting', theirs: 'Confidence' }
  expect(merge(mine, theirs)).toMatchObject({ conflicts: [conflict], undecided: [conflict] })
  const made = new Map([[conflictKey({ kind: 'code', id, field: 'name' }), 'theirs' as const]])
  const decided = merge(mine, theirs, { made })
  expect(decided).toMatchObject({ conflicts: [conflict], undecided: [] })
  expect(decided.project.tables.code.get(id)?.name).toBe('Confidence')
  expect(merge(mine, theirs, { prefer: 'mine' }).project).toBe(mine.project)
})

test('answers and participants of a source come together one by one', () => {
  const [person] = base.project.tables.participant.values()
  const [question] = base.project.tables.question.values()
  if (!person || !question) throw new Error('Nobody took part')
  const guest = {
    id: mineMaking.newId<'participant'>(),
    pseudonym: 'Guest',
    consent: 'count' as const,
    order: 'W',
  }
  const mine = after(base, [
    create('participant', guest),
    update('source', source(), { participants: [guest.id] }),
    update('participant', person, { consentFor: { public: 'paraphrase' } }),
  ])
  const theirs = after(base, [
    update('source', source(), { participants: [person.id], asked: { [question.id]: 'asked' } }),
    update('participant', person, { consentFor: { funder: 'count' } }),
  ])
  const { project, conflicts } = merge(mine, theirs)
  expect(conflicts).toEqual([])
  expect(project.tables.source.get(source().id)).toMatchObject({
    participants: [guest.id, person.id],
    asked: { [question.id]: 'asked' },
  })
  expect(project.tables.participant.get(person.id)?.consentFor).toEqual({
    public: 'paraphrase',
    funder: 'count',
  })
})

test('a code both made under the same parent is one code, and what was coded with it comes along', () => {
  const parent = code('Trust').id
  const here = { id: mineMaking.newId<'code'>(), name: 'Elders', parent, order: 'V' }
  const there = {
    id: theirMaking.newId<'code'>(),
    name: 'elders ',
    parent,
    definition: 'The old',
    order: 'W',
  }
  const below = { id: theirMaking.newId<'code'>(), name: 'Asking them', parent: there.id, order: 'V' }
  const mine = after(base, [create('code', here)])
  const theirs = after(base, [
    create('code', there),
    create('code', below),
    create('coding', passage('Nobody asked', there, theirMaking)),
  ])
  const { project, conflicts } = merge(mine, theirs, { prefer: 'mine' })
  expect(conflicts).toMatchObject([{ kind: 'code', id: here.id, field: 'name', base: null }])
  expect(project.tables.code.has(there.id)).toBe(false)
  expect(project.tables.code.get(here.id)).toMatchObject({ name: 'Elders', definition: 'The old' })
  expect(project.tables.code.get(below.id)?.parent).toBe(here.id)
  expect(codings(project).filter((each) => each.code === here.id)).toHaveLength(1)
})

test('the same passage, code, coder and layer coded by both counts once; another coder’s counts too', () => {
  const mine = after(base, [create('coding', passage('Nobody asked', code('Waiting'), mineMaking))])
  const eve = { id: theirMaking.newId<'coder'>(), name: 'Eve', initials: 'E' }
  const theirs = after(base, [
    create('coder', eve),
    create('coding', passage('Nobody asked', code('Waiting'), theirMaking)),
    create('coding', { ...passage('Nobody asked', code('Waiting'), theirMaking), coder: eve.id }),
  ])
  const { numbers, conflicts } = merge(mine, theirs)
  expect(conflicts).toEqual([])
  expect(numbers).toMatchObject({ coding: { added: 1, changed: 0, removed: 0 } })
})

test('a code that one deleted and the other used comes back whole, unless it is decided to go', () => {
  const mine = after(base, [create('coding', passage('Nobody asked', code('Trust'), mineMaking))])
  const theirs = after(base, deleteCode(base.project, code('Trust').id).edits)
  const kept = merge(mine, theirs)
  expect(kept.undecided).toMatchObject([
    { kind: 'code', id: code('Trust').id, field: 'deleted', theirs: null },
  ])
  expect(kept.project).toEqual(mine.project)
  const made = new Map([
    [conflictKey({ kind: 'code', id: code('Trust').id, field: 'deleted' }), 'theirs' as const],
  ])
  expect(merge(mine, theirs, { made }).project).toEqual(theirs.project)
  const other = merge(theirs, mine, { prefer: 'mine' })
  expect(codings(other.project)).toHaveLength(codings(mine.project).length)
})

test('a source that one deleted and the other worked on comes back with its turns and speakers', () => {
  const mine = after(base, removeSources(base.project, [source().id])?.edits ?? [])
  const theirs = after(base, [update('source', source(), { status: 'done' })])
  const { project, conflicts } = merge(mine, theirs)
  expect(conflicts).toMatchObject([{ kind: 'source', field: 'deleted', mine: null }])
  expect(turnsOf(project, source().id)).toHaveLength(5)
  expect(project).toEqual(theirs.project)
})

test('a deletion nobody disagrees with stands', () => {
  const mine = after(base, [update('code', code('Waiting'), { name: 'Patience' })])
  const theirs = after(base, deleteCode(base.project, code('Trust').id).edits)
  const { project, conflicts } = merge(mine, theirs)
  expect(conflicts).toEqual([])
  expect(project.tables.code.size).toBe(2)
})

test('a copy of the same inquiry made elsewhere is recognised by texts, names and places', () => {
  const foreign = beginning('elsewhere')
  expect(foreign.project.tables.source.keys().next()).not.toEqual(base.project.tables.source.keys().next())
  const { numbers, conflicts, project } = merge(base, foreign)
  expect({ numbers, conflicts }).toEqual({ numbers: {}, conflicts: [] })
  expect(project).toBe(base.project)
})

test('one coding removed by one and noted by the other stays with its note', () => {
  const [coding] = codings(base.project)
  if (!coding) throw new Error('Nothing is coded')
  const mine = after(base, [remove('coding', coding)])
  const theirs = after(base, [update('coding', coding, { note: 'Look again' })])
  const { project, conflicts } = merge(mine, theirs, { prefer: 'mine' })
  expect(conflicts).toMatchObject([{ kind: 'coding', field: 'deleted', mine: null }])
  expect(codings(project).find((each) => each.id === coding.id)?.note).toBe('Look again')
})
