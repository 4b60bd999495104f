import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { docx, paragraph, table } from '../support/docx-fixture.ts'
import { misplaced, placedWords } from './misplaced.ts'
import { draftOf, unsound } from './read-file.ts'

test('lines are counted in the file, front matter, adverts, comments and empty lines too', async () => {
  const md =
    '---\ntitle: x\n---\n\n# Head\n\nTranscribed by https://otter.ai\n\n**I:** How <!-- a\nb --> so?\n\n**P:** Só.\n'
  expect(placedWords(await draftOf('a.md', md))).toEqual([
    'line 5 [18–24]: Head',
    'line 9 [59–86]: I: How  so?',
    'line 12 [88–99]: P: Só.',
  ])
})

test('lines of a wrapped paragraph stand at their places inside it', async () => {
  const wrapped =
    'I: this is a line that goes on for quite a while so\nthat it has to be wrapped at fifty letters always\nand ends.\n\n'
  const draft = await draftOf('a.txt', wrapped.repeat(6))
  expect(draft.text).toContain('quite a while so that it')
  expect(placedWords(draft).slice(0, 4)).toEqual([
    'line 1 [0–51]: I: this is a line that goes on for quite a while so',
    'line 2 [52–101]: that it has to be wrapped at fifty letters always',
    'line 3 [102–111]: and ends.',
    'line 5 [113–164]: I: this is a line that goes on for quite a while so',
  ])
})

test('every caption keeps its number and place, also where several are one turn', async () => {
  const vtt =
    'WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Ana>One</v>\n\n2\n00:02.000 --> 00:03.000\n\n3\n00:03.000 --> 00:04.000\n<v Ana>two\nthree</v>\n'
  const draft = await draftOf('a.vtt', vtt)
  expect(draft.text).toBe('One two three')
  expect(placedWords(draft)).toEqual(['cue 1 at line 4 [10–48]: One', 'cue 3 at line 11 [79–123]: two three'])
})

test('segments and words in JSON stand where they are written', async () => {
  const json =
    '{"text": "{[",\n "segments": [\n  {"start": 0, "end": 1, "text": " \\"S\\u00f3\\"."},\n  {"start": 1, "end": NaN, "text": " Ja."}\n]}'
  expect(placedWords(await draftOf('a.json', json))).toEqual([
    'cue 1 at line 3 [32–79]: "Só".',
    'cue 2 at line 4 [83–123]: Ja.',
  ])
})

test('a typed transcript inside JSON or behind a key stands there paragraph by paragraph', async () => {
  const otr = '{"text": "<p>I: S\\u00f3 \\"was\\"?<br />B: &amp; so</p>", "media": "x"}'
  expect(placedWords(await draftOf('a.otr', otr))).toEqual([
    'cue 1 at line 1 [13–32]: I: Só "was"?',
    'cue 2 at line 1 [38–49]: B: & so',
  ])
  const inqscribe = 'app=InqScribe\ntext=[00:00:01.05] I: a\\\\b?\\r\\r[00:00:02.00] B: So.\n'
  expect(placedWords(await draftOf('a.inqscr', inqscribe))).toEqual([
    'cue 1 at line 2 [32–43]: I: a\\b?',
    'cue 2 at line 2 [58–65]: B: So.',
  ])
})

test('paragraphs of a document are counted as Word counts them: empty ones and those in cells too', async () => {
  const box = '<w:p><w:r><w:txbxContent><w:p><w:r><w:t>Box</w:t></w:r></w:p></w:txbxContent></w:r></w:p>'
  const body =
    paragraph('Head') +
    paragraph('') +
    table(['a', '', 'c'], ['d', 'e\nf', 'g']) +
    box +
    table(['I', 'How?'], ['P', 'Good\nit was'], ['I', 'Why so?'])
  expect(placedWords(await draftOf('a.docx', docx(body)))).toEqual([
    'paragraph 1: Head',
    'paragraph 3: a',
    'paragraph 5: c',
    'paragraph 6: d',
    'paragraph 7: e f',
    'paragraph 8: g',
    'paragraph 9: Box',
    'paragraph 11: How?',
    'paragraph 13: Good / it was',
    'paragraph 15: Why so?',
  ])
})

test('paragraphs of Rich Text and of web pages are counted the same way', async () => {
  const rtf = String.raw`{\rtf1 Ana: So\par\par Ben: Ja\par\trowd\intbl x\cell y\cell\row\pard End\par}`
  const html =
    '<html><body><p>Ana: So</p><p></p><div>Ben: Ja</div><ul><li>x</li><li>y</li></ul></body></html>'
  expect(placedWords(await draftOf('a.rtf', rtf))).toEqual([
    'paragraph 1: Ana: So',
    'paragraph 3: Ben: Ja',
    'paragraph 4: x',
    'paragraph 5: y',
    'paragraph 6: End',
  ])
  expect(placedWords(await draftOf('a.html', html))).toEqual([
    'paragraph 1: Ana: So',
    'paragraph 3: Ben: Ja',
    'paragraph 4: x',
    'paragraph 5: y',
  ])
})

test('rows of a table stand in the cell of their words, empty rows counted', async () => {
  const csv = '\nspeaker,start,text\nAna,0:01,"So,\nja"\n,,\nAna,0:02,Gut\nBen,0:03,Oh\n'
  const draft = await draftOf('a.csv', csv)
  expect(placedWords(draft)).toEqual(['C3: So, / ja', 'C5: Gut', 'C6: Oh'])
})

