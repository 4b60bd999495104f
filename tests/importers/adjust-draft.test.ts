import { expect, test } from 'vitest'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import type { DraftDecisions } from '../../shared/importers/source-draft.ts'
import { draftOf, roles, spoken, unsound } from './read-file.ts'

const decide = (decisions: Partial<DraftDecisions>): DraftDecisions => ({
  notSpeakers: [],
  merges: {},
  roles: {},
  takeSuggested: false,
  ...decisions,
})
const talk =
  'Noor: Now?\nAna: No.\nNoor: How?\nAna: So.\nNoor: Why?\nRemark: nobody laughed.\nAna: Because.\nNoor: And?\nRemark: again.\nAna: Well.\n'

test('a label that is no speaker becomes text and its turn joins the one before', async () => {
  const draft = adjustDraft(
    await draftOf('a.txt', talk.replaceAll('Remark', 'Tea Time').concat('Tea Time: over.')),
    decide({ notSpeakers: ['Tea Time'] }),
  )
  expect(spoken(draft)).toEqual([
    'Noor: Now?',
    'Ana: No.',
    'Noor: How?',
    'Ana: So.',
    'Noor: Why? / Tea Time: nobody laughed.',
    'Ana: Because.',
    'Noor: And? / Tea Time: again.',
    'Ana: Well. / Tea Time: over.',
  ])
  expect(draft.speakers.map((each) => [each.label, each.turns])).toEqual([
    ['Noor', 4],
    ['Ana', 4],
  ])
  expect(draft.words).toBe(18)
  expect(unsound(draft)).toEqual([])
})

test('where labels stand beside the text, the label goes back into it and everything behind moves along', async () => {
  const cue = (n: number, text: string): string => `${n}\n00:00:0${n}.000 --> 00:00:0${n}.500\n${text}`
  const vtt = [
    'WEBVTT',
    cue(1, 'Tea: first.'),
    cue(2, 'Noor: How?'),
    cue(3, 'Tea: is hot.'),
    cue(4, 'Ana: So.'),
    cue(5, 'Tea: is cold.'),
    cue(6, 'Noor: Good.'),
    cue(7, 'Ana: Yes.'),
  ].join('\n\n')
  const before = await draftOf('a.vtt', vtt)
  const draft = adjustDraft(before, decide({ notSpeakers: ['Tea'] }))
  expect(draft.text).toBe('Tea: first.\nHow?\nTea: is hot.\nSo.\nTea: is cold.\nGood.\nYes.')
  expect(spoken(draft)).toEqual([
    '-: Tea: first.',
    'Noor: How? / Tea: is hot.',
    'Ana: So. / Tea: is cold.',
    'Noor: Good.',
    'Ana: Yes.',
  ])
  expect(draft.syncPoints.map((point) => draft.text.slice(point.position, point.position + 3))).toEqual([
    'Tea',
    'How',
    'Tea',
    'So.',
    'Tea',
    'Goo',
    'Yes',
  ])
  expect(draft.words).toBe(before.words + 3)
  expect(unsound(draft)).toEqual([])
})

test('voices are merged, roles and the name set', async () => {
  const draft = adjustDraft(
    await draftOf('a.txt', talk.replaceAll('Remark', 'Anna')),
    decide({
      merges: { Anna: 'Ana', Ana: 'P01' },
      roles: { P01: 'unknown', Noor: 'interviewer' },
      name: 'Second talk',
    }),
  )
  expect(roles(draft)).toEqual(['Noor interviewer 4', 'P01 unknown 6'])
  expect(draft.name).toBe('Second talk')
  expect(unsound(draft)).toEqual([])
})

test('turns that were only suggested come in only when taken', async () => {
  const essay = Array.from({ length: 220 }, (_, i) => `Paragraph ${i} of the field notes goes on.`).join(
    '\n\n',
  )
  const suggested = await draftOf('a.txt', `${talk.replaceAll('Remark: ', '').repeat(2)}\n\n${essay}`)
  expect(suggested.turnsAre).toBe('suggested')
  const left = adjustDraft(suggested, decide({}))
  const taken = adjustDraft(suggested, decide({ takeSuggested: true }))
  expect([left.turnsAre, left.turns.length, left.speakers.length]).toEqual(['none', 0, 0])
  expect([taken.turnsAre, taken.turns.length]).toEqual(['recognised', 16])
  expect(left.words - taken.words).toBe(16)
})

test('no decisions leave a draft as it was', async () => {
  const draft = await draftOf('a.txt', talk)
  expect(adjustDraft(draft, decide({}))).toEqual(draft)
})
