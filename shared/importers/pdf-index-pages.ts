import type { PageLines } from './pdf-lines.ts'

/** Numbers of the pages at the end of a document that hold a word index: three columns and more of text, or lines of
    words with many places; they are never all pages. */
export function indexPages(pages: readonly PageLines[]): ReadonlySet<number> {
  const index: number[] = []
  for (const page of pages.toReversed()) {
    if (page.columns < 3 && !listsPlaces(page)) break
    index.unshift(page.page)
  }
  const inColumns = pages.some((page) => index.includes(page.page) && page.columns >= 3)
  return new Set(inColumns && index.length < pages.length ? index : [])
}

function listsPlaces({ lines }: PageLines): boolean {
  const places = lines.filter((line) => /(?:^|\s)\d{1,4}:\d{1,2}(?:,\d{1,2})*(?:\s|$)/.test(line.text)).length
  return lines.length > 0 && places >= lines.length * 0.6
}
