import { expect, test } from 'vitest'
import { draftOf, spoken } from './read-file.ts'

const json = (value: unknown): string => JSON.stringify(value)

test('Deepgram: utterances with numbered speakers, cut into sentences by their words', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      metadata: {},
      results: {
        channels: [{ alternatives: [{ transcript: 'x', words: [] }] }],
        utterances: [
          {
            start: 0.08,
            end: 3,
            transcript: 'Yes. And why?',
            speaker: 0,
            channel: 0,
            words: [
              { word: 'yes', punctuated_word: 'Yes.', start: 0.08, end: 0.5 },
              { word: 'and', punctuated_word: 'And', start: 1, end: 1.2 },
              { word: 'why', punctuated_word: 'why?', start: 1.3, end: 2 },
            ],
          },
          { start: 3.5, end: 4, transcript: 'So.', speaker: 1, words: [] },
        ],
      },
    }),
  )
  expect(spoken(draft)).toEqual(['Speaker 0: Yes. And why?', 'Speaker 1: So.'])
  expect(draft.syncPoints).toEqual([
    { position: 0, time: 80 },
    { position: 5, time: 1000 },
    { position: 14, time: 3500 },
  ])
  expect(draft.units).toBe(2)
})

test('Deepgram: without utterances the words tell, channel by channel', async () => {
  const word = (text: string, start: number, speaker?: number) => ({
    word: text,
    punctuated_word: text,
    start,
    end: start + 0.3,
    speaker,
  })
  const one = await draftOf(
    'a.json',
    json({
      results: {
        channels: [{ alternatives: [{ words: [word('Why?', 0, 0), word('So.', 1, 1), word('Ah.', 2, 0)] }] }],
      },
    }),
  )
  expect(spoken(one)).toEqual(['Speaker 0: Why?', 'Speaker 1: So.', 'Speaker 0: Ah.'])
  const two = await draftOf(
    'a.json',
    json({
      results: {
        channels: [
          { alternatives: [{ words: [word('Why?', 0), word('Ah.', 2)] }] },
          { alternatives: [{ words: [word('So.', 1)] }] },
        ],
      },
    }),
  )
  expect(spoken(two)).toEqual(['Channel 0: Why?', 'Channel 1: So.', 'Channel 0: Ah.'])
})

test('AssemblyAI: utterances, or words with a speaker, in milliseconds', async () => {
  const words = [
    { text: 'Why?', start: 170, end: 400, speaker: 'A' },
    { text: 'So', start: 884, end: 1166, speaker: 'B' },
    { text: 'it', start: 1170, end: 1200, speaker: 'B' },
    { text: 'is.', start: 1210, end: 1300, speaker: 'B' },
  ]
  const head = {
    id: 'x',
    language_code: 'en_us',
    audio_url: 'https://example.org/a.mp3',
    status: 'completed',
    text: 'Why? So it is.',
  }
  const utterances = [
    { speaker: 'A', start: 170, end: 400, text: 'Why?', words: words.slice(0, 1) },
    { speaker: 'B', start: 884, end: 1300, text: 'So it is.', words: words.slice(1) },
  ]
  const told = await draftOf('a.json', json({ ...head, words, utterances }))
  const spelled = await draftOf('a.json', json({ ...head, words, utterances: null }))
  const bare = await draftOf('a.json', json({ ...head, words: null, utterances: null }))
  expect(spoken(told)).toEqual(['Speaker A: Why?', 'Speaker B: So it is.'])
  expect(spoken(spelled)).toEqual(spoken(told))
  expect([told.units, spelled.units, told.turns[1]?.time]).toEqual([2, 4, 884])
  expect([bare.text, bare.syncPoints.length]).toEqual(['Why? So it is.', 0])
})

test('Speechmatics: words and signs with a speaker; UU is nobody; some languages have no spaces', async () => {
  const result = (content: string, start: number, speaker: string, sign = false) => ({
    type: sign ? 'punctuation' : 'word',
    start_time: start,
    end_time: start + 0.3,
    ...(sign ? { attaches_to: 'previous', is_eos: true } : {}),
    alternatives: [{ content, confidence: 1, language: 'en', speaker }],
  })
  const draft = await draftOf(
    'a.json',
    json({
      format: '2.9',
      job: {},
      metadata: { transcription_config: { language: 'en' }, language_pack_info: { word_delimiter: ' ' } },
      results: [
        result('Why', 0, 'S1'),
        result('?', 0.3, 'S1', true),
        { type: 'speaker_change', start_time: 1, end_time: 1 },
        result('Hm', 1, 'UU'),
        result('Because', 2, 'S2'),
        result('.', 2.3, 'S2', true),
      ],
    }),
  )
  expect(spoken(draft)).toEqual(['S1: Why?', '-: Hm', 'S2: Because.'])
  expect([draft.units, draft.attributes.Language]).toEqual([3, 'en'])
  const close = await draftOf(
    'a.json',
    json({
      metadata: { language_pack_info: { word_delimiter: '' } },
      results: [result('ab', 0, 'S1'), result('cd', 1, 'S1')],
    }),
  )
  expect(close.text).toBe('abcd')
})

test('BBC Kaldi: segments say who speaks, words bring their punctuation', async () => {
  const word = (punct: string, start: number) => ({
    word: punct.toLowerCase(),
    punct,
    start,
    end: start + 0.4,
    confidence: 1,
    index: 0,
  })
  const draft = await draftOf(
    'a.json',
    json({
      action: 'audio-transcribe',
      retval: {
        status: true,
        punct: '…',
        words: [word('Why', 0.1), word('now?', 0.6), word('So.', 4.9), word('Yes.', 9)],
        segmentation: {
          segments: [
            { '@type': 'Segment', start: 0, duration: 5, speaker: { '@id': 'S0', gender: 'F' } },
            { '@type': 'Segment', start: 5, duration: 3, speaker: { '@id': 'S1', gender: 'M' } },
          ],
        },
      },
    }),
  )
  expect(spoken(draft)).toEqual(['S0: Why now?', 'S1: So. Yes.'])
  expect(draft.units).toBe(4)
})

test('Rev: monologues of words, signs and spaces; names where the file knows them', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      speakers: [{ id: 1, name: 'Ana Silva' }],
      monologues: [
        {
          speaker: 0,
          elements: [
            { type: 'text', value: 'Well', ts: 0.5, end_ts: 0.9 },
            { type: 'punct', value: '-' },
            { type: 'text', value: 'known', ts: 1, end_ts: 1.4 },
            { type: 'punct', value: '?' },
            { type: 'punct', value: ' ' },
            { type: 'unknown', value: '<laugh>' },
          ],
        },
        {
          speaker: 1,
          elements: [
            { type: 'text', value: 'Quite', timestamp: '00:00:03,200', end_timestamp: '00:00:03,600' },
            { type: 'punct', value: ', ' },
            { type: 'text', value: 'yes', ts: 4, end_ts: 4.2 },
            { type: 'punct', value: '.' },
          ],
        },
      ],
    }),
  )
  expect(spoken(draft)).toEqual(['Speaker 0: Well-known? <laugh>', 'Ana Silva: Quite, yes.'])
  expect([draft.turns[1]?.time, draft.units]).toEqual([3200, 2])
})

test('separators and broken characters inside JSON texts never reach the text', async () => {
  const draft = await draftOf(
    'a.json',
    '{"utterances":[{"speaker":"A","text":"a\\u2028b\\r\\nc \\ud800 \\u0000","start":1,"end":2}]}',
  )
  expect(draft.text).toBe('a b c � �')
})
