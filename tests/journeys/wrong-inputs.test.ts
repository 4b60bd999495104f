import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, type GivenFile, preview } from '../support/bring-in.ts'
import { docx, paragraph } from '../support/docx-fixture.ts'
import { type Desk, goTo, newProject, openSample, saved, sitDown } from '../support/journey.ts'
import { openSource, transcript } from '../support/reading.ts'
import { savedFile, savedProject } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const words = 'Mara: We met at the well every week, and nobody wrote it down.\n\nTeo: And then?\n\n'

test('files that cannot be read say why, each by its name, and the good ones beside them still come in', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Wells')
  const before = await savedProject(page)
  const word = docx(paragraph('Mara: We met at the well.') + paragraph('Teo: And then?'))
  await choose(page, 'Import files…', [
    { name: 'nothing.txt', bytes: '' },
    { name: 'picture.docx', bytes: onePixel },
    { name: 'half.docx', bytes: word.slice(0, word.length / 2) },
    { name: 'silent.vtt', bytes: 'WEBVTT\n\nNOTE nothing was said\n' },
    { name: 'well.txt', bytes: words },
    { name: 'wide.txt', bytes: utf16('Mara: Ich hätte gern Grüße aus Łódź.\n\nTeo: Ja?\n') },
    {
      name: 'old.txt',
      bytes: windows('Mara: Der Fluß führte „zu viel“ Wasser – schön war es nicht.\n\nTeo: Ja?\n'),
    },
  ])
  const sheet = await preview(page)
  const files = sheet.getByRole('list', { name: 'Files' }).getByRole('listitem')
  for (const [name, sentence] of turnedAway) {
    const item = files.filter({ hasText: name })
    expect(await item.textContent()).toContain(sentence)
    expect(await item.getByRole('checkbox').isDisabled()).toBe(true)
  }
  await sheet.getByText('3 of 7 files ticked; 4 files could not be read').waitFor()
  await bringIn(page)
  await page.getByText('3 sources came in; 4 files could not be read.').waitFor()
  const after = await savedProject(page)
  expect([...after.project.tables.source.values()].map((source) => source.name).sort()).toEqual([
    'old',
    'well',
    'wide',
  ])
  const texts = [...after.contents.values()].map((content) => content.text).join('\n')
  expect(texts).toContain('Ich hätte gern Grüße aus Łódź.')
  expect(texts).toContain('Der Fluß führte „zu viel“ Wasser – schön war es nicht.')
  expect(after.changes.length).toBe(before.changes.length + 1)
  expect(after.project.tables.code).toEqual(before.project.tables.code)
  expect(at.errors).toEqual([])
})

test('a file that came in before is known again, in the same batch and in the project', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Wells')
  await choose(page, 'Import files…', [
    { name: 'well.txt', bytes: words },
    { name: 'copy of well.txt', bytes: words },
  ])
  const sheet = await preview(page)
  await sheet.getByText('The same file as well.txt, above.').first().waitFor()
  await sheet.getByText('1 of 2 files ticked').waitFor()
  await bringIn(page)
  await choose(page, 'Import files…', [{ name: 'again.txt', bytes: words }])
  await preview(page)
  await sheet.getByText('The same file is already in the project as “well”.').first().waitFor()
  expect(await sheet.getByRole('button', { name: /^Import 0/ }).isDisabled()).toBe(true)
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('1 source,').waitFor()
  expect(at.errors).toEqual([])
})

test('nothing but what is chosen happens when every file is bad: the project stays as it was', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const before = await savedProject(page)
  await choose(page, 'Import files…', [{ name: 'nothing.txt', bytes: '' }])
  const sheet = await preview(page)
  expect(await sheet.getByRole('button', { name: /^Import 0/ }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  const after = await savedProject(page)
  expect(after.project).toEqual(before.project)
  expect(after.changes.length).toBe(before.changes.length)
  expect(at.errors).toEqual([])
})

test('the window answers while a text of 50 MB is read, and Cancel stops it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loam-large-'))
  try {
    at = await sitDown()
    const { page } = at
    await newProject(page, 'Wells')
    const large = join(folder, 'large.txt')
    const small = join(folder, 'small.txt')
    writeFileSync(large, words.repeat(Math.ceil((50 * 1024 * 1024) / words.length)))
    writeFileSync(small, words)
    const sheet = page.getByRole('dialog', { name: 'Look before you import' })
    await choose(page, 'Import files…', [small, large])
    await sheet.getByText('1 of 2 read').first().waitFor()
    const name = sheet.getByRole('textbox', { name: 'Name' })
    await name.fill('A small well')
    await sheet.getByRole('list', { name: 'Files' }).getByText('A small well').waitFor()
    expect(await sheet.getByRole('progressbar').count()).toBe(1)
    await sheet.getByRole('button', { name: 'Cancel' }).click()
    await sheet.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: 'Bring in your first transcripts' }).waitFor()
    expect((await savedProject(page)).project.tables.source.size).toBe(0)
    expect(at.errors).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('project files that are none say so, name the file and what to do, and leave what is there alone', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const good = await savedFile(page, () => page.getByRole('button', { name: 'Save as a file…' }).click())
  await page.getByRole('link', { name: 'Loam' }).click()
  const alerts = page.getByRole('alert')
  for (const [file, sentence] of brokenProjects(good.bytes)) {
    await choose(page, 'Open a file…', [file])
    await alerts.filter({ hasText: sentence }).waitFor()
    await alerts.filter({ hasText: sentence }).getByRole('button', { name: 'Close message' }).click()
  }
  expect(await page.getByRole('list', { name: 'Recent projects' }).getByRole('listitem').count()).toBe(1)
  await page.getByRole('list', { name: 'Recent projects' }).getByRole('link').click()
  await saved(page)
  await page.getByText('9 sources, 13,546 words').waitFor()
  expect(at.errors).toEqual([])
})

