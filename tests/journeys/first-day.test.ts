import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { Archive } from '../../shared/model/archive.ts'
import { bringIn, choose, pick, preview } from '../support/bring-in.ts'
import { type FirstFiles, firstFiles, realFilesAreHere } from '../support/first-files.ts'
import { type Desk, goTo, newProject, saved, sitDown } from '../support/journey.ts'
import { placeOf, speakersOf, whoSpeaksOf } from '../support/people.ts'
import { readDocx, type WordDocument } from '../support/read-docx.ts'
import { codeNextTurn, openSource, transcript } from '../support/reading.ts'
import { savedFile, savedProject, toldCodings } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

const lead = 'What stands in the way is told here by the people whom it stopped.'
const which = realFilesAreHere
  ? 'five real transcripts'
  : 'five small ones (../shared/transcripts is not here)'

test(`a first day leads from an empty start and ${which} to a summary in Word`, async () => {
  at = await sitDown()
  const { page } = at
  const given = firstFiles()
  await newProject(page, 'First day', 'Scaling Deep')
  await choose(page, 'Import files…', given.files)
  await decide(page, given)
  await bringIn(page)
  await page.getByText('5 sources,').waitFor()
  await sayWhoTheyAre(page)
  await code(page, given)
  const archive = await savedProject(page)
  seeWhatCameIn(archive, given)

  await goTo(page, 'Findings')
  await page.getByRole('button', { name: 'Start a research summary' }).click()
  await writeUnder(page, 'Barriers', lead)
  await page.getByRole('button', { name: 'Export report' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export report' })
  const file = await savedFile(page, () => dialog.getByRole('button', { name: 'Save the file' }).click())
  expect(file.name).toBe('Research summary.docx')
  const word = readDocx(file.bytes)
  seeHeadings(word)
  seeQuotes(word, archive)
  seeNumbers(word, archive)
  seeNothingWithheld(word, archive, given)
  expect(at.errors).toEqual([])
})

/** In the preview: roles, one voice under two labels, a label that is nobody, and pseudonyms. */
async function decide(page: Page, { call, word, hebrew, talk, subtitles }: FirstFiles): Promise<void> {
  const sheet = await preview(page)
  await show(sheet, call.name)
  await pick(page, sheet, /Kind$/, 'Interview')
  await pick(page, sheet, new RegExp(`Role of ${call.host}$`), 'Interviewer')
  await pick(page, sheet, new RegExp(`Role of ${call.unknown.replace(/[()]/g, '\\$&')}$`), 'Unknown voice')
  await sheet.getByRole('row', { name: call.away }).getByText('Not a speaker').click()
  await sheet.getByText(`“${call.away}” is not a speaker`).waitFor()
  await name(page, sheet, call.renamed, 'Rowan')
  await show(sheet, word.name)
  await name(page, sheet, word.label, 'Ines')
  await show(sheet, hebrew.name)
  await sheet.getByRole('button', { name: `Hear ${hebrew.label} as ${hebrew.same}` }).click()
  await sheet.getByText(`${hebrew.label} is heard as ${hebrew.same}.`).waitFor()
  await pick(page, sheet, /Kind$/, 'Group session')
  await show(sheet, talk.name)
  await name(page, sheet, talk.label, 'Wiebe')
  await show(sheet, subtitles.name)
  await sheet.getByText('The file names no speakers').waitFor()
  await sheet.getByText('5 of 5 files ticked').waitFor()
}

async function show(sheet: Locator, file: string): Promise<void> {
  await sheet.getByRole('list', { name: 'Files' }).getByRole('button', { name: file }).click()
  await sheet.getByRole('textbox', { name: 'Name' }).waitFor()
}

async function name(page: Page, sheet: Locator, label: string, pseudonym: string): Promise<void> {
  await pick(page, sheet, new RegExp(`Who ${label} is$`), 'New, by another name…')
  const dialog = page.getByRole('dialog', { name: `Who is ${label}?` })
  await dialog.getByRole('textbox', { name: 'Pseudonym' }).fill(pseudonym)
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await sheet.getByText(`New: ${pseudonym}`).waitFor({ state: 'attached' })
}

/** An attribute, the name behind a pseudonym, and what somebody allows. */
async function sayWhoTheyAre(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Participants' }).click()
  await page.getByRole('button', { name: 'Add attribute…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an attribute of participants' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Region')
  await dialog.getByRole('button', { name: 'Add attribute' }).click()
  await page.getByRole('gridcell', { name: 'Region of Wiebe: not known' }).dblclick()
  await page.getByRole('textbox', { name: 'Region of Wiebe' }).fill('Harbourside')
  await page.keyboard.press('Enter')
  await page.getByRole('gridcell', { name: 'Region of Wiebe: Harbourside' }).waitFor()
  await page.getByRole('button', { name: 'Rowan', exact: true }).click()
  const rowan = page.getByRole('complementary', { name: 'Rowan' })
  await rowan.getByRole('textbox', { name: 'Real name' }).fill('Quirina Zwart')
  await page.keyboard.press('Enter')
  await rowan.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Ines', exact: true }).click()
  const ines = page.getByRole('complementary', { name: 'Ines' })
  await pick(page, ines, /What Ines allows$/, 'Paraphrase only')
  await page.getByRole('gridcell', { name: 'What Ines allows: Paraphrase only' }).waitFor()
  await saved(page)
}

/** Ten passages in four sources with two barriers, a practice and a code made on the spot. */
async function code(page: Page, { call, word, hebrew, talk }: FirstFiles): Promise<void> {
  await openSource(page, call.name)
  await transcript(page).press('Control+Home')
  await codeNextTurn(page, 'Funding', 40)
  await codeNextTurn(page, 'Metrics', 40)
  await codeNextTurn(page, 'Funding', 40)
  await codeNextTurn(page, 'Metrics', 40)
  await say(page, 'd', /Metrics.*denies/)
  await codeNextTurn(page, 'Inner work', 40)
  await openSource(page, talk.name)
  await transcript(page).press('Control+Home')
  await codeNextTurn(page, 'Funding', 40)
  await say(page, '*', /Funding.*key quote/)
  await codeNextTurn(page, 'Inner work', 40)
  await codeNextTurn(page, 'Borrowed trust', 40)
  await openSource(page, word.name)
  await transcript(page).press('Control+Home')
  await codeNextTurn(page, 'Metrics', 40)
  await openSource(page, hebrew.name)
  await transcript(page).press('Control+Home')
  await codeNextTurn(page, 'Funding', 40)
}

/** Presses a key about the coding just made, and sees it told beside the transcript. */
async function say(page: Page, key: string, told: RegExp): Promise<void> {
  await page.keyboard.press(key)
  const beside = page.getByRole('complementary', { name: 'Codes on this passage' })
  await beside.getByRole('button', { name: told }).waitFor()
  await saved(page)
}

async function writeUnder(page: Page, heading: string, words: string): Promise<void> {
  const section = page
    .getByRole('region', { name: 'Report' })
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: heading, exact: true, level: 2 }) })
  await section.getByRole('button', { name: 'Write here' }).first().click()
  await section.getByRole('textbox', { name: heading }).waitFor()
  await page.keyboard.type(words)
  await section.getByRole('button', { name: 'Done' }).click()
  await section.getByText(words).waitFor()
  await saved(page)
}

