import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPdf } from '../../electron/cli/pdf-reader.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { column, pdf } from '../support/pdf-fixture.ts'
import { unsound } from './read-file.ts'

async function problemOf(bytes: Uint8Array): Promise<string> {
  const outcome = await readSource({ name: 'a.pdf', bytes }, { pdf: readPdf })
  return outcome.ok ? 'it came in' : outcome.problem
}

const talk = Array.from({ length: 20 }, (_, i) => `${i % 2 === 0 ? 'Ada' : 'Ben'}: It was the water.`)
const whole = pdf({ pages: [{ words: column(talk) }, { words: column(talk) }, { words: column(talk) }] })

test('a PDF locked with a password says so, and the next one still comes in', async () => {
  const locked = pdf({ pages: [{ words: column(talk) }], locked: true })
  expect(await problemOf(locked)).toContain('locked with a password')
  expect(await problemOf(whole)).toBe('it came in')
})

test('a PDF of pictures says what to do', async () => {
  const scan = { words: [], picture: true }
  expect(await problemOf(pdf({ pages: [scan, scan] }))).toContain('only pictures of text (2 pages)')
  expect(await problemOf(pdf({ pages: [{ words: [] }] }))).toContain('holds no text')
})

test('the first bytes of a PDF, or rubbish behind them, are a damaged PDF', async () => {
  for (const text of ['%PDF', '%PDF-1.7\n...', `rubbish before %PDF-1.4\n${'x'.repeat(4000)}`])
    expect(await problemOf(new TextEncoder().encode(text))).toContain('damaged or cut off')
})

test('a platform without an engine says so', async () => {
  const outcome = await readSource({ name: 'a.pdf', bytes: whole })
  expect(outcome.ok ? '' : outcome.problem).toContain('cannot be read here')
})

test('the bytes handed over stay as they are', async () => {
  const bytes = whole.slice()
  await problemOf(bytes)
  expect(bytes).toEqual(whole)
})

test('a file that says it has a thousand times more pages than it has ends with what there is', async () => {
  const text = new TextDecoder('latin1').decode(whole).replace('/Count 3 ', '/Count 9999999 ')
  const outcome = await readSource(
    { name: 'a.pdf', bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)) },
    { pdf: readPdf },
  )
  expect(outcome.ok || outcome.problem.includes('damaged')).toBe(true)
}, 20_000)

test('pages inside pages without end do not hang', async () => {
  const text = new TextDecoder('latin1')
    .decode(whole)
    .replace(/\/Kids \[(\d+) 0 R [^\]]*\]/, '/Kids [2 0 R 2 0 R 2 0 R]')
  expect(await problemOf(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))).toMatch(/damaged|no text/)
}, 20_000)

test('whatever is cut off or changed, the answer is a sound draft or a sentence', async () => {
  const change = fc.record({
    keep: fc.double({ min: 0, max: 1, noNaN: true }),
    flips: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ keep, flips }) => {
      const bytes = whole.slice(0, Math.max(8, Math.ceil(whole.length * keep)))
      for (const [at, value] of flips) if (bytes.length > 8) bytes[8 + (at % (bytes.length - 8))] = value
      const outcome = await readSource({ name: 'a.pdf', bytes }, { pdf: readPdf })
      if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
      else expect(outcome.problem).toMatch(/^[A-Z].*\.$/)
    }),
    { numRuns: 60 },
  )
}, 60_000)
