import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { agreementCommand } from '../../electron/cli/agreement-command.ts'
import type { CommandResult } from '../../electron/cli/command.ts'
import { openProject } from '../../electron/cli/open-project.ts'
import { coefficientNames } from '../../shared/analysis/agreement/all-coefficients.ts'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { startRound } from '../../shared/commands/start-round.ts'
import { projectFileEntries } from '../../shared/exchange/project-file.ts'
import { makingBy } from '../support/expect-change.ts'
import { loamIn } from '../support/run-loam.ts'

// One test starts a program of its own, which takes a while on a busy machine; the sample is opened many times.
vi.setConfig({ testTimeout: 60_000 })

const sample = join(import.meta.dirname, '../../sample-data/sample.qdpx')
const coders = ['--coders', 'HR,TM']
let folder = ''
const loam = loamIn(() => folder)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-agreement-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('data of each kind print every coefficient by its name, a number or null with the reason beside it', async () => {
  const table = await agreed({
    table: [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ],
  })
  expect(table).toMatchObject({
    percentAgreement: 0.7,
    cohenKappa: expect.closeTo(0.491525, 6),
    uAlpha: null,
  })
  const ratings = await agreed({ ratings: { A: [1, 2, 2, null], B: [1, 2, 1, 3] }, level: 'interval' })
  expect(ratings).toMatchObject({ krippendorffAlpha: expect.closeTo(0.444444, 6), uAlphaBinary: null })
  const counts = await agreed({
    counts: [
      [3, 0],
      [1, 2],
      [0, 3],
    ],
  })
  expect(counts).toMatchObject({ fleissKappa: expect.closeTo(0.55, 6), cohenKappa: null, scottPi: null })
  const spans = await agreed({
    length: 60,
    spans: {
      Alex: [
        [0, 7, '1'],
        [9, 12, '2'],
      ],
      Kim: [
        [0, 7, '1'],
        [9, 12, '1'],
      ],
    },
  })
  expect(spans).toMatchObject({ uAlphaBinary: 1, percentAgreement: null })
  for (const document of [table, ratings, counts, spans]) {
    expect(Object.keys(document)).toEqual([...coefficientNames, 'undefined'])
    const undefinedOnes = coefficientNames.filter((name) => document[name] === null)
    expect(Object.keys(document.undefined)).toEqual(undefinedOnes)
    for (const reason of Object.values(document.undefined)) expect(reason).toMatch(/^[A-Z].*\.$/)
  }
})

test('data in one category are undefined in words, never 1 or 0', async () => {
  const document = await agreed({ ratings: { A: [1, 1, 1], B: [1, 1, 1] }, level: 'nominal' })
  expect(document).toMatchObject({
    percentAgreement: 1,
    krippendorffAlpha: null,
    cohenKappa: null,
    gwetAC1: null,
  })
  expect(document.undefined.krippendorffAlpha).toContain('Every rating is the same')
})

test('data that cannot be used end with one sentence that says what and where', async () => {
  const problems: readonly (readonly [data: unknown, words: string])[] = [
    [{ table: [[1, 2], [3]] }, 'row 2 should have as many columns'],
    [
      {
        table: [
          [1, -2],
          [3, 1],
        ],
      },
      'Row 1 of “table”',
    ],
    [{ table: [] }, 'should be a list of rows'],
    [{ counts: [[1, 2], [3]] }, 'Row 2 of the counts has 1 category'],
    [{ ratings: { A: [1, 2], B: [1] } }, '“B” has 1 rating, and “A” has 2'],
    [
      { ratings: { A: [1, 'x'], B: [1, 2] }, level: 'interval' },
      'Rating 2 of “A” should be a number or null',
    ],
    [{ ratings: { A: [1, -1], B: [1, 2] }, level: 'ratio' }, 'a number from 0, or null'],
    [{ ratings: { A: [1] } }, 'at least two raters'],
    [{ ratings: { A: [1], B: [1] }, level: 'decimal' }, '“level” should be one of'],
    [{ length: 10, spans: { A: [[0, 11, 'x']], B: [] } }, 'Span 1 of “A”'],
    [{ length: 0, spans: { A: [], B: [] } }, '“length” should be'],
    [{ table: [[1]], counts: [[1]] }, 'should hold one of'],
    [[1, 2], 'should hold one of'],
  ]
  for (const [data, words] of problems) {
    const ran = await ofData(JSON.stringify(data))
    expect(ran).toMatchObject({ exit: 1, messages: [expect.stringContaining(words)] })
  }
  expect(await ofData('{"table": [[1')).toMatchObject({ exit: 1, messages: ['“data.json” is not JSON.'] })
  expect(await agreementCommand.run(['--data', join(folder, 'nowhere.json')])).toMatchObject({ exit: 1 })
})