function seeWhatCameIn(archive: Archive, { call, hebrew, word }: FirstFiles): void {
  const { tables } = archive.project
  expect(tables.source.size).toBe(5)
  expect(toldCodings(archive).length).toBe(10)
  expect([...tables.code.values()].map((each) => each.name)).toContain('Borrowed trust')
  const called = speakersOf(archive, call.name)
  expect(called.get(call.host)?.role).toBe('interviewer')
  expect(called.get(call.unknown)?.role).toBe('unknown')
  expect(called.get(call.renamed)?.pseudonym).toBe('Rowan')
  expect(called.has(call.away)).toBe(false)
  const hebrewVoices = speakersOf(archive, hebrew.name)
  expect(hebrewVoices.has(hebrew.label)).toBe(false)
  expect(hebrewVoices.has(hebrew.same)).toBe(true)
  expect(speakersOf(archive, word.name).get(word.label)?.pseudonym).toBe('Ines')
}

function seeHeadings({ paragraphs, styles }: WordDocument): void {
  const headings = paragraphs.filter(({ style }) => isHeading(styles, style))
  const first = headings.filter(({ style }) => /1$/.test(styles.get(style) ?? '')).map(({ text }) => text)
  expect(first).toEqual(expect.arrayContaining(['About the inquiry', 'Barriers', 'Evidence']))
  const all = headings.map(({ text }) => text)
  expect(all).toEqual(expect.arrayContaining(['Funding', 'Metrics', 'Borrowed trust']))
  const under = paragraphs.findIndex(({ text }) => text === 'Barriers')
  const next = paragraphs.findIndex(({ text }, i) => i > under && first.includes(text))
  expect(paragraphs.slice(under, next).map(({ text }) => text)).toContain(lead)
}

