import { expect, test } from 'vitest'
import {
  codableSpans,
  sentenceSpan,
  turnSpan,
  uncodedSpan,
  voicesIn,
} from '../../renderer/features/reader/reading-targets.ts'
import { clockTime, transcriptLines, turnAt } from '../../renderer/features/reader/transcript-lines.ts'
import { wordNumbers } from '../../renderer/features/reader/word-numbers.ts'
import { codingsOf, turnsOf } from '../../shared/model/project.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  participants: ['Noor', 'Bram'],
  codes: ['Haste'],
  sources: [
    {
      name: 'S',
      turns: [
        ['I', 'When did you notice?', 761_000],
        ['Noor', 'In June. It was too late by then.\nNobody lied.', 768_000],
        ['Bram', 'I did not see it.'],
      ],
    },
    { name: 'Paper', text: 'First things.\n\nSecond things.' },
  ],
  codings: [{ source: 'S', code: 'Haste', quote: 'too late' }],
})
const source = built.source('S')
const text = built.texts(source.content) ?? ''
const turns = turnsOf(built.project, source.id)
const speakers = built.project.tables.speaker
const lines = transcriptLines(text, [], turns, speakers)
const words = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end)

test('every turn opens with its speaker and time, and hides the label that stands in the text', () => {
  expect(lines.map((line) => line.opens?.who)).toEqual(['I', 'Noor', undefined, 'Bram'])
  expect(lines[1]?.opens?.time).toBe('12:48')
  expect(words(lines[1]?.opens?.label ?? null)).toBe('Noor: ')
})

test('an interviewer’s turn looks like a question, and paragraphs are counted', () => {
  expect(lines.map((line) => line.look)).toEqual(['ask', 'say', 'say', 'say'])
  expect(lines.map((line) => line.paragraph)).toEqual([1, 2, 3, 4])
})

test('headings, directions and what nobody says are told apart', () => {
  const front = 'A title\n[door closes]\n'
  const moved = turns.map((turn) => ({
    ...turn,
    label: turn.label + front.length,
    start: turn.start + front.length,
    end: turn.end + front.length,
  }))
  const blocks = [0, 0, 7]
  const look = transcriptLines(front + text, blocks, moved, speakers).map((line) => line.look)
  expect(look.slice(0, 3)).toEqual(['heading', 'beside', 'ask'])
})

test('a label on a line of its own is one line with the words below it', () => {
  const otter = 'Noor  0:04\nRight, we are rolling.'
  const [turn] = turns
  if (!turn) throw new Error('no turn')
  const read = transcriptLines(otter, [], [{ ...turn, label: 0, start: 11, end: otter.length }], speakers)
  expect(read).toHaveLength(1)
  expect(read[0]?.paragraph).toBe(2)
})

test('a turn split in the middle of a line opens there, and the first part keeps its name', () => {
  const [asks, noor, ...others] = turns
  if (!asks || !noor) throw new Error('turns are missing')
  const cut = (at: number) => [
    asks,
    { ...noor, end: at - 1 },
    { ...noor, label: at, start: at, ...(asks.speaker ? { speaker: asks.speaker } : {}) },
    ...others,
  ]
  const inFirst = transcriptLines(text, [], cut(text.indexOf('It was')), speakers)
  expect(inFirst.map((line) => line.opens?.who)).toEqual(['I', 'Noor', undefined, 'Bram'])
  expect(inFirst[1]?.within?.map(({ who, look, label }) => [who, look, label.start])).toEqual([
    ['I', 'ask', text.indexOf('It was')],
  ])
  const inSecond = transcriptLines(text, [], cut(text.indexOf('lied')), speakers)
  expect(inSecond[2]).toMatchObject({ look: 'say', within: [{ who: 'I' }] })
  expect(inSecond[2]?.opens).toBeUndefined()
})

test('times are written as they are spoken of', () => {
  expect([clockTime(5_000), clockTime(768_400), clockTime(3_723_000)]).toEqual(['0:05', '12:48', '1:02:03'])
})

test('a position is in a turn from its label to its very end', () => {
  const noor = turns[1]
  if (!noor) throw new Error('no turn')
  expect([noor.label, noor.start, noor.end].map((at) => turnAt(turns, at)?.id)).toEqual([
    noor.id,
    noor.id,
    noor.id,
  ])
})

test('the turn and the sentence at the caret are their words alone', () => {
  const at = text.indexOf('too late')
  expect(words(turnSpan(text, turns, at))).toBe('In June. It was too late by then.\nNobody lied.')
  expect(words(sentenceSpan(text, turns, at))).toBe('It was too late by then.')
  const paper = built.texts(built.source('Paper').content) ?? ''
  expect(turnSpan(paper, [], 14)).toBeNull()
  expect(turnSpan(paper, [], 15)).toEqual({ start: 15, end: 29 })
})

test('the next uncoded turn is a participant’s without a code, and begins again at the top', () => {
  const spans = codableSpans(text, built.project, source.id)
  const codings = codingsOf(built.project, source.id)
  expect(spans.map(words)).toHaveLength(2)
  expect(words(uncodedSpan(spans, codings, 0, 'next'))).toBe('I did not see it.')
  expect(words(uncodedSpan(spans, codings, text.length, 'next'))).toBe('I did not see it.')
  expect(words(uncodedSpan(spans, [], text.indexOf('I did'), 'previous'))).toMatch(/^In June/)
  expect(uncodedSpan([], codings, 0, 'next')).toBeNull()
})

test('voices in a passage come with their own parts', () => {
  const voices = voicesIn(built.project, source.id, {
    start: text.indexOf('notice'),
    end: text.indexOf('see it'),
  })
  expect(voices.map(({ label, role, spans }) => [label, role, spans.map(words)])).toEqual([
    ['I', 'interviewer', ['notice?']],
    ['Noor', 'participant', ['In June. It was too late by then.\nNobody lied.']],
    ['Bram', 'participant', ['I did not ']],
  ])
})

test('the word at the caret is counted without labels, up to the number of all words', () => {
  const numberAt = wordNumbers(text, turns)
  expect(numberAt(0)).toBe(1)
  expect(numberAt(text.indexOf('you'))).toBe(3)
  expect(numberAt(text.indexOf('June'))).toBe(6)
  expect(numberAt(text.length)).toBe(source.words)
  const paper = built.source('Paper')
  const inPaper = wordNumbers(built.texts(paper.content) ?? '', [])
  expect([0, 8, 14, 20].map(inPaper)).toEqual([1, 2, 2, 3])
})
