import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../shared/search/fold-text.ts'
import { readQuery, type SearchWish } from '../../shared/search/read-query.ts'
import { scanTexts } from '../../shared/search/scan-texts.ts'
import { stretchesOf, type Voices } from '../../shared/search/stretches.ts'
import { widenHit } from '../../shared/search/widen-hit.ts'
import { type BuiltProject, buildProject } from '../support/build-project.ts'

const inquiry = buildProject({
  participants: ['Noor', 'José'],
  sources: [
    {
      name: 'One',
      turns: [
        ['Interviewer', 'Did trust matter?'],
        [
          'Noor',
          'Trust came first. We trusted the river, and the river’s people. Noor is what they call me.',
        ],
        ['Interviewer', 'And money?'],
        ['Noor', 'Money, no. The money came late, and trust had gone by then.'],
      ],
    },
    { name: 'Two', turns: [['José', 'El río — José drew it. Mistrust everywhere.']] },
    { name: 'Notes', text: 'A plain line on trust.\n\nAnother line.', participants: ['José'] },
  ],
})

const plain: SearchWish = { query: '', regex: false, wholeWord: false, matchCase: false, accents: false }

function search(
  query: string,
  how: Partial<SearchWish> = {},
  voices: Voices = 'everyone',
  built: BuiltProject = inquiry,
) {
  const read = readQuery({ ...plain, query, ...how })
  if (!read?.ok) return read?.problem ?? null
  const texts = [...built.project.tables.source.values()].map(({ id, content }) => {
    const text = built.texts(content) ?? ''
    return { source: id, content, text, stretches: stretchesOf(built.project, id, text, voices) }
  })
  return [...scanTexts(texts, read.finder)].map(({ content, hits }) =>
    hits.map((hit) =>
      hit.marks.map((mark) => (built.texts(content) ?? '').slice(mark.start, mark.end)).join('+'),
    ),
  )
}

test('a word is found wherever it stands, parts of words too, whatever its case', () => {
  expect(search('trust')).toEqual([['trust', 'Trust', 'trust', 'trust'], ['trust'], ['trust']])
})

test('whole words, case and accents matter when asked', () => {
  expect(search('trust', { wholeWord: true })).toEqual([['trust', 'Trust', 'trust'], [], ['trust']])
  expect(search('Trust', { matchCase: true })).toEqual([['Trust'], [], []])
  expect(search('rio')).toEqual([[], ['río'], []])
  expect(search('rio', { accents: true })).toEqual([[], [], []])
})

test('labels are not words: nobody is found by their name in front of a turn', () => {
  expect(search('noor')).toEqual([['Noor'], [], []])
  expect(search('interviewer')).toEqual([[], [], []])
  expect(JSON.stringify(search('.+', { regex: true }))).not.toContain('Interviewer')
})

test('only participants’ words are looked through when asked', () => {
  expect(search('trust', {}, 'participants')).toEqual([['Trust', 'trust', 'trust'], ['trust'], ['trust']])
})

test('a phrase keeps its words together over punctuation; its last word can be open', () => {
  expect(search('"money no"')).toEqual([['Money, no'], [], []])
  expect(search('"the mon*"')).toEqual([['The money'], [], []])
  expect(search('“the rivers people”')).toEqual([[], [], []])
  expect(search('"the river\'s people"')).toEqual([['the river’s people'], [], []])
})

test('word* finds beginnings of words only', () => {
  expect(search('trust*')).toEqual([['trust', 'Trust', 'trusted', 'trust'], [], ['trust']])
})

test('several words are found once a turn, where they are closest', () => {
  expect(search('trust money')).toEqual([['money+trust'], [], []])
  expect(search('came trust')).toEqual([['Trust+came', 'came+trust'], [], []])
})

test('OR offers another word, and minus leaves out turns', () => {
  expect(search('río OR money')).toEqual([['money', 'Money', 'money'], ['río'], []])
  expect(search('trust -money')).toEqual([['trust', 'Trust', 'trust'], ['trust'], ['trust']])
  expect(search('-money')).toBe('Name at least one word to look for besides those to leave out.')
})

test('signs of expressions are plain signs in a query, and empty queries ask nothing', () => {
  expect(search('first. we')).not.toEqual([[], [], []])
  expect(search('(trust')).toEqual([[], [], []])
  expect(search('   ')).toBeNull()
  expect(search('"')).toBeNull()
})

test('regular expressions are found turn by turn, and a wrong one says what is wrong', () => {
  expect(search('m[a-z]+y,? \\w+', { regex: true })).toEqual([['Money, no', 'money came'], [], []])
  expect(search('trust(ed', { regex: true })).toMatch(/^This is not a regular expression/)
  expect(search('x*', { regex: true })).toEqual([[], [], []])
})

test('law: folding never moves a position', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.boolean(),
      (text, ignoreCase, ignoreAccents) => {
        expect(foldText(text, { case: ignoreCase, accents: ignoreAccents })).toHaveLength(text.length)
      },
    ),
  )
})

test('law: a word found is the word looked for, and every place of it is found', () => {
  const words = fc.array(fc.constantFrom('ash', 'Ash', 'ashes', 'bee', 'Béé', '. '), { maxLength: 20 })
  fc.assert(
    fc.property(words, (some) => {
      const built = buildProject({ sources: [{ name: 'S', text: some.join(' ') }] })
      const [hits] = search('ash', {}, 'everyone', built) ?? []
      const wanted = some
        .filter((word) => word.toLowerCase().startsWith('ash'))
        .map((word) => word.slice(0, 3))
      expect(hits).toEqual(wanted)
    }),
  )
})

test('a hit widens to its sentence or its turn, never into a label', () => {
  const { project, texts, source, span } = inquiry
  const one = source('One')
  const text = texts(one.content) ?? ''
  const turns = project.turns.get(one.id) ?? []
  const words = (reach: 'hit' | 'sentence' | 'turn') => {
    const wide = widenHit(text, turns, span('One', 'trusted the river'), reach)
    return text.slice(wide.start, wide.end).trim()
  }
  expect(words('hit')).toBe('trusted the river')
  expect(words('sentence')).toBe('We trusted the river, and the river’s people.')
  expect(words('turn')).toMatch(/^Trust came first\..*call me\.$/)
})

test('in a text without turns a hit widens to its paragraph', () => {
  const { texts, source, span } = inquiry
  const text = texts(source('Notes').content) ?? ''
  const wide = widenHit(text, [], span('Notes', 'Another'), 'turn')
  expect(text.slice(wide.start, wide.end)).toBe('Another line.')
})
