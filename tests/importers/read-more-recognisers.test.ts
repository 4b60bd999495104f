import { expect, test } from 'vitest'
import { draftOf, problemOf, spoken, unsound } from './read-file.ts'

const talk = [
  ['Ana', 'Who keeps the ferry?'],
  ['Bo', 'The town does.'],
  ['Ana', 'Since when?'],
  ['Bo', 'Since the flood.'],
] as const
const said = (ana: string, bo: string): readonly string[] =>
  talk.map(([who, words]) => `${who === 'Ana' ? ana : bo}: ${words}`)
const voice = (who: string): number => (who === 'Ana' ? 1 : 2)
const wordsOf = (text: string, at: number, step = 0.25) =>
  text.split(' ').map((word, i) => ({ word, start: at + i * step, end: at + i * step + 0.125 }))
const turns = <T>(make: (who: string, words: string, at: number) => T): readonly T[] =>
  talk.map(([who, words], i) => make(who, words, i * 3 + 0.5))

const files: readonly (readonly [string, unknown, readonly [string, string], string])[] = [
  [
    'ElevenLabs Scribe',
    {
      language_code: 'eng',
      words: turns((who, words, at) =>
        wordsOf(words, at).flatMap(({ word: text, start, end }) => [
          { text, start, end, type: 'word', speaker_id: `speaker_${voice(who)}` },
          { text: ' ', start: end, end, type: 'spacing', speaker_id: `speaker_${voice(who)}` },
        ]),
      ).flat(),
    },
    ['speaker_1', 'speaker_2'],
    'ElevenLabs Scribe transcript (JSON)',
  ],
  [
    'Gladia',
    {
      result: {
        transcription: {
          full_transcript: '…',
          utterances: turns((who, text, at) => ({
            speaker: voice(who),
            start: at,
            end: at + 1.5,
            words: wordsOf(text, at),
            text,
          })),
        },
      },
    },
    ['Speaker 1', 'Speaker 2'],
    'Transcript turn by turn (JSON)',
  ],
  [
    'Soniox',
    {
      tokens: turns((who, words, at) =>
        wordsOf(words, at).flatMap(({ word, start }) => [
          {
            text: ` ${word.slice(0, 2)}`,
            start_ms: start * 1000,
            end_ms: start * 1000 + 50,
            speaker: `${voice(who)}`,
          },
          {
            text: word.slice(2),
            start_ms: start * 1000 + 50,
            end_ms: start * 1000 + 90,
            speaker: `${voice(who)}`,
          },
        ]),
      ).flat(),
    },
    ['Speaker 1', 'Speaker 2'],
    'Soniox transcript (JSON)',
  ],
  [
    'Azure batch',
    {
      recognizedPhrases: turns((who, display, at) => ({
        speaker: voice(who),
        channel: 0,
        offset: `PT${at}S`,
        duration: 'PT1.5S',
        nBest: [{ display, lexical: 'x' }],
      })),
    },
    ['Speaker 1', 'Speaker 2'],
    'Azure Speech transcript (JSON)',
  ],
  [
    'Azure fast',
    {
      phrases: turns((who, text, at) => ({
        speaker: voice(who),
        offsetMilliseconds: at * 1000,
        durationMilliseconds: 1500,
        text,
      })),
    },
    ['Speaker 1', 'Speaker 2'],
    'Azure Speech transcript (JSON)',
  ],
  [
    'podcast namespace',
    {
      version: '1.0.0',
      segments: turns((speaker, body, at) => ({ speaker, startTime: at, endTime: at + 1.5, body })),
    },
    ['Ana', 'Bo'],
    'Transcript turn by turn (JSON)',
  ],
  [
    'Fathom',
    {
      transcript: turns((display_name, text, at) => ({
        speaker: { display_name },
        text,
        timestamp: `00:00:0${at}`.slice(0, 10),
      })).map((turn, i) => ({ ...turn, timestamp: `00:00:${String(i * 3).padStart(2, '0')}.5` })),
    },
    ['Ana', 'Bo'],
    'Transcript turn by turn (JSON)',
  ],
  [
    'words of each turn',
    turns((name, text, at) => ({
      participant: { name },
      words: wordsOf(text, at).map(({ word, start }) => ({
        text: word,
        start_timestamp: { relative: start },
      })),
    })),
    ['Ana', 'Bo'],
    'Transcript turn by turn (JSON)',
  ],
  [
    'Watson',
    {
      results: turns((_, text, at) => ({
        alternatives: [
          {
            transcript: text,
            timestamps: wordsOf(text, at).map((each) => [each.word, each.start, each.end]),
          },
        ],
      })),
      speaker_labels: turns((who, text, at) =>
        wordsOf(text, at).map(({ start, end }) => ({ from: start, to: end, speaker: voice(who) })),
      ).flat(),
    },
    ['Speaker 1', 'Speaker 2'],
    'IBM Watson transcript (JSON)',
  ],
  [
    'words and paragraphs',
    {
      words: turns((_, text, at) =>
        wordsOf(text, at).map(({ word, ...times }) => ({ text: word, ...times })),
      ).flat(),
      paragraphs: turns((speaker, _, start) => ({ speaker, start, end: start + 2 })),
    },
    ['Ana', 'Bo'],
    'Words and paragraphs (JSON)',
  ],
]

for (const [what, json, voices, layout] of files)
  test(`${what}: voices, words and times in seconds are right`, async () => {
    const draft = await draftOf('talk.json', JSON.stringify(json, null, 1))
    expect(draft.layout).toBe(layout)
    expect(spoken(draft)).toEqual(said(...voices))
    expect(draft.turns.map((turn) => turn.time)).toEqual([500, 3500, 6500, 9500])
    expect(new Set(draft.origins.map((each) => each.place)).size).toBeGreaterThanOrEqual(4)
    expect(unsound(draft)).toEqual([])
  })

test('Vosk and YouTube state no speakers', async () => {
  const vosk = turns((_, text, at) => ({ text, result: wordsOf(text, at) }))
  const youTube = {
    wireMagic: 'pb3',
    events: [
      { tStartMs: 0, dDurationMs: 90_000, id: 1 },
      ...turns((_, text, at) => ({
        tStartMs: at * 1000,
        dDurationMs: 1500,
        segs: [{ utf8: text }, { utf8: '\n' }],
      })),
    ],
  }
  for (const [json, layout] of [
    [vosk, 'Vosk transcript (JSON)'],
    [youTube, 'YouTube captions (JSON)'],
  ] as const) {
    const draft = await draftOf('talk.json', JSON.stringify(json))
    expect([draft.layout, draft.text.replaceAll('\n', ' ')]).toEqual([
      layout,
      talk.map(([, words]) => words).join(' '),
    ])
    expect(draft.turns[0]?.time).toBe(500)
    expect(unsound(draft)).toEqual([])
  }
})

test('lists that are no talk stay unknown', async () => {
  const others = [
    {
      files: [
        { name: 'a', content: 'b' },
        { name: 'c', content: 'd' },
      ],
    },
    { rows: [{ text: 'one' }, { text: 'two' }] },
    [{ id: 1, title: 'x', body: 'y' }],
  ]
  for (const json of others)
    expect(await problemOf('a.json', JSON.stringify(json))).toMatch(/no transcript that Loam knows/)
})
