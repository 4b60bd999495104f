import { expect, test } from 'vitest'
import { readSource } from '../../shared/importers/read-source.ts'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

type Label = readonly [number, number, string]
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const long = (...tiers: readonly (readonly [string, ...Label[]])[]): string =>
  `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0 \nxmax = 20 \ntiers? <exists> \nsize = ${tiers.length} \nitem []: \n${tiers
    .map(
      ([name, ...labels], i) =>
        `    item [${i + 1}]:\n        class = "IntervalTier" \n        name = ${quoted(name)} \n        xmin = 0 \n        xmax = 20 \n        intervals: size = ${labels.length} \n${labels
          .map(
            ([from, to, text], j) =>
              `        intervals [${j + 1}]:\n            xmin = ${from} \n            xmax = ${to} \n            text = ${quoted(text)} \n`,
          )
          .join('')}`,
    )
    .join('')}`

const short = (...tiers: readonly (readonly [string, ...Label[]])[]): string =>
  `File type = "ooTextFile"\n"TextGrid"\n0\n20\n<exists>\n${tiers.length}\n${tiers
    .map(
      ([name, ...labels]) =>
        `"IntervalTier"\n${quoted(name)}\n0\n20\n${labels.length}\n${labels.map(([from, to, text]) => `${from}\n${to}\n${quoted(text)}\n`).join('')}`,
    )
    .join('')}`

const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2)
  bytes.set([0xfe, 0xff])
  for (let i = 0; i < text.length; i += 1)
    bytes.set([text.charCodeAt(i) >> 8, text.charCodeAt(i) & 255], i * 2 + 2)
  return bytes
}

const noor = ['Noor', [0, 1, ''], [1, 2.5, 'How did it "start"?'], [2.5, 6, ''], [6, 6.5, 'Hm.']] as const
const ana = [
  'Ana',
  [0, 2, ' '],
  [2, 4, 'With a grant,\nquite smäll.'],
  [4, 6, 'That was all of it.'],
] as const

for (const [form, grid] of [
  ['long', long(noor, ana)],
  ['short', short(noor, ana)],
] as const) {
  test(`the ${form} form: each phrase of a named tier is a turn, in the order of their times; empty intervals are silence`, async () => {
    const draft = await draftOf('day', utf16(grid))
    expect(spoken(draft)).toEqual([
      'Noor: How did it "start"?',
      'Ana: With a grant, quite smäll.',
      'Ana: That was all of it.',
      'Noor: Hm.',
    ])
    expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
      [1000, 2500],
      [2000, 4000],
      [4000, 6000],
      [6000, 6500],
    ])
    expect([draft.format, draft.layout, draft.units, draft.encoding?.name]).toEqual([
      'textgrid',
      'Praat TextGrid',
      4,
      'utf-16be',
    ])
    expect(draft.notices).toEqual([])
    expect(unsound(draft)).toEqual([])
  })
}

test('where only words are aligned they are joined until a pause; sounds, notes and silences are counted', async () => {
  const draft = await draftOf(
    'a',
    short(
      ['phones', [0, 0.1, 'R'], [0.1, 0.2, 'AY1'], [0.2, 0.3, 'T']],
      ['words', [0, 0.3, 'right'], [0.3, 0.4, 'sp'], [0.4, 0.8, 'then'], [9, 9.5, 'so']],
      ['Errors', [0, 20, 'loud silence all through']],
    ),
  )
  expect(draft.text).toBe('right then\nso')
  expect([draft.layout, draft.turnsAre, draft.units]).toEqual(['Praat TextGrid (word by word)', 'none', 3])
  expect(report(draft)).toEqual([
    '4 entries on 2 further tiers (such as translations, single words or notes) left out',
    '1 interval marked as silence left out',
  ])
})

