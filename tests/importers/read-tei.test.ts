import { expect, test } from 'vitest'
import { draftOf, problemOf, report, roles, spoken, unsound } from './read-file.ts'

const tei = (body: string, timeline = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="tei_all.rng"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Day
 one</title><title>Other</title></titleStmt></fileDesc>
<profileDesc><particDesc><listPerson><person xml:id="SPK0" role="interviewer"><persName><forename>Noor</forename> <surname>Ali</surname></persName></person><person xml:id="A"><persName/></person></listPerson></particDesc></profileDesc></teiHeader>
<text>${timeline}<body>${body}</body></text></TEI>`

const timeline =
  '<timeline unit="s" origin="#T0"><when xml:id="T0" absolute="10:00:00"/><when xml:id="T1" interval="1.5" since="#T0"/><when xml:id="T2" interval="1" since="#T1"/><when xml:id="T3" absolute="10:00:09"/></timeline>'

test('each u is a turn; words are joined as stated, as punctuation goes, or apart', async () => {
  const draft = await draftOf(
    'day',
    tei(
      `<u who="#SPK0"><w>How</w><w>did</w><w>it</w><w>start</w><pc>?</pc></u>
<u who="s:A"><w join="right">l'</w><w>argent</w><w>is</w><pc rend="glue">-</pc><w>n't</w><pc>(</pc><w>all</w><pc>)</pc></u>`,
    ),
  )
  expect(spoken(draft)).toEqual(['Noor Ali: How did it start?', "A: l'argent is- n't (all)"])
  expect([draft.format, draft.units, draft.turnsAre]).toEqual(['tei', 2, 'stated'])
  expect(draft.attributes).toEqual({ Title: 'Day one' })
  expect(roles(draft)).toEqual(['Noor Ali interviewer 1', 'A participant 1'])
  expect(unsound(draft)).toEqual([])
})

test('in files with spaces between words, words without one belong together; new lines count as spaces', async () => {
  const draft = await draftOf(
    'a.xml',
    tei(
      `<u who="A"><w>do</w><w>n't</w> <w>you</w> <pc>?</pc></u><u who="A">
  <w>so</w>
  <w>it</w>
  <pc>.</pc>
</u><u who="A">plain <hi>text</hi>, too</u>`,
    ),
  )
  expect(spoken(draft)).toEqual(["A: don't you ?", 'A: so it.', 'A: plain text, too'])
})

test('pauses and incidents stand in brackets; between utterances they are directions', async () => {
  const draft = await draftOf(
    'a.xml',
    tei(
      `<head>Part one</head><incident><desc>door
 opens</desc></incident><u who="#A">well<pause dur="PT1.5S"/>so <vocal><desc>laughs</desc></vocal><gap reason="inaudible"/> <unclear>yes</unclear><shift new="loud"/></u><pause/><kinesic/>`,
    ),
  )
  expect(draft.text).toBe(
    'Part one\n[door opens]\nwell [pause 1.5 s] so [laughs] [inaudible] yes\n[pause]\n[kinesic]',
  )
  expect(draft.blocks.map((block) => block.kind)).toEqual(['heading', 'direction', 'direction', 'direction'])
  expect(report(draft)).toEqual(['1 annotation, note or text outside utterances left out'])
})

test('times come from the timeline: on the utterance, its block, and points inside', async () => {
  const draft = await draftOf(
    'a.xml',
    tei(
      `<u who="#A" start="#T0" end="#T2">one <anchor synch="#T1"/>two</u>
<annotationBlock who="#SPK0" start="T2" end="T3"><u><seg type="utterance"><w>three</w></seg><seg><w>four</w></seg></u><spanGrp type="pos"><span>NUM</span></spanGrp></annotationBlock>`,
      timeline,
    ),
  )
  expect(spoken(draft)).toEqual(['A: one two', 'Noor Ali: three four'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [0, 2500],
    [2500, 9000],
  ])
  expect(draft.syncPoints).toEqual([
    { position: 0, time: 0 },
    { position: 4, time: 1500 },
    { position: 8, time: 2500 },
  ])
  expect(draft.notices[0]?.samples).toEqual(['NUM'])
})

test('times in a circle are none, and everyone named together shares a label', async () => {
  const circle =
    '<timeline><when xml:id="T1" interval="1" since="#T2"/><when xml:id="T2" interval="1" since="#T1"/></timeline>'
  const draft = await draftOf('a.xml', tei('<u who="#SPK0 #A" start="#T1">Bye</u><u>so</u>', circle))
  expect(spoken(draft)).toEqual(['Noor Ali + A: Bye', '-: so'])
  expect(draft.turns[0]?.time).toBe(null)
})

test('TEI without speech, damaged or with entities is turned away with a sentence', async () => {
  expect(await problemOf('a.xml', tei('<p>A novel.</p>'))).toBe(
    'This TEI file has no utterances (u) with words in them, so it is no transcript of speech: save its text as plain text or DOCX.',
  )
  expect(await problemOf('a.xml', tei('<u>so</p></u>'))).toContain(
    'This TEI file is damaged or cut off at line 6',
  )
  expect(
    await problemOf('a.xml', `<!DOCTYPE TEI [<!ENTITY a "b">]>${tei('<u>&a;</u>').replace(/^.*\n.*\n/, '')}`),
  ).toContain('defines entities of its own')
})
