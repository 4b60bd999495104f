import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docx, paragraph, table } from '../support/docx-fixture.ts'
import { draftOf, problemOf, report, roles, spoken } from './read-file.ts'

test('names before colons are turns; headings are blocks; document properties are attributes', async () => {
  const core =
    '<cp:coreProperties xmlns:dc="d" xmlns:dcterms="t"><dc:title>Third talk</dc:title><dc:creator>Noor</dc:creator><dcterms:created>2024-05-03T10:00:00Z</dcterms:created></cp:coreProperties>'
  const body = [
    paragraph('The beginning', 'Heading1'),
    paragraph('Interviewer: How was it?'),
    paragraph('**P07:** Good & fine.'),
    paragraph(''),
    paragraph('It ended.'),
    paragraph('Interviewer: Why?'),
    paragraph('P07: Money <3.'),
  ].join('')
  const draft = await draftOf('Talk.docx', docx(body, { 'docProps/core.xml': core }))
  expect(draft.text).toBe(
    'The beginning\nInterviewer: How was it?\nP07: Good & fine.\nIt ended.\nInterviewer: Why?\nP07: Money <3.',
  )
  expect(spoken(draft)[1]).toBe('P07: Good & fine. / It ended.')
  expect(draft.blocks.map((block) => draft.text.slice(block.start, block.end))).toEqual(['The beginning'])
  expect(draft.attributes).toMatchObject({ Title: 'Third talk', Author: 'Noor', Created: '2024-05-03' })
  expect(roles(draft)).toEqual(['Interviewer interviewer 2', 'P07 participant 2'])
  expect([draft.units, draft.encoding]).toEqual([6, undefined])
})

test('Teams: one paragraph a turn, with line breaks between name, time and text', async () => {
  const turn = (name: string, time: string, text: string): string =>
    paragraph(`\n**${name}**   ${time}\n${text}\n`)
  const draft = await draftOf(
    'a.docx',
    docx(
      paragraph('Transcript') +
        paragraph('3 May 2024, 10:00AM') +
        turn('Haddad, Noor', '0:03', 'Hello there?\nAll well?') +
        turn('Ana Cruz', '0:09', 'Yes.') +
        turn('Haddad, Noor', '0:12', 'Good?') +
        turn('Ana Cruz', '1:00:12', 'Good.'),
    ),
  )
  expect(spoken(draft)).toEqual([
    'Haddad, Noor: Hello there? / All well?',
    'Ana Cruz: Yes.',
    'Haddad, Noor: Good?',
    'Ana Cruz: Good.',
  ])
  expect(draft.turns.map((each) => each.time)).toEqual([3000, 9000, 12000, 3_612_000])
  expect(draft.layout).toBe('Teams transcript (Word)')
})

test('Otter: names with times stand on paragraphs of their own, keywords become attributes', async () => {
  const body = [
    'BSR02',
    'SUMMARY KEYWORDS',
    'grants, hope',
    'SPEAKERS',
    'Noor, Ana',
    '**Noor**  00:03',
    'How?',
    '**Ana**  00:05',
    'So.',
    '**Noor**  00:07',
    'Why?',
    '**Ana**  00:09',
    'Because.',
  ]
  const draft = await draftOf('a.docx', docx(body.map((each) => paragraph(each)).join('')))
  expect(draft.turns).toHaveLength(4)
  expect(draft.attributes).toMatchObject({ 'Summary keywords': 'grants, hope', Speakers: 'Noor, Ana' })
  expect(draft.layout).toBe('Otter transcript (Word)')
})

test('TurboScribe: bracketed names with ranges of time', async () => {
  const body = [
    '[Chercheur] (0:01 - 0:11)',
    'Bonjour ?',
    '[Speaker 2] (0:12 - 0:15)',
    'Bonjour.',
    '[Chercheur] (0:16 - 0:20)',
    'Alors ?',
    '[Speaker 2] (0:21 - 0:30)',
    'Voilà.',
  ]
  const draft = await draftOf('a.docx', docx(body.map((each) => paragraph(each)).join('')))
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])[0]).toEqual([1000, 11000])
  expect(roles(draft)).toEqual(['Chercheur interviewer 2', 'Speaker 2 participant 2'])
})

test('labels set off only by bold type are labels', async () => {
  const draft = await draftOf(
    'a.docx',
    docx(
      Array.from(
        { length: 3 },
        () => paragraph('**Noor** How was it?') + paragraph('**Ana** Fine, I think.'),
      ).join(''),
    ),
  )
  expect(spoken(draft).slice(0, 2)).toEqual(['Noor: How was it?', 'Ana: Fine, I think.'])
})