test('the sample’s two coders are compared code by code, with what the numbers rest on', async () => {
  const ran = await agreementCommand.run([sample, ...coders, '--json'])
  expect(ran).toMatchObject({
    exit: 0,
    json: { coders: [{ initials: 'HR' }, { initials: 'TM' }], unit: 'turns', uncoded: 'counted' },
  })
  const { json } = ran
  expect(json).toMatchObject({
    krippendorffAlpha: expect.any(Number),
    basis: [
      expect.stringMatching(/^\d+ turns .* of \d+ sources, labels left out/),
      expect.stringContaining('% of the text'),
    ],
    undefined: { uAlpha: expect.stringContaining('overlap') },
    readings: [{ of: 'krippendorffAlpha', source: 'Krippendorff 2004' }, { source: 'Landis & Koch 1977' }],
  })
  expect(ran.text).toContain('Agreement of Hanneke Roos (HR) and Teo Marchetti (TM)')
  expect(ran.text).toMatch(/\nMetrics +\d+ +\d+ +\d+ of \d+ +0\.\d{3} .*\d\.\d %/)
})

test('coders are found by name as well, and codes, sources and units can be chosen', async () => {
  const names = [
    '--coders',
    'teo marchetti',
    '--coders',
    'Hanneke Roos',
    '--codes',
    'Metrics',
    '--codes',
    'Funding,Hubs',
  ]
  const ran = await agreementCommand.run([sample, ...names, '--unit', 'characters', '--disagreements'])
  expect(ran).toMatchObject({
    exit: 0,
    json: {
      coders: [{ initials: 'TM' }, { initials: 'HR' }],
      unit: 'characters',
      codes: expect.arrayContaining([expect.objectContaining({ code: 'Metrics' })]),
      disagreements: expect.arrayContaining([expect.objectContaining({ by: ['HR'], notBy: ['TM'] })]),
    },
  })
  expect(ran.json).toHaveProperty('codes.length', 3)
})

test('rounds are listed, and one is compared by its name with the wish it keeps', async () => {
  const reading = await openProject(sample)
  if (!reading.ok) throw new Error(reading.problem)
  const { archive } = reading
  const people = [...archive.project.tables.coder.values()].map(({ id }) => id)
  const started = startRound(
    archive.project,
    {
      name: 'Pilot',
      coders: people,
      codebook: { freezeAs: 'First' },
      unit: 'characters',
      uncoded: 'left out',
      blank: 'not read',
    },
    makingBy(archive.project.tables.coder.values().next().value?.id ?? noCoder()),
  )
  const applied = started.ok ? applyEdits(archive.project, started.gesture.edits) : null
  if (!applied?.ok) throw new Error('The round could not be begun')
  const path = join(folder, 'with a round.qdpx')
  const whole = { ...archive, project: applied.project, changes: [] }
  const files: Record<string, Uint8Array> = {}
  for (const [name, bytes] of projectFileEntries(whole, { at: 0 })) files[name] = bytes
  await writeFile(path, zipSync(files))
  const listed = await agreementCommand.run([path, '--rounds'])
  expect(listed).toMatchObject({
    exit: 0,
    text: 'Pilot: HR, TM; characters; not compared yet',
    json: { rounds: [{ name: 'Pilot', codes: null, codebook: 'First', compared: null }] },
  })
  const named = await agreementCommand.run([path, '--round', 'pilot'])
  const asked = await agreementCommand.run([path, ...coders, '--unit', 'characters', '--leave-out-uncoded'])
  expect(named).toMatchObject({ exit: 0 })
  expect(named.json).toEqual(asked.json)
  expect(await agreementCommand.run([path, '--round', 'Other'])).toMatchObject({
    exit: 2,
    messages: ['There is no round “Other”. There is: “Pilot”.'],
  })
})

