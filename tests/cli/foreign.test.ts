import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCommand } from '../../electron/cli/check-command.ts'
import { exportCommand } from '../../electron/cli/export-command.ts'
import { importCommand } from '../../electron/cli/import-command.ts'
import { inspectCommand } from '../../electron/cli/inspect-command.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { archiveOf } from '../exchange/arbitrary-archive.ts'
import { codebook, el, guid, passage, project, qdpx, text } from '../support/refi-fixture.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-foreign-'))
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Talk' },
    text('PlainTextContent', 'We had no money'),
    passage(7, 15, ['Funding']),
  )
  const links = el('Links', {}, el('Link', { guid: guid('l'), originGUID: guid('x'), targetGUID: guid('y') }))
  await writeFile(
    at('other.qdpx'),
    qdpx(project('MAXQDA 24', [codebook('Funding'), el('Sources', {}, source), links])),
  )
  const codes = el('Codes', {}, el('Code', { guid: guid('Trust'), name: 'Trust', isCodable: 'true' }))
  const set = el(
    'Sets',
    {},
    el('Set', { guid: guid('set'), name: 'Warm' }, el('MemberCode', { guid: guid('Trust') })),
  )
  await writeFile(
    at('book.qdc'),
    el('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1:0', origin: 'Dedoose' }, codes, set),
  )
  await writeFile(at('talk.txt'), 'Noor: we waited for spring.\nIlse: so did we.')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function projectAt(name: string) {
  const reading = readProjectFile(new Uint8Array(await readFile(at(name))))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive.project
}

test('another tool’s project, a codebook and a transcript come in together, with a receipt', async () => {
  const ran = await importCommand.run([
    at('other.qdpx'),
    at('book.qdc'),
    at('talk.txt'),
    '--out',
    at('P.qdpx'),
    '--json',
  ])
  expect(ran.exit).toBe(0)
  expect(ran.json).toMatchObject({ codings: 1, receipt: { origin: 'MAXQDA 24' } })
  expect(ran.text).toContain('coded segments: 1 of 1')
  expect(ran.text).toContain('Warm — Trust')
  expect(ran.text).toContain('links: 0 of 1')
  expect(ran.text?.match(/Loam has no links/g)).toHaveLength(1)
  expect(ran.messages?.join(' ')).not.toMatch(/links|Read from/)
  const { tables } = await projectAt('P.qdpx')
  expect([...tables.code.values()].map(({ name, from }) => [name, from])).toEqual([
    ['Funding', undefined],
    ['Trust', 'Dedoose'],
  ])
  expect(tables.source.size).toBe(2)
  expect((await checkCommand.run([at('P.qdpx')])).exit).toBe(0)
})

test('a codebook added twice adds nothing the second time', async () => {
  await importCommand.run([at('talk.txt'), '--out', at('Q.qdpx')])
  for (const _ of ['first', 'second'])
    expect((await importCommand.run([at('book.qdc'), '--out', at('Q.qdpx'), '--add'])).exit).toBe(0)
  expect((await projectAt('Q.qdpx')).tables.code.size).toBe(1)
})

test('check and inspect read another tool’s project as it is', async () => {
  const checked = await checkCommand.run([at('other.qdpx'), '--json'])
  expect(checked).toMatchObject({ exit: 0, json: { broken: [], receipt: { origin: 'MAXQDA 24' } } })
  expect((await inspectCommand.run([at('other.qdpx'), '--json'])).json).toMatchObject({
    codes: 1,
    codings: 1,
    receipt: {},
  })
})

test('what is no codebook, two projects at once, and a project into a project are refused with a sentence', async () => {
  await writeFile(at('page.qdc'), '<html><body/></html>')
  const page = await importCommand.run([at('page.qdc'), '--out', at('R.qdpx')])
  expect([page.exit, page.messages?.join(' ')]).toEqual([1, expect.stringContaining('no codebook')])
  const two = await importCommand.run([at('other.qdpx'), at('P.qdpx'), '--out', at('R.qdpx')])
  expect([two.exit, two.messages?.join(' ')]).toEqual([1, expect.stringContaining('One project')])
})

test('a copy for other tools goes without the words of those who withdrew, unless somebody asks for them', async () => {
  const archive = archiveOf({
    words: ['Common Ground', 'AB', 'Slow work', 'Noor', 'Real Name', 'A memo', 'What I saw', 'a note'],
    sources: [{ lines: ['I plant trees', 'an unknown voice'], labels: 'inside' }],
    codes: ['Time'],
    codings: [[0, 8, 5, 0, false]],
    allowed: { consent: 'withdrawn' },
  })
  await writeFile(at('whole.qdpx'), writeProjectFile(archive, { at: 1 }))
  const ran = await exportCommand.run([at('whole.qdpx'), '--to', at('safe.qdpx'), '--standard-only'])
  expect(ran.messages?.join(' ')).toContain('blacked out in “Source 0”')
  expect((await projectAt('safe.qdpx')).codings.size).toBe(0)
  await exportCommand.run([at('whole.qdpx'), '--to', at('all.qdpx'), '--standard-only', '--with-withdrawn'])
  expect((await projectAt('all.qdpx')).codings.size).toBe(1)
})
