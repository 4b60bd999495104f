import { expect, test } from 'vitest'
import { scalingDeep } from '../../shared/codebooks/scaling-deep.ts'
import { starterAsCodebook, writeCodebook } from '../../shared/exchange/codebook-files.ts'
import type { CodebookFile } from '../../shared/exchange/codebook-reading.ts'
import type { CodebookState } from '../../shared/exchange/codebook-state.ts'
import { readCodebook } from '../../shared/exchange/read-codebook.ts'
import { receiptSentences } from '../../shared/exchange/read-receipt.ts'
import { codesInTree } from '../../shared/exchange/write-codes.ts'
import { writeCsv } from '../../shared/exchange/write-csv.ts'
import { writeXlsx } from '../../shared/exchange/write-xlsx.ts'
import { countedId } from '../support/build-project.ts'
import { docx, paragraph } from '../support/docx-fixture.ts'

function read(name: string, content: string | Uint8Array): CodebookFile {
  const reading = readCodebook(
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  )
  if (!reading.ok) throw new Error(reading.problem)
  return reading
}

function refused(name: string, content: string | Uint8Array): string {
  const reading = readCodebook(
    name,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  )
  return reading.ok ? 'it was read' : reading.problem
}

function paths({ codes }: CodebookFile): readonly string[] {
  return codesInTree(codes).map(({ path }) => path.join(' › '))
}

test('Taguette’s tags come in with their descriptions, under a byte order mark or not', () => {
  for (const mark of ['', '\uFEFF']) {
    const book = read(
      'codebook.csv',
      `${mark}tag,description,number of highlights\r\ninteresting,Further review required,3\r\npeople,"Known people, and others",0\r\n`,
    )
    expect(book.codes.map(({ name, definition }) => [name, definition])).toEqual([
      ['interesting', 'Further review required'],
      ['people', 'Known people, and others'],
    ])
    expect(book.receipt.origin).toBe('Taguette')
    expect([...book.says].sort()).toEqual(['definition', 'name'])
    expect(receiptSentences(book.receipt).join(' ')).toContain('“number of highlights”')
  }
})

test('Taguette’s newer columns are read too, and dots in its tags are levels where tags share what is before them', () => {
  const book = read(
    'codebook.csv',
    'name,description,number of highlights\nbarriers.funding,No money,1\nbarriers.time,,2\ne.g. this,,1\n',
  )
  expect(paths(book)).toEqual(['barriers', 'barriers › funding', 'barriers › time', 'e.g. this'])
  expect(book.stated.size).toBe(0)
})

test('parents come from a column with paths, written in any of the usual ways', () => {
  for (const sign of [' / ', ' > ', ' › ', '::', ' | ']) {
    const book = read('book.csv', `Path;Definition\nA;first\nA${sign}B;second\nA${sign}B${sign}C;third\n`)
    expect(paths(book)).toEqual(['A', 'A › B', 'A › B › C'])
  }
  expect(paths(read('book.tsv', 'Name\tPath\nB\tA / B\nC\tA / B\n'))).toEqual(['A', 'A › B', 'A › B › C'])
})

test('parents come from a column of their own, and one that has no row is made for grouping', () => {
  const book = read('book.csv', 'Code,Category\nFunding,Barriers\nTime,Barriers\nTrust,\n')
  expect(paths(book)).toEqual(['Trust', 'Barriers', 'Barriers › Funding', 'Barriers › Time'])
  expect(book.codes.find(({ name }) => name === 'Barriers')?.codable).toBe(false)
  expect(receiptSentences(book.receipt).join(' ')).toContain('named as parents')
})

test('parents come from numbers, as other tools count their codes', () => {
  const book = read('book.csv', 'cid,name,memo,supercid\n1,Barriers,,\n7,Funding,No money,1\n9,Late,,7\n')
  expect(paths(book)).toEqual(['Barriers', 'Barriers › Funding', 'Barriers › Funding › Late'])
})

