import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { counting } from '../exchange/arbitrary-archive.ts'
import { loamIn } from '../support/run-loam.ts'

// Every test starts a program of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-'))
  await mkdir(join(folder, 'talks'))
  await writeFile(join(folder, 'talks', 'a.txt'), transcript('Noor', 'The river 🌊 taught us to wait.'))
  await writeFile(join(folder, 'talks', 'b.txt'), transcript('Sami', '=1+1 is what they asked of us.'))
  await writeFile(join(folder, 'same.txt'), transcript('Noor', 'The river 🌊 taught us to wait.'))
  await writeFile(join(folder, 'empty.txt'), '')
  await writeFile(
    join(folder, 'picture.txt'),
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
  )
  await writeFile(join(folder, 'broken.qdpx'), 'PK but nothing else')
  await loam('import', 'talks', '--out', 'P.qdpx', '--codebook', 'scaling-deep')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a survey comes in by respondents or question by question, with the same participants', async () => {
  const table =
    'Region,What helped?,What hindered?\nDelta,The long walks we took,Money and time of course\nCoast,All of the food there was,'
  await writeFile(join(folder, 'survey.csv'), table)
  const seen = async (...more: readonly string[]) => {
    const ran = await loam('import', 'survey.csv', '--out', 'S.qdpx', '--replace', '--json', ...more)
    const { sources, participants } = JSON.parse(ran.out)
    return [
      sources.map((each: { name: string; words: number }) => `${each.name} ${each.words}`),
      participants,
    ]
  }
  expect(await seen()).toEqual([['Respondent 1 10', 'Respondent 2 6'], 2])
  expect(await seen('--survey', 'questions')).toEqual([['survey 16'], 2])
  expect((await loam('import', 'survey.csv', '--out', 'S.qdpx', '--survey', 'both')).exit).toBe(2)
})

test('a folder of transcripts becomes a project, and inspecting it says what came in', async () => {
  const ran = await loam('inspect', 'P.qdpx', '--json')
  expect(ran).toMatchObject({ exit: 0, err: '' })
  expect(JSON.parse(ran.out)).toMatchObject({
    sources: [
      {
        name: 'a',
        turns: 4,
        speakers: [
          { label: 'Interviewer', role: 'interviewer', turns: 2 },
          { label: 'Noor', role: 'participant', turns: 2 },
        ],
      },
      { name: 'b', turns: 4, warnings: [] },
    ],
    codings: 0,
    participants: 2,
    memos: 0,
  })
  expect(Object.keys(JSON.parse(ran.out))).toEqual(['sources', 'codes', 'codings', 'participants', 'memos'])
  expect(JSON.parse(ran.out).codes).toBeGreaterThan(40)
})

test('bad files are named with the reason while the good ones come in', async () => {
  const ran = await loam(
    'import',
    'talks/a.txt',
    'same.txt',
    'empty.txt',
    'picture.txt',
    'nowhere.txt',
    '--out',
    'some.qdpx',
    '--json',
  )
  expect(ran.exit).toBe(0)
  const document = JSON.parse(ran.out)
  expect(document.sources).toHaveLength(1)
  expect(document.problems.map((each: { readonly file: string }) => each.file).sort()).toEqual([
    'empty.txt',
    'nowhere.txt',
    'picture.txt',
  ])
  expect(document.already).toEqual(['same.txt'])
  expect(ran.err).toContain('“empty.txt”: This file is empty')
  expect(ran.err).toContain('“nowhere.txt” could not be opened')
  expect(ran.err).toContain('“same.txt” is there already')
})

test('when no file can be used nothing is written, and one line says why', async () => {
  const ran = await loam('import', 'empty.txt', '--out', 'none.qdpx')
  expect(ran).toMatchObject({ exit: 1, out: '' })
  expect(ran.err.trim().split('\n')).toHaveLength(1)
  expect((await readdir(folder)).filter((name) => name.includes('none'))).toEqual([])
})

