import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limitedUnpacker } from '../../shared/importers/pdf-flate-limit.ts'
import { jointOf, seenWords } from '../../shared/importers/pdf-hyphens.ts'
import { pdfLayout } from '../../shared/importers/pdf-layout.ts'
import type { PdfItem, PdfPage } from '../../shared/importers/pdf-port.ts'
import { pagesInWords } from '../../shared/importers/pdf-signs.ts'

const place = fc.record({
  left: fc.integer({ min: -50, max: 650 }),
  base: fc.integer({ min: -20, max: 900 }),
  width: fc.integer({ min: 0, max: 500 }),
  size: fc.integer({ min: 1, max: 40 }),
  bold: fc.boolean(),
  turned: fc.boolean(),
  rtl: fc.boolean(),
})

const pagesOfItems = fc.array(fc.array(place, { maxLength: 40 }), { maxLength: 6 })

function pagesFrom(
  places: readonly (readonly (typeof place extends fc.Arbitrary<infer P> ? P : never)[])[],
): {
  readonly pages: readonly PdfPage[]
  readonly words: readonly string[]
} {
  const words: string[] = []
  const pages = places.map((each, p): PdfPage => {
    const items = each.map((at, i): PdfItem => {
      const word = at.rtl ? `שלום${p}ת${i}` : `w${p}x${i}y`
      words.push(word)
      const { size, base } = at
      return { ...at, text: word, top: base - size, height: size, font: '', italic: false }
    })
    return { number: p + 1, width: 595, height: 842, items, pictured: false }
  })
  return { pages, words }
}

test('wherever words stand on pages, each is in the text once or reported as left out', () => {
  fc.assert(
    fc.property(pagesOfItems, (places) => {
      const { pages, words } = pagesFrom(places)
      const layout = pdfLayout(pages)
      const kept = layout.paragraphs.map(({ text }) => text)
      const said = [...kept, ...layout.repeated, ...layout.numbers, ...layout.margin, ...layout.turned].join(
        ' ',
      )
      for (const word of words) {
        const inIndex = layout.index.some((page) => word.includes(`${page - 1}`))
        if (!inIndex) expect(said.split(word).length, word).toBeGreaterThanOrEqual(2)
      }
      for (const { text, parts } of layout.paragraphs)
        for (const { at } of parts) expect(at).toBeLessThan(Math.max(1, text.length))
    }),
    { numRuns: 300 },
  )
})

test('a soft hyphen always parts a word, a hyphen only one that is known', () => {
  const seen = seenWords(['our committee met here', 'the commit-', 'tee in a well-'])
  expect(jointOf('the water\u00ad', 'shed', seen)).toEqual({ cut: 1, space: '', word: 'watershed' })
  expect(jointOf('the commit-', 'tee', seen)).toEqual({ cut: 1, space: '', word: 'committee' })
  expect(jointOf('in a well-', 'known place', seen)).toEqual({ cut: 0, space: '', word: null })
  expect(jointOf('I was going to-', 'No', seen)).toEqual({ cut: 0, space: ' ', word: null })
  expect(jointOf('谷の水', 'について', seen)).toEqual({ cut: 0, space: '', word: null })
})

test('halves whose hyphen got lost are only put together when neither is a word by itself', () => {
  const seen = seenWords([
    'we said sometimes, some of the times',
    'the neighbourhood was there',
    'a neigh',
    'bourhood',
  ])
  expect(jointOf('a neigh', 'bourhood', seen).word).toBe('neighbourhood')
  expect(jointOf('for some', 'times', seen).word).toBe(null)
})

test('pages are named in ranges', () => {
  expect(pagesInWords([3])).toBe('page 3')
  expect(pagesInWords([3, 7, 8, 9, 11, 12])).toBe('pages 3, 7 to 9, 11, 12')
})

test('what a small file has packed is unpacked up to a limit only, and whole below it', async () => {
  const unpacked = async (bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<number> => {
    const { readable, writable } = limitedUnpacker(new DecompressionStream('deflate'), limit)
    const writer = writable.getWriter()
    void writer.write(bytes).catch(() => undefined)
    void writer.close().catch(() => undefined)
    const reader = readable.getReader()
    let total = 0
    for (let step = await reader.read(); !step.done; step = await reader.read())
      total += step.value?.byteLength ?? 0
    return total
  }
  const bomb = new Uint8Array(deflateSync(Buffer.alloc(60_000_000)))
  expect(await unpacked(bomb, 1_000_000)).toBeLessThan(20_000_000)
  expect(await unpacked(new Uint8Array(deflateSync(Buffer.alloc(50_000))), 1_000_000)).toBe(50_000)
})