test('a table with speakers: each row is a turn, names beside the text, other columns counted', async () => {
  const rows = [
    ['Time', 'Speaker', 'Text', 'Mood'],
    ['0:01', 'Noor', 'How was it?', ''],
    ['0:05', 'Ana', 'Fine.', 'glad'],
    ['', '', 'Really.', ''],
    ['0:09', 'Noor', 'Why?', ''],
  ]
  const draft = await draftOf('a.docx', docx(paragraph('Place: Lyon') + table(...rows)))
  expect(draft.text).toBe('Place: Lyon\nHow was it?\nFine.\nReally.\nWhy?')
  expect(spoken(draft)).toEqual(['Noor: How was it?', 'Ana: Fine. / Really.', 'Noor: Why?'])
  expect([draft.turnsAre, draft.turns[1]?.time, draft.attributes.Place]).toEqual(['stated', 5000, 'Lyon'])
  expect(report(draft)).toContain('1 cell of further columns left out')
  const untitled = await draftOf(
    'a.docx',
    docx(
      table(
        ['I', 'What was it like?'],
        ['P1', 'Good, it was good.'],
        ['I', 'And then what?'],
        ['P1', 'Then it ended, sadly.'],
      ),
    ),
  )
  expect(spoken(untitled)[1]).toBe('P1: Good, it was good.')
  const other = await draftOf('a.docx', docx(table(['Year', 'Grant', 'Sum'], ['2021', 'Small', '4000'])))
  expect(other.text).toBe('Year\tGrant\tSum\n2021\tSmall\t4000')
})

test('what is no text is counted: tracked deletions, notes, comments, pictures, page headers', async () => {
  const body =
    '<w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t xml:space="preserve"> added</w:t></w:r></w:ins>' +
    '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>'
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const draft = await draftOf(
    'a.docx',
    docx(body, {
      'word/comments.xml': `<w:comments ${word}><w:comment><w:p><w:r><w:t>Ask again</w:t></w:r></w:p></w:comment></w:comments>`,
      'word/header1.xml': '<w:hdr/>',
    }),
  )
  expect(draft.text).toBe('Kept added')
  expect(report(draft)).toEqual([
    '1 picture left out',
    '1 footnote or endnote left out',
    '1 comment in the margin left out',
    '1 tracked deletion left out',
    '1 page header or footer left out',
  ])
  expect(draft.notices.find((each) => each.what.startsWith('comment'))?.samples).toEqual(['Ask again'])
})

test('a document with macros comes in without them', async () => {
  const draft = await draftOf('a.docm', docx(paragraph('Hello'), { 'word/vbaProject.bin': 'x' }))
  expect([draft.text, report(draft)]).toEqual(['Hello', ['1 set of macros left out']])
})

test('each way a container can be wrong has its sentence', async () => {
  const whole = docx(paragraph('Hello there').repeat(200))
  const zip = (parts: Record<string, Uint8Array>): Uint8Array => zipSync(parts)
  expect(await problemOf('a.docx', whole.subarray(0, whole.length - 40))).toMatch(
    /^This Word document is cut off or damaged/,
  )
  expect(await problemOf('a.docx', zip({ 'photo.txt': strToU8('x') }))).toMatch(
    /^This is a ZIP archive, not a Word document/,
  )
  expect(await problemOf('a.docx', zip({ 'xl/workbook.xml': strToU8('x') }))).toMatch(
    /^This Excel file is damaged or cut off/,
  )
  expect(await problemOf('a.docx', docx('', { '../evil.txt': 'x' }))).toMatch(/names parts outside itself/)
  expect(await problemOf('a.docx', docx('x'.repeat(30_000_000)))).toMatch(
    /could fill the computer.*more than 300 times/,
  )
  expect(await problemOf('a.docx', docx('<w:p>'))).toMatch(/^The text inside this Word document is damaged/)
  expect(await problemOf('a.docx', docx(''))).toMatch(/holds no text/)
  expect(
    await problemOf(
      'a.docx',
      zip({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
    ),
  ).toMatch(/is damaged/)
})

test('a container that lies about its size is left closed', async () => {
  const bytes = docx(paragraph('Hello there, this is longer than it says.').repeat(50)).slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 46; at += 1) {
    const isDirectory = view.getUint32(at, true) === 0x02014b50
    const name = isDirectory ? new TextDecoder().decode(bytes.subarray(at + 46, at + 63)) : ''
    if (name === 'word/document.xml') view.setUint32(at + 24, 100, true)
  }
  expect(await problemOf('a.docx', bytes)).toMatch(/could fill the computer.*holds more than it states/)
})

test('a hundred thousand nested elements neither throw nor hang', async () => {
  const deep = 100_000
  const draft = await draftOf(
    'a.docx',
    docx(`${'<w:sdt>'.repeat(deep)}${paragraph('Deep')}${'</w:sdt>'.repeat(deep)}`, {
      'random.bin': randomText(),
    }),
  )
  expect(draft.text).toBe('Deep')
})

/** Text that does not pack well, so that the whole stays below the limit of growth. */
function randomText(): string {
  return Array.from({ length: 20_000 }, (_, i) => ((i * 2_654_435_761) % 4_294_967_296).toString(36)).join('')
}
