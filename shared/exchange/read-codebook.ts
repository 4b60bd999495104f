import { decodeText } from '../importers/decode-text.ts'
import { endingOf } from '../importers/file-name.ts'
import { parseJson } from '../importers/parse-json.ts'
import { isWorkbook } from '../importers/read-xlsx.ts'
import type { CodebookReading } from './codebook-reading.ts'
import { readCodebookJson } from './read-codebook-json.ts'
import { readCodebookQdc } from './read-codebook-qdc.ts'
import { readCodebookCsv, readCodebookXlsx } from './read-codebook-table.ts'

/** Endings of files that codebooks are read from. */
export const codebookFileEndings = ['qdc', 'csv', 'tsv', 'xlsx', 'json', 'txt', 'xml', 'qde'] as const

/** Reads a codebook from a file of any kind: REFI-QDA's, a table of text, a workbook, or JSON. Its bytes tell which;
    its name only where these do not. */
export function readCodebook(fileName: string, bytes: Uint8Array): CodebookReading {
  const read = readByContent(fileName, bytes)
  if (!read.ok) return read
  if (read.codes.length === 0)
    return {
      ok: false,
      problem: 'There is no code in this file: it has a codebook’s form, but nothing in it.',
    }
  if (read.codes.length > mostCodes)
    return {
      ok: false,
      problem: `This file holds ${read.codes.length.toLocaleString('en')} codes, and Loam compares ${mostCodes.toLocaleString('en')} at most: split it.`,
    }
  return read
}

const mostCodes = 5000

const noCodebook: CodebookReading = {
  ok: false,
  problem: 'This is no codebook that Loam can read: save it as QDC, CSV, XLSX or JSON.',
}

function readByContent(fileName: string, bytes: Uint8Array): CodebookReading {
  if (bytes.length === 0) return { ok: false, problem: 'The file is empty.' }
  const ending = endingOf(fileName)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (ending === 'qdpx')
      return {
        ok: false,
        problem: 'This is a project: open it, and merge it or take its codebook from there.',
      }
    return isWorkbook(bytes, ending) ? readCodebookXlsx(fileName, bytes) : noCodebook
  }
  if (ending === 'qdc' || ending === 'qde' || ending === 'xml') return readCodebookQdc(fileName, bytes)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const start = decoded.text.trimStart()
  if (start.startsWith('<')) return readCodebookQdc(fileName, bytes)
  if (decoded.text.includes('\0')) return noCodebook
  if (ending === 'json' || /^[[{]/.test(start)) {
    const parsed = parseJson(start)
    if (parsed) return readCodebookJson(fileName, parsed.value)
    if (ending === 'json') return { ok: false, problem: 'This JSON is damaged or cut off.' }
  }
  return readCodebookCsv(fileName, decoded)
}
