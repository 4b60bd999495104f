import { expect, test } from 'vitest'
import { draftOf, report, roles, spoken } from './read-file.ts'

const exchange = (a: string, b: string, sep = '\n'): string =>
  Array.from({ length: 4 }, (_, i) => `${a}What about point ${i}?${sep}${b}That was hard, point ${i}.`).join(
    sep,
  )

test('labels stand in the text and are marked; a turn runs over paragraphs to the next label', async () => {
  const draft = await draftOf(
    'Interview 7.txt',
    'Interviewer: How did it start?\n\nNoor: With a grant.\n\nThen it ended.\n\nInterviewer: And now?\nNoor: Nothing.\n',
  )
  expect(spoken(draft)).toEqual([
    'Interviewer: How did it start?',
    'Noor: With a grant. /  / Then it ended.',
    'Interviewer: And now?',
    'Noor: Nothing.',
  ])
  expect(draft.text.slice(draft.turns[0]?.label, draft.turns[0]?.start)).toBe('Interviewer: ')
  expect([draft.name, draft.format]).toEqual(['Interview 7', 'txt'])
})

test('what labels may look like', async () => {
  const pairs: readonly (readonly [string, string, string, string])[] = [
    ['Interviewer: ', 'P07: ', 'Interviewer', 'P07'],
    ['I: ', 'B: ', 'I', 'B'],
    ['Q. ', 'A. ', 'Q', 'A'],
    ['问：', '答：', '问', '答'],
    ['[00:01:02] Noor Haddad: ', '[00:01:09] Ana de la Cruz: ', 'Noor Haddad', 'Ana de la Cruz'],
    ['Noor Haddad (00:01:02): ', 'Ana Cruz (00:01:09): ', 'Noor Haddad', 'Ana Cruz'],
    ['**Noor:** ', '**Ana:** ', 'Noor', 'Ana'],
    ['SPEAKER_00: ', 'SPEAKER_01: ', 'SPEAKER_00', 'SPEAKER_01'],
    ['А.Г.: ', 'Д.С.: ', 'А.Г.', 'Д.С.'],
    ['Enquêtrice : ', 'Mme Dupont : ', 'Enquêtrice', 'Mme Dupont'],
    ['[Chercheur] (0:01 - 0:11)\n', '[Speaker 2] (0:12 - 0:15)\n', 'Chercheur', 'Speaker 2'],
    ['Noor Haddad  0:12\n', 'Ana Cruz  1:02:13\n', 'Noor Haddad', 'Ana Cruz'],
    ['משה אשר:\n', 'היו"ר גפני:\n', 'משה אשר', 'היו"ר גפני'],
    ['I\t', 'R1\t', 'I', 'R1'],
    ['00:00:12\nNoor: ', '00:00:15\nAna: ', 'Noor', 'Ana'],
  ]
  for (const [a, b, first, second] of pairs) {
    const draft = await draftOf('a.txt', exchange(a, b))
    expect([draft.turnsAre, draft.turns.length, ...draft.speakers.map((each) => each.label)], a).toEqual([
      'recognised',
      8,
      first,
      second,
    ])
    expect(spoken(draft)[1], a).toBe(`${second}: That was hard, point 0.`)
    expect(draft.turns[1]?.label, a).toBe((draft.turns[0]?.end ?? 0) + 1)
  }
})

test('times of labels are the times of turns and points to follow a recording by', async () => {
  const draft = await draftOf('a.txt', exchange('[00:01:02] Noor: ', 'Ana (1:02:03): '))
  expect(draft.turns.slice(0, 2).map((turn) => turn.time)).toEqual([62_000, 3_723_000])
  expect(draft.syncPoints).toHaveLength(8)
  const range = await draftOf('a.txt', exchange('[Noor] (0:01 - 0:11)\n', '[Ana] (0:12 - 0:15)\n'))
  expect(range.turns.slice(0, 2).map((turn) => [turn.time, turn.endTime])).toEqual([
    [1000, 11000],
    [12000, 15000],
  ])
})

test('f4 marks at the end of a paragraph are the end of the turn and no words', async () => {
  const draft = await draftOf(
    'a.txt',
    'I: Wie war das? #00:00:05-3#\nB: Ganz gut. #00:00:09-0#\nI: Und dann? #00:00:11-0#\nB: Schluss. #00:00:12-0#',
  )
  expect(draft.turns.map((turn) => turn.endTime)).toEqual([5300, 9000, 11000, 12000])
  expect(draft.words).toBe(8)
  expect(roles(draft)).toEqual(['I interviewer 2', 'B participant 2'])
})

test('words leave labels and times out', async () => {
  const draft = await draftOf('a.txt', exchange('[00:01:02] Noor Haddad: ', 'Ana: '))
  expect(draft.words).toBe(4 * (4 + 5))
})

test('names alone on a line are recognised where words follow below', async () => {
  const draft = await draftOf('a.txt', exchange('Noor Haddad\n', 'Ana Cruz  \n', '\n\n'))
  expect(draft.turns).toHaveLength(8)
  expect(spoken(draft)[1]).toBe('Ana Cruz: That was hard, point 0.')
})

test('facts before the first turn become attributes and stay in the text', async () => {
  const draft = await draftOf(
    'a.txt',
    `Date: 3 May 2024\nInterviewer: Noor Haddad\nPlace: Lyon\n\n${exchange('Noor Haddad: ', 'Ana Cruz: ')}`,
  )
  expect(draft.attributes).toMatchObject({ Date: '3 May 2024', Interviewer: 'Noor Haddad', Place: 'Lyon' })
  expect(draft.text.startsWith('Date: 3 May 2024\n')).toBe(true)
  expect(roles(draft)).toEqual(['Noor Haddad interviewer 4', 'Ana Cruz participant 4'])
})

