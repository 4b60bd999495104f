import { withoutAdverts } from './adverts.ts'
import { documentLayout } from './document-draft.ts'
import { docxFacts, docxNotices } from './docx-facts.ts'
import { docxLines } from './docx-lines.ts'
import { headingTest } from './docx-styles.ts'
import { draftText } from './draft-text.ts'
import { sourceNameOf } from './file-name.ts'
import { openDocx } from './open-docx.ts'
import type { ImportOutcome } from './source-draft.ts'
import { hasMoreTags } from './tag-limit.ts'
import { walkDocx } from './walk-docx.ts'

/** A Word document (DOCX, also DOCM without its macros) as a draft. */
export function readDocx(fileName: string, bytes: Uint8Array): ImportOutcome {
  const parts = openDocx(bytes)
  if (!parts.ok) return parts
  if (hasMoreTags(parts.document, MOST_TAGS))
    return {
      ok: false,
      problem: 'This Word document holds more than Loam reads at once: split it into smaller ones.',
    }
  const body = walkDocx(parts.document)
  if (body === null) {
    return {
      ok: false,
      problem: 'The text inside this Word document is damaged: open it in Word, repair it and save it again.',
    }
  }
  const lines = docxLines(
    body.items,
    headingTest(parts.styles),
    (text) => withoutAdverts(text).notices.length > 0,
  )
  if (lines.running.text === '') {
    const what =
      body.images > 0
        ? 'only pictures: type or recognise their text first'
        : 'no text: check that it is the right one'
    return { ok: false, problem: `This Word document holds ${what}.` }
  }
  const draft = draftText(lines.running, {
    name: sourceNameOf(fileName),
    format: 'docx',
    layout: 'Word document',
    units: lines.paragraphs,
    attributes: docxFacts(parts.properties),
    notices: docxNotices(parts, body, lines),
  })
  return { ok: true, draft: { ...draft, layout: documentLayout(draft, lines, 'Word document', 'Word') } }
}

/** A thousand interviews have fewer. */
const MOST_TAGS = 4_000_000
