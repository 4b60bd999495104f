import { afterEach, expect, test } from 'vitest'
import type { Archive } from '../../shared/model/archive.ts'
import { type Desk, goTo, openSample, sitDown } from '../support/journey.ts'
import { openSource, transcript } from '../support/reading.ts'
import { savedFile, savedProject } from '../support/saved-files.ts'

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test('every quote leads back to its place, every number to its excerpts', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const archive = await savedProject(page)
  await goTo(page, 'Findings')
  const report = page.getByRole('region', { name: 'Report' })
  await report.getByRole('figure').first().waitFor()
  const quotes = await report.getByRole('figure').evaluateAll((figures) =>
    figures.map((figure) => ({
      words: figure.querySelector('blockquote')?.textContent ?? '',
      link: figure.querySelector('figcaption a')?.getAttribute('href') ?? '',
    })),
  )
  expect(quotes.length).toBeGreaterThan(20)
  for (const { words, link } of quotes) {
    const place = stretch(archive, link)
    for (const piece of piecesOf(words)) expect(place, link).toContain(piece)
  }
  const [chosen] = quotes.filter(({ words }) => piecesOf(words).length === 1)
  await report
    .getByRole('figure')
    .filter({ hasText: chosen?.words ?? '' })
    .first()
    .getByRole('link')
    .click()
  await transcript(page).waitFor()
  const marked = page.locator('.cm-content .found')
  await marked.first().waitFor()
  expect((await marked.allInnerTexts()).join('').replace(/\s+/g, ' ')).toContain(
    piecesOf(chosen?.words ?? '')[0],
  )
  expect(await marked.first().isVisible()).toBe(true)

  await page.goBack()
  const chip = report.getByRole('link', { name: /^\d+ of \d+ participants/ }).first()
  const of = (await chip.getAttribute('title')) ?? ''
  const n = Number(/^\d+/.exec((await chip.textContent()) ?? '')?.[0])
  await chip.click()
  const code = of.replace('Show the excerpts of ', '')
  await page.getByRole('heading', { name: code, level: 1 }).waitFor()
  const summary = page
    .getByRole('region', { name: `Excerpts of ${code}` })
    .getByRole('status')
    .first()
  await summary.filter({ hasText: /participant/ }).waitFor()
  const people = Number(/(\d+) participants?/.exec((await summary.textContent()) ?? '')?.[1])
  expect(people).toBeGreaterThanOrEqual(n)
  expect(at.errors).toEqual([])
})