test('where labels go back into the text, places move along', async () => {
  const cue = (n: number, text: string): string => `${n}\n00:00:0${n}.000 --> 00:00:0${n}.500\n${text}`
  const lines = ['Tea: first.', 'Noor: How?', 'Tea: is hot.', 'Ana: So.', 'Noor: Good.', 'Ana: Yes.']
  const vtt = ['WEBVTT', ...lines.map((line, i) => cue(i + 1, line))].join('\n\n')
  const decisions = { notSpeakers: ['Tea'], merges: {}, roles: {}, takeSuggested: false }
  const draft = adjustDraft(await draftOf('a.vtt', vtt), decisions)
  expect(unsound(draft)).toEqual([])
  expect(placedWords(draft).map((each) => each.replace(/ at .*\]/, ''))).toEqual([
    'cue 1: Tea: first.',
    'cue 2: How?',
    'cue 3: Tea: is hot.',
    'cue 4: So.',
    'cue 5: Good.',
    'cue 6: Yes.',
  ])
})

const utf16 = (text: string, mark: boolean, isBig: boolean): Uint8Array => {
  const units = mark ? `\uFEFF${text}` : text
  const view = new DataView(new ArrayBuffer(units.length * 2))
  for (let i = 0; i < units.length; i += 1) view.setUint16(i * 2, units.charCodeAt(i), !isBig)
  return new Uint8Array(view.buffer)
}

const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff)

/** UTF-8 in which a byte was lost inside some letters. */
const nearUtf8 = (text: string): Uint8Array =>
  new TextEncoder().encode(text).filter((byte, i) => byte < 0x80 || i % 31 !== 0)

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => new TextEncoder().encode(text),
  'UTF-8 with a mark': (text) => new TextEncoder().encode(`\uFEFF${text}`),
  'UTF-16 little endian': (text) => utf16(text, true, false),
  'UTF-16 big endian without a mark': (text) => utf16(text, false, true),
  'an 8-bit encoding': latin,
  'UTF-8 with broken bytes': nearUtf8,
}

const line = fc
  .array(fc.constantFrom('größer', 'wäre', 'the', 'tea', 'für', 'Überall', 'so.', '(ja)'), { maxLength: 6 })
  .map((words) => words.join(' '))
const label = fc.constantFrom('Ana: ', 'Ben: ', '')
const texts = fc
  .array(fc.tuple(label, line), { minLength: 3, maxLength: 25 })
  .map((lines) => ['Ana: für größere Töne wäre das schön', ...lines.map(([who, what]) => who + what)])

for (const [encoding, encode] of Object.entries(ENCODINGS)) {
  test(`in ${encoding}, with line ends of any kind, words stand in the bytes of their line`, async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('\n', '\r', '\r\n', '\u2028\n'), async (lines, end) => {
        const text = lines.join(encoding.includes('8-bit') && end.length > 2 ? '\n' : end)
        const bytes = encode(encoding.includes('8-bit') ? text.replaceAll('\u2028', '\f') : text)
        const outcome = await readSource({ name: 'a.txt', bytes })
        if (!outcome.ok) throw new Error(outcome.problem)
        expect(unsound(outcome.draft)).toEqual([])
        expect(misplaced(outcome.draft, bytes)).toEqual([])
        const filled = outcome.draft.text.split('\n').filter((each) => each.trim() !== '')
        expect(outcome.draft.origins?.length).toBe(filled.length)
      }),
      { numRuns: 80 },
    )
  })

  test(`in ${encoding}, elements of XML on one line are found by their bytes`, async () => {
    const said = ['Überall für größere', 'wäre das schön so', 'Töne für größer', 'das wäre es']
    const events = said.map((words, i) => `<u who="A${i % 2}">${words} &amp; so</u>`).join('')
    const xml = `<?xml version="1.0"?><TEI><text><body>${events.repeat(9)}</body></text></TEI>`
    const bytes = encode(xml)
    const outcome = await readSource({ name: 'a.xml', bytes })
    if (!outcome.ok) throw new Error(outcome.problem)
    expect(misplaced(outcome.draft, bytes)).toEqual([])
    expect(outcome.draft.origins).toHaveLength(36)
    const places = new Set(outcome.draft.origins?.map(({ place }) => 'bytes' in place && place.bytes.join()))
    expect(places.size).toBe(36)
  })
}

const folder = resolve(import.meta.dirname, '../../../shared/transcripts/files')
const present = existsSync(folder)
const real = present
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => statSync(join(folder, name)).isFile() && !/\.(?:pdf|docx?|xlsx|ods)$/i.test(name),
    )
  : []

for (const name of real) {
  test(`every stretch of the real ${name} stands where it says`, async () => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const draft = await draftOf(name, bytes)
    expect(unsound(draft)).toEqual([])
    expect(misplaced(draft, bytes)).toEqual([])
  })
}

const claim = present
  ? 'real transcripts are looked up in their files'
  : 'real transcripts are not looked up: ../shared/transcripts is not here'
test.skipIf(!present)(claim, () => {
  expect(real.length).toBeGreaterThan(20)
})
