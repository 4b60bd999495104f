import { compoundProblem, zipProblem } from './container-problems.ts'
import { declaredEncoding } from './declared-encoding.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import { endingOf } from './file-name.ts'
import { formatsThatComeIn } from './import-formats.ts'
import { isOdt } from './open-odt.ts'
import { readCsv } from './read-csv.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { LINGUISTIC_READERS } from './read-linguistic.ts'
import { readMarkdown } from './read-md.ts'
import { readOdt } from './read-odt.ts'
import { PROGRAM_READERS } from './read-program.ts'
import { readRtf } from './read-rtf.ts'
import { readSrt } from './read-srt.ts'
import { readTxt } from './read-txt.ts'
import { readVtt } from './read-vtt.ts'
import { isWorkbook, readXlsx } from './read-xlsx.ts'
import { sniffContent } from './sniff-content.ts'
import type { ImportOutcome, ImportProblem, SourceFile } from './source-draft.ts'
import { foreignText, type TextFormat, textFormat } from './text-format.ts'

/** What can be chosen when the guess was wrong. */
export interface ReadOptions {
  /** WHATWG label of the encoding to read a text file in. */
  readonly encoding?: string
}

/** One file as a draft to look at, or one sentence about what is wrong with it. The bytes decide what it is, the
    name only where they leave it open. Never throws. */
export async function readSource(file: SourceFile, options: ReadOptions = {}): Promise<ImportOutcome> {
  try {
    return read(file, options)
  } catch (error) {
    const reason =
      error instanceof RangeError ? 'it is nested too deeply or too large' : 'its content is damaged'
    return problem(
      `Loam could not read this file: ${reason}. Open it in the program it came from and save it again.`,
    )
  }
}

const MEGABYTE = 1024 * 1024
const TEXT_LIMIT = 200 * MEGABYTE

function read(file: SourceFile, options: ReadOptions): ImportOutcome {
  const { bytes, name } = file
  if (bytes.length === 0) return problem('This file is empty: export or save it once more.')
  const content = sniffContent(bytes)
  if (content.kind === 'zip' && isWorkbook(bytes, endingOf(name))) return readXlsx(name, bytes)
  if (content.kind === 'zip')
    return zipProblem(bytes) ?? (isOdt(bytes) ? readOdt(name, bytes) : readDocx(name, bytes))
  if (content.kind === 'compound') return compoundProblem(bytes)
  if (content.kind === 'named') return turnedAway(content.what, name)
  if (content.kind === 'binary') return turnedAway('not text but data of another program', name)
  if (bytes.length > TEXT_LIMIT) {
    const size = Math.round(bytes.length / MEGABYTE)
    return problem(
      `This text is larger than Loam reads at once (${size} of 200 MB): split it into smaller files.`,
    )
  }
  if (content.kind === 'rtf') return readRtf(name, bytes)
  const decoded = decodeText(bytes, options.encoding ?? declaredEncoding(bytes))
  return decoded.ok ? readText(name, decoded) : decoded
}

function readText(name: string, decoded: DecodedText): ImportOutcome {
  if (!/\S/.test(decoded.text))
    return problem('This file holds no text, only empty lines: export or save it once more.')
  const foreign = foreignText(decoded.text, endingOf(name))
  if (foreign !== null) return turnedAway(foreign, name)
  return TEXT_READERS[textFormat(decoded.text, endingOf(name))](name, decoded)
}

/** One reader a format: a new text format is a line here and a rule in `textFormat`. */
const TEXT_READERS: Readonly<Record<TextFormat, (name: string, decoded: DecodedText) => ImportOutcome>> = {
  txt: readTxt,
  csv: readCsv,
  md: readMarkdown,
  vtt: readVtt,
  srt: readSrt,
  html: readHtml,
  ...LINGUISTIC_READERS,
  ...PROGRAM_READERS,
}

function turnedAway(what: string, name: string): ImportProblem {
  const believed = BELIEVED[endingOf(name)]
  const instead = believed === undefined ? '' : `, not ${believed}`
  return problem(`This is ${what}${instead}. Loam reads ${formatsThatComeIn}: ${adviceFor(what)}.`)
}

const BELIEVED: Readonly<Record<string, string>> = {
  docx: 'a Word document',
  doc: 'a Word document',
  docm: 'a Word document',
  xlsx: 'an Excel workbook',
  csv: 'a table',
  txt: 'a text file',
  md: 'a Markdown file',
  vtt: 'a VTT transcript',
  srt: 'an SRT transcript',
}

function adviceFor(what: string): string {
  if (/recording|video/.test(what)) return 'bring in its transcript instead'
  if (/picture/.test(what)) return 'bring in its text instead'
  if (/archive/.test(what)) return 'unpack it first'
  return 'save it as one of these'
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
