import { documentDraft } from './document-draft.ts'
import { notice } from './notice.ts'
import { odtFacts, odtStyles } from './odt-styles.ts'
import { type OdtParts, openOdt } from './open-odt.ts'
import type { ImportOutcome } from './source-draft.ts'
import { walkOdt } from './walk-odt.ts'

/** An OpenDocument text (ODT) as a draft. */
export function readOdt(fileName: string, bytes: Uint8Array): ImportOutcome {
  const parts = openOdt(bytes)
  return parts.ok ? odtDraft(fileName, parts) : parts
}

/** Whether a text is an OpenDocument text saved as one XML file (FODT). */
export function isFlatOdt(text: string): boolean {
  return /^[^<]{0,20}(?:<\?[^>]*>\s*|<!--[^>]*-->\s*)*<office:document\s[^>]*application\/vnd\.oasis\.opendocument\.text/.test(
    text.slice(0, 20_000),
  )
}

/** An OpenDocument text saved as one XML file (FODT) as a draft. */
export function readFlatOdt(fileName: string, xml: string): ImportOutcome {
  const meta = /<office:meta[\s>][\s\S]*?<\/office:meta>/.exec(xml)?.[0] ?? ''
  return odtDraft(fileName, { content: xml, styles: '', meta, hasMacros: false })
}

function odtDraft(fileName: string, parts: Omit<OdtParts, 'ok'>): ImportOutcome {
  const body = walkOdt(parts.content, odtStyles(parts.styles, parts.content))
  if (!body.ok) return body
  return documentDraft(fileName, {
    items: body.items,
    images: body.images,
    attributes: odtFacts(parts.meta),
    notices: [
      ...notice('dropped', parts.hasMacros ? 1 : 0, ['set of macros left out', 'sets of macros left out']),
      ...notice(
        'dropped',
        body.notes.length,
        ['footnote or endnote left out', 'footnotes and endnotes left out'],
        body.notes,
      ),
      ...notice(
        'dropped',
        body.comments.length,
        ['comment in the margin left out', 'comments in the margin left out'],
        body.comments,
      ),
      ...notice('dropped', body.deletions, ['tracked deletion left out', 'tracked deletions left out']),
    ],
    format: 'odt',
    kind: 'OpenDocument text',
    short: 'ODT',
  })
}
