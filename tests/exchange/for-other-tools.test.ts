import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { create, update } from '../../shared/change/edit.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { codebookOf } from '../../shared/exchange/project-tables.ts'
import { childOf, childrenOf, readXml, type XmlElement } from '../../shared/exchange/read-xml.ts'
import { shareCopy } from '../../shared/exchange/share-copy.ts'
import { standardLosses } from '../../shared/exchange/standard-losses.ts'
import { whyNoCopy, whyWithheld } from '../../shared/exchange/why-no-copy.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Coding, Memo } from '../../shared/model/entities.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { archiveOf } from './arbitrary-archive.ts'

/* What the importers of other tools look at, after their code: each test reads the file as one of them does. */

const at = 1_750_000_000_000

test('who coded stands in the passage, where NVivo and QualCoder look, also where two coded the same words', () => {
  const read = selections(qdeOf(files(team()))).slice(1)
  const byUser = read.map((each) => [
    each.attributes.get('startPosition'),
    each.attributes.get('creatingUser'),
    new Set(childrenOf(each, 'Coding').map((coding) => coding.attributes.get('creatingUser'))),
  ])
  expect(byUser).toHaveLength(2)
  expect(byUser[0]?.[0]).toBe(byUser[1]?.[0])
  expect(byUser[0]?.[1]).not.toBe(byUser[1]?.[1])
  for (const [, user, users] of byUser) expect(users).toEqual(new Set([user]))
  expect(new Set(read.map((each) => each.attributes.get('guid'))).size).toBe(2)
})

test('notes on passages, sources and people stand in them as well, where MAXQDA, ATLAS.ti and QualCoder look', () => {
  const qde = qdeOf(files(noted()))
  const said = (element: XmlElement | undefined) => childOf(element, 'Description')?.text
  expect(selections(qde).map(said)).toContain('Sure?\n\nOn the words')
  expect(said(childOf(childOf(qde, 'Sources'), 'TextSource'))).toBe('On the talk')
  expect(said(childOf(childOf(qde, 'Cases'), 'Case'))).toBe('On Noor\n\nAgain')
})

