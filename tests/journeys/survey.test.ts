import { afterEach, expect, test } from 'vitest'
import { inOrder, sourcesInOrder } from '../../shared/model/project.ts'
import { bringIn, choose, pick, preview } from '../support/bring-in.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { codeNextTurn, openSource, selectedWords, transcript } from '../support/reading.ts'
import { savedProject } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const answers = `Timestamp,E-mail,Region,Years here,"What helped you,
most of all?",What stood in the way?,Nickname
2024-05-03 10:00:12,ana@example.org,Delta,3,"The long walks
at night, mostly",No grant covers the first year,Owl
2024-05-03 11:20:44,rui@example.org,Coast,12,The food &amp; the music we made,,Fox
2024-05-04 09:01:10,ivo@example.org,Delta,,,Time and who watches the children,Hare
2024-05-04 10:01:10,eva@example.org,Delta,7,,,Wren
`

test('a survey comes in as decided: participants with facts, answers to code, and counts of everyone asked', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Gardens', 'Scaling Deep')
  await choose(page, 'Import files…', [{ name: 'gardens.csv', bytes: answers }])
  const sheet = await preview(page)
  const columns = sheet.getByRole('table', { name: 'Columns of the survey' })
  await columns
    .getByRole('row', { name: /^What helped you, most of all\?/ })
    .getByText('2 of 4')
    .waitFor()
  await columns
    .getByRole('row', { name: /^E-mail/ })
    .getByText('e-mail addresses')
    .waitFor()
  const counts = sheet.getByRole('status').filter({ hasText: 'respondents' })
  expect(await counts.textContent()).toMatch(
    /^4 respondents, 2 open questions, 4 of 8 possible answers given/,
  )
  await pick(page, columns, /What Nickname is$/, 'Respondent')
  await pick(page, columns, /What What stood in the way\? is$/, 'Left out')
  await counts.filter({ hasText: '1 open question, 2 of 4' }).waitFor()
  await pick(page, columns, /What What stood in the way\? is$/, 'Open question')
  await counts.filter({ hasText: '2 open questions' }).waitFor()
  await sheet.getByText('1 column that tells who somebody is').waitFor()
  await sheet.getByRole('article', { name: 'Owl' }).getByText('The long walks').waitFor()
  await sheet.getByRole('button', { name: 'Import 4 sources' }).waitFor()
  await sheet.getByText('One source, question by question').click()
  await sheet.getByRole('button', { name: 'Import 1 source' }).waitFor()
  await sheet.getByText(/^One source for each respondent/).click()
  await bringIn(page)

  await page.getByText('4 sources,').waitFor()
  await page.getByRole('link', { name: /^Participants/ }).click()
  const people = page.getByRole('grid', { name: 'Participants' })
  await people.getByRole('gridcell', { name: 'Years here of Fox: 12' }).waitFor()
  expect(await people.getByRole('gridcell', { name: /^Region of .*: Delta$/ }).count()).toBe(3)

  await openSource(page, 'Owl')
  await codeNextTurn(page, 'Funding', 5)
  expect(await selectedWords(page)).not.toContain('most of all')
  await page
    .getByRole('complementary', { name: 'Codes on this passage' })
    .getByText('Answers the question')
    .waitFor()
  const archive = await savedProject(page)
  const coding = [...archive.project.codings.values()].flat()[0]
  const text = coding && archive.contents.get(coding.content)?.text.slice(coding.start, coding.end)
  expect(text).toBe('The long walks\nat night, mostly')
  expect(sourcesInOrder(archive.project).map(({ name, kind, words }) => [name, kind, words])).toEqual([
    ['Owl', 'survey', 12],
    ['Fox', 'survey', 6],
    ['Hare', 'survey', 6],
    ['Wren', 'survey', 0],
  ])
  expect(inOrder(archive.project.tables.question).map((question) => question.text)).toEqual([
    'What helped you, most of all?',
    'What stood in the way?',
  ])
  expect(JSON.stringify([...archive.project.tables.participant.values()])).not.toContain('example.org')
  await goTo(page, 'Codebook')
  await page
    .getByRole('treeitem', { name: /^Funding/ })
    .first()
    .click()
  await page
    .getByText(/1 of 4 participants/)
    .first()
    .waitFor()

  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await saved(page)
  await goTo(page, 'Sources')
  await page.getByRole('heading', { name: 'Bring in your first transcripts' }).waitFor()
  expect(at.errors).toEqual([])
})

test('a respondent who said nothing opens as an empty page, and counts as a source of 0 words', async () => {
  at = await sitDown()
  const { page } = at
  await newProject(page, 'Gardens')
  await choose(page, 'Import files…', [{ name: 'gardens.csv', bytes: answers }])
  await bringIn(page)
  await openSource(page, 'Respondent 4')
  expect((await transcript(page).textContent())?.trim()).toBe('')
  await page.getByText('0 words').waitFor()
  expect(at.errors).toEqual([])
})
