import { expect, test } from 'vitest'
import { plainChat } from '../../shared/importers/plain-chat.ts'
import { draftOf, problemOf, report, roles, spoken, unsound } from './read-file.ts'

const talk = `@UTF8
@PID:\t11312/a-1
@Begin
@Languages:\teng
@Participants:\tPAR Ana Participant, INV Investigator, NOI Environment
@ID:\teng|grants|PAR|61;03.||||Participant|||
@Comment:\tRecorded at
\ther home.
*INV:\thow did it start ? \u0015100_2136\u0015
%mor:\tadv|how aux|do-PAST
*PAR:\t<with a> [//] with the gran(t) &-uh money@s:eng . \u00152147_2500\u0015 it was
\tgo:od +... \u00152500_4717\u0015
%mor:\tprep|with
%com:\tlaughing
@G:\tSecond part
*NOI:\t&=door:slams .
*PAR:\t0 .
*PAR:\t+< xxx (.) &+wh what (0.5) &*INV:mhm then +/?
@End
`

test('main lines become turns in plain words; bullets give times, continuation lines go on', async () => {
  const draft = await draftOf('day', talk)
  expect(spoken(draft)).toEqual([
    'INV: how did it start?',
    'PAR: with a with the grant money. it was good…',
    'NOI: [door slams].',
    'PAR: xxx (.) what (0.5) [INV: mhm] then?',
  ])
  expect(draft.turns.map((turn) => [turn.time, turn.endTime])).toEqual([
    [100, 2136],
    [2147, 4717],
    [null, null],
    [null, null],
  ])
  expect(draft.syncPoints.map((point) => [draft.text.slice(point.position).slice(0, 6), point.time])).toEqual(
    [
      ['how di', 100],
      ['with a', 2147],
      ['it was', 2500],
    ],
  )
  expect([draft.format, draft.units, draft.turnsAre]).toEqual(['cha', 5, 'stated'])
  expect(unsound(draft)).toEqual([])
})

test('roles come from the participants line, facts from the headers', async () => {
  const draft = await draftOf('day.cha', talk)
  expect(roles(draft)).toEqual(['INV interviewer 1', 'PAR participant 2', 'NOI unknown 1'])
  expect(draft.attributes).toEqual({
    Languages: 'eng',
    Participants: 'PAR Ana Participant, INV Investigator, NOI Environment',
    Comment: 'Recorded at her home.',
  })
})

test('tiers, codes, fillers, silent lines and headers inside are counted', async () => {
  expect(report(await draftOf('day.cha', talk))).toEqual([
    '3 entries on 2 further tiers (such as translations, single words or notes) left out',
    '6 codes left out (the words they stand with are kept)',
    '2 fillers or pieces of words left out',
    '1 line without words left out',
    '1 header between the lines left out',
  ])
})

for (const [coded, plain] of [
  ['I <want to> [/] want to go .', 'I want to want to go.'],
  ['gonna [: going to] [*] leave [% gesture] .', 'gonna leave.'],
  ['look [=! whispering] at New_York &~a !', 'look [whispering] at New York!'],
  ['+" she said ‡ no +"/.', 'she said, no'],
  ['(be)cause 0is it^s the:re ?', 'because its there?'],
  ['(1.2) no (..) 10 of 20 .', '(1.2) no (..) 10 of 20.'],
] as const) {
  test(`“${coded}” reads “${plain}”`, () => {
    expect(plainChat(coded).text.trim()).toBe(plain)
  })
}

test('a transcript without main lines is turned away with a sentence', async () => {
  expect(await problemOf('a.cha', '@UTF8\n@Begin\n@Languages:\teng\n@End\n')).toBe(
    'This CHAT transcript has no main lines with words: check that it is the right one.',
  )
})
