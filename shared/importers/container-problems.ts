import { hasLatin } from './sniff-content.ts'
import type { ImportProblem } from './source-draft.ts'

/** What an old Office container is, in one sentence: an old Word document, or a file locked with a password. */
export function compoundProblem(bytes: Uint8Array): ImportProblem {
  const within = Math.min(bytes.length, 4_000_000)
  if (hasLatin(bytes, wide('EncryptedPackage'), within) || hasLatin(bytes, wide('EncryptionInfo'), within)) {
    return problem(
      'This Office file is locked with a password: open it there, take the password off and save it again.',
    )
  }
  if (hasLatin(bytes, wide('WordDocument'), within)) {
    return problem('This is an old Word document (DOC): open it in Word or LibreOffice and save it as DOCX.')
  }
  if (hasLatin(bytes, wide('Workbook'), within)) {
    return problem(
      'This is an old Excel workbook (XLS): open it in Excel or LibreOffice and save it as XLSX.',
    )
  }
  return problem('This is an old Office file: open it in the program it came from and save it as DOCX.')
}

/** What is wrong with a ZIP file before it is opened: one that is no Word document. Null when it may be one. */
export function zipProblem(bytes: Uint8Array): ImportProblem | null {
  if (bytes.length < 22) return problem('This Word document is cut off: copy or download it once more.')
  if (
    hasLatin(bytes, 'mimetypeapplication/vnd.oasis.opendocument', 100) &&
    !hasLatin(bytes, 'opendocument.text', 100) &&
    !hasLatin(bytes, 'opendocument.spreadsheet', 100)
  ) {
    return problem(
      'This is an OpenDocument drawing or presentation, not a text: save its text as ODT or plain text.',
    )
  }
  if (hasLatin(bytes, 'mimetypeapplication/epub', 100)) {
    return problem(
      'This is an electronic book (EPUB), not a Word document: save its text as DOCX or plain text.',
    )
  }
  return null
}

function wide(letters: string): string {
  return Array.from(letters).join('\0')
}

function problem(sentence: string): ImportProblem {
  return { ok: false, problem: sentence }
}