/** Every quote stands word for word in what a participant said, with its citation and a footnote. */
function seeQuotes({ paragraphs, footnotes }: WordDocument, archive: Archive): void {
  const lines = paragraphs.filter(({ style, text }) => /^Quote/.test(style) && text !== 'Speaks against')
  const endings = lines.filter((line) => line.footnotes.length > 0)
  expect(endings.length).toBeGreaterThanOrEqual(5)
  for (const { text, footnotes: ids } of endings) {
    const [, pseudonym = '', citation = ''] = /\(([^()]+(?:\([^()]*\))?), (P\d+ ¶\d+)\)$/.exec(text) ?? []
    expect(citation, text).not.toBe('')
    const note = footnotes.get(ids[0] ?? '') ?? ''
    expect(note).toContain(pseudonym)
    expect(note).toContain(citation)
  }
  for (const { text } of lines) {
    const quote = text.replace(/ \([^()]+(?:\([^()]*\))?, P\d+ ¶\d+\)$/, '')
    for (const piece of quote
      .split(/\[[^\]]*\]/)
      .map((each) => each.trim())
      .filter((each) => each.length > 12)) {
      const place = placeOf(archive, piece)
      expect(place, `“${piece}” stands in no transcript`).not.toBeNull()
      if (place) expect(whoSpeaksOf(archive, place)).toEqual(['participant'])
    }
  }
  expect(paragraphs.some(({ text }) => text === 'Speaks against')).toBe(true)
}

/** "n of N" beside each code equals what was coded: people interviewed who speak of it, of all interviewed. */
function seeNumbers(word: WordDocument, archive: Archive): void {
  const of = interviewed(archive)
  for (const name of ['Funding', 'Metrics', 'Inner work', 'Borrowed trust']) {
    const n = speakingOf(archive, name)
    expect(n).toBeGreaterThan(0)
    expect(toldOf(word, name), name).toMatch(new RegExp(`\\b${n} of ${of}\\b`))
    expect(inTable(word, name), name).toBe(`${n} of ${of}`)
  }
  expect(toldOf(word, 'Metrics')).toMatch(/\b1 denies it/)
  expect(toldOf(word, 'Funding')).toMatch(/raised in .*\b1 of 1\b/)
}

/** What a report says of a code's numbers: in a sentence that names it, or in the first one under its heading. */
function toldOf({ paragraphs, styles }: WordDocument, name: string): string {
  const sentences = paragraphs.filter(({ style }) => style === 'Prevalence')
  const naming = sentences.find(({ text }) => text.includes(`“${name}”`))
  const heading = paragraphs.findIndex(({ style, text }) => isHeading(styles, style) && text === name)
  return naming?.text ?? paragraphs.slice(heading).find(({ style }) => style === 'Prevalence')?.text ?? ''
}

/** The cell beside a code in the table of codes. */
function inTable({ paragraphs }: WordDocument, name: string): string {
  const evidence = paragraphs.findLastIndex(({ text }) => text === 'Evidence')
  const row = paragraphs.findIndex(({ text }, i) => i > evidence && text.split(' › ').at(-1) === name)
  return paragraphs[row + 1]?.text ?? ''
}

function isHeading(styles: WordDocument['styles'], style: string): boolean {
  return /^heading [1-3]$/i.test(styles.get(style) ?? '')
}

function interviewed({ project }: Archive): number {
  const heard = [...project.tables.speaker.values()].flatMap((speaker) => {
    const isInterview = project.tables.source.get(speaker.source)?.kind === 'interview'
    return isInterview && speaker.participant ? [speaker.participant] : []
  })
  return new Set(heard).size
}

function speakingOf({ project }: Archive, name: string): number {
  const codings = [...project.codings.values()].flat()
  const meant = codings.filter(
    (coding) =>
      project.tables.code.get(coding.code)?.name === name &&
      coding.stance !== 'denies' &&
      project.tables.source.get(coding.source)?.kind === 'interview',
  )
  const people = meant.flatMap((coding) =>
    (project.turns.get(coding.source) ?? [])
      .filter((turn) => turn.start < coding.end && coding.start < turn.end)
      .flatMap((turn) => (turn.speaker ? (project.tables.speaker.get(turn.speaker)?.participant ?? []) : [])),
  )
  return new Set(people).size
}

/** No name behind a pseudonym, no label that was one, and no words that may only be paraphrased. */
function seeNothingWithheld(
  { everything }: WordDocument,
  archive: Archive,
  { call, talk, word }: FirstFiles,
): void {
  for (const hidden of ['Quirina', 'Zwart', call.renamed, talk.label])
    expect(everything).not.toContain(hidden)
  const withheld = toldCodings(archive).filter(({ source }) => source === word.name)
  expect(withheld.length).toBe(1)
  for (const { quote } of withheld) {
    for (const sentence of quote.split(/(?<=[.?!])\s+/)) expect(everything).not.toContain(sentence)
  }
}