test('more files are added on request, and those known are not added twice', async () => {
  await loam('import', 'talks/a.txt', '--out', 'more.qdpx')
  const ran = await loam('import', 'talks', '--add', '--out', 'more.qdpx', '--json')
  expect(JSON.parse(ran.out)).toMatchObject({
    sources: [{ name: 'a' }, { name: 'b' }],
    already: [join('talks', 'a.txt')],
    participants: 2,
  })
  expect(JSON.parse((await loam('check', 'more.qdpx', '--json')).out)).toEqual({ broken: [], notes: [] })
})

test('a project somebody has worked in is not overwritten unasked', async () => {
  await writeFile(join(folder, 'worked.qdpx'), writeProjectFile(coded(await archiveAt('P.qdpx')), { at: 0 }))
  const before = await readFile(join(folder, 'worked.qdpx'))
  const refused = await loam('import', 'talks/a.txt', '--out', 'worked.qdpx')
  expect(refused.exit).toBe(1)
  expect(refused.err).toContain('somebody has worked in it')
  expect(await readFile(join(folder, 'worked.qdpx'))).toEqual(before)
  expect((await loam('import', 'talks/a.txt', '--replace', '--out', 'worked.qdpx')).exit).toBe(0)
})

test('check prints every broken rule with its place and exits with 1', async () => {
  expect(await loam('check', 'P.qdpx')).toMatchObject({ exit: 0, out: 'Every rule holds.\n' })
  await writeFile(
    join(folder, 'drifted.qdpx'),
    writeProjectFile(coded(await archiveAt('P.qdpx'), { quote: 1 }), { at: 0 }),
  )
  const ran = await loam('check', 'drifted.qdpx')
  expect(ran.exit).toBe(1)
  expect(ran.out).toMatch(/^b: coding [0-9a-f-]+: stands on other words than it was made on\n$/)
})

test.each(['qdpx', 'qdc', 'csv', 'xlsx', 'json', 'docx', 'html', 'md'])(
  'a project is exported as .%s',
  async (ending) => {
    const ran = await loam('export', 'P.qdpx', '--to', `out.${ending}`)
    expect(ran).toMatchObject({ exit: 0, out: `Wrote out.${ending}\n` })
    expect((await readFile(join(folder, `out.${ending}`))).length).toBeGreaterThan(100)
  },
)

test('a CSV export makes cells safe that a spreadsheet would calculate', async () => {
  await writeFile(join(folder, 'coded.qdpx'), writeProjectFile(coded(await archiveAt('P.qdpx')), { at: 0 }))
  await loam('export', 'coded.qdpx', '--to', 'cells.csv')
  const csv = await readFile(join(folder, 'cells.csv'), 'utf8')
  expect(csv).toContain(`,'=1+1 is what they asked of us.,Sami,b,`)
})

test('for other tools Loam’s own record stays at home', async () => {
  await loam('export', 'P.qdpx', '--standard-only', '--to', 'standard.qdpx')
  const reading = readProjectFile(await readFile(join(folder, 'standard.qdpx')))
  expect(reading.ok && reading.archive.originals.size).toBe(0)
  expect(reading.ok && reading.archive.project.tables.source.size).toBe(2)
})

test.each(['docx', 'html', 'md', 'json'])('a report is written as .%s', async (ending) => {
  const ran = await loam('report', 'P.qdpx', '--template', 'research-summary', '--out', `report.${ending}`)
  expect(ran).toMatchObject({ exit: 0, out: `Wrote report.${ending}\n` })
})

test('a report as JSON names its template, its layer and its blocks', async () => {
  const ran = await loam('report', 'P.qdpx', '--template', 'research-summary', '--out', 'r.json', '--json')
  const printed = JSON.parse(ran.out)
  expect(printed).toMatchObject({
    template: 'research-summary',
    layer: expect.any(String),
    blocks: expect.any(Array),
  })
  expect(JSON.parse(await readFile(join(folder, 'r.json'), 'utf8'))).toEqual(printed)
})