test('parents come from levels, from an outline over several columns, and from names that stand in', () => {
  expect(paths(read('a.csv', 'Level,Code\n1,A\n2,B\n3,C\n2,D\n1,E\n'))).toEqual([
    'A',
    'A › B',
    'A › B › C',
    'A › D',
    'E',
  ])
  const outline = 'Level 1,Level 2,Level 3,Definition\nA,,,first\n,B,,second\n,,C,third\nD,E,,fourth\n'
  expect(paths(read('b.csv', outline))).toEqual(['A', 'A › B', 'A › B › C', 'D', 'D › E'])
  expect(paths(read('c.csv', 'Theme,Subtheme\nA,\nA,B\nA,C\n'))).toEqual(['A', 'A › B', 'A › C'])
  expect(paths(read('d.csv', 'Code;Description\nA;x\n  B;y\n    C;z\n  D;\nE;\n'))).toEqual([
    'A',
    'A › B',
    'A › B › C',
    'A › D',
    'E',
  ])
  expect(paths(read('e.csv', 'Code;Description\nA;x\n- B;y\n- - C;z\n'))).toEqual(['A', 'A › B', 'A › B › C'])
})

test('a code below itself goes to the top, and a row without a name is left out and told', () => {
  const book = read('book.csv', 'Code,Parent\nA,B\nB,A\n,A\n')
  expect(book.codes).toHaveLength(2)
  expect(receiptSentences(book.receipt).join(' ')).toMatch(/without a code’s name.*went to the top/)
})

test('tables in older encodings, with semicolons and a title above the headings, are read', () => {
  const latin = Uint8Array.from(
    'Codebuch 2024;;\nBezeichnung;Beschreibung\nMühe;Große Anstrengung für alle\nWärme;Gefühl der Nähe\n',
    (sign) => sign.charCodeAt(0),
  )
  expect(read('buch.csv', latin).codes.map(({ name, definition }) => [name, definition])).toEqual([
    ['Mühe', 'Große Anstrengung für alle'],
    ['Wärme', 'Gefühl der Nähe'],
  ])
  const wide = new Uint8Array(
    new Uint16Array([0xfeff, ...[...'Code\tMemo\nÖl\tFlüssig\n'].map((sign) => sign.charCodeAt(0))]).buffer,
  )
  expect(read('book.txt', wide).codes[0]?.name).toBe('Öl')
})

test('cells that begin like formulas come back as they were, also those that had a sign in front', () => {
  const cells = ['=SUM(A1)', '+1', "'=x", "''-y", '@z', "'plain", ' =spaced']
  const table = { name: 'T', columns: ['Code', 'Definition'], rows: cells.map((cell, i) => [`C${i}`, cell]) }
  const told = (book: CodebookFile) => book.codes.map(({ definition }) => definition)
  const wanted = cells.map((cell) => cell.trim())
  expect(told(read('book.csv', writeCsv(table)))).toEqual(wanted)
  expect(told(read('book.xlsx', writeXlsx([table])))).toEqual(wanted)
})

test('a workbook is read from the sheet that is a codebook', () => {
  const bytes = writeXlsx([
    { name: 'Notes', columns: ['What', 'When'], rows: [['Began', 2024]] },
    {
      name: 'Codes',
      columns: ['Code', 'Parent code', 'Inclusion criteria', 'Colour', 'Who'],
      rows: [
        ['A', '', 'Always', '#ff0000', 'Ada'],
        ['B', 'A', '', '', ''],
      ],
    },
  ])
  const book = read('book.xlsx', bytes)
  expect(paths(book)).toEqual(['A', 'A › B'])
  expect(book.codes[0]).toMatchObject({ include: 'Always', colour: '#ff0000' })
  expect(receiptSentences(book.receipt).join(' ')).toContain('“Who”')
})

