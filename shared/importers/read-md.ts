import { withoutAdverts } from './adverts.ts'
import type { DecodedText } from './decode-text.ts'
import { draftText } from './draft-text.ts'
import { sourceNameOf } from './file-name.ts'
import { frontMatter } from './front-matter.ts'
import { cutLineOrigins } from './line-origins.ts'
import { type PlainMarkdown, plainMarkdown } from './markdown-text.ts'
import { markdownVoices } from './markdown-voices.ts'
import { notice } from './notice.ts'
import type { Origin } from './origin.ts'
import { countParagraphs } from './read-txt.ts'
import type { ImportOutcome } from './source-draft.ts'
import type { TextLine } from './text-lines.ts'
import { type Cut, uncut } from './uncut.ts'

/** A Markdown file as a draft: front matter as attributes, headings as blocks, mark-up taken off and counted. */
export function readMarkdown(fileName: string, decoded: DecodedText): ImportOutcome {
  const { attributes, body } = frontMatter(decoded.text)
  const bare = withoutAdverts(body)
  const plain = plainMarkdown(bare.text)
  const voiced = markdownVoices(plain)
  const front = { at: 0, length: decoded.text.length - body.length }
  const running = {
    ...voiced,
    originsOf: (lines: readonly TextLine[]) => markdownOrigins(lines, decoded, plain, [bare.cuts, [front]]),
  }
  const draft = draftText(running, {
    name: sourceNameOf(fileName),
    format: 'md',
    layout: 'Markdown',
    units: countParagraphs(decoded.text),
    attributes,
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...bare.notices,
      ...notice('dropped', plain.marks, [
        'sign of emphasis or escape taken off',
        'signs of emphasis and escapes taken off',
      ]),
      ...notice(
        'dropped',
        plain.links.length,
        ['link or picture address left out', 'link and picture addresses left out'],
        plain.links,
      ),
      ...notice('dropped', plain.comments, ['hidden comment left out', 'hidden comments left out']),
    ],
  })
  return {
    ok: true,
    draft: { ...draft, layout: draft.turns.length > 0 ? 'Transcript with names (Markdown)' : 'Markdown' },
  }
}

/** Line by line, back through what was cut off the Markdown: its comments, and `cuts` in the order to undo them. */
function markdownOrigins(
  lines: readonly TextLine[],
  decoded: DecodedText,
  plain: PlainMarkdown,
  cuts: readonly (readonly Cut[])[],
): readonly Origin[] {
  const steps = [plain.cuts, ...cuts].map(uncut)
  const marked = lines.map((line, i) => {
    const start = plain.starts[i] ?? 0
    return { ...line, start, end: (plain.starts[i + 1] ?? start + 1) - 1 }
  })
  return cutLineOrigins(
    marked,
    decoded.lines(),
    (position, isEnd) => steps.reduce((at, step) => step(at, isEnd), position),
    lines.map((line) => line.start),
  )
}
