import { expect, test } from 'vitest'
import { create, remove, update } from '../../../shared/change/edit.ts'
import { comingIn } from '../../../shared/change/merge/coming-in.ts'
import { mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { baseTold, whoseCopy } from '../../../shared/change/merge/whose-copy.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { whyNoCopy } from '../../../shared/exchange/why-no-copy.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { beginning, makingAt } from './begun-inquiry.ts'

const base = beginning()
const desk = makingAt('their desk')
const [first] = [...base.project.codings.values()].flat()
const [trust] = base.project.tables.code.values()
if (!first || !trust) throw new Error('The beginning is not what it was')

/** A copy in which Ben coded one passage with a new code, noted one of Ada's codings and took another away. */
function bensCopy() {
  const ben = { id: desk.newId<'coder'>(), name: 'Ben', initials: 'B' }
  const code = { id: desk.newId<'code'>(), name: 'Neighbours', order: 'W' }
  const others = [...base.project.codings.values()].flat()
  const gone = others.at(-1)
  if (!first || !gone) throw new Error('There are no codings')
  const edits = [
    create('coder', ben),
    create('code', code),
    create('coding', { ...first, id: desk.newId<'coding'>(), coder: ben.id, code: code.id }),
    update('coding', first, { note: 'Look at this' }),
    remove('coding', gone),
  ]
  return { ...base, ...recordGesture({ label: 'Work', edits }, base, { ...desk, by: ben.id }) }
}

test('what comes in is counted by kind and of codings by coder, beside what is here and in the copy', () => {
  const theirs = bensCopy()
  const merged = mergeCopies({ mine: base, theirs }, {}, makingAt('merge'))
  const copies = { mine: base.project, theirs: theirs.project, merged: merged.project }
  const lines = comingIn(merged.gesture.edits, copies)
  expect(
    lines.map(({ kind, by, added, changed, removed }) => [kind, by ?? '', added, changed, removed]),
  ).toEqual([
    ['coding', '', 1, 1, 1],
    ['coding', 'Ada', 0, 1, 1],
    ['coding', 'Ben', 1, 0, 0],
    ['code', '', 1, 0, 0],
    ['coder', '', 1, 0, 0],
  ])
  expect(lines[0]).toMatchObject({ here: 12, there: 12, after: 12 })
  expect(lines[1]).toMatchObject({ here: 12, there: 11, after: 11 })
  expect(lines.find(({ kind }) => kind === 'code')?.names).toEqual({
    added: ['Neighbours'],
    changed: [],
    removed: [],
  })
})

test('a copy tells who codes in it, its last change, and from when both are compared', () => {
  const theirs = bensCopy()
  expect(whoseCopy(theirs)).toEqual({ coders: ['Ada', 'Ben'], last: { at: desk.at, by: 'Ben' } })
  expect(baseTold(base, theirs, false)).toEqual({ kind: 'found', at: base.changes[0]?.at })
  expect(baseTold(beginning('elsewhere'), theirs, false)).toEqual({ kind: 'none' })
})

test('a copy that was made for one coder says for whom and when', () => {
  const inquiry = inquiryOf(base.project)
  const packet = { coder: desk.by, blind: true, at: 7 }
  const edits = [update('inquiry', inquiry, { packet })]
  const theirs = { ...base, ...recordGesture({ label: 'Hand out', edits }, base, desk) }
  expect(whoseCopy(theirs).madeFor).toEqual({ name: 'Ada', at: 7 })
})

test('another project and another tool’s file are no copies; a copy that another program wrote again is one', () => {
  const other = beginning('another inquiry')
  const of = (archive: typeof base, origin?: string) => ({
    ok: true as const,
    archive,
    notes: [],
    ...(origin === undefined ? {} : { receipt: { origin, lines: [], positions: [], repairs: [] } }),
  })
  expect(whyNoCopy(base.project, of(bensCopy()))).toBeNull()
  expect(whyNoCopy(base.project, of(other))).toContain('another project, “Seeds”')
  expect(whyNoCopy(base.project, of(other, 'Taguette'))).toContain('made by Taguette')
  const foreign = { ...base.project.tables, inquiry: other.project.tables.inquiry }
  const again = { ...base, project: { ...base.project, tables: foreign } }
  expect(whyNoCopy(base.project, of(again, 'Taguette'))).toBeNull()
})

test('participants go by their pseudonyms, also where the name behind one is what changed', () => {
  const [person] = base.project.tables.participant.values()
  if (!person) throw new Error('Nobody took part')
  const edits = [update('participant', person, { name: 'Nora Underhill' })]
  const theirs = { ...base, ...recordGesture({ label: 'Name', edits }, base, desk) }
  const merged = mergeCopies({ mine: base, theirs }, {}, makingAt('merge'))
  const copies = { mine: base.project, theirs: theirs.project, merged: merged.project }
  const [line] = comingIn(merged.gesture.edits, copies)
  expect(line).toMatchObject({ kind: 'participant', changed: 1, names: { changed: ['Noor'] } })
})
