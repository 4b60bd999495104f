import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { assignSources } from '../../shared/commands/assignments.ts'
import { addCoder } from '../../shared/commands/coders.ts'
import { startRound } from '../../shared/commands/start-round.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inquiryOf, sourcesInOrder } from '../../shared/model/project.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { loamIn } from '../support/run-loam.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)
const ada = makingAt('Ada')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-packet-'))
  await writeFile(join(folder, 'One.txt'), 'Noor: We waited for the money.')
  await writeFile(join(folder, 'Two.txt'), 'Sami: Nothing came of it for years.')
  await loam('import', 'One.txt', 'Two.txt', '--out', 'p.qdpx', '--codebook', 'scaling-deep')
  const archive = await opened('p.qdpx')
  const added = addCoder(archive.project, { name: 'Bea Kern' }, ada)
  if (!added) throw new Error('Nobody was added')
  const team = worked(archive, added.gesture)
  const [, second] = sourcesInOrder(team.project)
  const assigned = assignSources(team.project, second ? [{ source: second.id, coders: [added.id] }] : [], ada)
  await saved('p.qdpx', worked(team, assigned))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a packet holds what is assigned, is coded, and merges back without taking anything away', async () => {
  const made = await loam('packet', 'p.qdpx', '--coder', 'bk', '--blind', '--out', 'b.qdpx', '--json')
  expect(made).toMatchObject({ exit: 0 })
  expect(JSON.parse(made.out)).toMatchObject({ coder: 'Bea Kern', blind: true, sources: ['Two'], of: 2 })
  const packet = await opened('b.qdpx')
  expect(inquiryOf(packet.project).packet).toMatchObject({ blind: true })
  const [source] = sourcesInOrder(packet.project)
  const [code] = [...packet.project.tables.code.values()].filter((each) => each.codable !== false)
  const [coder] = packet.project.tables.coder.values()
  if (!source || !code || !coder) throw new Error('The packet is empty')
  const text = packet.contents.get(source.content)?.text ?? ''
  const ben = { ...makingAt('Bea'), by: coder.id }
  const passages = { source: source.id, text, spans: [{ start: 6, end: 20 }] }
  await saved('b.qdpx', worked(packet, applyCode(packet.project, passages, [code.id], ben), ben))
  const merged = await loam('merge', 'p.qdpx', 'p.qdpx', 'b.qdpx', '--out', 'm.qdpx', '--json')
  expect(JSON.parse(merged.out)).toMatchObject({ conflicts: [], sources: 2, codings: 1 })
  expect(inquiryOf((await opened('m.qdpx')).project).packet).toBeUndefined()
})

test('sources are named one by one; what is not there is said, and nothing is written', async () => {
  const named = await loam(
    'packet',
    'p.qdpx',
    '--coder',
    'Bea Kern',
    '--sources',
    'one, Two',
    '--out',
    'n.qdpx',
    '--json',
  )
  expect(JSON.parse(named.out)).toMatchObject({ sources: ['One', 'Two'], blind: false })
  const wrong = await loam('packet', 'p.qdpx', '--coder', 'Bea Kern', '--sources', 'Three', '--out', 'x.qdpx')
  expect(wrong).toMatchObject({ exit: 1 })
  expect(wrong.err).toContain('There is no source “Three”.')
  const nobody = await loam('packet', 'p.qdpx', '--coder', 'Zed', '--out', 'x.qdpx')
  expect(nobody).toMatchObject({ exit: 1 })
  expect(await loam('packet', 'p.qdpx', '--out', 'x.qdpx')).toMatchObject({ exit: 2 })
  await expect(stat(join(folder, 'x.qdpx'))).rejects.toThrow()
})