test('texts that only look like transcripts have no turns', async () => {
  const texts = [
    'Note: bring tea.\nDate: Monday.\nNote: bring milk.\nDate: Tuesday.\nNote: more.\nDate: none.',
    'See https://a.b and https://c.d\nat 10:30 we met.\nhttps://e.f\n11:45 again\n',
    'We went to the market and he said: come in.\nThen she said: no.\n'.repeat(6),
    'A long essay.\n\nIt has paragraphs.\n\nAnd more of them.',
  ]
  for (const text of texts) expect((await draftOf('a.txt', text)).turnsAre, text).toBe('none')
})

test('labels in a small part of a text are only suggested', async () => {
  const essay = Array.from(
    { length: 220 },
    (_, i) => `Paragraph ${i} of the field notes goes on about the day.`,
  ).join('\n\n')
  const draft = await draftOf(
    'a.txt',
    `${exchange('Tom: ', 'Ana: ')}\n${exchange('Tom: ', 'Ana: ')}\n\n${essay}`,
  )
  expect([draft.turnsAre, draft.turns.length]).toEqual(['suggested', 16])
})

test('labels that are probably one voice are named with the reason', async () => {
  const text = [
    'Max Hillebrand: a',
    'С: b',
    'Max Hilebrand: c',
    'C: d',
    'Max Hillebrand: e',
    'С: f',
    'Max Hilebrand: g',
    'C: h',
    'MH: i',
    'MH: j',
    'Max Hillebrand: k',
    'С: l',
  ]
  const draft = await draftOf('a.txt', text.join('\n'))
  expect(draft.likelyMerges).toEqual([
    { keep: 'Max Hillebrand', merge: 'Max Hilebrand', reason: 'differs by one letter' },
    { keep: 'Max Hillebrand', merge: 'MH', reason: 'initials of the other' },
    { keep: 'С', merge: 'C', reason: 'looks the same in another script' },
  ])
})

test('a name heard once is taken when it is written like the others, and shown as doubtful', async () => {
  const draft = await draftOf(
    'a.txt',
    `${exchange('Noor Haddad: ', 'Ana Cruz: ')}\nTom Okafor: May I add one thing?\nyes: no voice`,
  )
  expect(draft.speakers.map((each) => each.label)).toEqual(['Noor Haddad', 'Ana Cruz', 'Tom Okafor'])
  expect(report(draft)).toContain('1 label seen only once: look whether it is a speaker')
})

test('lines broken at a fixed width are joined only when that is clear', async () => {
  const words =
    'the people who came to the centre every week told us that nothing had been paid for since the summer'
      .repeat(6)
      .split(' ')
  const wrapped: string[] = ['']
  for (const word of words) {
    const line = wrapped.at(-1) ?? ''
    if (line.length + word.length + 1 > 72) wrapped.push(word)
    else wrapped[wrapped.length - 1] = line === '' ? word : `${line} ${word}`
  }
  const draft = await draftOf('a.txt', `${wrapped.join('\n')}\n\n${wrapped.join('\n')}\n`)
  expect(draft.text.split('\n').filter((line) => line !== '')).toEqual([words.join(' '), words.join(' ')])
  expect(report(draft)).toContain(`${(wrapped.length - 1) * 2} line breaks inside paragraphs taken out`)
  const poem = 'Short line\nanother short one\nand a third\n\n'.repeat(10)
  expect((await draftOf('a.txt', poem)).text).toBe(poem)
})

test('directions are marked as such, adverts of the service are left out and counted', async () => {
  const draft = await draftOf(
    'a.txt',
    `(Transcribed by TurboScribe.ai. Go Unlimited to remove this message.)\n${exchange('I: ', 'P1: ')}\n[long pause]\nTranscribed by https://otter.ai\n`,
  )
  expect(draft.text).not.toMatch(/TurboScribe|otter/)
  expect(report(draft)).toContain('2 lines of the transcription service left out')
  expect(draft.blocks.map((block) => [block.kind, draft.text.slice(block.start, block.end)])).toEqual([
    ['direction', '[long pause]'],
  ])
})

test('short exchanges are taken when they say who asks', async () => {
  expect(
    (
      await draftOf(
        'a.txt',
        'Interviewer: What changed?\n\nMaya: The funding.\n\nInterviewer: And?\n\nMaya: We went on.\n\nMaya: Sorry.',
      )
    ).turnsAre,
  ).toBe('recognised')
  expect((await draftOf('a.txt', 'I: How?\nP: Well.\n')).turns).toHaveLength(2)
})

test('Otter: a voice with a time counts even once', async () => {
  const draft = await draftOf(
    'a.txt',
    'Maya\nSUMMARY KEYWORDS\nfunding, hope\nSPEAKERS\nMaya, Tom Reed\n\nTom Reed  00:03\nHow are you?\n\nMaya  00:05\nGood.\nReally.\n\nUnknown Speaker  00:09\nHmm.\n\nTom Reed  1:00:12\nWhy?\n',
  )
  expect(roles(draft)).toEqual(['Tom Reed interviewer 2', 'Maya participant 1', 'Unknown Speaker unknown 1'])
  expect(draft.attributes).toEqual({ 'Summary keywords': 'funding, hope', Speakers: 'Maya, Tom Reed' })
})

test('lines of Whisper become captions with their times', async () => {
  const draft = await draftOf(
    'a.txt',
    '[00:43.810 --> 00:47.850]  Hello and welcome.\n[00:48.350 --> 01:02:54.570]  I am here.\n',
  )
  expect([draft.text, draft.units, draft.words]).toEqual(['Hello and welcome. I am here.', 2, 6])
  expect(draft.syncPoints.map((point) => point.time)).toEqual([43_810, 48_350])
})