function noCoder(): never {
  throw new Error('Nobody codes')
}

test('wrong usage is told from input that cannot be used', async () => {
  const problem = async (...args: readonly string[]) => {
    const { exit, messages = [] } = await agreementCommand.run(args)
    return [exit, messages.join(' ')]
  }
  expect(await problem()).toEqual([2, 'Name one project file, or --data FILE.json.'])
  expect(await problem(sample)).toEqual([2, 'Say whom to compare: --coders A,B or --round NAME'])
  expect(await problem(sample, '--round', 'Pilot')).toEqual([2, 'There is no round “Pilot”.'])
  expect(await problem(sample, '--round', 'Pilot', ...coders)).toEqual([
    2,
    'A round says itself what it compares: leave out --coders.',
  ])
  expect(await problem(sample, '--coders', 'HR')).toEqual([2, 'Name at least two coders: --coders A,B'])
  expect(await problem(sample, '--coders', 'HR,Nobody')).toEqual([
    2,
    'There is no coder “Nobody”. There is: Hanneke Roos (HR), Teo Marchetti (TM).',
  ])
  expect(await problem(sample, ...coders, '--codes', 'No such')).toEqual([2, 'There is no code “No such”.'])
  expect(await problem(sample, ...coders, '--unit', 'words')).toEqual([
    2,
    'A unit is one of turns, characters, passages.',
  ])
  expect(await problem(sample, ...coders, '--data', 'x.json')).toMatchObject([
    2,
    expect.stringContaining('either'),
  ])
  expect(await problem(join(folder, 'nowhere.qdpx'), ...coders)).toMatchObject([1, expect.any(String)])
  for (const line of agreementCommand.help.split('\n')) expect(line.length).toBeLessThanOrEqual(120)
})

test('with --json standard output is one JSON document and nothing else', async () => {
  await writeFile(
    join(folder, 'data.json'),
    JSON.stringify({
      table: [
        [5, 0],
        [1, 4],
      ],
    }),
  )
  const ran = await loam('agreement', '--data', 'data.json', '--json')
  expect(ran).toMatchObject({ exit: 0, err: '' })
  expect(JSON.parse(ran.out)).toMatchObject({ percentAgreement: 0.9, cohenKappa: expect.closeTo(0.8, 6) })
  await writeFile(join(folder, 'data.json'), 'no')
  expect(await loam('agreement', '--data', 'data.json')).toMatchObject({
    exit: 1,
    out: '',
    err: '“data.json” is not JSON.\n',
  })
})

interface Printed extends Readonly<Record<string, unknown>> {
  readonly undefined: Readonly<Record<string, string>>
}

async function agreed(data: unknown): Promise<Printed> {
  const { exit, json, text, messages = [] } = await ofData(JSON.stringify(data))
  if (exit !== 0) throw new Error(messages.join(' '))
  expect(text?.split('\n')).toHaveLength(coefficientNames.length)
  return JSON.parse(JSON.stringify(json))
}

async function ofData(text: string): Promise<CommandResult> {
  const path = join(folder, 'data.json')
  await writeFile(path, text)
  return agreementCommand.run(['--data', path])
}