test('handing out is recorded where that is asked for, and a packet that comes back says so there', async () => {
  const plain = await loam('packet', 'p.qdpx', '--coder', 'BK', '--out', 'plain.qdpx', '--json')
  expect(JSON.parse(plain.out)).not.toHaveProperty('recorded')
  const before = await opened('p.qdpx')
  const ran = await loam(
    'packet',
    'p.qdpx',
    '--coder',
    'BK',
    '--out',
    'o.qdpx',
    '--record',
    'q.qdpx',
    '--json',
  )
  expect(JSON.parse(ran.out)).toMatchObject({ recorded: 'q.qdpx', sources: ['Two'] })
  expect((await opened('p.qdpx')).project).toEqual(before.project)
  expect(outIn(await opened('q.qdpx'))).toEqual([{ source: 'Two', isOut: true }])
  await loam('merge', 'q.qdpx', 'q.qdpx', 'o.qdpx', '--out', 'home.qdpx')
  expect(outIn(await opened('home.qdpx'))).toEqual([{ source: 'Two', isOut: false }])
})

test('a packet for a round holds its sample and is assigned for it; whoever is not in the round gets none', async () => {
  const archive = await opened('p.qdpx')
  const [one] = sourcesInOrder(archive.project)
  const [first, bea] = archive.project.tables.coder.values()
  if (!one || !first || !bea) throw new Error('There is no team')
  const begun = startRound(
    archive.project,
    {
      name: 'Pilot',
      coders: [first.id, bea.id],
      sources: [one.id],
      unit: 'turns',
      uncoded: 'counted',
      blank: 'not read',
      codebook: { freezeAs: '1' },
    },
    ada,
  )
  if (!begun.ok) throw new Error(begun.problem)
  const cleo = addCoder(archive.project, { name: 'Cleo Ray' }, ada)
  await saved('r.qdpx', worked(worked(archive, begun.gesture), cleo?.gesture ?? null))
  const round = ['--round', 'pilot', '--out', 'rb.qdpx']
  const ran = await loam('packet', 'r.qdpx', '--coder', 'BK', ...round, '--record', 'r.qdpx', '--json')
  expect(JSON.parse(ran.out)).toMatchObject({ round: 'Pilot', sources: ['One'], recorded: 'r.qdpx' })
  expect(inquiryOf((await opened('rb.qdpx')).project).packet).toMatchObject({ round: begun.round.id })
  const home = await opened('r.qdpx')
  expect([...home.project.tables.assignment.values()]).toContainEqual(
    expect.objectContaining({ source: one.id, coder: bea.id, round: begun.round.id }),
  )
  const outside = await loam('packet', 'r.qdpx', '--coder', 'CR', ...round)
  expect(outside).toMatchObject({
    exit: 1,
    err: expect.stringContaining('does not code in the round “Pilot”'),
  })
  const both = await loam('packet', 'r.qdpx', '--coder', 'BK', '--sources', 'One', ...round)
  expect(both).toMatchObject({ exit: 2 })
})

test('a packet never takes the place of the project that it is made from', async () => {
  const before = await readFile(join(folder, 'p.qdpx'))
  for (const more of [
    ['--out', './p.qdpx'],
    ['--out', 'x.qdpx', '--record', 'x.qdpx'],
  ])
    expect(await loam('packet', 'p.qdpx', '--coder', 'BK', ...more)).toMatchObject({ exit: 2 })
  expect((await readFile(join(folder, 'p.qdpx'))).equals(before)).toBe(true)
})

/** Which sources were handed out, and whether they are out still. */
function outIn({ project }: Archive): readonly { readonly source: string; readonly isOut: boolean }[] {
  return [...project.tables.assignment.values()].flatMap(({ source, handedOutAt, cameBackAt }) =>
    handedOutAt === undefined
      ? []
      : [{ source: project.tables.source.get(source)?.name ?? '', isOut: cameBackAt === undefined }],
  )
}

function worked(
  archive: Archive,
  gesture: Parameters<typeof recordGesture>[0] | null,
  making = ada,
): Archive {
  if (!gesture) throw new Error('There was nothing to do')
  return { ...archive, ...recordGesture(gesture, archive, making) }
}

async function opened(name: string): Promise<Archive> {
  const read = readProjectFile(new Uint8Array(await readFile(join(folder, name))))
  if (!read.ok) throw new Error(read.problem)
  return read.archive
}

function saved(name: string, archive: Archive): Promise<void> {
  return writeFile(join(folder, name), writeProjectFile(archive, { at: 1_750_000_000_000 }))
}
