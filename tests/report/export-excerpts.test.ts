import { strFromU8, unzipSync } from 'fflate'
import papaparse from 'papaparse'
import { expect, test } from 'vitest'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { excerptTable } from '../../shared/report/excerpts.ts'
import { excerptsCsv, excerptsDocx, excerptsXlsx } from '../../shared/report/export-excerpts.ts'
import { smallInquiry, smallInquirySpec } from './small-inquiry.ts'

const built = smallInquiry()
const wanted = { layer: readLayer(built.project), audience: 'funder' }
const table = excerptTable(built.project, built.texts, wanted)
const at = (column: string) => table.columns.indexOf(column)
const row = (participant: string, code: string) => {
  const found =
    table.rows.find((cells) => cells[at('Participant')] === participant && cells[at('Code')] === code) ?? []
  return Object.fromEntries(table.columns.map((column, i) => [column, found[i]]))
}

test('an excerpt says who, from where, which words and which codes', () => {
  expect(row('Noor', 'Metrics')).toMatchObject({
    Role: 'network builder',
    Source: 'Interview 01',
    Paragraph: 2,
    Citation: 'P01 ¶2',
    Quote: 'They wanted a number by June, any number really. [Noor], they said, bring us a number.',
    'Code path': 'Barriers › Metrics',
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

test('words of nobody who is known are not quoted, since nobody allowed it', () => {
  const unknown = table.rows.filter(
    (cells) => cells[at('Source')] === 'Session 1' && cells[at('Participant')] === '',
  )
  expect(unknown.map((cells) => cells[at('Quote')])).toEqual(['[may not be quoted]'])
  expect(JSON.stringify(table)).not.toContain('A voice nobody knows')
})

test('an interviewer’s words may stand, but not beside those of an unknown voice', () => {
  const asked = smallInquiry({
    codings: [
      { source: 'Session 1', code: 'Hope', quote: 'Who wants to begin?' },
      { source: 'Session 2', code: 'Hope', quote: 'What do you think?\nVisitor: That is not for me to say.' },
    ],
    sources: [
      ...smallInquirySpec.sources.slice(0, -1),
      {
        name: 'Session 2',
        kind: 'group',
        turns: [
          ['I', 'What do you think?'],
          ['Visitor', 'That is not for me to say.'],
        ],
      },
    ],
  })
  const { columns, rows } = excerptTable(asked.project, asked.texts)
  expect(rows.map((cells) => cells[columns.indexOf('Quote')])).toEqual([
    'Who wants to begin?',
    '[may not be quoted]',
  ])
})

test('excerpts stand by code as in the codebook, then by source and place', () => {
  const order = [...new Set(table.rows.map((cells) => cells[at('Code')]))]
  expect(order).toEqual(['Funding', 'No funding loop', 'Metrics', 'Boats'])
})

test('codes asked for bring the codes below them', () => {
  const barriers = excerptTable(built.project, built.texts, { ...wanted, codes: [built.code('Barriers').id] })
  const boats = excerptTable(built.project, built.texts, { ...wanted, codes: [built.code('Boats').id] })
  expect(barriers.rows.length + boats.rows.length).toBe(table.rows.length)
})

test('CSV reads back as the same cells, and none of them is a formula', () => {
  const cells = {
    columns: ['Quote'],
    rows: [['=HYPERLINK("x")'], ['a "b", c\nd'], ['-1'], ['+1'], ['@1'], [' =1'], ['\t=1'], ['plain']],
  }
  const csv = excerptsCsv(cells)
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(papaparse.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data).toEqual([
    ['Quote'],
    ['\'=HYPERLINK("x")'],
    ['a "b", c\nd'],
    ["'-1"],
    ["'+1"],
    ["'@1"],
    ["' =1"],
    ["'\t=1"],
    ['plain'],
  ])
})

test('the Excel workbook holds every cell as text', () => {
  const files = unzipSync(excerptsXlsx({ columns: ['Quote', 'Code'], rows: [['=1+1 & <b>', 'Funding']] }))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain(
    '<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t></is></c>',
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
  expect(document).toContain('Code path')
  expect(document).not.toContain('Coding id')
})
