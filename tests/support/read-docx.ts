import { strFromU8, unzipSync } from 'fflate'

/** A paragraph of a Word document: the id of its style ("Normal" where it names none), its words, and the
    footnotes it points to. */
export interface WordParagraph {
  readonly style: string
  readonly text: string
  readonly footnotes: readonly string[]
}

/** A Word document as somebody opens it. */
export interface WordDocument {
  readonly paragraphs: readonly WordParagraph[]
  /** Words of each footnote, by its id. */
  readonly footnotes: ReadonlyMap<string, string>
  /** Names of the styles that the document defines, by their ids. */
  readonly styles: ReadonlyMap<string, string>
  /** Everything in it that is words or could hide some: all parts, marks taken out. */
  readonly everything: string
}

/** Opens a Word document by its parts; throws where one that must be there is not. */
export function readDocx(bytes: Uint8Array): WordDocument {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const part = (name: string) => {
    const found = parts.find(([each]) => each === name)
    if (!found) throw new Error(`The document has no ${name}`)
    return found[1]
  }
  const notes = [
    ...part('word/footnotes.xml').matchAll(/<w:footnote\b[^>]*w:id="(-?\d+)"[^>]*>([\s\S]*?)<\/w:footnote>/g),
  ]
  const styles = [
    ...part('word/styles.xml').matchAll(
      /<w:style\b[^>]*w:styleId="([^"]+)"[^>]*>\s*<w:name w:val="([^"]+)"/g,
    ),
  ]
  return {
    paragraphs: [...part('word/document.xml').matchAll(/<w:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/w:p>)/g)].map(
      ([, inside = '']) => ({
        style: /<w:pStyle w:val="([^"]+)"/.exec(inside)?.[1] ?? 'Normal',
        text: wordsOf(inside),
        footnotes: [...inside.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id = '']) => id),
      }),
    ),
    footnotes: new Map(notes.map(([, id = '', inside = '']) => [id, wordsOf(inside)])),
    styles: new Map(styles.map(([, id = '', name = '']) => [id, name])),
    everything: parts.map(([, text]) => wordsOf(text)).join('\n'),
  }
}

function wordsOf(xml: string): string {
  return xml
    .replace(/<w:br\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
