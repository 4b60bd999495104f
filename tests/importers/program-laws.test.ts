import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importEndings } from '../../shared/importers/import-formats.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import { bytesOf, unsound } from './read-file.ts'

const json = (value: unknown): string => JSON.stringify(value)
const word = { word: 'a', punct: 'a.', text: 'a', start: 0.5, end: 1, speaker: 'A', punctuated_word: 'a.' }

const fixtures: readonly (readonly [string, string])[] = [
  [
    'whisper.json',
    json({
      language: 'en',
      segments: [{ start: 0, end: 1, text: ' Só.', speaker: 'SPEAKER_00', words: [word] }],
    }),
  ],
  [
    'amazon.json',
    json({
      results: {
        transcripts: [{ transcript: 'a' }],
        speaker_labels: { segments: [{ speaker_label: 'spk_0', items: [{ start_time: '0.5' }] }] },
        items: [
          { start_time: '0.5', end_time: '1.0', type: 'pronunciation', alternatives: [{ content: 'Só' }] },
          { type: 'punctuation', alternatives: [{ content: '.' }] },
        ],
      },
    }),
  ],
  [
    'calls.json',
    json({
      Transcript: [
        { ParticipantRole: 'AGENT', Content: 'Só.', BeginOffsetMillis: 1, EndOffsetMillis: 2, Items: [] },
      ],
    }),
  ],
  [
    'google.json',
    json({
      results: [
        { alternatives: [{ transcript: 'a' }] },
        { alternatives: [{ words: [{ word: 'a', startTime: '0.1s', speakerTag: 1 }] }] },
      ],
    }),
  ],
  [
    'deepgram.json',
    json({
      results: {
        channels: [],
        utterances: [{ start: 0, end: 1, transcript: 'a.', speaker: 0, words: [word] }],
      },
    }),
  ],
  [
    'assemblyai.json',
    json({ audio_url: 'x', utterances: [{ speaker: 'A', start: 1, end: 2, text: 'a', words: [word] }] }),
  ],
  [
    'speechmatics.json',
    json({
      format: '2.9',
      results: [
        { type: 'word', start_time: 0, end_time: 1, alternatives: [{ content: 'a', speaker: 'S1' }] },
      ],
    }),
  ],
  [
    'kaldi.json',
    json({
      retval: {
        words: [word],
        segmentation: { segments: [{ start: 0, duration: 3, speaker: { '@id': 'S0' } }] },
      },
    }),
  ],
  [
    'rev.json',
    json({
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Só', ts: 0.1, end_ts: 0.4 },
            { type: 'punct', value: '. ' },
          ],
        },
      ],
    }),
  ],
  [
    'a.otr',
    json({
      text: '<p><span data-timestamp="1.5">0:01</span> I: Só?<br>B: &amp;</p>',
      media: 'x',
      'media-time': 3,
    }),
  ],
  ['a.tsv', 'start\tend\ttext\n0\t1000\tSó.\n1000\t2000\tAh.\n'],
  ['a.lrc', '[ti:x]\n[00:01.00]Só.\n[00:02.00]\n[00:03.00][00:09.00]Ah.\n'],
  [
    'a.html',
    '<html><body><p>T</p><p><a name="ts_0_900_S00">S00: <span>[00:00:00]</span> Só</a><a name="ts_900_999_//S01"> //S01: m//</a></p></body></html>',
  ],
  [
    'a.inqscr',
    'app=InqScribe\ntext=[00:00:01.05] I: Só?\\rB: (00:02.10) Ah.\ntimecode.fps=29.97\ntype=file\n',
  ],
  [
    'a.xml',
    '<transcript><scene id="1" in="00:00:01.05" out="00:00:02.00"><speaker>Ana B</speaker>\nAna | Só &amp; so.\n\nBen | M.</scene></transcript>',
  ],
  [
    'chat.txt',
    '00:01:02\tAna:\tSó\r\n00:01:03\tBen:\tReacted to "Só" with 👍\r\n00:02:00\tBen:\tReplying to "Só"\n\nAh\r\n',
  ],
]

