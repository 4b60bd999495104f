import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { column, pdf } from '../support/pdf-fixture.ts'
import { loamIn } from '../support/run-loam.ts'

// Every test starts programs of its own, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let folder = ''
const loam = loamIn(() => folder)
const said = 'We waited for the money by the old weir until the season was gone.'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loam-cli-erase-'))
  await writeFile(
    join(folder, 'talk.txt'),
    `Interviewer: How did it begin?\nZebulon: ${said}\nInterviewer: Go on.\nZebulon: That is all.`,
  )
  await writeFile(
    join(folder, 'other.txt'),
    'Interviewer: And then?\nSami: Zebulon left, and nothing came of it.\nInterviewer: No?\nSami: No.',
  )
  await writeFile(join(folder, 'words.txt'), 'weir\n\nSami\n')
  await loam('import', 'talk.txt', 'other.txt', '--out', 'p.qdpx')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function inside(file: string): Promise<string> {
  const entries = unzipSync(new Uint8Array(await readFile(join(folder, file))))
  return Object.entries(entries)
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n')
}

test('a participant is erased with their names, and their file does not come in again', async () => {
  const preview = await loam('erase', 'p.qdpx', '--participant', 'Zebulon', '--preview', '--json')
  expect(JSON.parse(preview.out)).toMatchObject({
    sources: { gone: 1, of: 2 },
    participants: { gone: 1, of: 2 },
  })
  const ran = await loam('erase', 'p.qdpx', '--participant', 'Zebulon', '--out', 'q.qdpx')
  expect(ran).toMatchObject({ exit: 0 })
  expect(await inside('p.qdpx')).toContain('Zebulon')
  const after = await inside('q.qdpx')
  expect(['Zebulon', 'old weir'].filter((each) => after.includes(each))).toEqual([])
  expect(after).toContain('[name] left')
  await loam('import', 'other.txt', '--out', 'q.qdpx', '--add')
  expect(await inside('q.qdpx')).not.toContain('Zebulon')
  expect(await loam('check', 'q.qdpx')).toMatchObject({ exit: 0 })
})

test('words come from a file, and merging an older copy does not bring them back', async () => {
  expect(
    await loam('erase', 'p.qdpx', '--words', 'words.txt', '--in-place', '…', '--out', 'w.qdpx'),
  ).toMatchObject({ exit: 0 })
  expect(
    await loam('merge', 'p.qdpx', 'w.qdpx', 'p.qdpx', '--out', 'm.qdpx', '--prefer', 'theirs'),
  ).toMatchObject({ exit: 0 })
  expect(
    await loam('merge', 'p.qdpx', 'p.qdpx', 'w.qdpx', '--out', 'n.qdpx', '--prefer', 'mine'),
  ).toMatchObject({ exit: 0 })
  for (const file of ['w.qdpx', 'm.qdpx', 'n.qdpx']) expect(await inside(file)).not.toMatch(/weir|Sami/i)
})

test('what cannot be understood is said, and nothing is written', async () => {
  expect(await loam('erase', 'p.qdpx', '--out', 'x.qdpx')).toMatchObject({ exit: 2 })
  expect(await loam('erase', 'p.qdpx', '--participant', 'Nobody', '--out', 'x.qdpx')).toMatchObject({
    exit: 1,
  })
  expect(await loam('erase', 'p.qdpx', '--source', 'talk')).toMatchObject({ exit: 2 })
})

test('files in which names cannot be looked for go with the names, or stay and are counted', async () => {
  const page = { words: column(['The harbour was closed all winter, and nobody came to the door.']) }
  await writeFile(join(folder, 'paper.pdf'), pdf({ pages: [page] }))
  await loam('import', 'other.txt', 'paper.pdf', '--out', 'f.qdpx')
  const erased = (...more: string[]) => loam('erase', 'f.qdpx', '--words', 'words.txt', '--json', ...more)
  const gone = JSON.parse((await erased('--out', 'g.qdpx')).out)
  expect(gone).toMatchObject({ filesUnread: 1, originals: { gone: 2, of: 2 } })
  expect(JSON.stringify(gone)).not.toContain('paper')
  expect(await inside('g.qdpx')).not.toContain('%PDF')
  const kept = JSON.parse((await erased('--keep-unread', '--out', 'k.qdpx')).out)
  expect(kept).toMatchObject({ filesUnread: 1, originals: { gone: 1, of: 2 } })
  expect(await inside('k.qdpx')).toContain('%PDF')
})

test('names are found in a file as Windows writes it, and what stands nowhere is said', async () => {
  await writeFile(join(folder, 'wide.txt'), '\ufeffSami\r\n', 'utf16le')
  const found = await loam('erase', 'p.qdpx', '--words', 'wide.txt', '--preview', '--json')
  expect(JSON.parse(found.out).places).toBeGreaterThan(0)
  expect(found.err).not.toContain('Nothing was found')
  await writeFile(join(folder, 'nobody.txt'), 'Zzyzx\n')
  const nobody = await loam('erase', 'p.qdpx', '--words', 'nobody.txt', '--preview')
  expect(nobody).toMatchObject({ exit: 0, err: expect.stringContaining('Nothing was found') })
  expect(nobody.out + nobody.err).not.toContain('Zzyzx')
})
