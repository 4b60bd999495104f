import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readPdf } from '../../electron/cli/pdf-reader.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { allLawFiles } from './law-files.ts'
import { bytesOf, problemOf } from './read-file.ts'
import { expectSound } from './sound-or-sentence.ts'

/** What happens to a file on its way: cut off, a stretch of it written once more elsewhere, bits turned. */
interface Harm {
  readonly keep: number
  readonly block: readonly [from: number, length: number, to: number]
  readonly flips: readonly (readonly [at: number, bit: number])[]
}

const share = fc.double({ min: 0, max: 1, noNaN: true })
const harm: fc.Arbitrary<Harm> = fc.record({
  keep: fc.oneof(fc.constant(1), share),
  block: fc.tuple(share, fc.oneof(fc.constant(0), share), share),
  flips: fc.array(fc.tuple(share, fc.nat(7)), { maxLength: 8 }),
})

function harmed(bytes: Uint8Array, { keep, block: [from, length, to], flips }: Harm): Uint8Array {
  const whole = bytes.slice(0, Math.ceil(bytes.length * keep))
  const first = Math.floor(whole.length * from)
  const piece = whole.slice(first, first + Math.floor((whole.length - first) * length))
  const at = Math.floor(whole.length * to)
  const changed = joined(whole.subarray(0, at), piece, whole.subarray(at))
  for (const [where, bit] of flips) {
    const place = Math.floor(where * (changed.length - 1))
    if (place >= 0) changed[place] = (changed[place] ?? 0) ^ (1 << bit)
  }
  return changed
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)))
}

async function expectReading(name: string, bytes: Uint8Array): Promise<void> {
  const outcome = await readSource({ name, bytes }, { pdf: readPdf })
  if (outcome.ok) expectSound(outcome.draft)
  else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
}

for (const [name, bytes] of allLawFiles) {
  test(`however ${name} is cut, doubled in part or turned in bits, it comes in sound or with a sentence`, async () => {
    await fc.assert(
      fc.asyncProperty(harm, (done) => expectReading(name, harmed(bytes, done))),
      { numRuns: name.endsWith('.pdf') ? 25 : 60 },
    )
  }, 30_000)
}

test('two files of any formats in one come in sound or with a sentence, under either name', async () => {
  const any = fc.constantFrom(...allLawFiles)
  await fc.assert(
    fc.asyncProperty(any, any, share, share, async ([name, head], [other, tail], from, to) => {
      const spliced = joined(
        head.subarray(0, Math.ceil(head.length * from)),
        tail.subarray(Math.floor(tail.length * to)),
      )
      await expectReading(name, spliced)
      await expectReading(other, spliced)
    }),
    { numRuns: 250 },
  )
}, 60_000)

test('every format under every name comes in sound or with a sentence', async () => {
  for (const [, bytes] of allLawFiles)
    for (const ending of ['docx', 'doc', 'pdf', 'csv', 'html', 'ods', 'json', 'srt'])
      await expectReading(`a.${ending}`, bytes)
}, 60_000)

const far = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length))
const numbered = (unit: (i: number) => string, size: number): string =>
  Array.from({ length: Math.ceil(size / unit(0).length) }, (_, i) => unit(i)).join('')
const NAMES = 'xmlns:office="o" xmlns:text="t" xmlns:table="tb"'
const flat = (kind: string, body: string): string =>
  `<?xml version="1.0"?><office:document ${NAMES} office:mimetype="application/vnd.oasis.opendocument.${kind}">${body}</office:document>`
const cell = '<table:table-cell><text:p>a</text:p></table:table-cell>'