test('JSON of others is read: nested, flat with parents, or names with definitions', () => {
  const nested = {
    themes: [{ title: 'A', description: 'first', children: ['B', { name: 'C', color: 'rgb(1,2,3)' }] }],
  }
  const book = read('a.json', JSON.stringify(nested))
  expect(paths(book)).toEqual(['A', 'A › B', 'A › C'])
  expect(book.codes[2]?.colour).toBe('#010203')
  expect(
    paths(read('b.json', '[{"id":1,"name":"A"},{"id":2,"name":"B","parent":1},{"name":"C","parent":"B"}]')),
  ).toEqual(['A', 'A › B', 'A › B › C'])
  expect(
    read('c.json', '{"Trust":"Believing","Time":"Hours"}').codes.map(({ definition }) => definition),
  ).toEqual(['Believing', 'Hours'])
})

test('a list nested a hundred thousand deep is no crash', () => {
  const deep = `${'[{"name":"A","children":'.repeat(100_000)}[]${'}]'.repeat(100_000)}`
  expect(() => refused('deep.json', deep)).not.toThrow()
})

const state: CodebookState = {
  project: countedId('1'.length),
  at: 1_700_000_000_000,
  knows: [countedId(7), countedId(8)],
  version: countedId(9),
}

test.each(['json', 'qdc', 'xlsx'] as const)(
  'a codebook written as .%s says which state it is of',
  async (ending) => {
    const codebook = { ...starterAsCodebook(scalingDeep), state }
    const book = read(`book.${ending}`, await writeCodebook(codebook, ending))
    expect(book.state).toEqual(state)
    expect(book.name).toBe(scalingDeep.name)
    expect(book.codes).toHaveLength(scalingDeep.codes.length)
    expect(book.stated.size).toBe(scalingDeep.codes.length)
  },
)

test('a row that somebody renamed in a table keeps the codes below it, and one that was given another parent moves', async () => {
  const codes = [
    { id: countedId<'code'>(1), name: 'Barriers', order: 'b' },
    { id: countedId<'code'>(2), name: 'Funding', parent: countedId<'code'>(1), order: 'c' },
    { id: countedId<'code'>(3), name: 'Late', parent: countedId<'code'>(2), order: 'd' },
    { id: countedId<'code'>(4), name: 'Trust', order: 'e' },
  ]
  const csv = new TextDecoder().decode(await writeCodebook({ name: 'Book', codes }, 'csv'))
  const renamed = csv.replace('\r\nFunding,', '\r\nMoney,')
  expect(paths(read('book.csv', renamed))).toEqual([
    'Barriers',
    'Barriers › Money',
    'Barriers › Money › Late',
    'Trust',
  ])
  const moved = csv.replace('\r\nTrust,,', '\r\nTrust,Barriers,')
  expect(paths(read('book.csv', moved))).toEqual([
    'Barriers',
    'Barriers › Funding',
    'Barriers › Funding › Late',
    'Barriers › Trust',
  ])
  const added = `${csv}New,Trust,2\r\n`
  expect(paths(read('book.csv', added)).at(-1)).toBe('Trust › New')
  const [head = '', ...rows] = csv.trimEnd().split('\r\n')
  const sorted = [head, ...rows.toReversed()].join('\r\n')
  expect(read('book.csv', sorted).says.has('order')).toBe(false)
})

test('what is no codebook is refused with a sentence', () => {
  expect(refused('empty.csv', '')).toContain('empty')
  expect(refused('people.csv', 'Pseudonym,Region\nNoor,Delta\n')).toContain('names codes')
  expect(refused('book.csv', 'Code,Definition\n')).toContain('no code')
  expect(refused('book.json', '{"a":')).toContain('damaged')
  expect(refused('book.json', '{"a":1}')).toContain('no list of codes')
  expect(refused('page.qdc', '<html><body/></html>')).toContain('no codebook')
  expect(refused('book.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4))).toContain('Excel')
  expect(refused('guide.docx', docx(paragraph('Code: Trust')))).toContain('QDC, CSV, XLSX or JSON')
  expect(refused('picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 0xff))).not.toBe(
    'it was read',
  )
  expect(
    refused('many.csv', `Code\n${Array.from({ length: 5001 }, (_, i) => `C${i}`).join('\n')}\n`),
  ).toContain('5,000')
})
