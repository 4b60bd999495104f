import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken } from './read-file.ts'

const json = (value: unknown): string => JSON.stringify(value)

const segments = [
  { id: 0, seek: 0, start: 0.5, end: 2.25, text: ' Hello and welcome.', tokens: [1], avg_logprob: -0.2 },
  { id: 1, seek: 0, start: 2.25, end: 4, text: ' How did it go?', tokens: [2], avg_logprob: -0.2 },
  { id: 2, seek: 0, start: 9, end: 12.5, text: ' Well, I think.', tokens: [3], avg_logprob: -0.2 },
]

test('the JSON, table, timed lines and subtitles of one Whisper run give one text', async () => {
  const clock = (seconds: number, sign: string): string =>
    `00:00:${seconds.toFixed(3).padStart(6, '0').replace('.', sign)}`
  const srt = segments
    .map(
      (each, i) => `${i + 1}\n${clock(each.start, ',')} --> ${clock(each.end, ',')}\n${each.text.trim()}\n`,
    )
    .join('\n')
  const tsv = `start\tend\ttext\n${segments.map((each) => `${each.start * 1000}\t${each.end * 1000}\t${each.text.trim()}`).join('\n')}\n`
  const lrc = segments
    .map(
      (each) =>
        `[${clock(each.start, '.').slice(3, 11)}]${each.text.trim()}\n[${clock(each.end, '.').slice(3, 11)}]\n`,
    )
    .join('')
  const drafts = [
    await draftOf('a.json', json({ text: '…', language: 'en', segments })),
    await draftOf('a.json', json(segments)),
    await draftOf('a.tsv', tsv),
    await draftOf('a.lrc', lrc),
    await draftOf('a.srt', srt),
  ]
  const text = 'Hello and welcome. How did it go?\nWell, I think.'
  for (const draft of drafts) {
    expect([draft.text, draft.units, draft.turnsAre]).toEqual([text, 3, 'none'])
    expect(draft.syncPoints.map((point) => point.time)).toEqual([500, 2250, 9000])
  }
  expect(drafts.map((draft) => draft.format)).toEqual(['json', 'json', 'tsv', 'lrc', 'srt'])
  expect(drafts[0]?.attributes).toEqual({ Language: 'en' })
  expect(drafts[2]?.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [500, 4000],
    [9000, 12_500],
  ])
})

test('the interface’s answer with times of words only takes its sentences from the text', async () => {
  const draft = await draftOf(
    'answer.txt',
    json({
      task: 'transcribe',
      text: 'So it is. Really, yes.',
      words: [
        { word: 'So', start: 0, end: 0.5 },
        { word: 'it', start: 0.5, end: 0.7 },
        { word: 'is', start: 0.7, end: 1 },
        { word: 'Really', start: 1.5, end: 1.9 },
        { word: 'yes', start: 2, end: 2.4 },
      ],
    }),
  )
  expect(draft.text).toBe('So it is. Really, yes.')
  expect(draft.syncPoints).toEqual([
    { position: 0, time: 0 },
    { position: 10, time: 1500 },
  ])
})

test('the interface’s shortest answer, text alone, comes in without times', async () => {
  const draft = await draftOf('a.json', json({ text: 'So it is.', usage: { seconds: 3 } }))
  expect([draft.text, draft.syncPoints, draft.layout]).toEqual(['So it is.', [], 'Whisper transcript (JSON)'])
})

test('the JSON of whisper.cpp and of pipelines in chunks is read', async () => {
  const cpp = await draftOf(
    'a.json',
    json({
      model: { type: 'base' },
      result: { language: 'nl' },
      transcription: [
        { timestamps: { from: '00:00:00,000' }, offsets: { from: 0, to: 1200 }, text: ' Dag.' },
        { offsets: { from: 1200, to: 2500 }, text: ' Tot ziens.' },
      ],
    }),
  )
  expect([cpp.text, cpp.attributes.Language, cpp.syncPoints[1]?.time]).toEqual([
    'Dag. Tot ziens.',
    'nl',
    1200,
  ])
  const chunks = await draftOf(
    'a.json',
    json({
      speakers: [
        { speaker: 'SPEAKER_00', timestamp: [0, 3.1], text: ' Why?' },
        { speaker: 'SPEAKER_01', timestamp: [3.1, null], text: ' Because.' },
      ],
      chunks: [{ timestamp: [0, 3.1], text: ' Why? Because.' }],
      text: ' Why? Because.',
    }),
  )
  expect(spoken(chunks)).toEqual(['SPEAKER_00: Why?', 'SPEAKER_01: Because.'])
})

