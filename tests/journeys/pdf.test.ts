import { afterEach, expect, test } from 'vitest'
import { bringIn, choose, preview } from '../support/bring-in.ts'
import { type Desk, newProject, sitDown } from '../support/journey.ts'
import { column, pdf, type Words } from '../support/pdf-fixture.ts'
import { savedProject } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const TALK = [
  'Interviewer: What brought you back to the valley?',
  'Ada Lind: It was the water, and the people who have kept it all',
  'these years, although nobody thanked them for it.',
  'Interviewer: And who paid?',
  'Ada Lind: Nobody did, for the first four years.',
]

const japanese: Words = { at: [72, 300], text: 'これは谷の水についての話です', font: 'japanese' }
const scan = { words: [], picture: true }

test('PDFs come in with their speakers; locked and scanned ones say what to do', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'From paper')
  await choose(page, 'Import files…', [
    { name: 'Ada.pdf', bytes: pdf({ pages: [{ words: column(TALK) }, scan] }) },
    { name: 'Scan.pdf', bytes: pdf({ pages: [scan] }) },
    { name: 'Locked.pdf', bytes: pdf({ pages: [{ words: column(TALK) }], locked: true }) },
    { name: 'Japanese.pdf', bytes: pdf({ pages: [{ words: [japanese] }] }) },
  ])
  const sheet = await preview(page)
  const files = sheet.getByRole('list', { name: 'Files' }).getByRole('listitem')
  expect(await files.filter({ hasText: 'Scan' }).textContent()).toContain('only pictures of text')
  expect(await files.filter({ hasText: 'Locked' }).textContent()).toContain('locked with a password')
  await sheet.getByText('Transcript with names (PDF)').first().waitFor()
  await bringIn(page)
  const { project, contents } = await savedProject(page)
  const texts = [...contents.values()].map((content) => content.text)
  expect(texts).toContain('これは谷の水についての話です')
  expect([...project.tables.speaker.values()].map((speaker) => speaker.label).sort()).toEqual([
    'Ada Lind',
    'Interviewer',
  ])
  expect(at.errors).toEqual([])
})
