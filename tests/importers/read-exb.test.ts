import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

const exb = (convention: string, ...tiers: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!-- (c) http://www.rrz.uni-hamburg.de/exmaralda -->
<basic-transcription><head><meta-information><project-name>Grants</project-name>
<transcription-name>Day one</transcription-name><transcription-convention>${convention}</transcription-convention></meta-information>
<speakertable><speaker id="SPK0"><abbreviation>NO</abbreviation></speaker><speaker id="SPK1"><abbreviation>AN</abbreviation></speaker></speakertable></head>
<basic-body><common-timeline><tli id="T0" time="0.5"/><tli id="T1"/><tli id="T2" time="2.5" type="intp"/><tli id="T3" time="4.0"/><tli id="T4" time="5.0"/></common-timeline>
${tiers.join('\n')}</basic-body></basic-transcription>`
const tier = (attributes: string, ...events: readonly (readonly [number, number, string])[]): string =>
  `<tier ${attributes}>${events.map(([from, to, text]) => `<event start="T${from}" end="T${to}">${text}</event>`).join('')}</tier>`
const noor = 'id="TIE0" speaker="SPK0" category="v" type="t" display-name="NO [v]"'
const ana = 'id="TIE1" speaker="SPK1" category="v" type="t" display-name="AN [v]"'

const talk = exb(
  'HIAT (simplified)',
  tier(noor, [0, 1, 'How did it st'], [1, 2, 'art? '], [2, 3, 'Tell me. ']),
  tier(ana, [1, 2, '• Hm'], [3, 4, 'With a grant. ']),
  tier(
    'id="TIE2" speaker="SPK1" category="en" type="a" display-name="AN [en]"',
    [1, 2, 'Hm'],
    [3, 4, 'A grant.'],
  ),
  tier('id="TIE3" category="nn" type="d" display-name="[nn]"', [0, 1, 'door']),
)

test('events are joined as they stand until a gap or, in HIAT, the end of an utterance', async () => {
  const draft = await draftOf('day', talk)
  expect(spoken(draft)).toEqual(['NO: How did it start?', 'AN: • Hm', 'NO: Tell me.', 'AN: With a grant.'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [500, 2500],
    [1500, 2500],
    [2500, 4000],
    [4000, 5000],
  ])
  expect(draft.syncPoints.slice(0, 2)).toEqual([
    { position: 0, time: 500 },
    { position: 13, time: 1500 },
  ])
  expect([draft.format, draft.layout, draft.units, draft.turnsAre]).toEqual([
    'exb',
    'EXMARaLDA transcript (EXB, HIAT)',
    8,
    'stated',
  ])
  expect(draft.attributes).toEqual({ Project: 'Grants', Title: 'Day one', Convention: 'HIAT (simplified)' })
  expect(unsound(draft)).toEqual([])
})

test('other conventions go on until a gap; tiers that are no speech are counted', async () => {
  const draft = await draftOf('day', talk.replace('HIAT (simplified)', 'GAT'))
  expect(spoken(draft)).toEqual(['NO: How did it start? Tell me.', 'AN: • Hm', 'AN: With a grant.'])
  expect(report(draft)).toEqual([
    '1 entry on a further tier (such as translations, single words or notes) left out',
    '1 point without a time set between its neighbours',
  ])
  expect(draft.notices[0]?.samples).toEqual(['[nn] (1)'])
  expect(draft.translations).toEqual([
    {
      name: 'English',
      stretches: [
        { at: 27, text: 'Hm' },
        { at: 32, text: 'A grant.' },
      ],
    },
  ])
})

test('transcription tiers of any category are taken where none is called verbal', async () => {
  const draft = await draftOf('a', exb('', tier('id="x" category="txt" type="T"', [0, 4, 'So it was.'])))
  expect(spoken(draft)).toEqual(['x: So it was.'])
})

test('files without speech and damaged files are turned away with a sentence', async () => {
  expect(await problemOf('a.exb', exb('HIAT'))).toBe(
    'This EXMARaLDA file has no transcribed speech in it: check there that it is the right one.',
  )
  expect(await problemOf('a.exb', talk.slice(0, -40))).toMatch(/damaged or cut off at line \d+:/)
})

test('a translation is parted where its speech is: no space within a word that events part', async () => {
  const english = 'id="TIE2" speaker="SPK0" category="en" type="a" display-name="NO [en]"'
  const draft = await draftOf(
    'day',
    exb(
      'HIAT',
      tier(noor, [0, 1, 'Ag'], [1, 2, 'tiende '], [2, 3, 'Desember.']),
      tier(english, [0, 1, 'Eigh'], [1, 2, 'teenth of'], [2, 3, 'December.']),
    ),
  )
  expect(draft.translations?.[0]?.stretches.map(({ text }) => text)).toEqual(['Eighteenth of December.'])
})