for (const [name, content] of fixtures) {
  const bytes = bytesOf(content)
  test(`however ${name} is cut or its bits turned, it comes in sound or with a sentence`, async () => {
    expect((await readSource({ name, bytes })).ok).toBe(true)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(7)), { maxLength: 8 }),
        fc.boolean(),
        async (cut, flips, whole) => {
          const changed = bytes.slice(0, whole ? bytes.length : cut)
          for (const [at, bit] of flips)
            if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << bit)
          await expectSoundOrSentence(name, changed)
        },
      ),
      { numRuns: 100 },
    )
  })
}

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

const whole = fixtures.filter(([, content]) => content.startsWith('{')).map(([, content]) => content)

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
        expectSound(outcome.ok ? outcome.draft : null)
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

const FIVE_MEGABYTES = 5_000_000
const repeated = (piece: string): string => piece.repeat(Math.ceil(FIVE_MEGABYTES / piece.length))

const nasty: readonly (readonly [string, string])[] = [
  ['deep lists', `${'['.repeat(FIVE_MEGABYTES / 2)}${']'.repeat(FIVE_MEGABYTES / 2)}`],
  ['deep objects', `{"segments":${'{"a":'.repeat(700_000)}1${'}'.repeat(700_000)}}`],
  ['deep and cut off', `{"segments":${'[{"words":'.repeat(500_000)}`],
  [
    'many segments',
    `{"segments":[${repeated('{"start":NaN,"end":-Infinity,"text":" a b"},')}{"start":1e999,"text":"x"}]}`,
  ],
  [
    'a speaker each',
    `{"utterances":[${Array.from({ length: 90_000 }, (_, i) => `{"speaker":"P ${i}","text":"a","start":${i}}`).join()}]}`,
  ],
  [
    'endless words',
    `{"results":{"items":[${repeated('{"type":"punctuation","alternatives":[{"content":"."}]},')}1],"transcripts":[]}}`,
  ],
  ['one endless text', json({ segments: [{ start: 0, end: 1, text: repeated('a: ') }] })],
  ['one endless label', json({ utterances: [{ speaker: repeated('a :'), text: 'x', start: 0 }] })],
  ['quotes never closed', json({ text: repeated('<a ">"'), media: 'x' })],
  ['tags never closed', json({ text: repeated('<p '), media: 'x' })],
  ['marks without end', json({ text: repeated('<span data-timestamp="1">'), media: 'x' })],
  ['anchors without end', `<html><body><p>${repeated('<a name="ts_1_2_S0">S0: //')}`],
  ['scripts without end', `<html><body><p><a name="ts_1_2_S0">${repeated('<script>')}`],
  ['one line of times', `[00:01.00]a\n[00:02.00]${repeated('[00:03.00]')}b`],
  ['InqScribe marks', `app=InqScribe\ntext=${repeated('[00:00:01.00]')}a`],
  ['InqScribe brackets', `app=InqScribe\ntext=a${repeated('[(')}`],
  ['quoted chat', `00:00:01\tA:\t${repeated('Replying to "')}\n`],
  ['chat of names', repeated('00:00:01 From a to b to \n')],
  ['rows without cells', `start\tend\ttext\n${repeated('\t')}`],
]

for (const [what, content] of nasty) {
  test(`five megabytes of ${what} end within seconds`, async () => {
    const started = performance.now()
    await readSource({ name: 'a', bytes: bytesOf(content) })
    // A shared machine may be three times slower than a free one; free, each takes under a second and a half.
    expect(performance.now() - started).toBeLessThan(5000)
  }, 20_000)
}

test('every format’s ending is taken from a folder', () => {
  for (const [name] of fixtures) expect(importEndings).toContain(name.split('.').at(-1))
  expect(new Set(importEndings).size).toBe(importEndings.length)
})

async function expectSoundOrSentence(name: string, bytes: Uint8Array): Promise<void> {
  const outcome = await readSource({ name, bytes })
  if (outcome.ok) expectSound(outcome.draft)
  else expect(outcome.problem).toMatch(/^\P{Ll}.{15,420}\.$/su)
}

function expectSound(draft: SourceDraft | null): void {
  if (draft === null) return
  expect(unsound(draft)).toEqual([])
  expect(
    draft.turns.every((turn) => turn.time === null || (turn.time >= 0 && Number.isFinite(turn.time))),
  ).toBe(true)
  expect(draft.syncPoints.every((point) => Number.isFinite(point.time) && point.time >= 0)).toBe(true)
}
