import { openCompound } from './compound-file.ts'
import type { ImportProblem } from './source-draft.ts'

/** A Word 97–2003 document opened: its main stream, its table stream, and how many characters each part of it has. */
export interface DocFile {
  readonly ok: true
  readonly main: DataView
  readonly table: DataView
  readonly counts: {
    readonly text: number
    readonly footnotes: number
    readonly headers: number
    readonly comments: number
    readonly endnotes: number
    readonly boxes: number
  }
  readonly hasMacros: boolean
}

/** Opens an old Word document (DOC); each trouble is one sentence. Null where the container is no Word document. */
export function openDoc(bytes: Uint8Array): DocFile | ImportProblem | null {
  const file = openCompound(bytes)
  if (file === null) return null
  if (!file.names.includes('WordDocument')) return null
  const main = file.stream('WordDocument')
  if (main === null || main.length < SMALLEST) return problem(DAMAGED)
  const view = viewOf(main)
  if (view.getUint16(0, true) !== WORD_97) return problem(OLDER)
  const flags = view.getUint16(10, true)
  if ((flags & 0x0100) !== 0)
    return problem(
      'This Word document (DOC) is locked with a password: open it, take the password off and save it again.',
    )
  const table = file.stream((flags & 0x0200) === 0 ? '0Table' : '1Table')
  if (table === null) return problem(DAMAGED)
  const count = (at: number): number => Math.max(0, view.getInt32(at, true))
  return {
    ok: true,
    main: view,
    table: viewOf(table),
    counts: {
      text: count(0x4c),
      footnotes: count(0x50),
      headers: count(0x54),
      comments: count(0x5c),
      endnotes: count(0x60),
      boxes: count(0x64),
    },
    hasMacros: file.names.some((name) => /^Macros\/.*(?:VBA|Module)/i.test(name)),
  }
}

/** A stretch of the table stream that the document's header names by number; empty where it lies outside. */
export function tablePart(doc: DocFile, number: number): DataView {
  const at = 0x9a + number * 8
  const { main, table } = doc
  const from = at + 8 <= main.byteLength ? main.getUint32(at, true) : 0
  const length = at + 8 <= main.byteLength ? main.getUint32(at + 4, true) : 0
  const isInside = from + length <= table.byteLength
  return new DataView(table.buffer, table.byteOffset + (isInside ? from : 0), isInside ? length : 0)
}

const SMALLEST = 0x1aa
const WORD_97 = 0xa5ec
const DAMAGED =
  'This Word document (DOC) is cut off or damaged: open it in Word or LibreOffice and save it as DOCX.'
const OLDER =
  'This is a Word document of before 1997 (Word 6 or 95): open it in Word or LibreOffice and save it as DOCX.'

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
