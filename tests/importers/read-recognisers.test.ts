import { expect, test } from 'vitest'
import { draftOf, report, spoken } from './read-file.ts'

const json = (value: unknown): string => JSON.stringify(value)

const amazonItem = (content: string, start?: string, more: object = {}) => ({
  type: start === undefined ? 'punctuation' : 'pronunciation',
  alternatives: [{ confidence: '0.9', content }],
  ...(start === undefined ? {} : { start_time: start, end_time: `${Number(start) + 0.4}` }),
  ...more,
})

test('Amazon Transcribe: words find their speaker by start time; punctuation stays with the word before', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      jobName: 'x',
      results: {
        transcripts: [{ transcript: 'So, why? Well. It was. Hm' }],
        speaker_labels: {
          speakers: 2,
          segments: [
            {
              speaker_label: 'spk_0',
              start_time: '0.0',
              end_time: '1.4',
              items: [{ speaker_label: 'spk_0', start_time: '0.0' }, { start_time: '1.0' }],
            },
            {
              speaker_label: 'spk_1',
              start_time: '2.0',
              items: [{ start_time: '2.0' }, { start_time: '2.5' }, { start_time: '3.0' }],
            },
          ],
        },
        items: [
          amazonItem('So', '0.0'),
          amazonItem(','),
          amazonItem('why', '1.0'),
          amazonItem('?'),
          amazonItem('Well', '2.0'),
          amazonItem('.'),
          amazonItem('It', '2.5'),
          amazonItem('was', '3.0'),
          amazonItem('.'),
          amazonItem('Hm', '9.0'),
        ],
      },
    }),
  )
  expect(spoken(draft)).toEqual(['spk_0: So, why?', 'spk_1: Well. It was.', '-: Hm'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [0, 1400],
    [2000, 3400],
    [9000, 9400],
  ])
  expect([draft.units, draft.syncPoints.length]).toEqual([2, 4])
  expect(report(draft)).toEqual(['1 piece of speech that names no speaker'])
})

test('Amazon Transcribe: two microphones are two voices in the order of time', async () => {
  const channel = (label: string, items: readonly object[]) => ({ channel_label: label, items })
  const draft = await draftOf(
    'a.json',
    json({
      results: {
        transcripts: [{ transcript: '…' }],
        channel_labels: {
          channels: [
            channel('ch_0', [
              amazonItem('Why', '0.0'),
              amazonItem('?'),
              amazonItem('Good', '5.0'),
              amazonItem('.'),
            ]),
            channel('ch_1', [amazonItem('Because', '2.0'), amazonItem('.')]),
          ],
        },
        items: [amazonItem('Why', '0.0')],
      },
    }),
  )
  expect(spoken(draft)).toEqual(['ch_0: Why?', 'ch_1: Because.', 'ch_0: Good.'])
})

test('Amazon Call Analytics: roles speak, times in milliseconds', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      LanguageCode: 'en-US',
      Transcript: [
        { ParticipantRole: 'AGENT', BeginOffsetMillis: 40, EndOffsetMillis: 900, Content: 'How can I help?' },
        { ParticipantRole: 'CUSTOMER', BeginOffsetMillis: 1000, EndOffsetMillis: 2000, Content: 'My card.' },
      ],
    }),
  )
  expect(spoken(draft)).toEqual(['AGENT: How can I help?', 'CUSTOMER: My card.'])
  expect([draft.turns[1]?.time, draft.attributes.Language]).toEqual([1000, 'en-US'])
})

const googleWord = (word: string, start: number, speakerTag?: number) => ({
  word,
  startTime: `${start}s`,
  endTime: `${start + 0.5}s`,
  ...(speakerTag === undefined ? {} : { speakerTag }),
})

test('Google version 1: the last result repeats all words with their speakers, and only it is read', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      results: [
        {
          alternatives: [
            {
              transcript: 'why is that',
              words: [googleWord('why', 0.1), googleWord('is', 0.7), googleWord('that', 1.2)],
            },
          ],
          languageCode: 'en-us',
        },
        { alternatives: [{ transcript: ' because it is so', words: [googleWord('because', 3)] }] },
        {
          alternatives: [
            {
              words: [
                googleWord('why', 0.1, 1),
                googleWord('is', 0.7, 1),
                googleWord('that', 1.2, 1),
                googleWord('because', 3, 2),
              ],
            },
          ],
        },
      ],
    }),
  )
  expect(spoken(draft)).toEqual(['Speaker 1: why is that', 'Speaker 2: because'])
  expect(report(draft)).toEqual(['3 words of the text without speakers are not in the list with speakers'])
  expect(draft.units).toBe(3)
})

test('Google version 2: every result brings its own speakers; a batch holds results by recording', async () => {
  const word = (text: string, start: number, speakerLabel: string) => ({
    word: text,
    startOffset: `${start}s`,
    endOffset: `${start + 0.4}s`,
    speakerLabel,
  })
  const results = [
    { alternatives: [{ transcript: 'Why?', words: [word('Why?', 0, '1')] }], resultEndOffset: '1s' },
    { alternatives: [{ transcript: 'So.', words: [word('So.', 2, '2')] }], resultEndOffset: '3s' },
  ]
  const expected = ['Speaker 1: Why?', 'Speaker 2: So.']
  expect(spoken(await draftOf('a.json', json({ results, metadata: {} })))).toEqual(expected)
  const batch = await draftOf(
    'a.json',
    json({
      response: { results: { 'gs://a': { transcript: { results } }, 'gs://b': { transcript: { results } } } },
    }),
  )
  expect(spoken(batch)).toEqual(expected)
  expect(report(batch)).toEqual(['1 further recording in the file left out'])
})

test('Google without speakers: results as they come, Japanese without spaces and readings', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      results: [
        {
          alternatives: [{ transcript: 'one two' }, { transcript: 'won too' }],
          resultEndTime: { seconds: '2', nanos: 500_000_000 },
        },
        {
          alternatives: [
            {
              words: [
                { word: '今日|キョウ', startTime: '3s' },
                { word: 'は|ワ', startTime: '3.2s' },
              ],
            },
          ],
        },
      ],
    }),
  )
  expect(draft.text).toBe('one two 今日は')
})

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
