import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { assignSources } from '../../shared/commands/assignments.ts'
import { addCoder } from '../../shared/commands/coders.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inquiryOf, sourcesInOrder } from '../../shared/model/project.ts'
import { makingAt } from '../change/merge/work-on-copies.ts'
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
