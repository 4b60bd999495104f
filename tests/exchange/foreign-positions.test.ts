import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseReading } from '../../shared/exchange/score-positions.ts'
import { foreignText, type PositionReading, usualReading } from '../../shared/exchange/standard-positions.ts'
import { codebook, el, guid, line, opened, passage, project, qdpx } from '../support/refi-fixture.ts'

const story =
  'Noor: we 🌱 had no money 🌱🌱 at all\nand then 👩🏽‍🌾 the forms\ncame in\nso we left them 🌱 out\nuntil spring came\nand we began again 🌱 quietly'
const phrases = ['had no money', 'the forms', 'came in', 'left them', 'until spring came', 'quietly']

/** Where a phrase stands for a tool that counts in this way. */
function stated(
  written: string,
  phrase: string,
  { unit, lineEnd, countsMark }: Omit<PositionReading, 'endsInside'>,
) {
  const count = (until: number) => {
    const before = story.slice(0, until)
    const lines = before.split('\n').length - 1
    const double = lineEnd === 'two' || (lineEnd === 'as written' && written.includes('\r\n'))
    return (
      (unit === 'code points' ? [...before].length : before.length) +
      (double ? lines : 0) +
      (countsMark ? 1 : 0)
    )
  }
  const at = story.indexOf(phrase)
  return [count(at), count(at + phrase.length)] as const
}

const readings: Omit<PositionReading, 'endsInside'>[] = (['code points', 'UTF-16 units'] as const).flatMap(
  (unit) =>
    (['as written', 'one', 'two'] as const).flatMap((lineEnd) =>
      [false, true].map((countsMark) => ({ unit, lineEnd, countsMark })),
    ),
)

test.each(
  readings.flatMap((reading) =>
    ['NVivo', 'ATLAS.ti', 'MAXQDA'].map(
      (origin) => [reading.unit, reading.lineEnd, reading.countsMark, origin] as const,
    ),
  ),
)(
  'quotes are found when %s are counted, line ends %s, byte order mark %s, in a file of %s',
  (unit, lineEnd, countsMark, origin) => {
    const reading = { unit, lineEnd, countsMark }
    for (const ends of ['\n', '\r\n']) {
      const written = `\uFEFF${story.replaceAll('\n', ends)}`
      const spans = phrases.map((phrase) => stated(written, phrase, reading))
      const source = el(
        'TextSource',
        { guid: guid('s'), name: 'Story', plainTextPath: 'internal://s.txt' },
        ...spans.map(([start, end]) => passage(start, end, ['Money'])),
      )
      const qde = project(origin, [codebook('Money'), el('Sources', {}, source)])
      const { quotes, receipt } = opened(qdpx(qde, { 'sources/s.txt': written }))
      expect(quotes).toEqual(phrases)
      expect(receipt.positions).toHaveLength(1)
    }
  },
)

test('names of passages weigh more than what a tool usually does, and make it certain', () => {
  const text = foreignText('We 🌱 had a b c d e, f g')
  const spans = [
    { start: 13, end: 14, name: 'b' },
    { start: 10, end: 15, name: 'a b c…' },
    { start: 6, end: 11, name: 'had a' },
  ]
  const chosen = chooseReading(text, spans, usualReading('MAXQDA'))
  expect(chosen).toMatchObject({ reading: { unit: 'UTF-16 units' }, sure: 'certain' })
})

test('where every way of counting agrees, that is said; where nothing decides, the tool’s habit holds and is a guess', () => {
  expect(chooseReading(foreignText('plain words'), [{ start: 0, end: 5 }], usualReading(''))).toMatchObject({
    sure: 'alike',
  })
  const blank = foreignText('.,.,.,🌱.,.,.,.')
  const guessed = chooseReading(blank, [{ start: 10, end: 13 }], usualReading('NVivo 12'))
  expect(guessed).toMatchObject({ reading: { unit: 'UTF-16 units' }, sure: 'guessed' })
})

test('ends that name the last character are moved behind it', () => {
  const spans = phrases.map((phrase) => {
    const start = [...story.slice(0, story.indexOf(phrase))].length
    return { start, end: start + [...phrase].length - 1 }
  })
  const chosen = chooseReading(foreignText(story), spans, usualReading('Quirkos'))
  expect(chosen.reading.endsInside).toBe(true)
})

test.each([
  ['ATLAS.ti 23', 4],
  ['OpenQDA', 4],
  ['QualCoder 3.8', 4],
  ['NVivo 12', 6],
  ['MAXQDA 24', 6],
  ['', 6],
])('where nothing tells, a line’s CR and LF count as %s usually counts them', (origin, start) => {
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Lines', plainTextPath: 'internal://s.txt' },
    passage(start, start + 1, ['A']),
  )
  const qde = project(origin, [codebook('A'), el('Sources', {}, source)])
  expect(opened(qdpx(qde, { 'sources/s.txt': '.\r\n.\r\n!\r\n.' })).quotes).toEqual(['!'])
})

