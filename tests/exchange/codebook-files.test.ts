import { existsSync, readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { scalingDeep } from '../../shared/codebooks/scaling-deep.ts'
import { codeDescription, readCodeDescription } from '../../shared/exchange/code-description.ts'
import { codebookEndings, starterAsCodebook, writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { readCodes } from '../../shared/exchange/read-codes.ts'
import { childOf, readXml } from '../../shared/exchange/read-xml.ts'
import { writeCsv } from '../../shared/exchange/write-csv.ts'
import { writeXlsx } from '../../shared/exchange/write-xlsx.ts'

const codebook = starterAsCodebook(scalingDeep)

test.each(codebookEndings)('the starter codebook is written as .%s, the same every time', async (ending) => {
  const bytes = await writeCodebook(codebook, ending)
  expect(bytes.length).toBeGreaterThan(1000)
  expect(await writeCodebook(codebook, ending)).toEqual(bytes)
})

test('a .qdc holds every code with its parent, words and colour', async () => {
  const reading = readXml(await writeCodebook(codebook, 'qdc'))
  const codes = reading.ok ? readCodes(childOf(reading.root, 'Codes')) : []
  const told = (list: typeof codes) =>
    Object.fromEntries(
      list.map(({ id, name, parent, definition, include, exclude, example, colour }) => [
        id,
        { name, parent, definition, include, exclude, example, colour },
      ]),
    )
  expect(told(codes)).toEqual(told([...codebook.codes]))
})

test('definition, include, exclude and example come apart as they were put together', () => {
  const words = { definition: 'a\n\nb', include: 'when', exclude: 'not: when', example: 'Example: so' }
  expect(readCodeDescription(codeDescription(words) ?? '')).toEqual(words)
  expect(readCodeDescription(codeDescription({ include: 'when' }) ?? '')).toEqual({ include: 'when' })
  expect(readCodeDescription('Written elsewhere')).toEqual({ definition: 'Written elsewhere' })
  expect(codeDescription({})).toBeUndefined()
})

test('in CSV no cell begins a calculation, and every cell reads back', () => {
  const cells = ['=SUM(A1)', '+1', '-1', '@cmd', ' =x', 'plain', 'a "b", c\nd', '']
  const text = strFromU8(
    writeCsv({ name: 'T', columns: ['Code'], rows: cells.map((cell) => [cell, 'x']) }),
  ).slice(1)
  const read = Papa.parse<string[]>(text)
    .data.slice(1, -1)
    .map(([cell]) => cell)
  expect(read).toEqual(["'=SUM(A1)", "'+1", "'-1", "'@cmd", "' =x", 'plain', 'a "b", c\nd', ''])
})

test('in Excel everything is text or number', () => {
  const files = unzipSync(writeXlsx([{ name: 'A/B', columns: ['One', 'Two'], rows: [['=1+1', 7]] }]))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain(
    '<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="B2" s="2"><v>7</v></c>',
  )
  expect(sheet).not.toContain('<f>')
})

const schema = '../shared/refi/Codebook.xsd'
const unseen = existsSync(schema) ? '' : ' (skipped: the standard’s schema is not here)'

test.skipIf(unseen !== '')(
  `.qdc files are valid by the standard’s schema${unseen}`,
  { timeout: 60_000 },
  async () => {
    const files = [codebook, { name: 'Empty', codes: [] }]
    const xml = await Promise.all(
      files.map(async (each, i) => ({ fileName: `${i}.xml`, contents: await writeCodebook(each, 'qdc') })),
    )
    const result = await validateXML({ xml, schema: readFileSync(schema, 'utf8') })
    expect(result.errors.map((error) => error.message)).toEqual([])
  },
)