test('a reflexive inquiry shows no counts, until a report asks for them', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  await page.getByRole('banner').getByRole('link', { name: 'Slow water' }).click()
  await page.getByRole('radiogroup', { name: 'Approach' }).getByText('Reflexive', { exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the approach to “Reflexive”' })
  await dialog.getByRole('textbox', { name: 'Why?' }).fill('We read for meaning, not for shares.')
  await dialog.getByRole('button', { name: 'Change the approach' }).click()
  await page.getByText('Why it was changed: We read for meaning, not for shares.').waitFor()
  await openSource(page, 'Interview 02 - Bram')
  await page.getByRole('treeitem', { name: 'Inner work' }).waitFor()
  expect(await page.getByText(/\d+ of \d+ participants/).count()).toBe(0)
  await goTo(page, 'Codebook')
  await page.getByRole('treeitem', { name: 'Inner work', exact: true }).click()
  await page.getByRole('grid', { name: 'Excerpts' }).getByRole('article').first().waitFor()
  expect(await page.getByText(/\d+ of \d+ (?:participants|excerpts)/).count()).toBe(0)
  await goTo(page, 'Findings')
  const report = page.getByRole('region', { name: 'Report' })
  await report.getByRole('figure').first().waitFor()
  expect(await report.getByText(/\d+ of \d+/).count()).toBe(0)
  await page.getByRole('button', { name: 'Report settings' }).click()
  await page.getByText('Show counts in this report').click()
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await report
    .getByText(/\d+ of \d+ participants/)
    .first()
    .waitFor()
  expect(at.errors).toEqual([])
})

test('as a web page and as Markdown a report holds no word that was withheld, and no interviewer’s', async () => {
  at = await sitDown()
  const { page } = at
  await openSample(page)
  const archive = await savedProject(page)
  const { withheld, open } = sentences(archive)
  expect(withheld.length).toBeGreaterThan(300)
  await goTo(page, 'Findings')
  for (const [format, ending] of [
    ['Web page (.html)', '.html'],
    ['Markdown (.md)', '.md'],
  ] as const) {
    await page.getByRole('button', { name: 'Export report' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export report' })
    await dialog.getByText(format).click()
    const file = await savedFile(page, () => dialog.getByRole('button', { name: 'Save the file' }).click())
    expect(file.name.endsWith(ending)).toBe(true)
    const words = plainWords(new TextDecoder().decode(file.bytes))
    expect(words).toContain('Slow water: what we heard along the Maleth')
    expect(withheld.filter((sentence) => words.includes(sentence))).toEqual([])
    expect(open.filter((sentence) => words.includes(sentence)).length).toBeGreaterThan(20)
    for (const { name, consent, pseudonym } of archive.project.tables.participant.values()) {
      if (name) expect(words).not.toContain(name)
      if (consent === 'withdrawn') expect(words).not.toContain(pseudonym)
    }
  }
  expect(at.errors).toEqual([])
})

/** The stretch of text that a link to a transcript points at. */
function stretch(archive: Archive, link: string): string {
  const [, id = '', start, end] = /\/sources\/([0-9a-f-]+)\?at=(\d+)-(\d+)$/.exec(link) ?? []
  return textOf(archive, id).slice(Number(start), Number(end))
}

/** A source's text; empty where there is no such source. */
function textOf({ project, contents }: Archive, id: string): string {
  const source = project.tables.source.get(id)
  return source ? (contents.get(source.content)?.text ?? '') : ''
}

/** A quote's verbatim pieces: what stands between […] and clarifications. */
function piecesOf(quote: string): readonly string[] {
  return quote
    .split(/\[[^\]]*\]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** What was said, in sentences: `withheld` by interviewers, by everyone who may not be quoted, and under a rule for
    any reader; `open` by everyone else. */
function sentences(archive: Archive): {
  readonly withheld: readonly string[]
  readonly open: readonly string[]
} {
  const { project, contents } = archive
  const { speaker: speakers, participant: people, restriction } = project.tables
  const said = [...project.turns].flatMap(([source, turns]) => {
    const text = textOf(archive, source)
    return turns.map((turn) => {
      const speaker = turn.speaker && speakers.get(turn.speaker)
      const consent = speaker?.participant && people.get(speaker.participant)?.consent
      return {
        words: text.slice(turn.start, turn.end),
        isOpen: speaker?.role === 'participant' && consent === 'quote',
      }
    })
  })
  const ruled = [...restriction.values()].map(
    (rule) => contents.get(rule.content)?.text.slice(rule.start, rule.end) ?? '',
  )
  const withheld = inSentences([...said.filter(({ isOpen }) => !isOpen).map(({ words }) => words), ...ruled])
  const open = inSentences(said.filter(({ isOpen }) => isOpen).map(({ words }) => words))
  return { withheld, open: open.filter((sentence) => !withheld.includes(sentence)) }
}

function inSentences(words: readonly string[]): readonly string[] {
  const all = words.flatMap((each) => each.split(/(?<=[.?!])\s+/))
  return [...new Set(all)].filter((sentence) => sentence.length > 25)
}

/** The words of a file, marks and escapes taken out. */
function plainWords(file: string): string {
  return file
    .replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\([\\`*_<>#~[\]!.+-])/g, '$1')
}

test('what is printed as PDF is the report as it was just decided, with nothing above it', async () => {
  at = await sitDown()
  const { page } = at
  await page.addInitScript(() => {
    window.print = () => {
      const shown = document.querySelector(
        '[role="region"][aria-label="Report"], section[aria-label="Report"]',
      )
      const title = shown?.querySelector('h1, h2')?.textContent ?? ''
      document.body.dataset.printed = `${title} | ${document.querySelectorAll('[role="dialog"]').length}`
    }
  })
  await page.reload()
  await openSample(page)
  await goTo(page, 'Findings')
  await page.getByRole('button', { name: 'Export report' }).click()
  const sheet = page.getByRole('dialog', { name: 'Export report' })
  await sheet.getByRole('textbox', { name: 'Title' }).fill('For the funders alone')
  await sheet.getByRole('radio', { name: /PDF/ }).check({ force: true })
  await sheet.getByRole('button', { name: 'Print as PDF' }).click()
  await page.locator('body[data-printed]').waitFor()
  expect(await page.locator('body').getAttribute('data-printed')).toBe('For the funders alone | 0')
})
