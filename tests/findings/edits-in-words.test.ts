import { expect, test } from 'vitest'
import { editsInWords } from '../../renderer/features/history/edits-in-words.ts'
import { logRows } from '../../renderer/features/history/log-rows.ts'
import type { ChangeHeader, Edit } from '../../shared/change/change.ts'
import { create, remove, update } from '../../shared/change/edit.ts'
import { correctText } from '../../shared/commands/correct-text.ts'
import { proseFromText } from '../../shared/report/prose.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { buildProject, countedId, standInHash } from '../support/build-project.ts'
import { makingBy } from '../support/expect-change.ts'

const built = buildProject({
  coders: ['Hanneke', 'Teo'],
  participants: ['Noor'],
  sources: [{ name: 'One', turns: [['Noor', 'There was no money for the quiet year.']] }],
  codes: ['Funding', 'Speed'],
  codings: [{ source: 'One', code: 'Funding', quote: 'no money' }],
})
const { project } = built
const words = (...edits: Edit[]) => editsInWords(edits, project)

test('a renamed code is told with both names', () => {
  expect(words(update('code', built.code('Funding'), { name: 'Money' }))).toEqual([
    'Code “Funding” renamed to “Money”',
  ])
})

test('other fields are told with what they were and what they are', () => {
  const code = built.code('Funding')
  expect(words(update('code', code, { definition: 'What is paid' }))).toEqual([
    'Definition of code “Funding” set to “What is paid”',
  ])
  expect(words(update('code', { ...code, definition: 'Old' }, { definition: undefined }))).toEqual([
    'Definition of code “Funding” taken away (was “Old”)',
  ])
  expect(words(update('code', code, { parent: built.code('Speed').id }))).toEqual([
    'Place in the codebook of code “Funding” set to “Speed”',
  ])
  expect(words(update('code', code, { order: 'zz' }))).toEqual(['Code “Funding” moved in the list'])
})

test('a coding is told by its code, source and coder', () => {
  const [coding] = built.codings
  if (!coding) throw new Error('There is no coding')
  expect(words(create('coding', coding))).toEqual(['Coding with “Funding” in “One” by “Hanneke” added'])
  expect(words(remove('coding', coding))).toEqual(['Coding with “Funding” in “One” by “Hanneke” deleted'])
  expect(words(update('coding', coding, { stance: 'denies' }))).toEqual([
    'Stance of coding with “Funding” in “One” by “Hanneke” set to “denies”',
  ])
})

test('names that left the project are read from the change itself', () => {
  const gone = { ...built.code('Funding'), id: countedId<'code'>(900), name: 'Gone' }
  const [coding] = built.codings
  if (!coding) throw new Error('There is no coding')
  expect(words(remove('coding', { ...coding, code: gone.id }), remove('code', gone))[0]).toContain('“Gone”')
})

test('texts and choices of quotes are told by what they say', () => {
  const [coding] = built.codings
  if (!coding) throw new Error('There is no coding')
  const report = countedId<'report'>(70)
  const prose = create('prose', {
    id: countedId<'prose'>(71),
    report,
    place: 'about',
    doc: proseFromText('We listened.'),
  })
  const { code, source } = coding
  const choice = create('quoteChoice', {
    id: countedId<'quoteChoice'>(72),
    report,
    code,
    source,
    coding: coding.id,
    use: 'leave out',
  })
  expect(words(prose, choice)).toEqual([
    'Text added: “We listened.”',
    'Choice of a quote for “Funding” added: “leave out”',
  ])
})

test('many edits of one kind come together in one line', () => {
  const [coding] = built.codings
  if (!coding) throw new Error('There is no coding')
  const many = Array.from({ length: 412 }, (_, i) =>
    create('coding', { ...coding, id: countedId<'coding'>(1000 + i) }),
  )
  expect(words(...many)).toEqual(['412 codings in “One” added'])
})

const header = (
  seq: number,
  label: string,
  by: string,
  cause: ChangeHeader['cause'] = { kind: 'command' },
): ChangeHeader => ({
  id: countedId<'change'>(5000 + seq),
  copy: countedId<'copy'>(1),
  seq,
  parents: [],
  at: seq,
  by: built.coder(by).id,
  label,
  cause,
  format: 1,
})

test('the history is latest first, says what was undone, and is filtered by person and words', () => {
  const first = header(1, 'Rename code', 'Hanneke')
  const log = [
    first,
    header(2, 'Code passage', 'Teo'),
    header(3, 'Rename code', 'Hanneke', { kind: 'undo', of: first.id }),
  ]
  const rows = logRows(log, project, { text: '', by: null })
  expect(rows.map((row) => [row.title, row.who, row.cause])).toEqual([
    ['Undo: Rename code', 'Hanneke', ''],
    ['Code passage', 'Teo', ''],
    ['Rename code', 'Hanneke', ''],
  ])
  expect(logRows(log, project, { text: 'undo', by: null })).toHaveLength(1)
  expect(logRows(log, project, { text: 'PASSAGE', by: null })).toHaveLength(1)
  expect(logRows(log, project, { text: '', by: built.coder('Hanneke').id })).toHaveLength(2)
})

test('a correction is told by what it did to the text, its turns and its codings', () => {
  const source = built.source('One')
  const [coding] = built.codings
  const [turn] = project.turns.get(source.id) ?? []
  const after = (built.texts(source.content) ?? '').replace('There was', 'There really was')
  const correction = {
    alignment: alignTexts(built.texts(source.content) ?? '', after),
    content: standInHash(after),
  }
  const done = correctText(project, source.id, correction, makingBy(built.coder('Teo').id))
  if (!done || !coding || !turn) throw new Error('There is nothing to tell')
  const told = words(...done.gesture.edits)
  expect(told).toContain('Text of source “One” corrected')
  expect(told).toContain('Turn in “One” moved along with the text')
  expect(told).toContain('Coding with “Funding” in “One” by “Hanneke” moved along with the words')
  expect(words(update('turn', turn, { end: turn.end - 1 }))).toEqual(['End of turn in “One” changed'])
})
