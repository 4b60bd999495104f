import { expect, test } from 'vitest'
import type { Edit } from '../../../shared/change/change.ts'
import { create, invert, remove, update } from '../../../shared/change/edit.ts'
import { conflictKey, type Decisions } from '../../../shared/change/merge/conflict.ts'
import { type MergedCopies, mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { correctText } from '../../../shared/commands/correct-text.ts'
import { deleteCode } from '../../../shared/commands/delete-code.ts'
import { removeSources } from '../../../shared/commands/remove-source.ts'
import { splitTurn } from '../../../shared/commands/split-turn.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import type { Code, Coding, Source } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'
import { beginning, makingAt } from './work-on-copies.ts'

const base = beginning()
const mineMaking = makingAt('my desk')
const theirMaking = makingAt('their desk')

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
  const theirs = record(base, deleteCode(base.project, code('Trust').id).edits)
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
  const mine = record(base, removeSources(base.project, [source().id])?.edits ?? [])
  const theirs = after(base, [update('source', source(), { status: 'done' })])
  const { project, conflicts } = merge(mine, theirs)
  expect(conflicts).toMatchObject([{ kind: 'source', field: 'deleted', mine: null }])
  expect(turnsOf(project, source().id)).toHaveLength(5)
  expect(project).toEqual(theirs.project)
})

test('a deletion nobody disagrees with stands', () => {
  const mine = after(base, [update('code', code('Waiting'), { name: 'Patience' })])
  const theirs = record(base, deleteCode(base.project, code('Trust').id).edits)
  const { project, conflicts } = merge(mine, theirs)
  expect(conflicts).toEqual([])
  expect(project.tables.code.size).toBe(2)
})

test('codings made while the other corrected the text move along with it; what lost its words is an orphan', () => {
  const theirs = corrected(base, (text) => text.replace('Nobody asked', 'I think nobody ever asked'))
  const gone = 'It began to work when the neighbours came in the evening.'
  const theirsToo = corrected(theirs, (text) => text.replace(gone, 'Inaudible!'))
  const mine = after(base, [
    create('coding', passage('asked the elders', code('Trust'), mineMaking)),
    create('coding', passage('when the neighbours came', code('Trust'), mineMaking)),
  ])
  const { project, conflicts, contents } = merge(mine, theirsToo)
  expect(conflicts).toEqual([])
  expect(contents).toHaveLength(2)
  const quotes = codings(project).map(({ content, start, end }) =>
    quoted([theirsToo, mine], content, start, end),
  )
  expect(quotes).toContain('asked the elders')
  expect(quotes).toContain('when the neighbours came')
  const current = project.tables.source.get(source().id)?.content
  const orphans = codings(project).filter((each) => each.source === source().id && each.content !== current)
  expect(orphans.map(({ content, start, end }) => quoted([base], content, start, end))).toContain(
    'when the neighbours came',
  )
})

test('two corrections of one text are a conflict, and the codings of both stand on the text that was chosen', () => {
  const [mine, theirs] = [
    corrected(base, (text) => text.replace('elders', 'old people')),
    corrected(base, (text) => text.replace('neighbours', 'people next door')),
  ]
  const { project, conflicts } = merge(mine, theirs, { prefer: 'theirs' })
  expect(conflicts).toMatchObject([{ kind: 'source', field: 'content' }])
  expect(project).toEqual(theirs.project)
  expect(merge(mine, theirs, { prefer: 'mine' }).project).toEqual(mine.project)
})

test('both split the same turn: one conflict, and turns never overlap', () => {
  const [mine, theirs] = [split(base, 'for the', mineMaking), split(base, 'and then', theirMaking)]
  const { project, conflicts } = merge(mine, theirs, { prefer: 'theirs' })
  expect(conflicts).toMatchObject([{ kind: 'turn', field: 'turns' }])
  expect(turnsOf(project, source().id)).toEqual(turnsOf(theirs.project, source().id))
  const same = merge(mine, split(base, 'for the', theirMaking))
  expect(same).toMatchObject({ conflicts: [], gesture: { edits: [] } })
  const elsewhere = merge(mine, split(base, 'before the', theirMaking))
  expect(elsewhere.conflicts).toEqual([])
  expect(turnsOf(elsewhere.project, source().id)).toHaveLength(7)
})

test('codes moved below each other are a conflict, and no code ends up below itself', () => {
  const [a, b] = [code('Trust'), code('Waiting')]
  const mine = after(base, [update('code', a, { parent: b.id })])
  const theirs = after(base, [update('code', b, { parent: a.id })])
  const { project, undecided } = merge(mine, theirs)
  expect(undecided).toMatchObject([{ kind: 'code', field: 'parent' }])
  expect(project.tables.code.get(a.id)?.parent).toBe(b.id)
  expect(project.tables.code.get(b.id)?.parent).toBeUndefined()
})