test('a reading under which passages reach beyond the text gives way, and what still does is told', () => {
  const text = foreignText('.\r\n.\r\n.\r\n!')
  const spans = [{ start: 9, end: 10 }]
  expect(chooseReading(text, spans, usualReading('ATLAS.ti'))).toMatchObject({
    reading: { lineEnd: 'as written' },
    sure: 'likely',
  })
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Short' },
    '<PlainTextContent>We had</PlainTextContent>',
    passage(3, 99, ['A']),
  )
  const { quotes, receipt } = opened(qdpx(project('X', [codebook('A'), el('Sources', {}, source)])))
  expect(quotes).toEqual(['had'])
  expect(receipt.repairs.join(' ')).toContain('Passages in “Short” reached beyond its text')
})

test('a passage that lies wholly beyond its text is told once, as not come in', () => {
  const source = el(
    'TextSource',
    { guid: guid('s'), name: 'Short' },
    '<PlainTextContent>We had</PlainTextContent>',
    passage(3, 6, ['A']),
    passage(40, 99, ['A']),
  )
  const { quotes, receipt } = opened(qdpx(project('X', [codebook('A'), el('Sources', {}, source)])))
  expect(quotes).toEqual(['had'])
  expect(line(receipt, 'coded segments')).toEqual([2, 1, 'they cover no text'])
  expect(receipt.repairs).toEqual([])
})

test('a place inside a character, or ends on spaces, speak against a reading', () => {
  const emoji = foreignText('🌱🌱🌱🌱 a')
  const inside = [1, 2, 3].map((start) => ({ start, end: start + 1 }))
  expect(chooseReading(emoji, inside, usualReading('NVivo')).reading.unit).toBe('code points')
  const spaced = foreignText('🌱 a b c d e f')
  const letters = [2, 4, 6, 8].map((start) => ({ start, end: start + 1 }))
  expect(chooseReading(spaced, letters, usualReading('NVivo')).reading.unit).toBe('code points')
})

test('two passages that cut off a letter are no evidence that ends name the last character', () => {
  const text = foreignText('money forms grant trust')
  const cut = [0, 6, 12].map((start) => ({ start, end: start + 4 }))
  expect(chooseReading(text, cut, usualReading('X')).reading.endsInside).toBe(true)
  expect(chooseReading(text, cut.slice(0, 2), usualReading('X')).reading.endsInside).toBe(false)
})

test.each([
  ['MAXQDA', 'One\r\r\nTwo\r\r\nEnd'],
  ['QualCoder', 'One\r\r\nTwo\nEnd'],
])('an empty line that %s wrote stays one', (origin, written) => {
  const source = el('TextSource', { guid: guid('s'), name: 'Lines', plainTextPath: 'internal://s.txt' })
  const qde = project(origin, [el('Sources', {}, source)])
  const { archive } = opened(qdpx(qde, { 'sources/s.txt': written }))
  expect([...archive.contents.values()][0]?.text).toContain('One\n\nTwo')
})

test('every position stands inside the text, whatever is stated', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer()), (raw, numbers) => {
      const text = foreignText(raw.toWellFormed())
      for (const reading of text.readings)
        for (const number of numbers) {
          const at = text.positions(reading).toPosition(number)
          expect(at >= 0 && at <= text.text.length).toBe(true)
        }
    }),
  )
})

test('counting there and back is the identity for every reading and every text', () => {
  const piece = fc.constantFrom(
    'a',
    'é',
    '🌱',
    '👩🏽‍🌾',
    '\r\n',
    '\n',
    '\r',
    ' ',
    'אמון',
    '\u2028',
    '\u00a0',
    'e\u0301',
  )
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, mark) => {
      const bare = pieces.join('')
      const text = foreignText(mark ? `\uFEFF${bare}` : bare)
      let unit = 0
      // Piece by piece, so that no position falls between CR and LF.
      const places = bare.replace(/\r\n/g, '\n').replace(/\r/g, '\n')
      const whole = text.positions({
        unit: 'UTF-16 units',
        lineEnd: 'one',
        countsMark: mark,
        endsInside: false,
      })
      for (const character of places) {
        expect(whole.toPosition(unit + (mark ? 1 : 0))).toBe(unit)
        unit += character.length
      }
      const written = text.positions({
        unit: 'code points',
        lineEnd: 'as written',
        countsMark: false,
        endsInside: false,
      })
      expect(written.length).toBe([...bare].length)
      expect(written.toPosition(written.length)).toBe(text.text.length)
    }),
  )
})
