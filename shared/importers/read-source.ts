import { compoundProblem, zipProblem } from './container-problems.ts'
import { declaredEncoding } from './declared-encoding.ts'
import { type DecodedText, decodeText } from './decode-text.ts'
import { endingOf } from './file-name.ts'
import { formatsThatComeIn } from './import-formats.ts'
import { withFewSamples } from './notice.ts'
import { isOdt } from './open-odt.ts'
import type { PdfReader } from './pdf-port.ts'
import { readCsv } from './read-csv.ts'
import { readDoc } from './read-doc.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { LINGUISTIC_READERS } from './read-linguistic.ts'
import { readMarkdown } from './read-md.ts'
import { isFlatOds, isOds, readFlatOds, readOds } from './read-ods.ts'
import { isFlatOdt, readFlatOdt, readOdt } from './read-odt.ts'
import { readPdf } from './read-pdf.ts'
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
  /** Names of the tiers to take as speech, where a file has several (ELAN, Praat); those that read as speech without. */
  readonly tiers?: readonly string[]
  /** Whether things will be looked up in the file: notices then come with as many of their pieces as can be looked at,
      not only the first, and tables with all their rows. */
  readonly toLookUp?: boolean
  /** What opens PDFs on this platform; without it they cannot be read. */
  readonly pdf?: PdfReader
}

/** One file as a draft to look at, or one sentence about what is wrong with it. The bytes decide what it is, the
    name only where they leave it open. Never throws. */
export async function readSource(file: SourceFile, options: ReadOptions = {}): Promise<ImportOutcome> {
  try {
    const outcome = await read(file, options)
    return options.toLookUp ? outcome : briefly(outcome)
  } catch (error) {
    const reason =
      error instanceof RangeError ? 'it is nested too deeply or too large' : 'its content is damaged'
    return problem(
      `Loam could not read this file: ${reason}. Open it in the program it came from and save it again.`,
    )
  }
}

/** Of the pieces that notices show only the first, and no rows: so that a thousand drafts stay light. */
function briefly(outcome: ImportOutcome): ImportOutcome {
  if (!outcome.ok) return outcome
  const { table: _, ...draft } = outcome.draft
  return { ...outcome, draft: { ...draft, notices: withFewSamples(draft.notices) } }
}

const MEGABYTE = 1024 * 1024
const TEXT_LIMIT = 200 * MEGABYTE

function read(file: SourceFile, options: ReadOptions): ImportOutcome | Promise<ImportOutcome> {
  const { bytes, name } = file
  if (bytes.length === 0) return problem('This file is empty: export or save it once more.')
  const content = sniffContent(bytes)
  if (content.kind === 'zip' && isWorkbook(bytes, endingOf(name))) return readXlsx(name, bytes)
  if (content.kind === 'zip')
    return (
      zipProblem(bytes) ??
      (isOds(bytes) ? readOds(name, bytes) : isOdt(bytes) ? readOdt(name, bytes) : readDocx(name, bytes))
    )
  if (content.kind === 'compound') return readDoc(name, bytes) ?? compoundProblem(bytes)
  if (content.kind === 'pdf') return readPdf(name, bytes, options.pdf)
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
  return decoded.ok ? readText(name, decoded, options.tiers) : decoded
}

function readText(name: string, decoded: DecodedText, tiers?: readonly string[]): ImportOutcome {
  if (!/\S/.test(decoded.text))
    return problem('This file holds no text, only empty lines: export or save it once more.')
  if (hasMoreLines(decoded.text, MOST_LINES))
    return problem(
      `This text has more than ${MOST_LINES.toLocaleString('en')} lines, more than Loam reads at once: split it into smaller files.`,
    )
  if (isFlatOds(decoded.text)) return readFlatOds(name, decoded.text)
  if (isFlatOdt(decoded.text)) return readFlatOdt(name, decoded.text)
  const foreign = foreignText(decoded.text, endingOf(name))
  if (foreign !== null) return turnedAway(foreign, name)
  return TEXT_READERS[textFormat(decoded.text, endingOf(name))](name, decoded, tiers)
}

/** A thousand interviews have fewer. */
const MOST_LINES = 1_000_000

function hasMoreLines(text: string, most: number): boolean {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1 && count <= most; at = text.indexOf('\n', at + 1)) count += 1
  return count > most
}

/** One reader a format: a new text format is a line here and a rule in `textFormat`. */
const TEXT_READERS: Readonly<
  Record<TextFormat, (name: string, decoded: DecodedText, tiers?: readonly string[]) => ImportOutcome>
> = {
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
  if (/recording|video/.test(what))
    return problem(`This is ${what}${instead}: bring in its transcript, then link the recording to it.`)
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
  if (/picture/.test(what)) return 'bring in its text instead'
  if (/archive/.test(what)) return 'unpack it first'
  return 'save it as one of these'
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