test('a whole project file of one that is here asks before anything is replaced', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const good = await savedFile(page, () => page.getByRole('button', { name: 'Save as a file…' }).click())
  expect(good.name).toBe('Slow water.qdpx')
  await page.getByRole('link', { name: 'Loam' }).click()
  await choose(page, 'Open a file…', [good])
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await page.getByRole('list', { name: 'Recent projects' }).getByRole('listitem').count()).toBe(1)
})

test('markup and scripts in a transcript stay words: they are read, coded and quoted, and never run', async () => {
  at = await sitDown()
  const { page } = at
  await page.addInitScript(() => Object.assign(globalThis, { ran: 0 }))
  await page.reload()
  await newProject(page, 'Wells')
  await choose(page, 'Import files…', [{ name: '<b>bold.txt', bytes: hostile }])
  await preview(page)
  await bringIn(page)
  await openSource(page, '<b>bold')
  const shown = await transcript(page).textContent()
  expect(shown).toContain('<img src=x onerror="ran++">')
  expect(shown).toContain('<script>ran++</script>')
  await transcript(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  const palette = page.getByRole('dialog', { name: 'Code this passage' })
  await palette.getByRole('combobox', { name: 'Code' }).fill('<img src=x onerror="ran++">')
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'hidden' })
  await saved(page)
  await goTo(page, 'Codebook')
  await page.getByRole('treeitem', { name: /<img src=x/ }).click()
  await page.getByRole('grid', { name: 'Excerpts' }).getByText('<script>ran++</script>').waitFor()
  await goTo(page, 'Findings')
  await page.getByRole('button', { name: 'Start a research summary' }).click()
  await page.getByRole('region', { name: 'Report' }).getByText('<script>ran++</script>').first().waitFor()
  await goTo(page, 'History')
  await page.getByRole('listbox', { name: 'Changes' }).waitFor()
  expect(await page.evaluate('globalThis.ran')).toBe(0)
  expect(await page.locator('img[src="x"], main script').count()).toBe(0)
  expect(at.errors).toEqual([])
})

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const turnedAway: readonly (readonly [string, string])[] = [
  ['nothing', 'This file is empty: export or save it once more.'],
  ['picture', 'This is a PNG picture, not a Word document.'],
  ['half', 'This Word document is cut off or damaged: copy or download it once more.'],
  ['silent', 'This VTT file has no captions, only a header'],
]

const hostile = `Interviewer: <svg onload="ran++"></svg>?

Mara: <img src=x onerror="ran++"> is what the form printed, and <script>ran++</script> after it.

Interviewer: And what did you do with the form then?

Mara: I wrote it out by hand, as we had always done before there was a form.
`

function brokenProjects(good: Uint8Array): readonly (readonly [GivenFile, string])[] {
  return [
    [{ name: 'cut.qdpx', bytes: good.slice(0, good.length / 2) }, 'cut.qdpx could not be opened.'],
    [
      { name: 'page.qdpx', bytes: '<!doctype html><title>Log in</title><p>Log in</p>' },
      'page.qdpx could not be opened. This is not a project file: a .qdpx is a zip',
    ],
    [{ name: 'empty.qdpx', bytes: '' }, 'empty.qdpx could not be opened. The file is empty.'],
    [{ name: 'word.qdpx', bytes: docx(paragraph('Mara: No.')) }, 'word.qdpx could not be opened.'],
  ]
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
}

/** Windows-1252, for letters up to U+00FF and the signs used here. */
function windows(text: string): Uint8Array {
  const signs: Readonly<Record<string, number>> = { '„': 0x84, '“': 0x93, '”': 0x94, '–': 0x96 }
  return new Uint8Array([...text].map((letter) => signs[letter] ?? letter.charCodeAt(0)))
}
