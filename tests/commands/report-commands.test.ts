import { expect, test } from 'vitest'
import { remove } from '../../shared/change/edit.ts'
import { changeReport, removeReport } from '../../shared/commands/change-report.ts'
import { newReport } from '../../shared/commands/new-report.ts'
import { proseAt, writeProse } from '../../shared/commands/write-prose.ts'
import { inOrder } from '../../shared/model/project.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import { proseFromText, proseToText } from '../../shared/report/prose.ts'
import { type BuiltProject, buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

function inquiry(): BuiltProject {
  return buildProject({
    coders: ['Hanneke'],
    participants: ['Noor', 'Ilse'],
    sources: [
      { name: 'One', turns: [['Noor', 'There was no money for the quiet year before the plan.']] },
      { name: 'Two', turns: [['Ilse', 'Money was there, but nobody dared to ask for it.']] },
    ],
    codes: [{ name: 'Funding', section: 'barrier' }],
    codings: [
      { source: 'One', code: 'Funding', quote: 'no money for the quiet year' },
      { source: 'Two', code: 'Funding', quote: 'nobody dared to ask for it', stance: 'denies' },
    ],
    reports: [{ title: 'Summary' }],
    quoteChoices: [{ report: 'Summary', coding: 0, use: 'show' }],
    prose: [{ report: 'Summary', place: 'about', doc: proseFromText('We listened.') }],
  })
}

const making = (built: BuiltProject) => makingBy(built.coder('Hanneke').id)

test('a report is started after those there are, and a title that is taken gets a number', () => {
  const built = inquiry()
  const { id, gesture } = newReport(
    built.project,
    { template: 'research-summary', title: 'Summary' },
    making(built),
  )
  expectChange(built.project, gesture, (end) => {
    expect(inOrder(end.tables.report).map((report) => report.title)).toEqual(['Summary', 'Summary 2'])
    expect(end.tables.report.get(id)?.layer).toBeUndefined()
  })
})

test('a report is renamed and reads another layer for another audience', () => {
  const built = inquiry()
  const { id } = built.report('Summary')
  const changes = { title: ' For funders ', layer: 'all', audience: 'funders', counts: true } as const
  const end = expectChange(built.project, changeReport(built.project, id, changes), (project) =>
    expect(project.tables.report.get(id)).toMatchObject({
      title: 'For funders',
      layer: 'all',
      audience: 'funders',
      counts: true,
    }),
  )
  expectChange(end, changeReport(end, id, { audience: undefined, counts: undefined }), (project) =>
    expect(project.tables.report.get(id)?.audience).toBeUndefined(),
  )
})

test('a report keeps a title: an empty one changes nothing, nor does the same one', () => {
  const built = inquiry()
  const { id } = built.report('Summary')
  expect(changeReport(built.project, id, { title: '  ' })).toBeNull()
  expect(changeReport(built.project, id, { title: 'Summary' })).toBeNull()
})

test('deleting a report takes its words and choices along, and undo brings all of it back', () => {
  const built = inquiry()
  expectChange(built.project, removeReport(built.project, built.report('Summary').id), (end) => {
    expect([end.tables.report.size, end.tables.prose.size, end.tables.quoteChoice.size]).toEqual([0, 0, 0])
    expect(end.codings).toBe(built.project.codings)
  })
})

test('words are begun, rewritten and emptied at a place', () => {
  const built = inquiry()
  const { id } = built.report('Summary')
  const write = (project: typeof built.project, text: string) =>
    writeProse(
      project,
      { report: id, place: 'barrier', placeName: 'Barriers', doc: proseFromText(text) },
      making(built),
    )
  const textIn = (project: typeof built.project) => {
    const prose = proseAt(project, id, 'barrier')
    return prose ? proseToText(prose.doc) : null
  }
  const begun = expectChange(built.project, write(built.project, 'It is not only money.'), (end) =>
    expect(textIn(end)).toBe('It is not only money.'),
  )
  const again = expectChange(begun, write(begun, 'It is never only money.'), (end) => {
    expect(textIn(end)).toBe('It is never only money.')
    expect(end.tables.prose.size).toBe(2)
  })
  expect(write(again, 'It is never only money.')).toBeNull()
  expectChange(again, write(again, '  '), (end) => expect(textIn(end)).toBeNull())
  expect(write(built.project, '')).toBeNull()
})

test('nothing is written into a report that is gone', () => {
  const built = inquiry()
  const { id } = built.report('Summary')
  const gone = expectChange(built.project, removeReport(built.project, id))
  const writing = { report: id, place: 'about', placeName: 'About', doc: proseFromText('Still here.') }
  expect(writeProse(gone, writing, making(built))).toBeNull()
})

test('what the lead wrote beside evidence stands when codings, and even the code’s section, change', () => {
  const built = inquiry()
  const report = built.report('Summary')
  const code = built.code('Funding').id
  const place = `barrier/${code}`
  const writing = {
    report: report.id,
    place,
    placeName: 'Funding',
    doc: proseFromText('Ask who dares to ask.'),
  }
  const written = expectChange(built.project, writeProse(built.project, writing, making(built)))
  const [first] = written.codings.get(built.source('One').id) ?? []
  if (!first) throw new Error('There is no coding')
  const recoded = expectChange(written, { label: 'Remove a coding', edits: [remove('coding', first)] })
  expect(proseAt(recoded, report.id, place)).toBe(proseAt(written, report.id, place))
  const blocks = composeReport(recoded, built.texts, report).blocks
  expect(blocks.some((block) => block.kind === 'prose' && block.text === 'Ask who dares to ask.')).toBe(true)
})

test('words that followed their code to another section are rewritten there, not beside themselves', () => {
  const built = inquiry()
  const { id } = built.report('Summary')
  const code = built.code('Funding').id
  const at = (place: string, text: string) => ({
    report: id,
    place,
    placeName: 'Funding',
    doc: proseFromText(text),
  })
  const written = expectChange(
    built.project,
    writeProse(built.project, at(`barrier/${code}`, 'Before.'), making(built)),
  )
  expect(proseAt(written, id, `potential/${code}`)?.place).toBe(`barrier/${code}`)
  expectChange(written, writeProse(written, at(`potential/${code}`, 'After.'), making(built)), (end) => {
    expect(end.tables.prose.size).toBe(2)
    expect(proseAt(end, id, `potential/${code}`)?.place).toBe(`potential/${code}`)
  })
})
