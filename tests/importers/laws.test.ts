import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importEndings } from '../../shared/importers/import-formats.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import { lawFiles } from './law-files.ts'
import { linguisticTexts, programTexts } from './law-texts.ts'
import { misplaced } from './misplaced.ts'
import { bytesOf, draftOf, unsound } from './read-file.ts'
import { expectSoundOrSentence } from './sound-or-sentence.ts'

for (const [name, bytes] of lawFiles) {
  test(`${name} comes in sound as it stands, every stretch of it at its place`, async () => {
    const draft = await draftOf(name, bytes)
    expect(unsound(draft)).toEqual([])
    expect(misplaced(draft, bytes)).toEqual([])
  })

  test(`however ${name} is cut or its bits turned, it comes in sound or with a sentence`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { maxLength: 12 }),
        fc.boolean(),
        async (cut, flips, whole) => {
          const changed = bytes.slice(0, whole ? bytes.length : cut)
          for (const [at, bit] of flips)
            if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << bit)
          await expectSoundOrSentence(name, changed)
        },
      ),
      { numRuns: 120 },
    )
  })
}

for (const [name, content] of linguisticTexts) {
  test(`the format of ${name} is told by its content alone`, async () => {
    for (const other of [name, 'a.txt', 'a.docx', 'a']) {
      const draft = await draftOf(other, content)
      expect(draft.turns.length).toBeGreaterThan(0)
      expect(draft.format).toBe(name === 'a.xml' ? 'tei' : name.slice(2).toLowerCase())
    }
  })
}

test('any bytes come in sound or with a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom('a.txt', 'a.docx', 'a.vtt', 'a.md', 'a'),
      async (bytes, name) => {
        const outcome = await readSource({ name, bytes })
        expect(outcome.ok ? unsound(outcome.draft) : outcome.problem.length > 15).toEqual(
          outcome.ok ? [] : true,
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('texts made of labels, times and marks come in sound', async () => {
  const piece = fc.constantFrom(
    'Noor: ',
    'I:',
    'P7\t',
    '[00:01:02] ',
    'Noor  0:12',
    '\n',
    '\n\n',
    'word ',
    '[Ana] (0:01 - 0:02)',
    '#00:00:01-2#',
    '**',
    '(x)',
    '：',
    '问',
    ' --> ',
    '# ',
    '---\n',
    '|',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 60 }),
      fc.constantFrom('a.txt', 'a.md', 'a.srt'),
      async (pieces, name) => {
        await expectSoundOrSentence(name, bytesOf(pieces.join('')))
      },
    ),
    { numRuns: 500 },
  )
})

test('codes, tags and marks in any order come in sound or with a sentence', async () => {
  const piece = fc.constantFrom(
    ...linguisticTexts.flatMap(([, content]) =>
      content.split(/(?<=[>\n])|(?= )/).filter((part) => part !== ''),
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('', ...linguisticTexts.map(([, content]) => content.slice(0, 60))),
      fc.array(piece, { maxLength: 80 }),
      async (head, pieces) => {
        await expectSoundOrSentence('a', bytesOf(head + pieces.join('')))
      },
    ),
    { numRuns: 500 },
  )
})

test('every format’s ending is taken from a folder', () => {
  for (const [name] of programTexts) expect(importEndings).toContain(name.split('.').at(-1))
  expect(new Set(importEndings).size).toBe(importEndings.length)
})
