import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

const trs = (body: string, topics = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Trans SYSTEM "trans-14.dtd">
<Trans scribe="Noor" audio_filename="day1" version="3" version_date="210503">${topics}
<Speakers><Speaker id="spk1" name="Noor"/><Speaker id="spk2" name="Ana Lopez"/></Speakers>
<Episode>${body}</Episode></Trans>`

const talk = trs(
  `<Section type="nontrans" startTime="0" endTime="1"><Turn startTime="0" endTime="1"><Sync time="0"/>
<Event desc="music" type="noise" extent="instantaneous"/>
</Turn></Section>
<Section type="report" topic="to1" startTime="1" endTime="9"><Turn speaker="spk1" startTime="1" endTime="3.5">
<Sync time="1"/>
How did it
<Sync time="2.25"/>
<Event desc="laugh" type="noise" extent="begin"/>start?<Event desc="laugh" type="noise" extent="end"/> <Event desc="en" type="language" extent="instantaneous"/><Comment desc="check"/>
</Turn>
<Turn speaker="spk2 spk1" startTime="3.5" endTime="6">
<Sync time="3.5"/>
<Who nb="1"/>
With a grant.
<Who nb="2"/>
Hm.
<Sync time="5"/>
<Who nb="1"/>
Yes.
<Who nb="2"/>
</Turn>
<Turn startTime="6" endTime="7"><Sync time="6"/>

</Turn></Section>`,
  '<Topics><Topic id="to1" desc="Beginnings"/></Topics>',
)

test('each turn is a turn; two at once are told one below the other, each with its own times', async () => {
  const draft = await draftOf('day', talk)
  expect(spoken(draft)).toEqual([
    'Noor: How did it [laugh-] start? [-laugh]',
    'Ana Lopez: With a grant. Yes.',
    'Noor: Hm.',
  ])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [1000, 3500],
    [3500, 6000],
    [3500, 5000],
  ])
  expect(draft.syncPoints.map((point) => [draft.text.slice(point.position).slice(0, 5), point.time])).toEqual(
    [
      ['[musi', 0],
      ['How d', 1000],
      ['[laug', 2250],
      ['With ', 3500],
      ['Yes.\n', 5000],
      ['Hm.', 3500],
    ],
  )
  expect([draft.format, draft.units]).toEqual(['trs', 6])
  expect(draft.attributes).toEqual({ Media: 'day1', Transcriber: 'Noor' })
  expect(unsound(draft)).toEqual([])
})

test('music without a voice is a direction, a topic a heading, and marks are counted', async () => {
  const draft = await draftOf('day.trs', talk)
  expect(draft.blocks.map((block) => [block.kind, draft.text.slice(block.start, block.end)])).toEqual([
    ['direction', '[music]'],
    ['heading', 'Beginnings'],
  ])
  expect(report(draft)).toEqual([
    '1 turn spoken at the same time as the one above it',
    '1 turn without words left out',
    '2 marks (pronunciation, language, background or comment) left out',
  ])
  expect(draft.notices[2]?.samples).toEqual(['Event language en', 'Comment check'])
})

test('voices that speak together without being told apart share a label', async () => {
  const draft = await draftOf(
    'a',
    trs('<Section><Turn speaker="spk1 spk2" startTime="0" endTime="1"><Sync time="0"/>Bye!</Turn></Section>'),
  )
  expect(spoken(draft)).toEqual(['Noor + Ana Lopez: Bye!'])
})

test('files without words, damaged ones and ones with entities are turned away with a sentence', async () => {
  expect(await problemOf('a.trs', trs('<Section><Turn><Sync time="0"/></Turn></Section>'))).toBe(
    'This Transcriber file has no words in its turns: check there that it is the right one.',
  )
  expect(await problemOf('a.trs', talk.slice(0, -60))).toContain(
    'This Transcriber file is damaged or cut off at line',
  )
  expect(await problemOf('a.trs', talk.replace('"trans-14.dtd">', '"t.dtd" [<!ENTITY x "y">]>'))).toContain(
    'defines entities of its own',
  )
})

test('a file that is no UTF-8 is read in the encoding it declares', async () => {
  const said = trs(
    '<Section><Turn speaker="spk2" startTime="0" endTime="1"><Sync time="0"/>ž\u0179!</Turn></Section>',
  )
  const bytes = Uint8Array.from(said.replace('UTF-8', 'ISO-8859-2'), (sign) =>
    sign === 'ž' ? 0xbe : sign === '\u0179' ? 0xac : sign.charCodeAt(0),
  )
  const draft = await draftOf('a.trs', bytes)
  expect([draft.text, draft.encoding?.name]).toEqual(['žŹ!', 'iso-8859-2'])
  expect((await draftOf('a.trs', said.replace('UTF-8', 'ISO-8859-2'))).text).toBe('žŹ!')
})
