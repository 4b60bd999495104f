import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken } from './read-file.ts'

const srt = (...texts: readonly string[]): string =>
  texts
    .map((text, i) => `${i + 1}\n00:00:${String(i + 10)},500 --> 00:00:${String(i + 11)},400\n${text}\n`)
    .join('\n')

test('subtitles with names become turns; a caption without a name continues the voice before', async () => {
  const draft = await draftOf(
    'a.srt',
    srt(
      'SPEAKER_00: How did it go?',
      'SPEAKER_01: Well.',
      '<i>Rather</i> well,',
      'SPEAKER_01: I think.',
      '[SPEAKER_00]: Good.',
    ),
  )
  expect(spoken(draft)).toEqual([
    'SPEAKER_00: How did it go?',
    'SPEAKER_01: Well. Rather well, I think.',
    'SPEAKER_00: Good.',
  ])
  expect([draft.turnsAre, draft.units]).toEqual(['stated', 5])
})

test('subtitles without names keep every caption, also where lines between them are missing or hold spaces', async () => {
  const draft = await draftOf(
    'a.txt',
    '1\n00:00:01,000 --> 00:00:02,000\nOne {\\an8}up.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n \n3\n00:00:03,000 --> 00:00:04,000\nThree.\n\nstill three.\n',
  )
  expect([draft.format, draft.units, draft.text]).toEqual(['srt', 3, 'One up. Two. Three. still three.'])
})

test('windows-1250 is recognised by how it reads, and the next guesses come with a line to compare', async () => {
  const text = srt(
    'Điđo, dođavola.',
    'Neće da izađe odatle.',
    'Policija je došla da te smesti u zatvor.',
    'Žao mi je, čoveče.',
  )
  const draft = await draftOf('a.srt', encode1250(text))
  expect(draft.text).toContain('Neće da izađe odatle.')
  expect(draft.encoding?.name).toBe('windows-1250')
  expect(draft.encoding?.candidates.map((each) => each.name)).toContain('windows-1252')
  expect(draft.encoding?.candidates.every((each) => /[^\0-\x7f]/.test(each.sample))).toBe(true)
  expect((await draftOf('a.srt', encode1250(text), { encoding: 'windows-1252' })).text).toContain('Neæe')
})

test('the same sentence three times running is kept and marked as doubtful', async () => {
  const draft = await draftOf(
    'a.srt',
    srt('Thanks for watching.', 'Thanks for watching.', 'Thanks for watching.', 'Thanks for watching.'),
  )
  expect(draft.words).toBe(12)
  expect(report(draft)[0]).toMatch(/^2 captions that repeat the two before/)
})

test('an SRT file without times is turned away with a sentence', async () => {
  expect(await problemOf('a.srt', '1\nHello\n\n2\nthere\n')).toMatch(
    /^This SRT file has no captions with times/,
  )
})

function encode1250(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1250')
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from(text, (sign) => table.get(sign) ?? 63)
}
