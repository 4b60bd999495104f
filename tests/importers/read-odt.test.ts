import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { draftOf, problemOf, report, roles, spoken, unsound } from './read-file.ts'

const NAMES =
  'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:dc="dc" xmlns:meta="m" xmlns:svg="svg"'
const STYLES =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="P1" style:parent-style-name="Title"/>'

function odt(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${NAMES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`
  const all = { 'content.xml': content, 'META-INF/manifest.xml': '<manifest/>', ...parts }
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
  })
}

const p = (text: string): string => `<text:p>${text}</text:p>`
const bold = (text: string): string => `<text:span text:style-name="T1">${text}</text:span>`

test('names before colons are turns; headings are blocks; document properties are attributes', async () => {
  const meta = `<office:document-meta ${NAMES}><office:meta><meta:initial-creator>Noor</meta:initial-creator><dc:creator>Else</dc:creator><dc:title>Third talk</dc:title><meta:creation-date>2024-05-03T10:00:00</meta:creation-date></office:meta></office:document-meta>`
  const body = [
    '<text:p text:style-name="P1">Talks</text:p><text:h text:outline-level="1">The beginning</text:h>',
    p('\n  Interviewer: How\n   was it?'),
    p(`${bold('P07:')}<text:s text:c="2"/>Good &amp; fine.`),
    p(''),
    p('It<text:tab/>ended.<text:line-break/>So.'),
    '<text:list><text:list-item><text:p>Interviewer: Why?</text:p></text:list-item></text:list>',
    p('P07: Money &lt;3.'),
  ]
  const draft = await draftOf('Talk.docx', odt(body.join('\n'), { 'meta.xml': meta }))
  expect(draft.text).toBe(
    'Talks\nThe beginning\nInterviewer: How was it?\nP07:  Good & fine.\nIt\tended.\nSo.\nInterviewer: Why?\nP07: Money <3.',
  )
  expect(spoken(draft)[1]).toBe('P07: Good & fine. / It\tended. / So.')
  expect(draft.blocks).toHaveLength(2)
  expect(draft.attributes).toMatchObject({ Title: 'Third talk', Author: 'Noor', Created: '2024-05-03' })
  expect(roles(draft)).toEqual(['Interviewer interviewer 2', 'P07 participant 2'])
  expect([draft.format, draft.layout]).toEqual(['odt', 'Transcript with names (ODT)'])
  expect(unsound(draft)).toEqual([])
})

test('labels set off only by bold type, and Otter’s layout, are recognised as in Word documents', async () => {
  const pair = p(`${bold('Noor')} How was it?`) + p(`${bold('Ana')} Fine, I think.`)
  expect(spoken(await draftOf('a.odt', odt(pair.repeat(3)))).slice(0, 2)).toEqual([
    'Noor: How was it?',
    'Ana: Fine, I think.',
  ])
  const times = ['03', '05', '07', '09']
  const otter = times.map(
    (time, i) => p(`${i % 2 ? 'Ana' : 'Noor'}<text:s text:c="2"/>00:${time}`) + p('So it was.'),
  )
  const draft = await draftOf('a.odt', odt(otter.join('')))
  expect([draft.layout, draft.turns.map((turn) => turn.time)]).toEqual([
    'Otter transcript (ODT)',
    [3000, 5000, 7000, 9000],
  ])
})

test('a table with speakers: each row is a turn', async () => {
  const cell = (text: string): string => `<table:table-cell>${text === '' ? '' : p(text)}</table:table-cell>`
  const row = (...cells: readonly string[]): string =>
    `<table:table-row>${cells.map(cell).join('')}</table:table-row>`
  const table = `<table:table><table:table-column/><table:table-header-rows>${row('Time', 'Speaker', 'Text')}</table:table-header-rows>${row('0:01', 'Noor', 'How was it?')}${row('0:05', 'Ana', 'Fine.')}<table:table-row><table:table-cell table:number-columns-repeated="2"/>${cell('Really.')}</table:table-row>${row('0:09', 'Noor', 'Why?')}</table:table>`
  const draft = await draftOf('a.odt', odt(p('Place: Lyon') + table))
  expect(draft.text).toBe('Place: Lyon\nHow was it?\nFine.\nReally.\nWhy?')
  expect(spoken(draft)).toEqual(['Noor: How was it?', 'Ana: Fine. / Really.', 'Noor: Why?'])
  expect([draft.turnsAre, draft.turns[1]?.time, draft.layout]).toEqual([
    'stated',
    5000,
    'Transcript in a table (ODT)',
  ])
})

test('what is no text is counted: tracked deletions, notes, comments, pictures, macros', async () => {
  const deletion =
    '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Noor</dc:creator></office:change-info><text:p>gone</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>'
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Look there</text:p></text:note-body></text:note>'
  const draft = await draftOf(
    'a.odt',
    odt(
      `${deletion}${p(`Kept${note}<text:change text:change-id="1"/><office:annotation><dc:creator>N</dc:creator><text:p>Ask again</text:p></office:annotation><draw:frame><draw:image/><svg:desc>A tree</svg:desc></draw:frame> words<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame>`)}`,
      { 'Basic/Standard/Module1.xml': '<x/>' },
    ),
  )
  expect(draft.text).toBe('Boxed\nKept words')
  expect(report(draft)).toEqual([
    '1 picture left out',
    '1 set of macros left out',
    '1 footnote or endnote left out',
    '1 comment in the margin left out',
    '1 tracked deletion left out',
  ])
  expect(draft.notices.flatMap((each) => each.samples)).toEqual(['Look there', 'Ask again'])
})

test('each way an OpenDocument text can be wrong has its sentence', async () => {
  const whole = odt(p('Hello there').repeat(200))
  expect(await problemOf('a.odt', whole.subarray(0, whole.length - 40))).toMatch(
    /^This OpenDocument text \(ODT\) is cut off or damaged/,
  )
  expect(await problemOf('a.odt', odt('', { 'content.xml': '<a><b>' }))).toMatch(
    /damaged or cut off at line 1/,
  )
  expect(await problemOf('a.odt', odt(''))).toBe(
    'This OpenDocument text holds no text: check that it is the right one.',
  )
  expect(
    await problemOf(
      'a.odt',
      odt('', { 'META-INF/manifest.xml': '<m:m><manifest:encryption-data m="1"/></m:m>' }),
    ),
  ).toMatch(/locked with a password/)
  expect(await problemOf('a.odt', odt('', { '../evil.txt': 'x' }))).toMatch(/names parts outside itself/)
  expect(await problemOf('a.odt', odt('x'.repeat(30_000_000)))).toMatch(/could fill the computer/)
  const deep = `${'<text:section>'.repeat(5000)}${p('Deep')}${'</text:section>'.repeat(5000)}`
  expect(await problemOf('a.odt', odt(deep))).toMatch(/nested too deeply/)
  const entities = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
  expect(await problemOf('a.odt', odt('', { 'content.xml': entities }))).toMatch(
    /defines entities of its own/,
  )
})
