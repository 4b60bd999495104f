import { expect, test } from 'vitest'
import { draftOf, problemOf, roles, spoken } from './read-file.ts'

const stamp = (seconds: number): string =>
  `<span class="timestamp" contenteditable="false" data-timestamp="${seconds}">0:${Math.floor(seconds)}</span>`

const otr = (html: string, more: object = {}): string =>
  JSON.stringify({ text: html, media: 'talk.mp3', 'media-time': 12.5, ...more })

const dialogue = [
  `<p>${stamp(1.25)}<b>Interviewer:</b> How did it go?</p>`,
  `<p>${stamp(4.5)} Ana: Well&nbsp;enough ${stamp(9.75)} I think.<br />And then some.</p><p><br></p>`,
  `<div>Interviewer: ${stamp(14)}Why &amp; when?</div>`,
  '<p>Ana: Later.</p>',
].join('')

test('oTranscribe: text without markup, exact times beside it, turns by their labels', async () => {
  const draft = await draftOf('a.otr', otr(dialogue))
  expect(spoken(draft)).toEqual([
    'Interviewer: How did it go?',
    'Ana: Well enough I think. / And then some.',
    'Interviewer: Why & when?',
    'Ana: Later.',
  ])
  expect(draft.turns.map((turn) => turn.time)).toEqual([1250, 4500, 14_000, null])
  expect(
    draft.syncPoints.map((point) => [draft.text.slice(point.position, point.position + 4), point.time]),
  ).toEqual([
    ['Inte', 1250],
    ['Ana:', 4500],
    ['I th', 9750],
    ['Why ', 14_000],
  ])
  expect([draft.format, draft.turnsAre, draft.attributes.Recording]).toEqual([
    'otr',
    'recognised',
    'talk.mp3',
  ])
  expect(roles(draft)).toEqual(['Interviewer interviewer 2', 'Ana participant 2'])
})

test('oTranscribe: a time alone on its line belongs to the line below', async () => {
  const draft = await draftOf('a.json', otr(`<p>${stamp(3)}</p><p>Just words.</p>`))
  expect([draft.text, draft.syncPoints]).toEqual(['Just words.', [{ position: 0, time: 3000 }]])
})

test('oTranscribe: scripts are left out, ill-formed HTML still gives its text', async () => {
  const draft = await draftOf(
    'a.otr',
    otr('<p>one <script>alert(1)</script><b>two</p> 3 < 4 <span title="x>y">five<p'),
  )
  expect(draft.text).toBe('one two\n3 < 4 five')
  expect(await problemOf('a.otr', otr('<p> <br></p>'))).toMatch(/^This oTranscribe file holds no words/)
})

const inqscribe = (text: string, fps = '25', more = ''): string =>
  `app=InqScribe\nfont.name=Arial\nmedia.filename=talk.mov\ntc.unbracketed=0\n${more}text=${text}\ntimecode.fps=${fps}\ntype=file\nversion=1.1\n`

test('InqScribe: frames count by the file’s rate, any bracket will do, \\r ends a line', async () => {
  const draft = await draftOf(
    'a.inqscr',
    inqscribe(
      String.raw`[00:00:01.05] Interviewer: How did it go?\r\r[00:00:04.00]\rAna: Well (00:00:09.12) enough.\rReally.\r<00:01:00.00> Interviewer: Why?\rAna: C:\\tmp [laughs] [00:02.10]`,
    ),
  )
  expect(spoken(draft)).toEqual([
    'Interviewer: How did it go?',
    'Ana: Well enough. / Really.',
    'Interviewer: Why?',
    String.raw`Ana: C:\tmp [laughs]`,
  ])
  expect(draft.turns.map((turn) => turn.time)).toEqual([1200, 4000, 60_000, null])
  expect(draft.syncPoints.find((point) => point.time === 9480)?.position).toBe(draft.text.indexOf('enough'))
  expect([draft.format, draft.attributes.Recording]).toEqual(['inqscribe', 'talk.mov'])
})

test('InqScribe: without brackets only where the file says so; an empty transcript is turned away', async () => {
  const bare = await draftOf(
    'a.txt',
    inqscribe('00:00:02.15 It is 10:30 now.', '30', '').replace('unbracketed=0', 'unbracketed=1'),
  )
  expect([bare.text, bare.syncPoints]).toEqual(['It is 10:30 now.', [{ position: 0, time: 2500 }]])
  expect(await problemOf('a.inqscr', inqscribe(''))).toMatch(/^This InqScribe file holds no words/)
})

test('InqScribe’s XML: several voices a scene, whole names where they are given', async () => {
  const draft = await draftOf(
    'a.xml',
    `<?xml version="1.0"?><transcript><prologue/>
<scene id="1" in="00:00:00.15" out="00:00:12.07"><speaker> Heather Riggs </speaker>
Heather | Okay, so.. Yeah?</scene>
<scene id="2" in="00:00:12.08" out="00:00:18.02"><speaker>Margo Gray</speaker>
Margo| Cool &amp; so.

Heather | Your home.</scene>
<scene id="3" in="00:00:19.00" out="00:00:21.00">And yours.</scene></transcript>`,
  )
  expect(spoken(draft)).toEqual([
    'Heather Riggs: Okay, so.. Yeah?',
    'Margo Gray: Cool & so.',
    'Heather Riggs: Your home. And yours.',
  ])
  expect(draft.turns.map((turn) => turn.time)).toEqual([500, 12_267, null])
  expect([draft.units, draft.layout]).toEqual([3, 'InqScribe transcript (XML)'])
  expect(await problemOf('a.xml', '<transcript><scene in="1" out="2">A | b</transcript>')).toMatch(
    /^This InqScribe/,
  )
})
