import { mkdir, readdir, readFile, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openBackupPlaces } from '../../electron/backups.ts'
import {
  bridgeHandlers,
  type FilesToChoose,
  type PlaceToChoose,
  type WindowSide,
} from '../../electron/bridge-handlers.ts'
import { openRecentFiles } from '../../electron/recent-files.ts'
import { bytesOf, temporaryFolder } from './temporary-folder.ts'

/** A desk with a folder of the test's own, whose person chooses what the test says. */
async function desk(chooses: { readonly open?: readonly string[]; readonly save?: string } = {}) {
  const folder = await temporaryFolder()
  const kept = await temporaryFolder()
  const settings = join(kept, 'recent-files.json')
  const asked: { open?: FilesToChoose; save?: PlaceToChoose } = {}
  const side: WindowSide = {
    async chooseFiles(wanted) {
      asked.open = wanted
      return (chooses.open ?? []).map((name) => join(folder, name))
    },
    async choosePlace(wanted) {
      asked.save = wanted
      return chooses.save === undefined ? null : join(folder, chooses.save)
    },
    print: async () => bytesOf('%PDF-1.7'),
  }
  const start = async () =>
    bridgeHandlers(
      side,
      await openRecentFiles(settings),
      await openRecentFiles(join(kept, 'recordings.json')),
      await openBackupPlaces(kept, async () => true),
    )
  return { folder, asked, start, ask: await start() }
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const wanted = { title: 'Import transcripts', endings: ['txt', 'docx'], several: true }
const report = {
  suggestedName: 'Report.docx',
  title: 'Export report',
  bytes: bytesOf('words'),
  mediaType: 'x/y',
}

test('chosen files come with names and bytes, transcripts without a way to write them', async () => {
  const { folder, asked, ask } = await desk({ open: ['P01.txt', 'P02.txt'] })
  await writeFile(join(folder, 'P01.txt'), 'Noor: hello')
  await writeFile(join(folder, 'P02.txt'), 'Ilse: hello')
  const files = await ask.openFiles(wanted)
  expect(files.map((file) => [file.name, text(file.bytes), file.handle])).toEqual([
    ['P01.txt', 'Noor: hello', null],
    ['P02.txt', 'Ilse: hello', null],
  ])
  expect(asked.open).toMatchObject({ kind: 'files', title: 'Import transcripts' })
  expect(asked.open?.filters[0]?.extensions).toEqual(['txt', 'docx'])
})

test('listed files are read one by one when asked for, by handles that hold for this window only', async () => {
  const { folder, ask, start } = await desk({ open: ['P01.txt', 'P02.txt', 'gone.txt'] })
  await writeFile(join(folder, 'P01.txt'), 'Noor: hello')
  await writeFile(join(folder, 'P02.txt'), 'Ilse: hello')
  const listed = await ask.listFiles(wanted)
  expect(listed.map((file) => file.name)).toEqual(['P01.txt', 'P02.txt', 'gone.txt'])
  expect(JSON.stringify(listed)).not.toContain(folder)
  const [first, second, gone] = listed
  expect(text((await ask.readListed(second?.handle)).bytes)).toBe('Ilse: hello')
  expect(text((await ask.readListed(first?.handle)).bytes)).toBe('Noor: hello')
  expect((await ask.readListed(gone?.handle)).problem).toContain('is not there')
  const another = await (await start()).readListed(first?.handle)
  expect([another.bytes.length, another.problem]).toEqual([0, expect.stringContaining('choose it again')])
})

test('a folder gives its files and those of its folders, without hidden ones and links', async () => {
  const { folder, asked, ask } = await desk({ open: ['wave 1'] })
  await mkdir(join(folder, 'wave 1', 'group', '.git'), { recursive: true })
  await writeFile(join(folder, 'outside.txt'), 'x')
  await writeFile(join(folder, 'wave 1', 'b.TXT'), 'x')
  await writeFile(join(folder, 'wave 1', 'a.docx'), 'x')
  await writeFile(join(folder, 'wave 1', 'photo.png'), 'x')
  await writeFile(join(folder, 'wave 1', '.hidden.txt'), 'x')
  await writeFile(join(folder, 'wave 1', 'group', 'c.txt'), 'x')
  await writeFile(join(folder, 'wave 1', 'group', '.git', 'd.txt'), 'x')
  await symlink(join(folder, 'outside.txt'), join(folder, 'wave 1', 'link.txt'))
  await symlink(folder, join(folder, 'wave 1', 'round'))
  const files = await ask.openFiles({ ...wanted, folder: true })
  expect(files.map((file) => file.name)).toEqual(['a.docx', 'b.TXT', 'c.txt'])
  expect(asked.open?.kind).toBe('folder')
})

test('a file that cannot be read says why, and the others are still read', async () => {
  const { folder, ask } = await desk({ open: ['gone.txt', 'P01.txt'] })
  await writeFile(join(folder, 'P01.txt'), 'x')
  const [gone, there] = await ask.openFiles(wanted)
  expect(gone).toMatchObject({
    name: 'gone.txt',
    problem: '“gone.txt” could not be opened: it is not there.',
  })
  expect(gone?.bytes).toHaveLength(0)
  expect(there?.problem).toBeUndefined()
})

test('a project file can be written and read again after a restart', async () => {
  const { folder, ask, start } = await desk({ open: ['Ardal.qdpx'] })
  await writeFile(join(folder, 'Ardal.qdpx'), 'old')
  const [file] = await ask.openFiles({ title: 'Open', endings: ['qdpx'], several: false })
  const later = await start()
  expect(await later.saveAgain(file?.handle, bytesOf('new'))).toEqual({ ok: true })
  expect(await readFile(join(folder, 'Ardal.qdpx'), 'utf8')).toBe('new')
  const again = await later.readAgain(file?.handle)
  expect([again?.name, text(again?.bytes), again?.handle]).toEqual(['Ardal.qdpx', 'new', file?.handle])
})

test('a saved file gets the suggested ending and can be saved again', async () => {
  const { folder, asked, ask } = await desk({ save: 'Findings' })
  const saved = await ask.saveAs(report)
  expect(saved).toMatchObject({ ok: true, name: 'Findings.docx' })
  expect(asked.save).toMatchObject({ suggestedName: 'Report.docx', filters: [{ extensions: ['docx'] }] })
  expect(await ask.saveAgain(saved?.ok ? saved.handle : null, bytesOf('more'))).toEqual({ ok: true })
  expect(await readFile(join(folder, 'Findings.docx'), 'utf8')).toBe('more')
})

test('cancelling writes nothing', async () => {
  const { folder, ask } = await desk()
  expect(await ask.openFiles(wanted)).toEqual([])
  expect(await ask.saveAs(report)).toBeNull()
  expect(await ask.printToPdf('Report')).toEqual({ ok: true })
  expect(await readdir(folder)).toEqual([])
})

test('a place that cannot be written is said, with the file’s name', async () => {
  const { ask } = await desk({ save: 'no such folder/Report.docx' })
  expect(await ask.saveAs(report)).toEqual({
    ok: false,
    problem: expect.stringContaining('“Report.docx” was not saved'),
  })
})

test('a handle never given opens nothing and writes nothing', async () => {
  const { folder, ask } = await desk()
  await writeFile(join(folder, 'private.txt'), 'x')
  expect(await ask.readAgain(join(folder, 'private.txt'))).toBeNull()
  expect(await ask.saveAgain(join(folder, 'private.txt'), bytesOf('y'))).toMatchObject({ ok: false })
  expect(await readFile(join(folder, 'private.txt'), 'utf8')).toBe('x')
})

test('a remembered file that is gone reads as none', async () => {
  const { folder, ask } = await desk({ save: 'a.qdpx' })
  const saved = await ask.saveAs({ ...report, suggestedName: 'a.qdpx' })
  await unlink(join(folder, 'a.qdpx'))
  expect(await ask.readAgain(saved?.ok ? saved.handle : null)).toBeNull()
})

test('what the window shows is printed to a PDF file', async () => {
  const { folder, asked, ask } = await desk({ save: 'Report' })
  expect(await ask.printToPdf('Report')).toEqual({ ok: true })
  expect(asked.save?.suggestedName).toBe('Report.pdf')
  expect(await readFile(join(folder, 'Report.pdf'), 'utf8')).toBe('%PDF-1.7')
})

test('a suggested name never names a folder', async () => {
  const { asked, ask } = await desk()
  await ask.saveAs({ ...report, suggestedName: '../../etc/cron: "x".docx' })
  expect(asked.save?.suggestedName).toBe('-..-etc-cron- -x-.docx')
  await ask.saveAs({ ...report, suggestedName: '...' })
  expect(asked.save?.suggestedName).toBe('Untitled')
})

test('what was not agreed is refused', async () => {
  const { ask } = await desk({ save: 'x' })
  await expect(ask.openFiles('everything')).rejects.toThrow('not agreed')
  await expect(ask.openFiles({ ...wanted, endings: ['../x'] })).rejects.toThrow('not agreed')
  await expect(ask.saveAs({ ...report, bytes: 'words' })).rejects.toThrow('not agreed')
  await expect(ask.saveAgain(7, bytesOf('x'))).rejects.toThrow('not agreed')
})
