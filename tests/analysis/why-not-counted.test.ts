import { expect, test } from 'vitest'
import { whyNotCounted } from '../../shared/analysis/why-not-counted.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  participants: ['Noor', { name: 'Bram', consent: 'withdrawn' }],
  sources: [
    {
      name: 'Interview',
      turns: [
        ['I', 'Was there money?'],
        ['Noor', 'None at all.'],
        ['Bram', 'Some of it.'],
      ],
    },
    { name: 'Notes', text: 'Somebody said so.' },
  ],
  codes: ['Money'],
})

function why(source: string, quote: string) {
  const { id, content } = built.source(source)
  return whyNotCounted(built.project, { source: id, content, ...built.span(source, quote) })
}

test('an interviewer’s words count for nobody, and it is said why', () => {
  expect(why('Interview', 'Was there money?')).toBe('interviewer')
})

test('a participant’s words count, also where the interviewer’s stand beside them', () => {
  expect(why('Interview', 'None at all.')).toBeNull()
  const { id, content } = built.source('Interview')
  const { start } = built.span('Interview', 'money?')
  const { end } = built.span('Interview', 'None')
  expect(whyNotCounted(built.project, { source: id, content, start, end })).toBeNull()
})

test('the words of somebody withdrawn count no longer', () => {
  expect(why('Interview', 'Some of it.')).toBe('withdrawn')
})

test('a text that belongs to nobody says so', () => {
  expect(why('Notes', 'Somebody said')).toBe('nobody')
})

test('a project without participants counts no people, so no passage has to say it', () => {
  const nobody = buildProject({ sources: [{ name: 'Notes', text: 'Somebody said so.' }] })
  const { id, content } = nobody.source('Notes')
  expect(whyNotCounted(nobody.project, { source: id, content, ...nobody.span('Notes', 'said') })).toBeNull()
})
