import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codebookCommand } from '../../electron/cli/codebook-command.ts'
import { exportCommand } from '../../electron/cli/export-command.ts'
import { importCommand } from '../../electron/cli/import-command.ts'
import { packProject } from '../../electron/cli/pack-project.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { changeCode } from '../../shared/commands/change-code.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inOrder } from '../../shared/model/project.ts'
import { counting } from '../exchange/arbitrary-archive.ts'

let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-codebook-'))
  await writeFile(at('talk.txt'), 'Noor: we waited for spring.\nIlse: so did we.')
  await writeFile(
    at('team.csv'),
    'Code,Parent,Definition\nBarriers,,What stands in the way\nFunding,Barriers,No money\nTrust,,\n',
  )
  await importCommand.run([at('talk.txt'), '--out', at('P.qdpx'), '--codebook', at('team.csv')])
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function archiveAt(name: string): Promise<Archive> {
  const reading = readProjectFile(new Uint8Array(await readFile(at(name))))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

async function codesIn(name: string): Promise<readonly (readonly [string, string | undefined])[]> {
  const { project } = await archiveAt(name)
  return inOrder(project.tables.code).map(({ name: called, definition }) => [called, definition])
}

/** Changes the definition of a code in a project's file, as somebody at work would. */
async function define(file: string, name: string, definition: string): Promise<void> {
  const archive = await archiveAt(file)
  const code = [...archive.project.tables.code.values()].find((each) => each.name === name)
  const [by] = [...archive.project.tables.coder.values()]
  if (!code || !by) throw new Error('The project lacks what the test needs')
  const newId = counting()
  const gesture = changeCode(archive.project, code.id, { definition })
  if (!gesture) throw new Error('Nothing to change')
  const recorded = recordGesture(gesture, archive, { newId, at: 5, by: by.id, copy: newId<'copy'>() })
  await writeFile(at(file), await packProject({ ...archive, ...recorded }))
}

test('a new project begins with the codebook of a file', async () => {
  expect(await codesIn('P.qdpx')).toEqual([
    ['Barriers', 'What stands in the way'],
    ['Funding', 'No money'],
    ['Trust', undefined],
  ])
})

test('a file exported from the project and changed by somebody is compared from the state it is of', async () => {
  await writeFile(at('Q.qdpx'), await readFile(at('P.qdpx')))
  expect((await exportCommand.run([at('Q.qdpx'), '--to', at('book.json'), '--codebook'])).exit).toBe(0)
  const book = JSON.parse(await readFile(at('book.json'), 'utf8'))
  book.codes[1].definition = 'No money in the first year'
  book.codes.push({ name: 'Time' })
  await writeFile(at('book.json'), JSON.stringify(book))
  await define('Q.qdpx', 'Trust', 'Believing one another')
  const ran = await codebookCommand.run([at('Q.qdpx'), '--compare', at('book.json'), '--json'])
  expect(ran).toMatchObject({
    exit: 0,
    json: {
      codes: 4,
      from: 'the state the file says it is of',
      outcomes: { changed: 1, mine: 1, new: 1, same: 1 },
    },
  })
  const taken = await codebookCommand.run([
    at('Q.qdpx'),
    '--apply',
    at('book.json'),
    '--out',
    at('R.qdpx'),
    '--json',
  ])
  expect(taken).toMatchObject({ exit: 0, json: { applied: 2 } })
  expect(await codesIn('R.qdpx')).toEqual([
    ['Barriers', 'What stands in the way'],
    ['Funding', 'No money in the first year'],
    ['Trust', 'Believing one another'],
    ['Time', undefined],
  ])
})

test('what both changed is listed, and nothing is written until somebody says whose stands', async () => {
  await define('Q.qdpx', 'Funding', 'Mine')
  const args = [at('Q.qdpx'), '--apply', at('book.json'), '--out', at('S.qdpx')]
  const ran = await codebookCommand.run(args)
  expect(ran.exit).toBe(1)
  expect(ran.messages?.join(' ')).toContain('1 code was changed on both sides')
  expect(ran.text).toContain('Barriers › Funding: changed on both sides (definition (both))')
  await expect(readFile(at('S.qdpx'))).rejects.toThrow()
  for (const [prefer, definition] of [
    ['mine', 'Mine'],
    ['theirs', 'No money in the first year'],
  ] as const) {
    expect((await codebookCommand.run([...args, '--prefer', prefer])).exit).toBe(0)
    expect((await codesIn('S.qdpx')).find(([name]) => name === 'Funding')).toEqual(['Funding', definition])
  }
})

test('what cannot be compared is said in a sentence', async () => {
  await writeFile(at('no.csv'), 'Pseudonym,Region\nNoor,Delta\n')
  const said = async (...args: readonly string[]) => {
    const { exit, messages = [] } = await codebookCommand.run(args)
    return [exit, messages.join(' ')]
  }
  expect(await said(at('P.qdpx'), '--compare', at('no.csv'))).toEqual([
    1,
    expect.stringContaining('names codes'),
  ])
  expect(await said(at('P.qdpx'), '--compare', at('gone.csv'))).toEqual([
    1,
    expect.stringContaining('gone.csv'),
  ])
  expect(await said(at('P.qdpx'), '--apply', at('team.csv'))).toEqual([2, expect.stringContaining('--out')])
  expect(await said(at('P.qdpx'), '--compare', at('team.csv'), '--base', 'May')).toEqual([
    2,
    expect.stringContaining('no version'),
  ])
  expect(await said('--compare', at('team.csv'))).toEqual([2, expect.stringContaining('Name one project')])
})

test('what a kind of file does not hold of a codebook is said beside the file', async () => {
  const page = await codebookCommand.run(['scaling-deep', '--to', at('deep.md')])
  expect([page.exit, page.messages?.join(' ')]).toEqual([0, expect.stringContaining('cannot be brought in')])
  const exported = await exportCommand.run([at('P.qdpx'), '--to', at('P.qdc')])
  expect(exported.messages?.join(' ')).toContain('as one text')
  const whole = await exportCommand.run([at('P.qdpx'), '--to', at('P.json'), '--codebook'])
  expect([whole.exit, whole.messages]).toEqual([0, []])
})
