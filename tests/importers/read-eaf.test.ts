import { expect, test } from 'vitest'
import { draftOf, problemOf, report, roles, spoken, unsound } from './read-file.ts'

const eaf = (slots: string, ...tiers: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="Noor" DATE="2021-05-03T10:00:00+01:00" FORMAT="3.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://www.mpi.nl/tools/elan/EAFv3.0.xsd">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///C:/talks/day1.wav" MIME_TYPE="audio/x-wav"/></HEADER>
<TIME_ORDER>${slots}</TIME_ORDER>${tiers.join('')}</ANNOTATION_DOCUMENT>`
const slot = (id: number, time?: number): string =>
  `<TIME_SLOT TIME_SLOT_ID="ts${id}"${time === undefined ? '' : ` TIME_VALUE="${time}"`}/>`
const tier = (attributes: string, ...annotations: readonly string[]): string =>
  `<TIER LINGUISTIC_TYPE_REF="utterance" ${attributes}>${annotations.map((each) => `<ANNOTATION>${each}</ANNOTATION>`).join('')}</TIER>`
const aligned = (id: string, from: number, to: number, text: string): string =>
  `<ALIGNABLE_ANNOTATION ANNOTATION_ID="${id}" TIME_SLOT_REF1="ts${from}" TIME_SLOT_REF2="ts${to}"><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION>`
const refers = (id: string, to: string, text: string): string =>
  `<REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${to}"><ANNOTATION_VALUE>${text}</ANNOTATION_VALUE></REF_ANNOTATION>`

const talk = eaf(
  slot(1, 0) + slot(2, 1000) + slot(3) + slot(4, 2000) + slot(5, 2500) + slot(6, 4000),
  tier(
    'TIER_ID="K-Spch" PARTICIPANT="Ana"',
    aligned('a2', 2, 3, 'With a\n grant &amp; luck.'),
    aligned('a5', 5, 6, ' '),
  ),
  tier('TIER_ID="W-Spch"', aligned('a1', 1, 2, 'How did it start?'), aligned('a3', 4, 6, 'Why?')),
  tier('TIER_ID="Translation" PARENT_REF="K-Spch"', refers('a4', 'a2', 'Mit Glück.')),
)

test('annotations of root tiers become turns in the order of their times; participant or tier names the voice', async () => {
  const draft = await draftOf('day.eaf', talk)
  expect(spoken(draft)).toEqual(['W-Spch: How did it start?', 'Ana: With a grant & luck.', 'W-Spch: Why?'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [0, 1000],
    [1000, 1500],
    [2000, 4000],
  ])
  expect([draft.format, draft.layout, draft.turnsAre, draft.units, draft.words]).toEqual([
    'eaf',
    'ELAN transcript (EAF)',
    'stated',
    5,
    9,
  ])
  expect(draft.attributes).toEqual({ Author: 'Noor', Date: '2021-05-03T10:00:00+01:00', Media: 'day1.wav' })
  expect(roles(draft)).toEqual(['W-Spch interviewer 2', 'Ana participant 1'])
  expect(unsound(draft)).toEqual([])
})

test('what is no turn is counted: further tiers, silent annotations, points without a time', async () => {
  const draft = await draftOf('day.eaf', talk)
  expect(report(draft)).toEqual([
    '1 annotation without words left out',
    '1 point without a time set between its neighbours',
  ])
  expect(draft.translations).toEqual([{ name: 'Translation', stretches: [{ at: 18, text: 'Mit Glück.' }] }])
})

test('tiers of translations stand at the turns of their voices; what fits no turn is counted', async () => {
  const draft = await draftOf(
    'two.eaf',
    eaf(
      slot(1, 0) + slot(2, 900) + slot(3, 1000) + slot(4, 2000) + slot(5, 9000) + slot(6, 9500),
      tier('TIER_ID="A" PARTICIPANT="Ana"', aligned('a1', 1, 2, 'Primero.'), aligned('a2', 3, 4, 'Segundo.')),
      tier('TIER_ID="B" PARTICIPANT="Bo"', aligned('b1', 1, 2, 'Sí.')),
      tier(
        'TIER_ID="English" PARENT_REF="A"',
        refers('c1', 'a2', 'Second &lt;b&gt;.'),
        refers('c2', 'a1', 'First.'),
      ),
      tier('TIER_ID="English-Bo" PARTICIPANT="Bo" PARENT_REF="B"', refers('d1', 'b1', 'Yes.')),
      tier('TIER_ID="Free translation"', aligned('e1', 1, 2, 'One.'), aligned('e2', 5, 6, 'Nobody.')),
      tier('TIER_ID="pos" PARENT_REF="A"', refers('f1', 'a1', 'ADJ')),
    ),
  )
  expect(spoken(draft)).toEqual(['Ana: Primero.', 'Bo: Sí.', 'Ana: Segundo.'])
  expect(draft.translations).toEqual([
    {
      name: 'English',
      stretches: [
        { at: 0, text: 'First.' },
        { at: 9, text: 'Yes.' },
        { at: 13, text: 'Second <b>.' },
      ],
    },
    { name: 'Free translation', stretches: [{ at: 9, text: 'One.' }] },
  ])
  expect(draft.notices[0]?.samples).toEqual(['pos (1)', 'Free translation (1)'])
})

test('where root tiers hold only numbers, the words come from the tier below with its times', async () => {
  const draft = await draftOf(
    'toolbox',
    eaf(
      slot(1, 100) + slot(2, 900) + slot(3, 1800),
      tier('TIER_ID="ref@KS"', aligned('a1', 1, 2, 'KS_14.001'), aligned('a2', 2, 3, 'KS_14.002')),
      tier('TIER_ID="ft@KS" PARENT_REF="ref@KS"', refers('b1', 'a1', 'So')),
      tier(
        'TIER_ID="tx@KS" PARENT_REF="ref@KS"',
        refers('c1', 'a1', 'So it was'),
        refers('c2', 'a2', 'long ago'),
      ),
    ),
  )
  expect(spoken(draft)).toEqual(['KS: So it was', 'KS: long ago'])
  expect(draft.turns.map((turn) => turn.time)).toEqual([100, 900])
  expect(draft.notices[0]?.samples).toEqual(['ref@KS (2)'])
  expect(draft.translations).toEqual([{ name: 'ft', stretches: [{ at: 0, text: 'So' }] }])
})

test('an ELAN file without any time keeps the order of the file', async () => {
  const draft = await draftOf(
    'a.eaf',
    eaf(slot(1) + slot(2), tier('TIER_ID="B"', aligned('a1', 1, 2, 'one'), aligned('a2', 2, 1, 'two'))),
  )
  expect(spoken(draft)).toEqual(['B: one', 'B: two'])
  expect(draft.syncPoints).toEqual([])
})

test('references in a circle come to an end', async () => {
  const draft = await draftOf(
    'a.eaf',
    eaf('', tier('TIER_ID="A"', refers('a1', 'a2', 'one'), refers('a2', 'a1', 'two'))),
  )
  expect(spoken(draft)).toEqual(['A: one', 'A: two'])
})

test('damaged, empty, deeply nested and self-defining files are turned away with a sentence', async () => {
  expect(await problemOf('a.eaf', eaf(slot(1, 0)))).toBe(
    'This ELAN file has no annotations with words in them: check in ELAN that it is the right one.',
  )
  expect(await problemOf('a.eaf', talk.slice(0, -400))).toMatch(
    /^This ELAN file is damaged or cut off at line \d+: it is not well-formed XML\. Save it once more\.$/,
  )
  expect(await problemOf('a.eaf', talk.replace('<TIME_ORDER>', '<TIME_ORDER a=<b>>'))).toContain('at line 4:')
  expect(await problemOf('a.eaf', `\n\n\n${talk.replace('<TIME_ORDER>', '<TIME_ORDER a=<b>>')}`)).toContain(
    'line 7:',
  )
  const deep = `<ANNOTATION_DOCUMENT>${'<A>'.repeat(100_000)}`
  expect(await problemOf('a.eaf', deep)).toBe(
    'This ELAN file is nested too deeply (line 1): save it once more.',
  )
})

test('a DOCTYPE that names its rules is passed over; one with entities is refused before any is followed', async () => {
  const named = talk.replace('?>\n', '?>\n<!DOCTYPE ANNOTATION_DOCUMENT SYSTEM "elan.dtd">\n')
  expect((await draftOf('a.eaf', named)).turns).toHaveLength(3)
  const bomb = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 60 }, (_, i) => `<!ENTITY a${i} "&a;&a;&a;">`).join('')}]>`
  expect(await problemOf('a.eaf', bomb + talk.slice(talk.indexOf('<ANNOT')))).toBe(
    'This ELAN file defines entities of its own (in its DOCTYPE), which Loam does not follow: save it without them.',
  )
  expect(await problemOf('a.eaf', talk.replace('grant', '&boom;'))).toContain('not well-formed')
})