test('a starter codebook is written to a file', async () => {
  expect((await loam('codebook', 'scaling-deep', '--to', 'deep.qdc')).exit).toBe(0)
  expect(await readFile(join(folder, 'deep.qdc'), 'utf8')).toContain('urn:QDA-XML:codebook:1.0')
})

test.each([
  [[], 2, 'loam COMMAND'],
  [['dance'], 2, 'There is no command “dance”'],
  [['patterns', 'P.qdpx'], 2, 'not in this version yet'],
  [['search', 'P.qdpx'], 2, 'Say what to look for'],
  [['search', 'P.qdpx', '(', '--regex'], 2, 'not a regular expression'],
  [['search', 'nowhere.qdpx', 'water', '--json'], 1, '“nowhere.qdpx” could not be opened'],
  [['import', 'talks'], 2, '--out P.qdpx'],
  [['import', '--out', 'x.qdpx'], 2, 'Name the files'],
  [['import', 'talks', '--out', 'x.zip'], 2, 'ends in .qdpx'],
  [['import', 'talks', '--out', 'x.qdpx', '--codebook', 'none'], 2, 'scaling-deep'],
  [['import', 'talks', '--out', 'x.qdpx', '--colour'], 2, 'colour'],
  [['import', 'talks', '--out', 'missing/x.qdpx'], 1, 'the folder is not there'],
  [['inspect', 'nowhere.qdpx', '--json'], 1, '“nowhere.qdpx” could not be opened'],
  [['inspect', 'broken.qdpx', '--json'], 1, '“broken.qdpx”: This project file cannot be opened'],
  [['check', 'talks/a.txt'], 1, 'not a project file'],
  [['export', 'P.qdpx', '--to', 'x.pdf'], 2, '.qdpx .qdc .csv'],
  [['report', 'P.qdpx', '--template', 'poem', '--out', 'x.md'], 2, 'research-summary'],
  [
    ['report', 'P.qdpx', '--template', 'research-summary', '--out', 'x.md', '--audience', 'aliens'],
    2,
    'audience',
  ],
  [['codebook', 'scaling-deep', '--to', 'x.pdf'], 2, '.qdc'],
] as const)('loam %j ends with %i and says why', async (args, exit, words) => {
  const ran = await loam(...args)
  expect(ran.exit).toBe(exit)
  expect(ran.err).toContain(words)
  expect(ran.out === '' || JSON.parse(ran.out).problem.includes(words)).toBe(true)
  expect((await readdir(folder)).filter((name) => name.startsWith('x.') || name.startsWith('.'))).toEqual([])
})

function transcript(name: string, words: string): string {
  return `Interviewer: How did it begin?\n\n${name}: ${words}\n\nInterviewer: And then what happened next?\n\n${name}: Then we went on, slowly, year by year.\n`
}

async function archiveAt(name: string): Promise<Archive> {
  const reading = readProjectFile(await readFile(join(folder, name)))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

/** The project with one coding on Sami's first words; `marks` change the coding. */
function coded(archive: Archive, marks: Readonly<Record<string, unknown>> = {}): Archive {
  const { project, contents } = archive
  const source = [...project.tables.source.values()].find((each) => each.name === 'b')
  const code = [...project.tables.code.values()].find((each) => each.codable !== false)
  const [coder] = project.tables.coder.keys()
  const by = [...project.tables.coder.values()].find((each) => each.id === coder)
  const text = source && contents.get(source.content)?.text
  if (!source || !code || !by || text === undefined) throw new Error('The project lacks what the test needs')
  const newId = counting()
  const making = { newId, at: 0, by: by.id, copy: newId<'copy'>() }
  const start = text.indexOf('=1+1')
  const gesture = applyCode(
    project,
    { source: source.id, text, spans: [{ start, end: text.indexOf('\n', start) }] },
    [code.id],
    making,
  )
  if (!gesture) throw new Error('Nothing was coded')
  const edits = gesture.edits.map((edit) => ({ ...edit, after: { ...edit.after, ...marks } }))
  return { ...archive, ...recordGesture({ ...gesture, edits }, archive, making) }
}