const sentences: readonly (readonly [what: string, name: string, content: string, told: RegExp])[] = [
  [
    'rows with one word at the far edge',
    'a.fods',
    flat(
      'spreadsheet',
      `<table:table>${far(`<table:table-row table:number-rows-repeated="9"><table:table-cell table:number-columns-repeated="999"/>${cell}</table:table-row>`, 1_000_000)}</table:table>`,
    ),
    /more text than Loam reads at once/,
  ],
  [
    'short rows under a thousand headings',
    'a.csv',
    `${numbered((i) => `What of ${i}?,`, 9000)}\n${far('It was good\n', 200_000)}`,
    /rows of \d+ columns, more than Loam reads at once/,
  ],
  ['lines without end', 'a.txt', `${far('\n', 1_100_000)}a`, /more than 1,000,000 lines/],
  ['tags without end', 'a.html', `<html>${far('<td>a', 3_000_000)}`, /more than 500,000 tags/],
  ['groups in groups', 'a.rtf', `{\\rtf1 ${far('{', 200_000)}`, /nested too deeply|cut off/],
  ['lists in lists', 'a.fodt', flat('text', far('<text:list>', 1_100_000)), /nested too deeply/],
]

for (const [what, name, content, told] of sentences) {
  test(`${what} (${name}) end in a clear sentence`, async () => {
    expect(await problemOf(name, content)).toMatch(told)
  })
}

test('what never closes, or names itself again and again, is read in the time of its length', async () => {
  const slow: readonly (readonly [name: string, content: string])[] = [
    ['a.fodt', flat('text', far('<office:meta>', 400_000))],
    [
      'a.xml',
      `<transcript>${numbered((i) => `<scene><speaker>Ana ${i}</speaker>Ana ${i} | So</scene>`, 1_500_000)}</transcript>`,
    ],
    ['a.fodt', flat('text', `<text:p>${far('<text:s text:c="99999999"/>', 500_000)}a</text:p>`)],
  ]
  for (const [name, content] of slow) {
    const started = performance.now()
    await readSource({ name, bytes: bytesOf(content) })
    // A shared machine may be some times slower than a free one; free, each takes half a second.
    expect(performance.now() - started).toBeLessThan(6000)
  }
}, 30_000)

test('a workbook whose shared texts are damaged or too many is turned away, not read as empty cells', async () => {
  const book = (shared: string): Uint8Array =>
    zipSync({
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet><row>${['speaker', 'text'].map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('')}</row>
         ${far('<row><c t="inlineStr"><is><t>Ana</t></is></c><c t="s"><v>0</v></c></row>', 300)}</worksheet>`,
      ),
      'xl/sharedStrings.xml': strToU8(shared),
    })
  const whole = book('<sst><si><t>so it was</t></si></sst>')
  expect(await problemOf('a.xlsx', whole)).toBe('came in')
  const damaged = whole.slice()
  const name = Array.from(bytesOf('xl/sharedStrings.xml'))
  const at = damaged.findLastIndex((_, i) => name.every((sign, k) => damaged[i + k] === sign))
  // The size that the directory states, in front of the name.
  damaged[at - 46 + 24] = 0xff
  expect(await problemOf('a.xlsx', damaged)).toMatch(/damaged/)
})

test('a document of millions of empty paragraphs is left closed, though nothing in it swells', async () => {
  const many = zipSync(
    { 'word/document.xml': strToU8(`<w:document>${far('<w:p/>', 25_000_000)}`) },
    { level: 0 },
  )
  expect(await problemOf('a.docx', many)).toMatch(/more than Loam reads at once/)
  const large = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) }, { level: 0 })
  expect(await problemOf('a.docx', large)).toMatch(/could fill the computer/)
}, 20_000)

const doc = new Uint8Array(readFileSync(resolve(import.meta.dirname, 'files', 'orchard.doc')))

test('an old Word document whose tables name one sector a million times takes no more memory than the file', async () => {
  const lying = joined(doc, new Uint8Array(512 * 2000))
  const view = new DataView(lying.buffer)
  // Further sectors of the table, each naming the same sector 127 times and then the next.
  const first = Math.ceil(doc.length / 512)
  view.setUint32(68, first, true)
  for (let sector = first; sector < first + 1500; sector += 1) {
    for (let i = 0; i < 127; i += 1)
      view.setUint32((sector + 1) * 512 + i * 4, view.getUint32(76, true), true)
    view.setUint32((sector + 1) * 512 + 508, sector + 1, true)
  }
  const before = process.memoryUsage().arrayBuffers
  const outcome = await readSource({ name: 'a.doc', bytes: lying })
  if (outcome.ok) expectSound(outcome.draft)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(30_000_000)
})
