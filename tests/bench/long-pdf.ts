import { column, type MadePage, pdf } from '../support/pdf-fixture.ts'

/** An interview printed to a hundred pages: numbered lines, heads and feet, labels, some ten words a line. */
export function longPdf(pages = 100): Uint8Array {
  return pdf({ pages: Array.from({ length: pages }, (_, i) => printed(i + 1, pages)) })
}

function printed(number: number, of: number): MadePage {
  const lines = Array.from({ length: 44 }, (_, i) => {
    const label = i % 4 === 0 ? (i % 8 === 0 ? 'Interviewer: ' : 'Ada Lind: ') : ''
    return `${label}${words(number * 50 + i, label === '' ? 13 : 11)}`
  })
  return {
    words: [
      ...column([`Interview with Ada Lind, ${number} of ${of}`], { y: 40, size: 9 }),
      ...column(
        lines.map((_, i) => `${i + 1}`),
        { x: 40, y: 80, pitch: 16, size: 8 },
      ),
      ...column(lines, { y: 80, pitch: 16 }),
      ...column([`Page ${number}`], { x: 280, y: 815, size: 9 }),
    ],
  }
}

const VOCABULARY =
  'the water came over the wall that spring and nobody had asked us who would pay for the road which the council wanted to close before harvest'.split(
    ' ',
  )

function words(seed: number, count: number): string {
  return Array.from(
    { length: count },
    (_, i) => VOCABULARY[(seed * 7 + i * 11) % VOCABULARY.length] ?? 'water',
  ).join(' ')
}
