import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryStarts } from '../../shared/importers/carry-starts.ts'
import { fileAsLines } from '../../shared/importers/file-as-lines.ts'
import { notice, withFewSamples } from '../../shared/importers/notice.ts'
import { readOriginal } from '../../shared/importers/read-original.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { stretchesOfPassage } from '../../shared/importers/stretches-of-passage.ts'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('a caret stands in one stretch, a selection in all it touches, and nothing stands before the first', () => {
  const starts = [4, 10, 20]
  const at = (start: number, end: number) => stretchesOfPassage(starts, { start, end })
  expect(at(10, 10)).toEqual({ first: 1, last: 1 })
  expect(at(12, 12)).toEqual({ first: 1, last: 1 })
  expect(at(9, 10)).toEqual({ first: 0, last: 0 })
  expect(at(9, 11)).toEqual({ first: 0, last: 1 })
  expect(at(5, 99)).toEqual({ first: 0, last: 2 })
  expect(at(0, 3)).toBeNull()
  expect(at(0, 12)).toEqual({ first: 0, last: 1 })
  expect(stretchesOfPassage([], { start: 0, end: 5 })).toBeNull()
})

test('of stretches that are gone the one that is still there is shown', () => {
  expect(stretchesOfPassage([0, 7, 7, 7], { start: 8, end: 9 })).toEqual({ first: 3, last: 3 })
})

test('beginnings stay where the text is the same', () => {
  expect(carryStarts([0, 3, 9], 'one two three', 'one two three')).toEqual([0, 3, 9])
})

test('beginnings move with words that were put in and taken out, and a label put back belongs to its stretch', () => {
  const before = 'How did it begin?\nWe met at the well.\nAnd then it grew.'
  const today = 'Interviewer: How did it begin?\nWe met at the old well.\nAnd then it grew.'
  const carried = carryStarts([0, 18, 38], before, today)
  expect(carried).toEqual([0, today.indexOf('We met'), today.indexOf('And then')])
})

test('a text that is no longer the file’s has no places', () => {
  const other = 'Something else altogether stands here, and not one of its words was in the file that came.'
  expect(carryStarts([0, 18], 'How did it begin?\nWe met at the well.', other)).toBeNull()
})

test('carried beginnings are in order and inside the text, whatever was changed', () => {
  const words = fc.array(fc.constantFrom('well', 'water', 'form', 'time', 'somebody', '\n'), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [before, today] = [a.join(' '), b.join(' ')]
      const starts = [...before.matchAll(/\S+/g)].map((match) => match.index)
      const carried = carryStarts(starts, before, today)
      if (carried === null) return
      expect(carried).toEqual(carried.toSorted((x, y) => x - y))
      for (const start of carried) expect(start >= 0 && start <= today.length).toBe(true)
    }),
  )
})

test('bytes are found in the lines of a file as an editor shows them', () => {
  const bytes = bytesOf('\uFEFFWEBVTT\r\n\r\n00:01 → Zoë: “Hé!”\rlast\n')
  const lines = fileAsLines(bytes, 'utf-8')
  expect(lines?.lines).toEqual(['WEBVTT', '', '00:01 → Zoë: “Hé!”', 'last', ''])
  const quote = bytes.length - bytesOf('“Hé!”\rlast\n').length
  expect(lines?.place(quote)).toEqual({ line: 3, column: '00:01 → Zoë: '.length })
  expect(lines?.place(0)).toEqual({ line: 1, column: 0 })
  expect(lines?.place(bytes.length)).toEqual({ line: 5, column: 0 })
  expect(lines?.place(10_000)).toEqual({ line: 5, column: 0 })
  expect(fileAsLines(bytes, 'no-such-encoding')).toBeNull()
})

test('a UTF-16 file with Ċ in it, whose byte looks like a line end, has the lines it has', () => {
  const text = 'Ċona\r\nsecond ਊ\n'
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const bytes = utf16(text, encoding)
    const lines = fileAsLines(bytes, encoding)
    expect(lines?.lines).toEqual(['Ċona', 'second ਊ', ''])
    expect(lines?.place(12)).toEqual({ line: 2, column: 0 })
    expect(lines?.place(12 + 14)).toEqual({ line: 2, column: 7 })
  }
})

test('every character of a file is found at its line and column', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', ' '), maxLength: 80 })
  fc.assert(
    fc.property(text, (written) => {
      const lines = fileAsLines(bytesOf(written), 'utf-8')
      let byte = 0
      for (const sign of written.match(/\r\n|./gsu) ?? []) {
        const place = lines?.place(byte)
        const line = lines?.lines[(place?.line ?? 0) - 1] ?? ''
        if (!/[\r\n]/.test(sign)) expect(line.startsWith(sign, place?.column)).toBe(true)
        byte += bytesOf(sign).length
      }
    }),
  )
})