test('words of an aligner name their voices before a hyphen', async () => {
  const draft = await draftOf(
    'a',
    long(
      ['Noor - words', [0, 1, 'how'], [1, 2, 'so']],
      ['Noor - phones', [0, 1, 'HH'], [1, 2, 'S']],
      ['Ana - words', [2, 3, 'well'], [5, 6, 'yes']],
    ),
  )
  expect(spoken(draft)).toEqual(['Noor: how so', 'Ana: well yes'])
  expect(draft.syncPoints.map((point) => point.time)).toEqual([0, 2000, 5000])
})

test('beside phrases, the same in words or in another language is left out, short answers of a voice are kept', async () => {
  const draft = await draftOf(
    'a',
    long(
      ['P1', [0, 2, 'so it was long ago'], [3, 5, 'and we left the town']],
      ['P1 English', [0, 2, 'it happened long ago'], [3, 5, 'we left the town']],
      ['w', [0, 1, 'so'], [1, 2, 'was'], [3, 4, 'and'], [4, 5, 'town']],
      ['I', [2, 2.5, 'mhm'], [5, 6, 'yes']],
    ),
  )
  expect(spoken(draft)).toEqual(['P1: so it was long ago', 'I: mhm', 'P1: and we left the town', 'I: yes'])
  expect(draft.notices[0]?.samples).toEqual(['P1 English (2)', 'w (4)'])
})

test('point tiers are counted, comments passed over, and a grid that breaks off says so', async () => {
  const points = short(['Ana', [0, 2, 'With a grant']], ['x']).replace(
    /"IntervalTier"\n"x"[\s\S]*$/,
    '! a comment with 5 numbers\n"TextTier"\n"pitch"\n0\n20\n3\n0.5\n"120"\n1.5\n"90"',
  )
  const draft = await draftOf('a', points)
  expect(spoken(draft)).toEqual(['Ana: With a grant'])
  expect(report(draft)).toEqual([
    '2 entries on a further tier (such as translations, single words or notes) left out',
    '1 file that breaks off before its end',
  ])
})

test('grids without words and other Praat files are turned away with a sentence', async () => {
  expect(await problemOf('a.TextGrid', long(['words', [0, 20, '']]))).toBe(
    'This Praat TextGrid has no intervals with words in them: check in Praat that it is the right one.',
  )
  expect(await problemOf('a.Pitch', 'File type = "ooTextFile"\nObject class = "Pitch 1"\n')).toContain(
    'This is a Praat file other than a TextGrid in text form.',
  )
})

test('tiers that were left out can be taken instead, and every tier says how much stands on it', async () => {
  const tier = (name: string, words: readonly string[]) =>
    `"IntervalTier" "${name}" 0 ${words.length} ${words.length} ${words.map((text, i) => `${i} ${i + 1} "${text}"`).join(' ')}`
  const tiers = [
    tier('Noor', ['we had no money at all', 'then the forms came in', 'so we left them out']),
    tier('comment', ['she looks at the river here', 'a bus goes by outside', 'she laughs for a while']),
    tier('empty', ['', '', '']),
  ]
  const grid = new TextEncoder().encode(`"ooTextFile"\n"TextGrid"\n0 3 <exists> 3\n${tiers.join('\n')}`)
  const file = { name: 'a.TextGrid', bytes: grid }
  const plain = await readSource(file)
  const other = await readSource(file, { tiers: ['comment'] })
  const nothing = await readSource(file, { tiers: ['no such tier'] })
  if (!plain.ok || !other.ok || !nothing.ok) throw new Error('It could not be read')
  expect(plain.draft.tiers).toEqual([
    { name: 'Noor', count: 3, isTaken: true },
    { name: 'comment', count: 3, isTaken: false },
  ])
  expect(plain.draft.text).toContain('no money')
  expect(other.draft.tiers?.map(({ isTaken }) => isTaken)).toEqual([false, true])
  expect(other.draft.text).toContain('she looks at the river here')
  expect(other.draft.text).not.toContain('no money')
  expect(nothing.draft.text).toBe(plain.draft.text)
})
