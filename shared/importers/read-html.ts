import type { DecodedText } from './decode-text.ts'
import { documentDraft } from './document-draft.ts'
import { facts } from './json-values.ts'
import { notice } from './notice.ts'
import type { ImportOutcome } from './source-draft.ts'
import { hasMoreTags } from './tag-limit.ts'
import { walkHtml } from './walk-html.ts'

/** A web page (HTML), also one saved from Word, as a draft; scripts and styles in it are never read. */
export function readHtml(fileName: string, decoded: DecodedText): ImportOutcome {
  if (hasMoreTags(decoded.text, MOST_TAGS))
    return {
      ok: false,
      problem: `This web page has more than ${MOST_TAGS.toLocaleString('en')} tags, more than Loam reads at once: split it into smaller ones.`,
    }
  const body = walkHtml(decoded.text)
  return documentDraft(fileName, {
    items: body.items,
    images: body.images,
    attributes: facts({ Title: body.title }),
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...notice('dropped', body.deletions, ['tracked deletion left out', 'tracked deletions left out']),
      ...notice('dropped', body.listMarks, [
        'list number or bullet left out',
        'list numbers and bullets left out',
      ]),
    ],
    format: 'html',
    kind: 'web page',
    short: 'HTML',
  })
}

/** Pages of a thousand interviews have fewer. */
const MOST_TAGS = 500_000

/** Whether a text is a web page, by its first tag past declarations and comments; a piece of one (`<p>`, `<table>`)
    only where the file's name says so. */
export function isWebPage(text: string, ending: string): boolean {
  const head = text
    .slice(0, 20_000)
    .replace(/<!--[\s\S]{0,8000}?-->|<\?xml[^<>]{0,200}\?>/g, '')
    .trimStart()
  if (/^<(?:!doctype\s+html|html)(?=[\s>])/i.test(head)) return true
  return (
    /^x?html?$/.test(ending) &&
    /^<(?:head|body|p|div|table|h[1-6]|meta|b|span|br|ul|ol)(?=[\s/>])/i.test(head)
  )
}