test('what stands twice for other tools comes back to Loam once', () => {
  const archive = noted()
  const reading = readProjectFile(writeProjectFile(archive, { at, standardOnly: true }))
  if (!reading.ok) throw new Error(reading.problem)
  const memos = ({ project }: Archive) =>
    [...project.tables.memo.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(memos(reading.archive)).toEqual(memos(archive))
})

test('notes on codings come back as those: the receipt counts them apart from memos', () => {
  const given = noted()
  const { size } = given.project.tables.memo
  const notes = ({ project }: Archive) =>
    [...project.codings.values()]
      .flat()
      .flatMap(({ id, note }) => (note === undefined ? [] : [`${id} ${note}`]))
  const reading = readProjectFile(writeProjectFile(given, { at, standardOnly: true }))
  if (!reading.ok || !reading.receipt) throw new Error('There is no receipt')
  const { receipt, archive } = reading
  const counted = new Map(receipt.lines.map(({ what, found, cameIn }) => [what, [found, cameIn]]))
  expect(counted.get('memos')).toEqual([size, size])
  const own = notes(given).length
  expect(counted.get('notes on coded segments')).toEqual([own, own])
  expect(archive.project.tables.memo.size).toBe(size)
  expect(notes(archive).toSorted()).toEqual(notes(given).toSorted())
})

test('a file in which words are blacked out is not merged, and says why; one without is, and so is a shared copy', () => {
  const archive = noted()
  const [person] = archive.project.tables.participant.values()
  const [source] = archive.project.tables.source.values()
  if (!person || !source) throw new Error('There is no source or nobody in it')
  const edits = [
    update('participant', person, { consent: 'withdrawn' }),
    update('source', source, { participants: [person.id] }),
  ]
  const gone = {
    ...archive,
    ...recordGesture({ label: 'Withdraw', edits }, archive, makingAt('withdrawn')),
  }
  const opened = (file: Uint8Array) => {
    const reading = readProjectFile(file)
    if (!reading.ok) throw new Error(reading.problem)
    return reading
  }
  const withheld = opened(writeProjectFile(withoutWithdrawn(gone).archive, { at, standardOnly: true }))
  expect(whyNoCopy(gone.project, withheld)).toContain('blacked out')
  expect(whyWithheld(withheld)).toContain(`in “${source.name}”`)
  expect(whyNoCopy(gone.project, withheld, withheld)).toBeNull()
  const whole = opened(writeProjectFile(archive, { at, standardOnly: true }))
  expect(whyNoCopy(archive.project, whole)).toBeNull()
  const by = firstCoding(archive).coder
  const shared = opened(writeProjectFile(shareCopy(gone, { with: new Set(), at, by }), { at }))
  expect(whyNoCopy(gone.project, shared)).toBeNull()
})

test('memos are files with names of their own: QualCoder knows no others, and stops at two of one name', () => {
  const written = files(noted())
  const notes = childrenOf(childOf(qdeOf(written), 'Notes'), 'Note').filter((each) =>
    each.attributes.get('plainTextPath'),
  )
  const names = notes.map((each) => each.attributes.get('name') ?? '')
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(expect.arrayContaining(['Memo', 'Thought', 'Thought (2)']))
  for (const note of notes) {
    const path = `sources/${note.attributes.get('plainTextPath')?.slice('internal://'.length)}`
    expect(strFromU8(written[path] ?? new Uint8Array())).not.toBe('')
    expect(childOf(note, 'PlainTextContent')).toBeUndefined()
    expect(note.attributes.get('creationDateTime')).toMatch(/Z$/)
  }
})

test('a group with codings is called codable, as tools drop the codings of one that is not; Loam knows better', () => {
  const archive = team()
  const [code] = archive.project.tables.code.values()
  if (!code) throw new Error('There is no code')
  const edits = [update('code', code, { codable: false, colour: '#f0a' })]
  const grouped = { ...archive, ...recordGesture({ label: 'Group', edits }, archive, makingAt('group')) }
  const written = childOf(childOf(childOf(qdeOf(files(grouped)), 'CodeBook'), 'Codes'), 'Code')
  expect(written?.attributes.get('isCodable')).toBe('true')
  // QualCoder makes any colour that has not six digits grey.
  expect(written?.attributes.get('color')).toBe('#ff00aa')
  const reading = readProjectFile(writeProjectFile(grouped, { at, standardOnly: true }))
  if (!reading.ok) throw new Error(reading.problem)
  expect(reading.archive.project.tables.code.get(code.id)).toMatchObject({ codable: false, colour: '#f0a' })
})

test('what cannot be helped is told: codes of one name, and passages behind an emoji', () => {
  const archive = noted()
  const [code] = archive.project.tables.code.values()
  const making = makingAt('twin')
  const twin = create('code', { id: making.newId<'code'>(), name: code?.name ?? '', order: 'Z' })
  const twins = { ...archive, ...recordGesture({ label: 'Twin', edits: [twin] }, archive, making) }
  const count = (key: string) => standardLosses(twins).find((loss) => loss.key === key)?.count
  expect([count('same names'), count('emoji')]).toEqual([2, 1])
})

test('Taguette takes the codebook as a table: one column of names, one of descriptions', async () => {
  const csv = new TextDecoder().decode(await writeCodebook(codebookOf(team().project), 'csv'))
  const headings = (csv.split('\r\n')[0] ?? '').split(',').map((heading) => heading.toLowerCase())
  expect(headings.filter((each) => ['tag', 'name', 'path'].includes(each))).toEqual(['name'])
  expect(headings).toContain('description')
})

function files(archive: Archive): Record<string, Uint8Array> {
  return unzipSync(writeProjectFile(archive, { at, standardOnly: true }))
}

function qdeOf(written: Record<string, Uint8Array>): XmlElement {
  const reading = readXml(written['project.qde'] ?? new Uint8Array())
  if (!reading.ok) throw new Error(reading.problem)
  return reading.root
}

function selections(qde: XmlElement): readonly XmlElement[] {
  return childrenOf(childOf(qde, 'Sources'), 'TextSource').flatMap((each) =>
    childrenOf(each, 'PlainTextSelection'),
  )
}

/** Two coders on the same words. */
function team(): Archive {
  const archive = archiveOf({
    words: ['Ground', 'AB', 'North', 'Noor', 'Real Name', '', '', ''],
    sources: [{ lines: ['I 🌱 plant trees'], labels: 'none' }],
    codes: ['Time'],
    codings: [
      [0, 0, 1, 0, false],
      [0, 4, 5, 0, false],
    ],
  })
  const making = makingAt('team')
  const coder = making.newId<'coder'>()
  const edits = [
    create('coder', { id: coder, name: 'Ben', initials: 'B' }),
    create('coding', { ...firstCoding(archive), id: making.newId<'coding'>(), coder }),
  ]
  return { ...archive, ...recordGesture({ label: 'Ben codes', edits }, archive, making) }
}

/** The same with memos about everything, some of one title. */
function noted(): Archive {
  const archive = team()
  const making = makingAt('noted')
  const coding = firstCoding(archive)
  const [source] = archive.project.tables.source.values()
  const [person] = archive.project.tables.participant.values()
  if (!source || !person) throw new Error('There is no source or nobody in it')
  const { content, start, end } = coding
  const memo = (about: Memo['about'], title: string, text: string, i: number) =>
    create('memo', {
      id: making.newId<'memo'>(),
      kind: 'analytic',
      about,
      title,
      text,
      by: coding.coder,
      at: i,
    })
  const edits = [
    update('coding', coding, { note: 'Sure?' }),
    memo({ kind: 'passage', source: source.id, content, start, end }, 'Thought', 'On the words', 1),
    memo({ kind: 'source', source: source.id }, 'Thought', 'On the talk', 2),
    memo({ kind: 'participant', participant: person.id }, '', 'On Noor', 3),
    memo({ kind: 'participant', participant: person.id }, 'More', 'Again', 4),
  ]
  return { ...archive, ...recordGesture({ label: 'Notes', edits }, archive, making) }
}

function firstCoding({ project }: Archive): Coding {
  const coding = [...project.codings.values()].flat().find(({ layer }) => layer === 'own')
  if (!coding) throw new Error('There is no coding')
  return coding
}
