import type { PdfParagraph } from './pdf-paragraphs.ts'
import type { DraftTurn } from './source-draft.ts'

/** Turns suggested by bold and regular paragraphs in turn, where that may be the change of speaker; positions in the
    text whose lines the paragraphs are. Empty where bold type is only used for headings or single words. */
export function boldTurns(
  paragraphs: readonly { readonly start: number; readonly end: number; readonly of: PdfParagraph }[],
): readonly DraftTurn[] {
  const marked = paragraphs.map(({ start, end, of }) => ({ start, end, bold: of.bold >= of.text.length }))
  const runs: { start: number; end: number; bold: boolean }[] = []
  for (const each of marked) {
    const last = runs.at(-1)
    if (last?.bold === each.bold) runs[runs.length - 1] = { ...last, end: each.end }
    else runs.push(each)
  }
  const bold = paragraphs.filter(({ of }) => of.bold >= of.text.length)
  const spoken = bold.filter(({ of }) => of.text.split(/\s+/).length >= 4 || /[?？]\s*$/.test(of.text))
  const alternates = runs.length >= FEWEST && spoken.length >= Math.max(3, bold.length * 0.6)
  if (!alternates) return []
  return runs.map(({ start, end, bold: isBold }) => ({
    label: start,
    start,
    end,
    speaker: isBold === runs[0]?.bold ? 0 : 1,
    time: null,
    endTime: null,
  }))
}

const FEWEST = 6
