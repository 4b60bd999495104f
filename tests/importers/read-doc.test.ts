import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { draftOf, problemOf, report, unsound } from './read-file.ts'

// Both were written by LibreOffice from one text of ours.
const file = (name: string) => new Uint8Array(readFileSync(resolve(import.meta.dirname, 'files', name)))
const doc = file('orchard.doc')
const flat = file('orchard.fodt')

test('an old Word document comes in with its names, table, line breaks and letters of three scripts', async () => {
  const draft = await draftOf('orchard.doc', doc)
  expect(draft.text).toBe(
    [
      'Conversation in the orchard',
      'Interviewer: How did you begin, and where was it?',
      'Marit: In the old orchard.',
      'Under the pear tree. Ещё раз: в саду.   שלום',
      'Interviewer: And then?',
      'Marit: Then the\tneighbours came – “all of them”.',
      'We shared the tools.',
      'And the apples.',
      'Everyone had a key.',
      'After the table.',
    ].join('\n'),
  )
  expect(draft.blocks[0]).toEqual({ kind: 'heading', start: 0, end: 27 })
  expect([draft.format, draft.layout]).toEqual(['doc', 'Transcript in a table (DOC)'])
  expect(report(draft)).toEqual([
    '1 footnote or endnote left out',
    '1 comment in the margin left out',
    '1 tracked deletion left out',
  ])
  expect(unsound(draft)).toEqual([])
})

test('the same text as one OpenDocument XML file reads the same, its tracked deletion left out', async () => {
  const [draft, old] = [await draftOf('orchard.fodt', flat), await draftOf('orchard.doc', doc)]
  expect([draft.text, draft.turns, draft.blocks]).toEqual([old.text, old.turns, old.blocks])
  expect(report(draft)).toEqual(report(old))
})

test('a document locked with a password, or of before 1997, is told so', async () => {
  expect(await problemOf('a.doc', withWord(0x0a, 0x0100))).toContain('locked with a password')
  expect(await problemOf('a.doc', withWord(0, 0xa5dc))).toContain('of before 1997')
})

test('however an old Word document is cut or its bits turned, it comes in sound or with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(doc.length),
      fc.array(fc.tuple(fc.nat(doc.length - 1), fc.nat(7)), { maxLength: 40 }),
      fc.boolean(),
      async (cut, flips, whole) => {
        const changed = doc.slice(0, whole ? doc.length : cut)
        for (const [at, bit] of flips) if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        const outcome = await readSource({ name: 'a.doc', bytes: changed })
        if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
        else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
      },
    ),
    { numRuns: 300 },
  )
})

test('a table of stretches that asks for more than the file holds is damage, not memory', async () => {
  const lying = doc.slice()
  const pieces = indexOf(lying, [0x02, 0x10, 0, 0, 0, 0, 0, 0, 0])
  new DataView(lying.buffer).setUint32(pieces + 9, 0xffffff00, true)
  const outcome = await readSource({ name: 'a.doc', bytes: lying })
  expect(pieces).toBeGreaterThan(0)
  expect(outcome.ok ? outcome.draft.text.length : 0).toBeLessThan(lying.length)
})

/** The document with 16 bits of its head changed: its main stream begins where the magic number stands. */
function withWord(at: number, value: number): Uint8Array {
  const changed = doc.slice()
  const main = indexOf(changed, [0xec, 0xa5])
  const view = new DataView(changed.buffer)
  view.setUint16(main + at, at === 0 ? value : view.getUint16(main + at, true) | value, true)
  return changed
}

function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  return bytes.findIndex((_, at) => wanted.every((byte, i) => bytes[at + i] === byte))
}
