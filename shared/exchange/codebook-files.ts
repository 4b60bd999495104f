import type { StarterCodebook } from '../codebooks/starter-codebook.ts'
import { asCode, codeId } from '../commands/add-starter-codebook.ts'
import { keysBetween } from '../model/order.ts'
import { reportDocx } from '../report/report-docx.ts'
import { reportHtml } from '../report/report-html.ts'
import { reportMarkdown } from '../report/report-markdown.ts'
import { codebookDocument } from './codebook-document.ts'
import { aboutTable, type Codebook, codebookTable, codebookValues } from './codebook-table.ts'
import { placeholder } from './read-codebook-qdc.ts'
import { noteTarget } from './standard-names.ts'
import { codeNote, codesXml } from './write-codes.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'
import { xmlElement, xmlNote } from './write-xml.ts'

/** The endings a codebook can be written with. */
export const codebookEndings = ['qdc', 'csv', 'xlsx', 'json', 'md', 'html', 'docx'] as const
export type CodebookEnding = (typeof codebookEndings)[number]

/** A codebook as a file of that kind. */
export async function writeCodebook(codebook: Codebook, ending: CodebookEnding): Promise<Uint8Array> {
  const encoder = new TextEncoder()
  switch (ending) {
    case 'qdc':
      return encoder.encode(codebookQdc(codebook))
    case 'csv':
      return writeCsv(codebookTable(codebook))
    case 'xlsx':
      return writeXlsx([codebookTable(codebook), aboutTable(codebook)])
    case 'json':
      return encoder.encode(`${JSON.stringify(codebookValues(codebook), null, 2)}\n`)
    case 'md':
      return encoder.encode(reportMarkdown(codebookDocument(codebook)))
    case 'html':
      return encoder.encode(reportHtml(codebookDocument(codebook)))
    case 'docx':
      return reportDocx(codebookDocument(codebook))
  }
}

/** A starter codebook with all its codes, as it is written to a file. */
export function starterAsCodebook(starter: StarterCodebook): Codebook {
  const ids = new Map(starter.codes.map((code) => [code.key, codeId(code)]))
  const keys = keysBetween(null, null, starter.codes.length)
  const codes = starter.codes.map((code, i) => asCode(code, ids, keys[i] ?? 'V'))
  return { name: starter.name, description: starter.description, codes }
}

/** A codebook as REFI-QDA's exchange file. The standard has no empty codebooks, so one code says that there is none. */
function codebookQdc({ name, description, codes, state }: Codebook): string {
  const elements = codesXml(codes, (code) => [codeNote(code)])
  const none = xmlElement('Code', {
    guid: placeholder,
    name: 'No codes yet',
    isCodable: 'false',
  })
  const root = xmlElement('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Loam' }, [
    xmlNote(noteTarget, { codebook: 1, name, description, ...state }),
    xmlElement('Codes', {}, elements.length > 0 ? elements : [none]),
  ])
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}
