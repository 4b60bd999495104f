import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { docx, paragraph, table } from '../support/docx-fixture.ts'
import { bytesOf, unsound } from './read-file.ts'

const talk = 'Date: 3 May\n\nInterviewer: How wás it?\n\nP07: Gut, größer. [00:01:02]\n\n'.repeat(6)
const fixtures: readonly (readonly [string, Uint8Array])[] = [
  ['a.txt', bytesOf(talk)],
  [
    'a.md',
    bytesOf(`---\ntitle: x\n---\n# Head\n\n${talk.replaceAll('P07:', '**P07:**')}\n\`\`\`\ncode\n\`\`\`\n`),
  ],
  [
    'a.vtt',
    bytesOf(
      'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Noor>How?</v>\n\n2\n0:0:2.5 --> 0:0:-3.-20\n<v Ana>Só &amp; so</v>\n\n'.repeat(
        4,
      ),
    ),
  ],
  [
    'a.srt',
    bytesOf(
      '1\r\n00:00:01,000 --> 00:00:02,000\r\nNoor: How?\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nAna: <i>Só</i>\r\n\r\n'.repeat(
        4,
      ),
    ),
  ],
  [
    'a.docx',
    docx(
      paragraph('Head', 'Heading1') +
        paragraph('**Noor**  0:01\nHow?').repeat(3) +
        table(['I', 'How was it?'], ['P', 'Good it was'], ['I', 'Why so?']),
    ),
  ],
]

for (const [name, bytes] of fixtures) {
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
          const outcome = await readSource({ name, bytes: changed })
          if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
          else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
        },
      ),
      { numRuns: 150 },
    )
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
        const outcome = await readSource({ name, bytes: bytesOf(pieces.join('')) })
        if (outcome.ok) expect(unsound(outcome.draft)).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('nasty texts of any kind come in within seconds', async () => {
  const nasty = [
    ':',
    '[',
    '<v ',
    '*a ',
    '&amp',
    '{\\',
    ' ',
    '00:00 ',
    'A: \n',
    '-->',
    '(0:01',
    '_a',
    '\u200b',
  ].map((each) => each.repeat(Math.ceil(400_000 / each.length)))
  for (const text of nasty)
    for (const head of ['', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '# a\n\n# b\n\n**c** [d](http://e)\n']) {
      await readSource({ name: 'a.md', bytes: bytesOf(head + text) })
    }
}, 30_000)

test('eight megabytes of interviews take about a second', async () => {
  const turn =
    'Interviewer: So when the grant ended, what did you do with the people you had?\n\nMaria Lopez: We let them go, and it was hard, honestly, for everyone in the team.\n\n'
  const bytes = bytesOf(turn.repeat(Math.ceil(8_000_000 / turn.length)))
  const started = performance.now()
  const outcome = await readSource({ name: 'a.txt', bytes })
  expect(outcome.ok && outcome.draft.turns.length).toBe(Math.ceil(8_000_000 / turn.length) * 2)
  // A shared machine may be three times slower than a free one; free, it takes half a second.
  expect(performance.now() - started).toBeLessThan(3000)
})
