import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

const NAMES = 'xmlns:office="o" xmlns:text="t" xmlns:table="tb"'
const text = (words: string): string =>
  `<table:table-cell office:value-type="string">${words
    .split('\n')
    .map((line) => `<text:p>${line}</text:p>`)
    .join('')}</table:table-cell>`
const time = (stated: string, shown: string): string =>
  `<table:table-cell office:value-type="time" office:time-value="${stated}"><text:p>${shown}</text:p></table:table-cell>`
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
const EDGE =
  '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'

const talk = `<table:table table:name="Talk">${row(text('Start'), text('Speaker'), text('Text'))}
${row(time('PT00H00M05S', '00:05,00'), text('Noor'), text('How was it?'))}
<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
${row(time('PT00H00M09.5S', '00:09,50'), text('Ana'), `<table:table-cell><office:annotation><text:p>a remark</text:p></office:annotation><text:p>Good<text:s text:c="2"/>&amp; fine.</text:p><text:p>So it was.</text:p></table:table-cell>`)}
${row(time('PT01H02M03S', '62:03,00'), text('Noor'), text('Why?'), '<table:table-cell table:number-columns-repeated="16000"/>')}${EDGE}</table:table>`
const notes = `<table:table table:name="Notes">${row(text('a'))}</table:table>`
const body = (sheets: string): string =>
  `<office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body>`

const ods = (sheets: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
    'content.xml': strToU8(`<office:document-content ${NAMES}>${body(sheets)}</office:document-content>`),
    'META-INF/manifest.xml': strToU8('<manifest/>'),
  })

test('a spreadsheet with a row a turn is a transcript, times by what the cells hold and not by how they look', async () => {
  const draft = await draftOf('talk.ods', ods(notes + talk))
  expect(spoken(draft)).toEqual(['Noor: How was it?', 'Ana: Good & fine. / So it was.', 'Noor: Why?'])
  expect(draft.turns.map((turn) => turn.time)).toEqual([5000, 9500, 3_723_000])
  expect([draft.format, draft.layout]).toEqual(['ods', 'Table, a row a turn (ODS)'])
  expect(draft.origins.map(({ place }) => place)).toEqual(
    ['C2', 'C5', 'C6'].map((cell) => ({ kind: 'cell', cell, sheet: 'Talk' })),
  )
  expect(report(draft)).toEqual(['1 other sheet of the workbook left out'])
  expect(unsound(draft)).toEqual([])
})

test('the same as one XML file reads the same', async () => {
  const flat = `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${body(talk)}</office:document>`
  expect((await draftOf('talk.fods', flat)).text).toBe((await draftOf('talk.ods', ods(talk))).text)
})

test('answers of a survey come in as from other tables', async () => {
  const answers = [
    'It grew slowly, with many hands',
    'We began with a shared kitchen',
    'Nobody came at first, then all',
  ]
  const sheet = `<table:table table:name="Answers">${row(text('Region'), text('How did it begin?'))}${answers
    .map((each, i) => row(text(i === 0 ? 'North' : 'South'), text(`${each}.`)))
    .join('')}</table:table>`
  const draft = await draftOf('survey.ods', ods(sheet))
  expect(draft.survey?.rows).toHaveLength(3)
})

test('a spreadsheet that holds no sheet, or a row repeated without end, says so or stays small', async () => {
  expect(await problemOf('a.ods', ods(''))).toContain('has no sheet')
  const endless = `<table:table table:name="x">${row(text('Speaker'), text('Text'))}<table:table-row table:number-rows-repeated="2000000">${text('Noor')}${text('words '.repeat(50))}</table:table-row></table:table>`
  expect(await problemOf('a.ods', ods(endless))).toContain('more text than Loam reads at once')
})