test('sentences Whisper makes up are kept and marked as doubtful', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      segments: [
        {
          start: 0,
          end: 1,
          text: ' Thank you all.',
          compression_ratio: 0.8,
          no_speech_prob: 0.9,
          avg_logprob: -1.3,
        },
        { start: 1, end: 2, text: ' Thank you all.', compression_ratio: 3.1 },
        { start: 2, end: 3, text: ' Thank you all.', no_speech_prob: 0.9, avg_logprob: -0.3 },
        { start: 3, end: 4, text: ' ' },
      ],
    }),
  )
  expect(draft.words).toBe(9)
  expect(report(draft)).toEqual([
    '2 pieces that Whisper itself was unsure of',
    '1 caption that repeats the two before it word for word; speech recognition may have made it up',
    '1 piece without words left out',
  ])
})

test('WhisperX names speakers by segment; a segment without one is nobody’s, not the voice’s before', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      segments: [
        {
          start: 0,
          end: 1,
          text: ' How is it?',
          speaker: 'SPEAKER_00',
          words: [{ word: 'How', speaker: 'SPEAKER_01' }],
        },
        { start: 1, end: 2, text: ' Tell me.', speaker: 'SPEAKER_00' },
        { start: 2, end: 3, text: ' (a door)' },
        { start: 3, end: 4, text: ' Good.', speaker: 'SPEAKER_01' },
      ],
      word_segments: [],
      language: 'en',
    }),
  )
  expect(spoken(draft)).toEqual(['SPEAKER_00: How is it? Tell me.', '-: (a door)', 'SPEAKER_01: Good.'])
  expect([draft.layout, draft.turnsAre, draft.units]).toEqual(['WhisperX transcript (JSON)', 'stated', 4])
  expect(report(draft)).toEqual([
    '1 piece in which single words are given to another speaker, kept whole',
    '1 piece of speech that names no speaker',
  ])
})

test('where only words name speakers, the segment is cut between them', async () => {
  const words = ['Why', 'now?', 'Why', 'not.'].map((word, i) => ({
    word,
    start: i,
    end: i + 0.5,
    ...(i === 0 ? { speaker: 'SPEAKER_00' } : i === 2 ? { speaker: 'SPEAKER_01' } : {}),
  }))
  const draft = await draftOf(
    'a.json',
    json({ segments: [{ start: 0, end: 4, text: 'Why now? Why not.', words }] }),
  )
  expect(spoken(draft)).toEqual(['SPEAKER_00: Why now?', 'SPEAKER_01: Why not.'])
})

test('speakers by letters and numbers are called Speaker', async () => {
  const draft = await draftOf(
    'a.json',
    json({
      segments: [
        { type: 'transcript.text.segment', start: 0, end: 1, text: 'Hm?', speaker: 'I' },
        { type: 'transcript.text.segment', start: 1, end: 2, text: 'Hm.', speaker: 2 },
      ],
    }),
  )
  expect(draft.speakers.map((speaker) => speaker.label)).toEqual(['Speaker I', 'Speaker 2'])
})

test('times that cannot be right are left out, never guessed; the words stay', async () => {
  const bad =
    '{"segments":[{"start":NaN,"end":1,"text":"One."},{"start":-3,"end":1e300,"text":"NaN: two."},{"start":"x","end":null,"text":"Three."},{"start":8,"end":9,"text":"Four."}]}'
  const draft = await draftOf('a.json', bad)
  expect(draft.text).toBe('One. NaN: two. Three. Four.')
  expect(draft.syncPoints).toEqual([{ position: 22, time: 8000 }])
  expect(report(draft)).toEqual(['3 pieces of speech without a time that can be right, kept without one'])
})

test('JSON that is no transcript, cut off or without words is turned away with a sentence', async () => {
  expect(await problemOf('a.json', '{"results": [1]}')).toMatch(
    /^This JSON file is no transcript that Loam knows/,
  )
  expect(await problemOf('a.json', json({ segments }).slice(0, 120))).toMatch(
    /^This JSON file is damaged or cut off/,
  )
  expect(await problemOf('a.json', json({ segments: [{ start: 0, end: 1, text: ' ' }] }))).toMatch(
    /^This Whisper transcript \(JSON\) holds no words/,
  )
})

test('text in brackets that is no JSON stays text', async () => {
  const draft = await draftOf('a.txt', '["quoted" and bracketed] he said.\n\n{note} More.')
  expect(draft.format).toBe('txt')
})