test('a merge that was undone can be merged again', () => {
  const mine = after(base, [update('code', code('Waiting'), { name: 'Patience' })])
  const theirs = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const once = recordMerge(merge(mine, theirs), mine, mineMaking)
  const last = once.changes.at(-1)
  if (!last) throw new Error('Nothing was merged')
  const undo = { label: 'Undo', edits: last.edits.map(invert) }
  const undone = { ...mine, ...recordGesture(undo, once, mineMaking, { kind: 'undo', of: last.id }) }
  expect(undone.project).toEqual(mine.project)
  expect(merge(undone, theirs).project).toEqual(once.project)
})

test('a second merge asks nothing that was decided in the first', () => {
  const mine = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const theirs = after(base, [update('code', code('Trust'), { name: 'Confidence' })])
  const decided = merge(mine, theirs, { prefer: 'mine' })
  const joined = { ...mine, ...recordMerge(decided, mine, mineMaking) }
  expect(joined.changes.at(-1)).toMatchObject({ edits: [], parents: [theirs, mine].map(headOf) })
  const later = after(theirs, [update('code', code('Waiting'), { name: 'Patience' })])
  const { project, conflicts } = merge(joined, later)
  expect(conflicts).toEqual([])
  expect([...project.tables.code.values()].map(({ name }) => name)).toEqual([
    'Patience',
    'Trusting',
    'Evenings',
  ])
})

test('copies that merged each other ask nothing when they meet again', () => {
  const mine = after(base, [update('code', code('Trust'), { name: 'Trusting' })])
  const theirs = after(base, [update('code', code('Waiting'), { name: 'Patience' })])
  const here = { ...mine, ...recordMerge(merge(mine, theirs), mine, mineMaking) }
  const there = { ...theirs, ...recordMerge(merge(theirs, mine), theirs, theirMaking) }
  const later = after(there, [update('code', code('Evenings'), { name: 'Nights' })])
  const { project, conflicts } = merge(here, later)
  expect(conflicts).toEqual([])
  expect(project).toEqual(later.project)
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

function merge(mine: Archive, theirs: Archive, decisions: Decisions = {}): MergedCopies {
  return mergeCopies({ mine, theirs }, decisions, makingAt('merging'))
}

function record(archive: Archive, edits: readonly Edit[]): Archive {
  return { ...archive, ...recordGesture({ label: 'Work', edits }, archive, makingAt(`work ${++desks}`)) }
}
let desks = 0

const after = record

function code(name: string): Code {
  const found = [...base.project.tables.code.values()].find((each) => each.name === name)
  if (!found) throw new Error(`There is no code ${name}`)
  return found
}

function source(): Source {
  const [first] = base.project.tables.source.values()
  if (!first) throw new Error('There is no source')
  return first
}

function textOf(archive: Archive): string {
  const content = archive.project.tables.source.get(source().id)?.content
  return (content && archive.contents.get(content)?.text) ?? ''
}

function passage(words: string, { id }: Pick<Code, 'id'>, { newId, by }: typeof mineMaking): Coding {
  const text = textOf(base)
  const start = text.indexOf(words)
  const end = start + words.length
  const place = {
    source: source().id,
    content: source().content,
    start,
    end,
    quote: quoteHash(text, start, end),
  }
  return { ...place, id: newId(), code: id, coder: by, layer: 'own', at: 5 }
}

function codings(project: Archive['project']): Coding[] {
  return [...project.codings.values()].flat()
}

function quoted(
  archives: readonly Archive[],
  content: Source['content'],
  start: number,
  end: number,
): string {
  const text = archives
    .map((archive) => archive.contents.get(content)?.text)
    .find((each) => each !== undefined)
  return text?.slice(start, end) ?? ''
}

function corrected(archive: Archive, correct: (text: string) => string): Archive {
  const [before, now] = [textOf(archive), correct(textOf(archive))]
  const content = contentHash(now)
  const correction = { alignment: alignTexts(before, now), content }
  const gesture = correctText(archive.project, source().id, correction, mineMaking)?.gesture
  const contents = new Map([...archive.contents, [content, { hash: content, text: now }] as const])
  return { ...record(archive, gesture?.edits ?? []), contents }
}

function split(archive: Archive, words: string, making: typeof mineMaking): Archive {
  const text = textOf(archive)
  const at = text.indexOf(words)
  const turn = turnsOf(archive.project, source().id).find((each) => each.start <= at && at < each.end)
  const gesture = turn && splitTurn(archive.project, source().id, turn.id, at, text, making)
  return record(archive, gesture?.edits ?? [])
}

function headOf({ changes }: Archive): string | undefined {
  return changes.at(-1)?.id
}
