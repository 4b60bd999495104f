import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const number = (value: number | string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`

const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[h]:mm:ss.000"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="20"/><xf numFmtId="170"/><xf numFmtId="22"/></cellXfs></styleSheet>`

function workbook(sheets: readonly string[], parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = sheets.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
  const rels = sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/t${i + 1}.xml"/>`)
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/t${i + 1}.xml`, sheet])),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])))
}

const headings = row(text('Time'), text('Speaker'), text('Text'))
const talk = (times: readonly string[]): string =>
  sheetOf(
    headings +
      times
        .map((time, i) =>
          row(time, text(i % 2 === 0 ? 'Ana' : 'Rui'), text('Some words said here, as it was.')),
        )
        .join(''),
  )

test('shared texts, texts in place and gaps between cells are read', async () => {
  const shared =
    '<sst><si><t>Ana</t></si><si><r><t>How </t></r><r><t xml:space="preserve">are you?</t></r><rPh><t>x</t></rPh></si></sst>'
  const sheet = sheetOf(
    `${row(text('who'), text('note'), text('words'))}
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
${row(text('Rui'), '<c/>', text('Well_x000D_\nand good'))}
${row('<c/>', '<c/>', text('A door'))}
<row r="7"><c r="C7" t="str"><f>A1</f><v>Fine</v></c><c r="A7" t="s"><v>0</v></c></row>`,
  )
  const draft = await draftOf('talk.xlsx', workbook([sheet], { 'xl/sharedStrings.xml': shared }))
  expect([draft.format, draft.units]).toEqual(['xlsx', 4])
  expect(spoken(draft)).toEqual(['Ana: How are you?', 'Rui: Well / and good', 'Ana: Fine'])
  expect(draft.blocks.map((block) => draft.text.slice(block.start, block.end))).toEqual(['A door'])
  expect(unsound(draft)).toEqual([])
})

test.each([
  ['as text', [text('0:05'), text('1:02')], [5000, 62_000]],
  [
    'typed as minutes and seconds, which Excel takes for hours',
    [number(5 / 1440, 1), number(62 / 1440, 1)],
    [5000, 62_000],
  ],
  ['by a number format', [number(5.25 / 86_400, 2), number(3605 / 86_400, 2)], [5250, 3_605_000]],
  ['as fractions of a day without a format', [number(5 / 86_400), number(9 / 86_400)], [5000, 9000]],
  ['as seconds', [number(5), number(9.5)], [5000, 9500]],
  ['as milliseconds', [number(5000), number(9500)], [5000, 9500]],
  ['as dates, which are no times of a recording', [number(45_000.5, 3), number(45_000.6, 3)], [null, null]],
])('times are read: %s', async (_, times, expected) => {
  const draft = await draftOf('talk.xlsx', workbook([talk(times)]))
  expect(draft.turns.map((turn) => turn.time)).toEqual(expected)
})

test('a date that never changes is a fact, shown as a date', async () => {
  const sheet = sheetOf(
    row(text('Speaker'), text('Text'), text('Date')) +
      row(text('Ana'), text('How are you?'), number(45_415, 3)) +
      row(text('Rui'), text('Well enough.'), number(45_415, 3)),
  )
  expect((await draftOf('talk.xlsx', workbook([sheet]))).attributes).toEqual({ Date: '2024-05-03' })
})

test('the sheet that is a transcript is taken, the others are counted', async () => {
  const notes = sheetOf(row(text('Notes')) + row(text('call back')))
  const draft = await draftOf('talk.xlsx', workbook([notes, talk([text('0:05'), text('0:09')])]))
  expect(draft.turns).toHaveLength(2)
  expect(report(draft)).toEqual(['1 other sheet of the workbook left out'])
})

const survey = sheetOf(
  row(text('id'), text('q1')) +
    row(number(1), text('I liked the walks')) +
    row(number(2), text('The food was good')),
)
const bomb = workbook([sheetOf(`<!--${' '.repeat(10_000_000)}-->`)])

test.each([
  ['an empty sheet', workbook([sheetOf('')]), /^This table has/],
  ['a workbook cut off', workbook([survey]).slice(0, -30), /^This Excel workbook is cut off or damaged/],
  ['a zip bomb', bomb, /^This file is packed in a way that could fill the computer/],
  ['XML nested too deeply', workbook(['<a>'.repeat(200_000)]), /nested too deeply/],
  ['XML that is broken', workbook(['<worksheet><sheetData><row>']), /^This Excel file is damaged or cut off/],
  [
    'entities of its own',
    workbook(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']),
    /^This Excel file defines entities/,
  ],
  [
    'a cell far out',
    workbook([sheetOf('<row><c r="ZZZZZZ1"><v>1</v></c></row>')]),
    /^This table has 321272406 of 1000/,
  ],
  [
    'a million columns',
    workbook([sheetOf(row('<c/>'.repeat(1_000_000).replace(/<c\/>$/, number(1))))], {}),
    /^This table has 1000000 of 1000 columns allowed/,
  ],
  ['a binary workbook', zipSync({ 'xl/workbook.bin': strToU8('x') }), /^This is a binary Excel workbook/],
])('%s is turned away with a sentence', async (_, bytes, sentence) => {
  expect(await problemOf('talk.xlsx', bytes)).toMatch(sentence)
  expect(await problemOf('talk.xlsx', bytes)).toMatch(/^\P{Ll}.{15,420}\.$/su)
})

test('a shared text used again and again does not fill the computer', async () => {
  const shared = `<sst><si><t>${'word '.repeat(200_000)}</t></si></sst>`
  const cells = row(text('Ana'), '<c t="s"><v>0</v></c>').repeat(60)
  const bytes = workbook([sheetOf(cells)], { 'xl/sharedStrings.xml': shared })
  expect(await problemOf('talk.xlsx', bytes)).toMatch(
    /^This workbook holds more text than Loam reads at once/,
  )
})

test('whatever byte is changed in a workbook, it ends in a sound draft or a sentence', async () => {
  const sound = workbook([talk([number(5), number(9.5)])])
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
      const bytes = cut ? sound.slice(0, at + 1) : sound.with(at, byte)
      const outcome = await readSource({ name: 'talk.xlsx', bytes })
      if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
      else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
    }),
    { numRuns: 200 },
  )
})
