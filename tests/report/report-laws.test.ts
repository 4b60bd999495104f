import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeReport } from '../../shared/report/compose-report.ts'
import { quoteRule, quotesIn, timesToQuote } from '../../shared/report/quote-rule.ts'
import type { QuoteBlock, ReportBlock } from '../../shared/report/report-document.ts'
import { countWords } from '../../shared/text/count-words.ts'
import { overlaps } from '../../shared/text/positions.ts'
import { buildProject, type CodeSpec, type CodingSpec } from '../support/build-project.ts'

const people = ['Noor', 'Ilse', 'Okan', 'Mira']
const sentence = (name: string, nth: number) =>
  `${name} told us for the ${nth}th time how the river took its time.`
const sections = [...Object.keys(quoteRule.sections).filter((key) => key !== 'against'), undefined]

/** A codebook of a few levels with sections here and there, and passages of every length under it. */
const inquiries = fc
  .record({
    codes: fc.array(fc.record({ section: fc.constantFrom(...sections), parent: fc.option(fc.nat(6)) }), {
      minLength: 1,
      maxLength: 9,
    }),
    codings: fc.array(
      fc.record({
        who: fc.nat(3),
        code: fc.nat(20),
        nth: fc.integer({ min: 1, max: 9 }),
        from: fc.nat(8),
        stance: fc.constantFrom('affirms', 'denies', 'overcome', 'mixed', 'reports', undefined),
        star: fc.boolean(),
      }),
      { maxLength: 60 },
    ),
  })
  .map(({ codes, codings }) =>
    buildProject({
      participants: people,
      sources: people.map((name) => ({
        name,
        turns: Array.from({ length: 9 }, (_, i) => [name, sentence(name, i + 1)] as const),
      })),
      codes: codes.map(
        ({ section, parent }, i): CodeSpec => ({
          name: `Idea ${i}`,
          definition: 'What is measured leans towards reach.',
          ...(section ? { section } : {}),
          ...(parent !== null && parent < i ? { parent: `Idea ${parent}` } : {}),
        }),
      ),
      codings: codings.map(({ who, code, nth, from, stance, star }): CodingSpec => {
        const name = people[who] ?? 'Noor'
        return {
          source: name,
          code: `Idea ${code % codes.length}`,
          quote: sentence(name, nth).split(' ').slice(from).join(' '),
          ...(from > 5 ? { nth } : {}),
          star,
          ...(stance ? { stance } : {}),
        }
      }),
    }),
  )

const law = (check: (blocks: readonly ReportBlock[]) => void) =>
  fc.assert(
    fc.property(inquiries, (built) => {
      const request = { template: 'research-summary', title: 'Laws' }
      check(composeReport(built.project, built.texts, request).blocks)
    }),
    { numRuns: 150 },
  )
const isQuote = (block: ReportBlock): block is QuoteBlock => block.kind === 'quote'

/** Blocks by the anchor of the heading of level 1 they stand under. */
function chapters(blocks: readonly ReportBlock[]): ReadonlyMap<string, readonly ReportBlock[]> {
  const found = new Map<string, ReportBlock[]>()
  let anchor = ''
  for (const block of blocks) {
    if (block.kind === 'heading' && (block.level === 1 || block.anchor.endsWith('-part')))
      anchor = block.anchor
    found.set(anchor, [...(found.get(anchor) ?? []), block])
  }
  return found
}

test('no code is told in two places', () => {
  law((blocks) => {
    const told = blocks.flatMap((block) => (block.kind === 'prevalence' ? [block.code] : []))
    expect(new Set(told).size).toBe(told.length)
  })
})

test('no words are quoted twice', () => {
  law((blocks) => {
    const quotes = blocks.filter(isQuote)
    for (const [i, one] of quotes.entries())
      for (const other of quotes.slice(i + 1))
        expect(one.source === other.source && overlaps(one, other)).toBe(false)
  })
})

/** Words quoted, and words between headings that are the report's own, the appendix left out. */
function wordsOf(blocks: readonly ReportBlock[]) {
  const end = blocks.findIndex((block) => block.kind === 'heading' && block.anchor === 'evidence')
  let [quoted, own] = [0, 0]
  for (const block of blocks.slice(0, end)) {
    if (isQuote(block)) quoted += countWords(block.text)
    else if (block.kind !== 'heading' && block.kind !== 'table') own += countWords(block.text)
  }
  return { quoted, own }
}

test('quotes keep to their share of the words between headings', () => {
  law((blocks) => {
    const { quoted, own } = wordsOf(blocks)
    const { shareOfWords, wordsAlways } = quoteRule
    expect(quoted).toBeLessThanOrEqual(Math.max(wordsAlways, shareOfWords * (quoted + own)))
  })
})

test('where much could be quoted the share is used, and not passed', () => {
  const names = Array.from({ length: 40 }, (_, i) => `Idea ${i}`)
  const words = (name: string, nth: number) => sentence(name, nth).repeat(3).replaceAll('.', '. ').trim()
  const built = buildProject({
    participants: people,
    sources: people.map((name) => ({
      name,
      turns: names.map((_, i) => [name, words(name, i)] as const),
    })),
    codes: names.map((name) => ({ name, section: 'barrier', definition: words('The book', 1) })),
    codings: people.flatMap((name) =>
      names.map((code, i) => ({ source: name, code, quote: words(name, i) })),
    ),
  })
  const request = { template: 'research-summary', title: 'Much' }
  const { quoted, own } = wordsOf(composeReport(built.project, built.texts, request).blocks)
  expect(quoted / (quoted + own)).toBeGreaterThan(quoteRule.shareOfWords - 0.02)
  expect(quoted / (quoted + own)).toBeLessThanOrEqual(quoteRule.shareOfWords)
})

test('no section shows more quotes than its rule allows, and only barriers two for one code', () => {
  law((blocks) => {
    for (const [anchor, inside] of chapters(blocks)) {
      const quotes = inside.filter(isQuote)
      const { inSection, perCode, against } = quotesIn(anchor.replace('-part', ''))
      if (inSection !== null) expect(quotes.length).toBeLessThanOrEqual(inSection)
      for (const code of new Set(quotes.map((quote) => quote.code))) {
        const here = quotes.filter((quote) => quote.code === code)
        expect(here.filter((quote) => !quote.against).length).toBeLessThanOrEqual(perCode)
        expect(here.filter((quote) => quote.against).length).toBeLessThanOrEqual(Math.max(1, against))
      }
    }
  })
})

test('no voice is above its share', () => {
  law((blocks) => {
    const quotes = blocks.filter(isQuote)
    const heard = new Set(quotes.map((quote) => quote.participant)).size
    for (const name of people) {
      const times = quotes.filter((quote) => quote.participant === name).length
      expect(times).toBeLessThanOrEqual(timesToQuote(quotes.length, heard))
    }
  })
})

test('a quote begins with a sentence or says that it does not', () => {
  law((blocks) => {
    for (const quote of blocks.filter(isQuote)) expect(quote.text).toMatch(/^(\p{Lu}|\[…\] )/u)
  })
})

test('wherever numbers are told they stand with their n of N', () => {
  law((blocks) => {
    for (const block of blocks)
      if (block.kind === 'prevalence') expect(block.text).toContain(`${block.n} of ${block.of}`)
  })
})
