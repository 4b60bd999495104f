import { expect, test } from 'vitest'
import type { Coding } from '../../shared/model/entities.ts'
import { readContentHash } from '../../shared/model/ids.ts'
import { earlierWords } from '../../shared/report/earlier-words.ts'
import { findExcerpts, notQuoted } from '../../shared/report/excerpts-found.ts'
import { quoteCandidates } from '../../shared/report/quote-candidates.ts'
import { smallInquiry } from './small-inquiry.ts'

const earlier =
  'Interviewer Karla Moss: And who decides?\nMarit Hansen: The funder decides.\nIt always has.\n\nMarit Hansen\nSo it went on.\n'
const words = (quote: string): string | null => {
  const start = earlier.indexOf(quote)
  const found = earlierWords(earlier, { start, end: start + quote.length })
  return found && earlier.slice(found.start, found.end)
}

test('a label in front of words of an earlier text is left off, and words with a label among them are nobody’s', () => {
  expect(words('Marit Hansen: The funder decides.\nIt always')).toBe('The funder decides.\nIt always')
  expect(words('Hansen: The funder decides.')).toBe('The funder decides.')
  expect(words('funder decides.\nIt always has.')).toBe('funder decides.\nIt always has.')
  expect(words('Marit Hansen\nSo it went on.')?.trim()).toBe('So it went on.')
  expect(words('And who decides?\nMarit Hansen: The funder')).toBe(null)
  expect(words('Marit Hansen:')).toBe(null)
})

test('an orphan’s words leave the team without the labels of the text it stood on', () => {
  const { project, texts } = smallInquiry()
  const hash = readContentHash('a'.repeat(64))
  const [source] = [...project.tables.source.values()].filter(({ name }) => name === 'Interview 01')
  const [coding] = source ? (project.codings.get(source.id) ?? []) : []
  if (!hash || !source || !coding) throw new Error('The small inquiry has changed')
  const told = (quote: string) => {
    const start = earlier.indexOf(quote)
    const orphan: Coding = { ...coding, content: hash, start, end: start + quote.length }
    const orphaned = { ...project, codings: new Map([[source.id, [orphan]]]) }
    const all = (content: string) => (content === hash ? earlier : texts(source.content))
    return {
      excerpt: findExcerpts(orphaned, all).map((found) => found.excerpt.quote),
      quotes: quoteCandidates(orphaned, all, [orphan]).flatMap(({ spans }) =>
        spans.map((span) => earlier.slice(span.start, span.end)),
      ),
    }
  }
  expect(told('Marit Hansen: The funder decides.')).toEqual({
    excerpt: ['The funder decides.'],
    quotes: ['The funder decides.'],
  })
  expect(told(earlier.trimEnd())).toEqual({ excerpt: [notQuoted], quotes: [] })
})
