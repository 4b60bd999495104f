import { documentDraft } from './document-draft.ts'
import { notice } from './notice.ts'
import { odtFacts, odtStyles } from './odt-styles.ts'
import { type OdtParts, openOdt } from './open-odt.ts'
import type { ImportOutcome } from './source-draft.ts'
import { hasMoreTags } from './tag-limit.ts'
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
  return odtDraft(fileName, { content: xml, styles: '', meta: metaPart(xml), hasMacros: false })
}

/** Empty where it is absent or never closed. */
function metaPart(xml: string): string {
  const from = xml.search(/<office:meta[\s>]/)
  const to = from === -1 ? -1 : xml.indexOf('</office:meta>', from)
  return to === -1 ? '' : `${xml.slice(from, to)}</office:meta>`
}

/** A thousand interviews have fewer. */
const MOST_TAGS = 2_000_000

function odtDraft(fileName: string, parts: Omit<OdtParts, 'ok'>): ImportOutcome {
  if (hasMoreTags(parts.content, MOST_TAGS))
    return {
      ok: false,
      problem: 'This OpenDocument text holds more than Loam reads at once: split it into smaller ones.',
    }
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
