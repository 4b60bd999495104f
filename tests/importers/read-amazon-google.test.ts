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
