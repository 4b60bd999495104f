import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { programTexts } from './law-texts.ts'
import { bytesOf } from './read-file.ts'
import { expectSound } from './sound-or-sentence.ts'

const json = (value: unknown): string => JSON.stringify(value)

const KEYS = [
  ...[
    'segments',
    'words',
    'text',
    'start',
    'end',
    'speaker',
    'word',
    'results',
    'items',
    'transcripts',
    'transcript',
  ],
  ...[
    'speaker_labels',
    'channel_labels',
    'channels',
    'alternatives',
    'content',
    'start_time',
    'end_time',
    'type',
  ],
  ...[
    'utterances',
    'monologues',
    'elements',
    'value',
    'ts',
    'Transcript',
    'Content',
    'ParticipantRole',
    'Items',
  ],
  ...[
    'retval',
    'segmentation',
    'punct',
    'chunks',
    'timestamp',
    'transcription',
    'offsets',
    'from',
    'to',
    'media',
  ],
  ...[
    'speakerTag',
    'startTime',
    'channelTag',
    'response',
    '__proto__',
    'constructor',
    'length',
    'speakers',
    'name',
  ],
]

const wrong = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, depthIdentifier: 'json' },
    fc.oneof(
      fc.constantFrom(
        null,
        true,
        0,
        -1,
        1e308,
        5e-324,
        'a',
        '',
        'S0',
        '1.5s',
        '00:00:01,5',
        ' b.',
        '\ud800',
        '\u2028',
        '//x',
      ),
      fc.double(),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    fc.array(tie('value'), { maxLength: 4, depthIdentifier: 'json' }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 6, depthIdentifier: 'json' })
      .map((pairs) => Object.fromEntries(pairs)),
  ),
})).value

const whole = programTexts.filter(([, content]) => content.startsWith('{')).map(([, content]) => content)

test('transcripts in JSON with values of the wrong type anywhere come in sound or with a sentence', async () => {
  let cameIn = 0
  const change = fc.tuple(fc.array(fc.nat(11), { minLength: 1, maxLength: 7 }), wrong)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(change, { maxLength: 4 }),
      async (content, changes) => {
        const root: unknown = JSON.parse(content)
        for (const [path, value] of changes) replaceAt(root, path, value)
        const outcome = await readSource({ name: 'a.json', bytes: bytesOf(json(root)) })
        if (outcome.ok) cameIn += 1
        if (outcome.ok) expectSound(outcome.draft)
      },
    ),
    { numRuns: 3000 },
  )
  expect(cameIn).toBeGreaterThan(500)
}, 30_000)

/** Puts a value in the place that the steps lead to; each step is the number of a member. */
function replaceAt(node: unknown, [step = 0, ...rest]: readonly number[], value: unknown): void {
  if (typeof node !== 'object' || node === null) return
  const keys = Object.keys(node)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined) return
  const below: unknown = Reflect.get(node, key)
  if (rest.length === 0 || typeof below !== 'object' || below === null) Reflect.set(node, key, value)
  else replaceAt(below, rest, value)
}

test('turns follow each change of speaker, whatever the speech', async () => {
  const piece = fc.record({
    speaker: fc.constantFrom('A', 'B', 'C'),
    text: fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}[.?]$/),
    start: fc.nat(10_000),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
      const utterances = pieces.map((each) => ({ ...each, end: each.start + 10 }))
      const outcome = await readSource({ name: 'a.json', bytes: bytesOf(json({ utterances })) })
      const draft = outcome.ok ? outcome.draft : null
      const changes = pieces.filter((each, i) => each.speaker !== pieces[i - 1]?.speaker).length
      expect(draft?.turns.length).toBe(changes)
      expect(draft?.text.replaceAll('\n', ' ')).toBe(pieces.map((each) => each.text).join(' '))
      expect(draft?.syncPoints.map((point) => point.time)).toEqual(pieces.map((each) => each.start))
    }),
  )
})
