import { expect, test } from 'vitest'
import { readerAct, readerKeys } from '../../renderer/features/reader/reader-keys.ts'
import { citationOf, citedQuote } from '../../renderer/parts/passage-places.ts'
import { hueOf, hueOfColour } from '../../shared/model/code-hue.ts'
import { buildProject } from '../support/build-project.ts'

test('hues of known colours: red 29, green 142, blue 264, and grey has none', () => {
  expect(hueOfColour('#ff0000')).toBeCloseTo(29.2, 0)
  expect(hueOfColour('#00ff00')).toBeCloseTo(142.5, 0)
  expect(hueOfColour('#0000ff')).toBeCloseTo(264.1, 0)
  expect(hueOfColour('#808080')).toBeNull()
  expect(hueOfColour('red')).toBeNull()
})

test('a code takes its parent’s hue, and keeps one where no colour was given', () => {
  const built = buildProject({
    codes: [{ name: 'Barriers', colour: '#ff0000' }, { name: 'Funding', parent: 'Barriers' }, 'Loose'],
  })
  const { code } = built.project.tables
  expect(hueOf(code, built.code('Funding').id)).toBe(hueOf(code, built.code('Barriers').id))
  expect(hueOf(code, built.code('Loose').id)).toBe(hueOf(code, built.code('Loose').id))
  expect(hueOf(code, built.code('Loose').id)).not.toBe(hueOf(code, built.code('Barriers').id))
})

test('a passage is cited by who says it and where', () => {
  const built = buildProject({
    participants: ['Noor'],
    sources: [
      {
        name: 'S',
        turns: [
          ['I', 'When?'],
          ['Noor', 'In June.\nI think.'],
        ],
      },
    ],
  })
  const source = built.source('S')
  const text = built.texts(source.content) ?? ''
  const passage = (quote: string) => ({
    source: source.id,
    content: source.content,
    ...built.span('S', quote),
  })
  expect(citedQuote(built.project, passage('June'), text)).toBe('“June” (Noor ¶2)')
  expect(citationOf(built.project, passage('June.\nI think'), text)).toBe('Noor ¶2–3')
  expect(citationOf(built.project, passage('When?'), text)).toBe('S ¶1')
})

test('keys mean what the help sheet says, and no key means two things', () => {
  expect(readerAct('Enter')).toEqual({ kind: 'code' })
  expect(readerAct('3')).toEqual({ kind: 'recent', index: 2 })
  expect(readerAct('e')).toEqual({ kind: 'stance', stance: 'reports' })
  expect(readerAct('N')).toEqual({ kind: 'previous' })
  expect(readerAct('D')).toEqual({ kind: 'stance', stance: 'denies' })
  expect(readerAct('q')).toBeNull()
  const shown = readerKeys.flatMap(({ keys }) => keys.map(({ key }) => key))
  expect(new Set(shown).size).toBe(shown.length)
})
