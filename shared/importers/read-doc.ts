import { type DocBody, docBody } from './doc-body.ts'
import { openDoc } from './doc-file.ts'
import { documentDraft } from './document-draft.ts'
import { notice } from './notice.ts'
import type { ImportNotice, ImportOutcome } from './source-draft.ts'

/** A Word document of 1997 to 2003 (DOC) as a draft. Null where the container holds something else. */
export function readDoc(fileName: string, bytes: Uint8Array): ImportOutcome | null {
  const doc = openDoc(bytes)
  if (doc === null || !doc.ok) return doc
  const body = docBody(doc)
  if (body === null)
    return {
      ok: false,
      problem: 'This Word document (DOC) is damaged: open it in Word or LibreOffice and save it as DOCX.',
    }
  return documentDraft(fileName, {
    items: body.items,
    images: body.images,
    attributes: {},
    notices: [
      ...notice('dropped', doc.hasMacros ? 1 : 0, ['set of macros left out', 'sets of macros left out']),
      ...asideNotices(body),
    ],
    format: 'doc',
    kind: 'Word document of before 2007',
    short: 'DOC',
  })
}

function asideNotices({ aside, deletions }: DocBody): readonly ImportNotice[] {
  return [
    ...notice(
      'dropped',
      aside.footnotes.length,
      ['footnote or endnote left out', 'footnotes and endnotes left out'],
      aside.footnotes,
    ),
    ...notice(
      'dropped',
      aside.headers.length,
      ['page header or footer left out', 'page headers and footers left out'],
      aside.headers,
    ),
    ...notice(
      'dropped',
      aside.comments.length,
      ['comment in the margin left out', 'comments in the margin left out'],
      aside.comments,
    ),
    ...notice('dropped', aside.boxes.length, ['text box left out', 'text boxes left out'], aside.boxes),
    ...notice('dropped', deletions, ['tracked deletion left out', 'tracked deletions left out']),
  ]
}
