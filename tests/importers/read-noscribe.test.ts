import { expect, test } from 'vitest'
import { draftOf, report, roles, spoken } from './read-file.ts'

const page = (body: string): string => `<!DOCTYPE html>
<html><head><meta charset="UTF-8"/><style>p { color: red }</style><meta name="audio_source" content="C:/Users/x/Interview 7.m4a" /></head>
<body style="font-family: Arial;" ><div class="WordSection1" ><p style="font-weight: 600" >Interview 7</p>
<p ><span style="color: #909090" >Transcribed with noScribe vers. 0.6<br />Audio source: C:/Users/x/Interview 7.m4a<br />(Start: 00:00:00)</span></p><p ></p>${body}</div></body></html>`

const written = page(
  `<p ><a name="ts_500_2500_S00" >S00: <span style="color: #78909C" >[00:00:00]</span> How did it go &amp; why?</a><a name="ts_2500_4000_S00" > Tell me. <b>Now</b></a></p>` +
    `<p ><a name="ts_4200_7000_S01" >S01: <span style="color: #78909C" >[00:00:04]</span> Well, it was</a><a name="ts_6000_6500_//S00" > //S00: mhm</a><a name="ts_7000_9000_S01" >// not easy.</a></p>` +
    `<p ><a name="ts_9000_9500_S00" >S00: <span >[00:00:09]</span> Ah.</a></p>`,
)

test('a noScribe page gives voices, times and the other voice’s words between strokes', async () => {
  const draft = await draftOf('Interview 7.html', written)
  expect(spoken(draft)).toEqual([
    'S00: How did it go & why? Tell me. Now',
    'S01: Well, it was',
    'S00: mhm',
    'S01: not easy.',
    'S00: Ah.',
  ])
  expect([draft.format, draft.layout, draft.units]).toEqual(['noscribe', 'noScribe transcript (HTML)', 6])
  expect(draft.attributes).toEqual({ Title: 'Interview 7', Recording: 'Interview 7.m4a' })
  expect(draft.turns.map((turn) => turn.time)).toEqual([500, 4200, 6000, 7000, 9000])
  expect(report(draft)[0]).toBe('3 lines of noScribe’s own head left out')
})

test('names typed over the codes are the speakers, also where the editor left empty anchors', async () => {
  const edited = page(
    `<p><a name="ts_500_2500_S00"></a>Interviewer: <span>[00:00:00]</span> How did it go?<a name="ts_2500_4000_S00"></a> Tell me.</p>` +
      `<p><a name="ts_4200_7000_S01"></a>Ana Silva: Well. <a name="ts_7000_7500_//S00"></a>//Interviewer: mhm// <a name="ts_7500_9000_S01"></a>It was.</p>` +
      `<p>Ana Silva: (typed in later) Yes.</p>`,
  )
  const draft = await draftOf('a.html', edited)
  expect(spoken(draft)).toEqual([
    'Interviewer: How did it go? Tell me.',
    'Ana Silva: Well.',
    'Interviewer: mhm',
    'Ana Silva: It was. (typed in later) Yes.',
  ])
  expect(roles(draft)).toEqual(['Interviewer interviewer 2', 'Ana Silva participant 2'])
})

test('without speakers a noScribe page comes in as paragraphs', async () => {
  const draft = await draftOf(
    'a.html',
    page(
      '<p><a name="ts_0_1000_"><span>[00:00:00]</span> One.</a><a name="ts_1000_2000_"> Two: three.</a></p>',
    ),
  )
  expect([draft.text, draft.turnsAre]).toEqual(['One. Two: three.', 'none'])
})

test('the same recording as noScribe’s captions gives the same voices', async () => {
  const draft = await draftOf(
    'a.vtt',
    'WEBVTT Interview 7\n\nNOTE\nTranscribed with noScribe vers. 0.6\n\n1\n00:00:00.500 --> 00:00:04.000\n<v S00>How did it go?\n\n2\n00:00:04.200 --> 00:00:06.000\n<v S01>Well, it was\n\n3\n00:00:06.000 --> 00:00:06.500\n<v //S00>//S00: mhm\n\n4\n00:00:07.000 --> 00:00:09.000\n<v S01>// not easy.\n',
  )
  expect(draft.layout).toBe('noScribe transcript (VTT)')
  expect(draft.speakers.map((speaker) => speaker.label)).toEqual(['S00', 'S01'])
  expect(spoken(draft)).toEqual(['S00: How did it go?', 'S01: Well, it was', 'S00: mhm', 'S01: not easy.'])
})

test('markup of a noScribe page never becomes text, and other web pages are still turned away', async () => {
  const draft = await draftOf(
    'a.html',
    page(
      '<script>alert("x")</script><p><a name="ts_0_9_S00">S00: a &lt;b&gt; <img src=x onerror="alert(1>0)">c<!-- no --></a></p>',
    ),
  )
  expect(draft.text).toBe('a <b> c')
  const other = await draftOf('a.html', '<html><body><p>S00: hello</p></body></html>')
  expect([other.format, other.text]).toEqual(['html', 'S00: hello'])
})
