import { expect, test } from 'vitest'
import { excerptContext } from '../../shared/text/excerpt-context.ts'
import { buildProject } from '../support/build-project.ts'

const built = buildProject({
  participants: ['Noor', 'Ilse'],
  sources: [
    {
      name: 'One',
      turns: [
        ['I', 'What happened?'],
        ['Noor', 'First this. Then that. And after.'],
        ['Ilse', 'For me too.'],
        ['I', 'Thank you.'],
      ],
    },
    { name: 'Notes', text: 'First paragraph.\n\nSecond one, longer.\nThird.' },
  ],
})

function around(source: string, from: string, to = from) {
  const { id, content } = built.source(source)
  const text = built.texts(content) ?? ''
  const { start } = built.span(source, from)
  const { end } = built.span(source, to)
  const context = excerptContext(text, built.project.turns.get(id) ?? [], { start, end })
  const words = (span: { start: number; end: number } | null) =>
    span ? text.slice(span.start, span.end) : null
  return {
    quote: context.quote.map(words),
    before: words(context.before),
    after: words(context.after),
    previous: words(context.previous),
    next: words(context.next),
  }
}

test('an excerpt stands in the rest of its turn, between the turns before and after', () => {
  expect(around('One', 'Then that.')).toEqual({
    quote: ['Then that.'],
    before: 'First this.',
    after: 'And after.',
    previous: 'What happened?',
    next: 'For me too.',
  })
})

test('an excerpt over two turns is shown turn by turn, without the label between', () => {
  expect(around('One', 'And after.', 'For me')).toEqual({
    quote: ['And after.', 'For me'],
    before: 'First this. Then that.',
    after: 'too.',
    previous: 'What happened?',
    next: 'Thank you.',
  })
})

test('at the edges there is nothing before or after', () => {
  expect(around('One', 'What happened?')).toMatchObject({ previous: null, before: null, after: null })
  expect(around('One', 'Thank you.')).toMatchObject({ next: null })
})

test('in a text without turns, paragraphs stand in for them', () => {
  expect(around('Notes', 'one,')).toEqual({
    quote: ['one,'],
    before: 'Second',
    after: 'longer.',
    previous: 'First paragraph.',
    next: 'Third.',
  })
})
