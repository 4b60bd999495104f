import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClock, signedClock, spokenClock, writtenClock } from '../../shared/recording/clock-time.ts'
import { likeSources } from '../../shared/recording/like-sources.ts'
import { recordingKind, recordingMediaType } from '../../shared/recording/recording-kind.ts'
import { markBytes, markStretches } from '../../shared/recording/recording-mark.ts'
import { withdrawnVoices } from '../../shared/recording/withdrawn-voices.ts'
import { buildProject } from '../support/build-project.ts'

function markOf(bytes: Uint8Array): string {
  const { first, last } = markStretches(bytes.length)
  const marked = markBytes(
    bytes.length,
    bytes.subarray(first.start, first.end),
    bytes.subarray(last.start, last.end),
  )
  return createHash('sha256').update(marked).digest('hex')
}

test('a mark looks at the length and at 65,536 bytes at either end', () => {
  expect(markStretches(1_000_000)).toEqual({
    first: { start: 0, end: 65_536 },
    last: { start: 934_464, end: 1_000_000 },
  })
  expect(markStretches(10)).toEqual({ first: { start: 0, end: 10 }, last: { start: 0, end: 10 } })
  expect([...markBytes(258, new Uint8Array([7]), new Uint8Array([8, 9]))]).toEqual([
    0, 0, 0, 0, 0, 0, 1, 2, 7, 8, 9,
  ])
})

test('a recording that differs at an end or in length has another mark; its middle is not read', () => {
  const bytes = new Uint8Array(200_000)
  const mark = markOf(bytes)
  expect(markOf(bytes.with(0, 1))).not.toBe(mark)
  expect(markOf(bytes.with(199_999, 1))).not.toBe(mark)
  expect(markOf(new Uint8Array(200_001))).not.toBe(mark)
  expect(markOf(bytes.with(100_000, 1))).toBe(mark)
})

test('times are read as people write them, and refused where they are none', () => {
  expect(['12:48', ' 1:02:03 ', '0:12,5', '90:00', '0:00.25'].map(readClock)).toEqual([
    768_000, 3_723_000, 12_500, 5_400_000, 250,
  ])
  expect(['', '12', '1:5', '0:60', '1:60:00', '-1:00', '1:2:3', 'noon', '1:00:00:00'].map(readClock)).toEqual(
    Array.from({ length: 9 }, () => null),
  )
})

test('a time written for a field reads back as itself, to a tenth of a second', () => {
  fc.assert(
    fc.property(fc.nat(3_000_000), (tenths) => {
      expect(readClock(writtenClock(tenths * 100))).toBe(tenths * 100)
    }),
  )
  expect(writtenClock(12_500)).toBe('0:12.5')
})

test('times are said aloud in words and shown with their sign', () => {
  expect([0, 1000, 768_900, 3_723_000, 3_600_000].map(spokenClock)).toEqual([
    '0 seconds',
    '1 second',
    '12 minutes 48 seconds',
    '1 hour 2 minutes 3 seconds',
    '1 hour',
  ])
  expect([12_000, -90_000].map(signedClock)).toEqual(['0:12', '−1:30'])
})

test('sounds and videos are told by their endings, and nothing else is one', () => {
  expect(
    ['A.MP3', 'b.m4a', 'c.opus', 'd.flac', 'e.mov', 'f.webm', 'g.txt', 'wav'].map(recordingKind),
  ).toEqual(['audio', 'audio', 'audio', 'audio', 'video', 'video', null, 'audio'])
  expect(recordingMediaType('x.m4v')).toBe('video/mp4')
})

test('the sources with a name like the recording’s come first', () => {
  const { project } = buildProject({
    participants: ['Noor'],
    sources: ['Interview 01 - Ilse', 'Interview 03 - Noor', 'Field notes'].map((name) => ({
      name,
      text: 'x',
    })),
  })
  const sources = [...project.tables.source.values()]
  const names = (recording: string) => {
    const { inOrder, like } = likeSources(recording, sources)
    return inOrder.slice(0, like).map((source) => source.name)
  }
  expect(names('interview_3 noor.mp3')).toEqual(['Interview 03 - Noor'])
  expect(names('Recording 77.wav')).toEqual([])
  expect(likeSources('zoom_0.m4a', sources).inOrder).toHaveLength(3)
})

test('who withdrew is found among those heard in a source, also where it is theirs as a whole', () => {
  const built = buildProject({
    participants: [
      { name: 'Noor', consent: 'withdrawn' },
      { name: 'Ilse', consent: 'quote', consentFor: { public: 'withdrawn' } },
    ],
    sources: [
      { name: 'A', turns: [['Noor', 'Yes.']] },
      { name: 'B', turns: [['Ilse', 'Yes.']] },
      { name: 'C', text: 'Yes.', participants: ['Noor', 'Ilse'] },
    ],
  })
  const names = (source: string) =>
    withdrawnVoices(built.project, built.source(source)).map((person) => person.pseudonym)
  expect(['A', 'B', 'C'].map(names)).toEqual([['Noor'], [], ['Noor']])
})
