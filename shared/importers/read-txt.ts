import { withoutAdverts } from './adverts.ts'
import type { DecodedText } from './decode-text.ts'
import { draftCaptions } from './draft-captions.ts'
import { draftText } from './draft-text.ts'
import { sourceNameOf } from './file-name.ts'
import { unwrapLines } from './hard-wraps.ts'
import { cutLineOrigins, lineOrigins } from './line-origins.ts'
import { notice } from './notice.ts'
import { withoutLineNumbers } from './numbered-lines.ts'
import type { Origin } from './origin.ts'
import type { ImportOutcome, SourceDraft } from './source-draft.ts'
import { type TextLine, textLines } from './text-lines.ts'
import { type Cut, uncut } from './uncut.ts'
import { whisperLines } from './whisper-lines.ts'

/** A plain text file as a draft. */
export function readTxt(fileName: string, decoded: DecodedText): ImportOutcome {
  const captions = whisperLines(decoded.text)
  if (captions !== null) {
    const head = {
      name: sourceNameOf(fileName),
      format: 'txt',
      layout: 'Whisper transcript (text)',
      attributes: {},
    } as const
    return { ok: true, draft: draftCaptions(captions, decoded, head) }
  }
  const bare = withoutAdverts(decoded.text)
  const numberless = withoutLineNumbers(bare.text)
  const unwrapped = unwrapLines(numberless.text)
  const draft = draftText(
    {
      text: unwrapped.text,
      skipped: new Set(),
      headings: new Set(),
      known: new Map(),
      originsOf: (lines) => textOrigins(lines, decoded, [numberless, bare], unwrapped.starts),
    },
    {
      name: sourceNameOf(fileName),
      format: 'txt',
      layout: 'Plain text',
      units: countParagraphs(decoded.text),
      attributes: {},
      encoding: decoded.encoding,
      notices: [
        ...decoded.notices,
        ...bare.notices,
        ...numberless.notices,
        ...notice('repaired', unwrapped.joined, [
          'line break inside a paragraph taken out',
          'line breaks inside paragraphs taken out',
        ]),
      ],
    },
  )
  return { ok: true, draft: { ...draft, layout: layoutOf(draft) } }
}

function textOrigins(
  lines: readonly TextLine[],
  decoded: DecodedText,
  cut: readonly { readonly text: string; readonly cuts: readonly Cut[] }[],
  starts: readonly number[] | null,
): readonly Origin[] {
  const file = decoded.lines()
  if (cut.every(({ cuts }) => cuts.length === 0) && starts === null) return lineOrigins(lines, file)
  const steps = cut.map(({ cuts }) => uncut(cuts))
  const before = (position: number, isEnd?: boolean): number =>
    steps.reduce((at, step) => step(at, isEnd), position)
  return starts === null
    ? cutLineOrigins(lines, file, before)
    : cutLineOrigins(textLines(cut[0]?.text ?? ''), file, before, starts)
}

/** Lines with something in them. */
export function countParagraphs(text: string): number {
  return textLines(text).filter((line) => !line.blank).length
}

function layoutOf(draft: SourceDraft): string {
  const first = draft.turns[0]
  if (first === undefined) return 'Plain text'
  const label = draft.text.slice(first.label, first.start)
  if (/#\d{1,3}:\d{1,2}:\d{1,2}-\d#/.test(draft.text.slice(first.label, first.label + 20_000)))
    return 'f4 transcript (text)'
  if (/\S {3}\d{1,2}:\d\d(?::\d\d)?\s*\n/.test(label)) return 'Teams transcript (text)'
  if (/\S {2}\d{1,2}:\d\d(?::\d\d)?\s*\n/.test(label)) return 'Otter transcript (text)'
  if (/^\[[^\]]+\] \(\d{1,2}:\d\d/.test(label)) return 'TurboScribe transcript (text)'
  if (/\(\d\d:\d\d:\d\d\):/.test(label)) return 'Rev transcript (text)'
  return 'Transcript with names (text)'
}
