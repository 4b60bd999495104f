import { counted } from '../text/counted.ts'
import { documentDraft } from './document-draft.ts'
import { notice } from './notice.ts'
import { bareNames } from './pdf-bare-names.ts'
import { pdfDraft } from './pdf-draft.ts'
import { type PdfLayout, pdfLayout } from './pdf-layout.ts'
import type { PdfPages, PdfReader, PdfTrouble } from './pdf-port.ts'
import { pagesInWords } from './pdf-signs.ts'
import type { ImportNotice, ImportOutcome } from './source-draft.ts'

/** A PDF as a draft: its pages' text in reading order, heads, feet and margins left out, speakers recognised as in
    Word documents. Without `reader` nothing here can open a PDF, and that is said. */
export async function readPdf(
  fileName: string,
  bytes: Uint8Array,
  reader: PdfReader | undefined,
): Promise<ImportOutcome> {
  const reading = reader === undefined ? NO_ENGINE : await reader(bytes)
  if (!reading.ok) return { ok: false, problem: TROUBLES[reading.trouble] }
  const layout = pdfLayout(reading.pages)
  if (layout.paragraphs.length === 0) return { ok: false, problem: noText(reading) }
  const names = bareNames(layout.paragraphs)
  const outcome = documentDraft(fileName, {
    items: layout.paragraphs.map((each) => ({
      kind: 'paragraph',
      paragraph: {
        text: each.text,
        style: '',
        outline: each.heading ? 0 : null,
        bold: names.has(each.text) ? each.text.length : each.bold,
      },
    })),
    images: 0,
    attributes: reading.facts,
    notices: [...fileNotices(reading), ...layoutNotices(layout)],
    format: 'pdf',
    kind: 'PDF',
    short: 'PDF',
  })
  return outcome.ok ? { ok: true, draft: pdfDraft(outcome.draft, layout) } : outcome
}

const NO_ENGINE = { ok: false, trouble: 'no-engine' } as const

const TROUBLES: Readonly<Record<PdfTrouble, string>> = {
  locked:
    'This PDF is locked with a password: open it, print it to a new PDF without one, and bring that in instead.',
  damaged:
    'This PDF is damaged or cut off: copy or download it once more, or open it and print it to a new PDF.',
  slow: 'This PDF takes too long to read: print it to a new PDF, or split it into smaller files.',
  'no-engine': 'This is a PDF, which cannot be read here: save its text as DOCX or plain text.',
}

function noText({ pages, stopped, unread }: PdfPages): string {
  if (pages.some((page) => page.pictured))
    return `This PDF holds only pictures of text (${counted(pages.length, 'page')}): have the text recognised first, as scanning programs and Acrobat do (“OCR”), and bring in the file they save.`
  if (stopped === 'time' || stopped === 'size') return TROUBLES.slow
  if (stopped !== null || unread.length > 0) return TROUBLES.damaged
  return 'This PDF holds no text: check that it is the right one.'
}

/** What of the file could not be read. */
function fileNotices({ count, pages, unread, stopped, form }: PdfPages): readonly ImportNotice[] {
  const pictured = pages.filter((page) => page.pictured).map((page) => page.number)
  const last = Math.max(0, pages.at(-1)?.number ?? 0, ...(stopped === 'damage' ? [] : unread.slice(-1)))
  const damaged = unread.filter((number) => number <= last)
  const rest = stopped === null ? 0 : count - last
  return [
    ...pagesNotice('dropped', damaged, 'could not be read, because the file is damaged'),
    ...notice('dropped', rest, [
      `page at the end not read, because ${WHY[stopped ?? 'size']}`,
      `pages from page ${last + 1} on not read, because ${WHY[stopped ?? 'size']}`,
    ]),
    ...notice('dropped', pictured.length, [
      `page holds a picture of text only: ${pagesInWords(pictured)}`,
      `pages hold pictures of text only: ${pagesInWords(pictured)}`,
    ]),
    ...notice('doubt', form ? 1 : 0, [
      'form to fill in: what was filled into its fields may be missing',
      'forms to fill in',
    ]),
  ]
}

const WHY = {
  time: 'that took too long: split the file and bring in the parts',
  size: 'it is larger than Loam reads at once: split the file and bring in the parts',
  damage: 'the file is damaged or cut off',
} as const

function pagesNotice(
  kind: ImportNotice['kind'],
  numbers: readonly number[],
  what: string,
): readonly ImportNotice[] {
  const words = `${what}: ${pagesInWords(numbers)}`
  return notice(kind, numbers.length, [`page ${words}`, `pages ${words}`])
}

/** What was set aside or put together while the pages became running text. */
function layoutNotices(layout: PdfLayout): readonly ImportNotice[] {
  const { repeated, numbers, margin, turned, index, rejoined, times, lostTimes } = layout
  return [
    ...notice(
      'dropped',
      repeated.length,
      ['line at the head or foot of pages left out', 'lines at the head or foot of pages left out'],
      [...new Set(repeated)],
    ),
    ...notice(
      'dropped',
      numbers.length,
      ['number in the margin left out', 'numbers in the margin left out'],
      numbers,
    ),
    ...notice(
      'dropped',
      margin.length,
      ['line in the right margin left out', 'lines in the right margin left out'],
      margin,
    ),
    ...notice(
      'dropped',
      turned.length,
      [
        'stretch of text that does not stand upright left out',
        'stretches of text that do not stand upright left out',
      ],
      turned,
    ),
    ...pagesNotice('dropped', index, 'with a word index in columns left out'),
    ...notice(
      'repaired',
      rejoined.length,
      ['word parted at a line’s end put together', 'words parted at line ends put together'],
      rejoined,
    ),
    ...notice('repaired', times, [
      'time in a column beside the text kept as a time',
      'times in a column beside the text kept as times',
    ]),
    ...notice('dropped', lostTimes, [
      'time beside the text left out, as no words stand by it',
      'times beside the text left out, as no words stand by them',
    ]),
  ]
}
