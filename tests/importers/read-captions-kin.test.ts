import { expect, test } from 'vitest'
import { draftOf, problemOf, report, spoken, unsound } from './read-file.ts'

test('SBV: two times and a comma stand above each caption', async () => {
  const draft = await draftOf(
    'talk.sbv',
    '0:00:01.500,0:00:04.000\nWe keep the ferry\nall winter.\n\n0:00:04.000,0:00:06.250\nANA: Who pays?\n\n1:00:06.250,1:00:08.000\nBO: The town.\n\n1:00:09.000,1:00:10.000\nANA: Ah.\n\n1:00:11.000,1:00:12.000\nBO: Yes.\n',
  )
  expect(draft.layout).toBe('YouTube captions (SBV)')
  expect(spoken(draft)).toEqual([
    '-: We keep the ferry all winter.',
    'ANA: Who pays?',
    'BO: The town.',
    'ANA: Ah.',
    'BO: Yes.',
  ])
  expect(draft.turns[0]).toMatchObject({ time: 1500, endTime: 4000 })
  expect(draft.turns[2]?.time).toBe(3_606_250)
  expect(draft.origins[1]?.place).toMatchObject({ kind: 'cue', cue: 2, line: 5 })
  expect(unsound(draft)).toEqual([])
})

const ass = [
  '[Script Info]',
  'Title: The ferry',
  '[Events]',
  'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
  'Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,for the translator',
  'Dialogue: 0,0:00:05.50,0:00:07.00,Default,Bo,0,0,0,,Well, {\\i1}in winter{\\i0},\\Nthey stop.',
  'Dialogue: 0,0:00:01.00,0:00:04.20,Default,Ana,0,0,0,,Who pays?',
].join('\n')

test('SSA and ASS: dialogue in the order of time, its name field says who speaks, commas stay', async () => {
  const draft = await draftOf('talk.ass', ass)
  expect(spoken(draft)).toEqual(['Ana: Who pays?', 'Bo: Well, in winter, they stop.'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [1000, 4200],
    [5500, 7000],
  ])
  expect(draft.attributes).toEqual({ Title: 'The ferry' })
  expect(report(draft)).toEqual(['1 comment left out'])
  expect(unsound(draft)).toEqual([])
})

const ttml = (body: string, more = ''): string =>
  `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="x" xmlns:ttp="y" xml:lang="en" ${more}><head><metadata><ttm:agent xml:id="a1"><ttm:name>Ana Berg</ttm:name></ttm:agent></metadata></head><body>${body}</body></tt>`

test('TTML: agents speak, times are clocks, units, frames or ticks and count from the element around them', async () => {
  const draft = await draftOf(
    'talk.ttml',
    ttml(
      '<div begin="10s"><p begin="00:00:01.250" end="00:00:02.000" ttm:agent="a1">Who<br/>pays?</p><p begin="50f" dur="1s" ttm:agent="a2">The <span>town</span>.</p></div><div><p><span begin="250000t" end="300000t">Ah.</span></p></div>',
      'ttp:frameRate="25" ttp:tickRate="10000"',
    ),
  )
  expect(spoken(draft)).toEqual(['Ana Berg: Who pays?', 'a2: The town.', '-: Ah.'])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [11_250, 12_000],
    [12_000, 13_000],
    [25_000, 30_000],
  ])
  expect(draft.attributes).toEqual({ Language: 'en' })
  expect(unsound(draft)).toEqual([])
})

test('TTML that is cut off is turned away with its line', async () => {
  expect(await problemOf('talk.dfxp', ttml('<p>Ah').slice(0, -20))).toMatch(
    /^This TTML file is damaged or cut off/,
  )
})

test('YouTube captions in XML: seconds as text, milliseconds as p', async () => {
  const first = await draftOf(
    'a.xml',
    '<?xml version="1.0"?><transcript><text start="0.5" dur="2">It&amp;#39;s late</text><text start="3" dur="1.5">at night</text></transcript>',
  )
  const third = await draftOf(
    'a.srv3',
    '<timedtext format="3"><body><p t="500" d="2000"><s>It\'s</s><s t="9"> late</s></p><p t="900" d="9" a="1">\n</p><p t="3000" d="1500">at night</p></body></timedtext>',
  )
  for (const draft of [first, third]) {
    expect(draft.layout).toBe('YouTube captions (XML)')
    expect(draft.text).toBe("It's late at night")
    expect(draft.turns[0]).toMatchObject({ time: 500, endTime: 4500 })
    expect(unsound(draft)).toEqual([])
  }
})

test('words on the line of the times stay', async () => {
  const draft = await draftOf(
    'a.vtt',
    'WEBVTT\n\n00:01.000 --> 00:02.000 align:start position:0%\nNo.\n\n00:03.000 --> 00:04.000  And yet\n',
  )
  expect(draft.text).toBe('No. And yet')
})

test('captions whose name stands alone above the words have speakers', async () => {
  const cues = ['Ana Berg', 'Bo Lind', 'Ana Berg', 'Bo Lind'].map(
    (name, i) => `0:0:${i * 5}.0 --> 0:0:${i * 5 + 4}.270\n${name}\nword ${i}\nmore`,
  )
  const draft = await draftOf('talk.txt', cues.join('\n'))
  expect(spoken(draft)).toEqual([
    'Ana Berg: word 0 more',
    'Bo Lind: word 1 more',
    'Ana Berg: word 2 more',
    'Bo Lind: word 3 more',
  ])
  expect(draft.turns[1]).toMatchObject({ time: 5000, endTime: 9270 })
})

test('Whisper lines with seconds and voices in brackets', async () => {
  const draft = await draftOf(
    'a.txt',
    '[0.00s -> 3.50s] [SPEAKER_00] Who pays?\n[3.50s -> 5.25s] [SPEAKER_01] The town.\n[6.00s -> 7.00s] [SPEAKER_00] Ah.\n',
  )
  expect(spoken(draft)).toEqual(['SPEAKER_00: Who pays?', 'SPEAKER_01: The town.', 'SPEAKER_00: Ah.'])
  expect(draft.turns[1]).toMatchObject({ time: 3500, endTime: 5250 })
})
