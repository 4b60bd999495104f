import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { docx, paragraph, table } from '../support/docx-fixture.ts'
import { column, pdf } from '../support/pdf-fixture.ts'
import { linguisticTexts, programTexts } from './law-texts.ts'
import { bytesOf } from './read-file.ts'

/** A small file of a format: its name and bytes. */
export type LawFile = readonly [name: string, bytes: Uint8Array]

const talk = 'Date: 3 May\n\nInterviewer: How wás it?\n\nP07: Gut, größer. [00:01:02]\n\n'.repeat(6)
const documents: readonly LawFile[] = [
  ['a.txt', bytesOf(talk)],
  [
    'a.md',
    bytesOf(`---\ntitle: x\n---\n# Head\n\n${talk.replaceAll('P07:', '**P07:**')}\n\`\`\`\ncode\n\`\`\`\n`),
  ],
  [
    'a.vtt',
    bytesOf(
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Noor>How?</v>\n\n2\n0:0:2.5 --> 0:0:-3.-20\n<v Ana>Só &amp; so</v>\n\n'.repeat(
        4,
      ),
    ),
  ],
  [
    'a.srt',
    bytesOf(
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nNoor: How?\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nAna: <i>Só</i>\r\n\r\n'.repeat(
        4,
      ),
    ),
  ],
  [
    'a.docx',
    docx(
      paragraph('Head', 'Heading1') +
        paragraph('**Noor**  0:01\nHow?').repeat(3) +
        table(['I', 'How was it?'], ['P', 'Good it was'], ['I', 'Why so?']),
    ),
  ],
  [
    'a.rtf',
    bytesOf(
      String.raw`{\rtf1\ansi Ana: S\'f3\par\par Ben: \b ja\b0\par\trowd\intbl x\cell y\cell\row\pard End\par}`,
    ),
  ],
  [
    'page.html',
    bytesOf(
      '<html><body><h1>H</h1><p><b>Ana:</b> Só &amp; so</p><p></p><table><tr><td>I</td><td>Wie?</td></tr><tr><td>B</td><td>So.</td></tr></table></body></html>',
    ),
  ],
  ['a.csv', bytesOf('speaker,start,text\nAna,0:01,"Só,\nja"\n,,\nBen,0:02,Oh\nAna,0:03,So\n')],
]

/** One small file of every format, for laws that hold for all. */
export const lawFiles: readonly LawFile[] = [
  ...documents,
  ...[...linguisticTexts, ...programTexts].map(([name, content]): LawFile => [name, bytesOf(content)]),
]

const file = (name: string): LawFile => [
  name,
  new Uint8Array(readFileSync(resolve(import.meta.dirname, 'files', name))),
]
const packed = (name: string, parts: Readonly<Record<string, string>>): LawFile => [
  name,
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))),
]
const NAMES = 'xmlns:office="o" xmlns:text="t" xmlns:table="tb"'
const odfCell = (words: string): string => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`
const odfRow = (...cells: readonly string[]): string =>
  `<table:table-row>${cells.map(odfCell).join('')}</table:table-row>`
const sheet = `<office:body><office:spreadsheet><table:table table:name="Talk">${odfRow('Start', 'Speaker', 'Text')}${odfRow('0:05', 'Noor', 'Hów?')}${odfRow('0:09', 'Ana', 'So.')}${odfRow('0:11', 'Noor', 'Why?')}</table:table></office:spreadsheet></office:body>`
const xlsxRow = (...cells: readonly string[]): string =>
  `<row>${cells.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('')}</row>`
const answers = [
  ['Name', 'Region', 'What helped you most?', 'What stood in the way?'],
  ['Ana Silva', 'Delta', 'The long walks, and the talks at night', 'Money, as ever'],
  ['Rui Costa', 'Coast', 'Nobody did, if I am honest about it', 'The road that never came'],
  ['Eva Lund', 'Delta', 'A friend who knew the forms by heart', 'The forms, each year new ones'],
]

/** The formats of programs for offices besides: whole files where no few lines make one. */
const officeFiles: readonly LawFile[] = [
  file('orchard.doc'),
  file('orchard.fodt'),
  [
    'a.pdf',
    pdf({
      pages: [
        { words: column(['Ana: So it was.', 'Ben: And then?', '**Ana:** It went on.', 'Ben: Oh.']) },
        { words: column(['Ana: At home.', 'Ben: Why?']) },
      ],
    }),
  ],
  packed('a.odt', {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${NAMES}><office:body><office:text><text:h>H</text:h><text:p>Ana: Só</text:p><text:p>Ben: Ja<text:line-break/>so<text:s text:c="3"/>x</text:p><text:p>Ana: Gut</text:p></office:text></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest/>',
  }),
  packed('a.ods', {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content ${NAMES}>${sheet}</office:document-content>`,
    'META-INF/manifest.xml': '<manifest/>',
  }),
  [
    'a.fods',
    bytesOf(
      `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="application/vnd.oasis.opendocument.spreadsheet">${sheet}</office:document>`,
    ),
  ],
  packed('a.xlsx', {
    'xl/workbook.xml': '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${answers.map((row) => xlsxRow(...row)).join('')}</sheetData></worksheet>`,
  }),
  ['survey.csv', bytesOf(`${answers.map((row) => row.map((each) => `"${each}"`).join()).join('\n')}\n`)],
]

/** One small file of every format there is. */
export const allLawFiles: readonly LawFile[] = [...lawFiles, ...officeFiles]
