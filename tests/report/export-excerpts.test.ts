import { strFromU8, unzipSync } from 'fflate'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { excerptTable } from '../../shared/report/excerpts.ts'
import { excerptsCsv, excerptsDocx, excerptsXlsx, notAFormula } from '../../shared/report/export-excerpts.ts'
import { smallInquiry } from './small-inquiry.ts'

const built = smallInquiry()
const wanted = { layer: readLayer(built.project), audience: 'funder' }
const table = excerptTable(built.project, built.texts, wanted)
const row = (participant: string, code: string) => {
  const found =
    table.rows.find(
      (cells) => cells[0] === participant && cells[table.columns.indexOf('Code')]?.endsWith(code),
    ) ?? []
  return Object.fromEntries(table.columns.map((column, i) => [column, found[i]]))
}

test('an excerpt says who, from where, which words and which codes', () => {
  expect(row('Noor', 'Metrics')).toMatchObject({
    Role: 'network builder',
    Source: 'Interview 01',
    Paragraph: '2',
    Quote: 'They wanted a number by June, any number really. [Noor], they said, bring us a number.',
    Code: 'Barriers › Metrics',
    Coder: 'Ada',
  })
})

test('words that may not be quoted are said to be so, and nobody withdrawn is there', () => {
  expect(row('Samuel', 'Funding').Quote).toBe('[may not be quoted]')
  expect(row('Aiyana', 'Funding').Quote).toBe('[may not be quoted]')
  const all = JSON.stringify(table)
  for (const secret of ['Tomás', 'Withdrawn', 'Zacharias', 'Grietje', 'Paraphrasable', 'Countable'])
    expect(all).not.toContain(secret)
})

test('codes asked for bring the codes below them', () => {
  const barriers = excerptTable(built.project, built.texts, { ...wanted, codes: [built.code('Barriers').id] })
  const boats = excerptTable(built.project, built.texts, { ...wanted, codes: [built.code('Boats').id] })
  expect(barriers.rows.length + boats.rows.length).toBe(table.rows.length)
})

test('CSV reads back as the same cells, and none of them is a formula', () => {
  const cells = { columns: ['Quote'], rows: [['=HYPERLINK("x")'], ['a "b", c\nd'], ['-1'], ['plain']] }
  const csv = excerptsCsv(cells)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(papaparse.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data).toEqual([
    ['Quote'],
    ['\'=HYPERLINK("x")'],
    ['a "b", c\nd'],
    ["'-1"],
    ['plain'],
  ])
  expect(['=', '+', '-', '@'].map((sign) => notAFormula(`${sign}1`))).toEqual(["'=1", "'+1", "'-1", "'@1"])
})

test('the Excel workbook holds every cell as text', () => {
  const files = unzipSync(excerptsXlsx({ columns: ['Quote', 'Code'], rows: [['=1+1 & <b>', 'Funding']] }))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain(
    '<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1 &#38; &#60;b&#62;</t></is></c>',
  )
  expect(sheet).toContain('r="B2"')
  expect(sheet).not.toContain('<f>')
  expect(Object.keys(files)).toContain('[Content_Types].xml')
})

test('the Word table has a head and every row', async () => {
  const files = unzipSync(await excerptsDocx(table, 'Excerpts'))
  const document = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  expect(document.match(/<w:tr>|<w:tr /g)).toHaveLength(table.rows.length + 1)
  expect(document).toContain('[may not be quoted]')
})
