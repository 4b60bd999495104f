import { expect, test } from 'vitest'
import { whoSpeaks } from '../../shared/analysis/who-speaks.ts'
import { buildProject, standInHash } from '../support/build-project.ts'

const built = buildProject({
  participants: ['Noor', 'Ilse'],
  sources: [
    {
      name: 'Group',
      kind: 'group',
      turns: [
        ['I', 'Who begins?'],
        ['Noor', 'I will. The river rose.'],
        ['I', 'And then?'],
        ['Ilse', 'We left.'],
        ['Stranger', 'So did we.'],
      ],
    },
    { name: 'Diary', kind: 'document', text: 'Rain again.', participants: ['Ilse'] },
  ],
})

const voices = (source: string, quote: string) => {
  const { id, content } = built.source(source)
  const found = whoSpeaks(built.project, { source: id, content, ...built.span(source, quote) })
  return { who: found.participants.map((each) => each.pseudonym), several: found.several }
}

test('a passage is the words of the participant whose turn it lies in', () => {
  expect(voices('Group', 'The river rose.')).toEqual({ who: ['Noor'], several: false })
})

test('an interviewer’s and an unknown voice’s words are nobody’s', () => {
  expect(voices('Group', 'Who begins?').who).toEqual([])
  expect(voices('Group', 'So did we.').who).toEqual([])
})

test('a passage over several turns belongs to all its participants and says so', () => {
  expect(voices('Group', 'The river rose.\nI: And then?\nIlse: We left.')).toEqual({
    who: ['Noor', 'Ilse'],
    several: true,
  })
})

test('reaching into the label of the next turn is not reaching into its words', () => {
  expect(voices('Group', 'The river rose.\nI: And then?\nIlse: ').who).toEqual(['Noor'])
})

test('a text without turns is its participants’ words', () => {
  expect(voices('Diary', 'Rain').who).toEqual(['Ilse'])
})

test('a passage on a text no longer read is nobody’s where several could have said it', () => {
  const { id } = built.source('Group')
  expect(
    whoSpeaks(built.project, { source: id, content: standInHash('older'), start: 0, end: 5 }).participants,
  ).toEqual([])
})