test('a file read again says where the words stand in it, in lines that can be looked up', async () => {
  const written = `WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:04.000
<v Interviewer>How did it begin?</v>

2
00:00:04.000 --> 00:00:09.000
<v Ana>We met at the well.</v>
`
  const file = { name: 'well.vtt', bytes: bytesOf(written) }
  const outcome = await readSource(file)
  if (!outcome.ok) throw new Error(outcome.problem)
  const today = outcome.draft.text.replace('We met', 'We often met')
  const reading = await readOriginal(file, { name: 'well', text: today })
  if (!reading.ok) throw new Error(reading.problem)
  const start = today.indexOf('the well')
  const found = reading.starts && stretchesOfPassage(reading.starts, { start, end: start + 8 })
  const place = found && reading.stretches[found.first]?.place
  expect(reading.encoding).toBe('utf-8')
  expect(reading.notices.map(({ what }) => what)).toContain('line of notes (NOTE) left out')
  if (place?.kind !== 'cue') throw new Error('the cue is not known')
  expect(place.cue).toBe(2)
  const lines = fileAsLines(file.bytes, 'utf-8')
  const from = lines?.place(place.bytes[0]).line ?? 0
  const to = lines?.place(place.bytes[1]).line ?? 0
  expect(lines?.lines.slice(from - 1, to).join('\n')).toContain('We met at the well.')
  expect(lines?.lines.slice(from - 1, to).join('\n')).not.toContain('How did it begin?')
})

test('a file that cannot be read again says why', async () => {
  const outcome = await readOriginal({ name: 'a.txt', bytes: new Uint8Array() }, { name: 'a', text: '' })
  expect(outcome).toEqual({ ok: false, problem: 'This file is empty: export or save it once more.' })
})

test('looking at one file shows 500 pieces of what was left out, bringing many in shows 20', () => {
  const pieces = Array.from({ length: 700 }, (_, i) => `piece ${i} ${'x'.repeat(300)}`)
  const many = notice('dropped', 700, ['piece', 'pieces'], pieces)
  expect(many[0]?.samples.length).toBe(500)
  expect(Math.max(...(many[0]?.samples ?? []).map((each) => each.length))).toBe(120)
  const few = withFewSamples(many)
  expect(few[0]?.samples).toEqual(many[0]?.samples.slice(0, 20))
  expect(few[0]?.count).toBe(700)
})

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  return Uint8Array.from(
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  )
}

test('a table of answers is the file of every respondent: each finds their own row, also where two said the same', async () => {
  const table = [
    'Name,What helped you?,What stood in the way?',
    'Ilse,The well in our own street,A form that nobody could read',
    'Bram,Time and good neighbours,The first year without money',
    'Noor,Time and good neighbours,The first year without money',
  ]
  const file = { name: 'answers.csv', bytes: bytesOf(table.join('\n')) }
  const outcome = await readSource(file)
  if (!outcome.ok || !outcome.draft.survey) throw new Error('this is not read as a survey')
  expect(outcome.draft.table).toBeUndefined()
  const drafts = surveyDrafts(outcome.draft.survey, {
    roles: { 0: 'respondent', 1: 'question', 2: 'question' },
    shape: 'respondents',
  })
  const rowOf = async (name: string, text: string) => {
    const reading = await readOriginal(file, { name, text })
    if (!reading.ok) throw new Error(reading.problem)
    const start = text.indexOf('year') < 0 ? text.indexOf('form') : text.indexOf('year')
    const found = reading.starts && stretchesOfPassage(reading.starts, { start, end: start + 4 })
    expect(reading.table?.rows.length).toBe(4)
    return found && reading.stretches[found.first]?.place
  }
  const [ilse, bram, noor] = drafts
  expect(await rowOf(ilse?.name ?? '', ilse?.text ?? '')).toEqual({ kind: 'cell', cell: 'C2' })
  expect(await rowOf('Somebody else', ilse?.text ?? '')).toEqual({ kind: 'cell', cell: 'C2' })
  expect(await rowOf(bram?.name ?? '', bram?.text ?? '')).toEqual({ kind: 'cell', cell: 'C3' })
  expect(await rowOf(noor?.name ?? '', noor?.text ?? '')).toEqual({ kind: 'cell', cell: 'C4' })
  expect(await rowOf('Renamed', noor?.text ?? '')).toBeNull()
  expect(await rowOf('Renamed', `${ilse?.text} Corrected.`)).toEqual({ kind: 'cell', cell: 'C2' })
})
