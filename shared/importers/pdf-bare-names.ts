import { bareLabel } from './label-lines.ts'
import type { PdfParagraph } from './pdf-paragraphs.ts'

/** Texts of paragraphs that are nothing but a name and stand so three times and more, with words below: programs set
    speakers so, and pages keep no empty line above them. */
export function bareNames(paragraphs: readonly PdfParagraph[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [i, { text }] of paragraphs.entries()) {
    const next = paragraphs[i + 1]
    if (next === undefined || next.text === text || text.length > 60 || bareLabel(text) === null) continue
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= FEWEST).map(([text]) => text))
}

const FEWEST = 3
