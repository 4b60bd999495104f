import { expect, test } from 'vitest'
import { changeTurnSpeaker, nameTurns } from '../../shared/commands/change-turn-speaker.ts'
import { joinTurns } from '../../shared/commands/join-turns.ts'
import { liftRestriction, restrictPassage } from '../../shared/commands/restrict-passage.ts'
import { setSourceStatus } from '../../shared/commands/set-source-status.ts'
import { splitTurn } from '../../shared/commands/split-turn.ts'
import { removeMemo, rewriteMemo, writeMemo } from '../../shared/commands/write-memo.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const built = buildProject({
  participants: ['Noor', 'Bram'],
  sources: [
    {
      name: 'Interview 1',
      labels: 'beside',
      turns: [
        ['I', 'When?'],
        ['Noor', 'In June. No, in May.', 1000],
        ['Noor', 'I think.'],
      ],
    },
    {
      name: 'Labelled',
      turns: [
        ['Noor', 'In June.'],
        ['Noor', 'I think.'],
      ],
    },
  ],
})
const source = built.source('Interview 1')
const text = built.texts(source.content) ?? ''
const making = makingBy(built.coder('Ada').id)
const turns = turnsOf(built.project, source.id)
const [asks, answers, thinks] = turns
if (!asks || !answers || !thinks) throw new Error('turns are missing')
const speakers = [...built.project.tables.speaker.values()].filter((each) => each.source === source.id)
const words = (list: typeof turns) => list.map((turn) => text.slice(turn.start, turn.end))

test('a turn is given to somebody already heard', () => {
  const interviewer = speakers.find((each) => each.label === 'I')
  if (!interviewer) throw new Error('no interviewer')
  const gesture = changeTurnSpeaker(
    built.project,
    source.id,
    thinks.id,
    { kind: 'known', speaker: interviewer.id },
    making,
  )
  expect(gesture?.label).toBe('Change speaker of a turn to I')
  expectChange(built.project, gesture, (end) =>
    expect(turnsOf(end, source.id)[2]?.speaker).toBe(interviewer.id),
  )
  expect(
    changeTurnSpeaker(built.project, source.id, asks.id, { kind: 'known', speaker: interviewer.id }, making),
  ).toBeNull()
})

test('a turn is given to a new voice, linked to its participant', () => {
  const choice = {
    kind: 'new',
    label: 'Bram',
    role: 'participant',
    participant: built.participant('Bram').id,
  } as const
  expectChange(
    built.project,
    changeTurnSpeaker(built.project, source.id, thinks.id, choice, making),
    (end) => {
      const speaker = end.tables.speaker.get(turnsOf(end, source.id)[2]?.speaker ?? '')
      expect(speaker).toMatchObject({
        label: 'Bram',
        role: 'participant',
        participant: built.participant('Bram').id,
      })
    },
  )
})

test('a new voice that takes part is the participant of that pseudonym, or someone new', () => {
  const give = (label: string) =>
    changeTurnSpeaker(
      built.project,
      source.id,
      thinks.id,
      { kind: 'new', label, role: 'participant' },
      making,
    )
  expectChange(built.project, give('Bram'), (end) => {
    expect(end.tables.participant.size).toBe(2)
    expect(end.tables.speaker.get(turnsOf(end, source.id)[2]?.speaker ?? '')?.participant).toBe(
      built.participant('Bram').id,
    )
  })
  expectChange(built.project, give('Ines'), (end) =>
    expect([...end.tables.participant.values()].map((each) => each.pseudonym)).toContain('Ines'),
  )
})

test('all turns without a name get their speaker at once, and named ones keep theirs', () => {
  const captions = buildProject({
    sources: [
      {
        name: 'Captions',
        labels: 'beside',
        turns: [
          ['?', 'We asked for a room.'],
          ['I', 'And then?'],
          ['?', 'People came.'],
        ],
      },
    ],
  })
  const { id } = captions.source('Captions')
  const loose = captions.project.turns.get(id)?.map((turn) => {
    const { speaker, ...rest } = turn
    const label = captions.project.tables.speaker.get(speaker ?? '')?.label
    return label === '?' ? rest : turn
  })
  const nameless = { ...captions.project, turns: new Map([[id, loose ?? []]]) }
  const gesture = nameTurns(nameless, id, { kind: 'new', label: 'Maren', role: 'participant' }, making)
  expect(gesture?.label).toBe('Say that Maren speaks 2 turns without a name')
  const end = expectChange(nameless, gesture, (named) => {
    const labels = turnsOf(named, id).map((turn) => named.tables.speaker.get(turn.speaker ?? '')?.label)
    expect(labels).toEqual(['Maren', 'I', 'Maren'])
    expect([...named.tables.participant.values()].map((each) => each.pseudonym)).toEqual(['Maren'])
  })
  expect(nameTurns(end, id, { kind: 'new', label: 'Ines', role: 'unknown' }, making)).toBeNull()
})

test('a label that is already in the source is that speaker, not another of the same name', () => {
  const gesture = changeTurnSpeaker(
    built.project,
    source.id,
    asks.id,
    { kind: 'new', label: ' Noor ', role: 'unknown' },
    making,
  )
  expectChange(built.project, gesture, (end) => {
    expect(end.tables.speaker.size).toBe(built.project.tables.speaker.size)
    expect(turnsOf(end, source.id)[0]?.speaker).toBe(answers.speaker)
  })
})

test('a turn is split at the caret and both parts keep the speaker', () => {
  const gesture = splitTurn(built.project, source.id, answers.id, text.indexOf('No, in'), text, making)
  const end = expectChange(built.project, gesture, (split) => {
    expect(words(turnsOf(split, source.id))).toEqual(['When?', 'In June.', 'No, in May.', 'I think.'])
    expect(turnsOf(split, source.id)[2]?.speaker).toBe(answers.speaker)
    expect(turnsOf(split, source.id)[2]?.time).toBeUndefined()
  })
  const joined = joinTurns(end, source.id, answers.id)
  expect(joined.ok && words(turnsOf(expectChange(end, joined.gesture), source.id))).toEqual(words(turns))
  expect(splitTurn(built.project, source.id, answers.id, answers.start, text, making)).toBeNull()
})

test('turns are joined only where no label would become words', () => {
  const joined = joinTurns(built.project, source.id, answers.id)
  if (!joined.ok) throw new Error(joined.problem)
  expectChange(built.project, joined.gesture, (end) => expect(turnsOf(end, source.id)).toHaveLength(2))
  const labelled = built.source('Labelled').id
  const [first, last] = turnsOf(built.project, labelled)
  expect(first && joinTurns(built.project, labelled, first.id)).toMatchObject({ ok: false })
  expect(last && joinTurns(built.project, labelled, last.id)).toMatchObject({ ok: false })
})

test('a passage gets one rule for an audience, and a second one replaces it', () => {
  const passage = { source: source.id, text, span: built.span('Interview 1', 'in May') }
  const first = restrictPassage(
    built.project,
    passage,
    { consent: 'paraphrase', audience: 'funder', reason: ' names a date ' },
    making,
  )
  expect(first?.label).toBe('Restrict passage: may be paraphrased, not quoted')
  const ruled = expectChange(built.project, first, (end) => {
    expect([...end.tables.restriction.values()]).toMatchObject([
      { consent: 'paraphrase', audience: 'funder', reason: 'names a date' },
    ])
  })
  const second = restrictPassage(ruled, passage, { consent: 'count', audience: 'funder' }, making)
  const stricter = expectChange(ruled, second, (end) => {
    expect([...end.tables.restriction.values()].map((each) => each.consent)).toEqual(['count'])
  })
  const [rule] = stricter.tables.restriction.values()
  expectChange(stricter, rule ? liftRestriction(stricter, rule.id) : null, (end) =>
    expect(end.tables.restriction.size).toBe(0),
  )
})

test('a memo without a title is called by its first words; it is rewritten and removed', () => {
  const draft = {
    about: { kind: 'source', source: source.id },
    kind: 'reflexive',
    title: '',
    text: 'I hurried her more than I meant to.',
  } as const
  const written = writeMemo(draft, making)
  expect(written?.gesture.label).toBe('Write memo I hurried her more than I …')
  const start = expectChange(built.project, written?.gesture ?? null)
  if (!written) throw new Error('no memo')
  const again = rewriteMemo(start, written.memo, { ...draft, title: 'Haste' })
  expectChange(start, again, (end) => expect(end.tables.memo.get(written.memo)?.title).toBe('Haste'))
  expectChange(start, removeMemo(start, written.memo), (end) => expect(end.tables.memo.size).toBe(0))
  expect(writeMemo({ ...draft, text: ' ' }, making)).toBeNull()
})

test('a source is marked as far as its coding has come', () => {
  const gesture = setSourceStatus(built.project, source.id, 'second pass')
  expect(gesture?.label).toBe('Mark Interview 1 as second pass')
  expectChange(built.project, gesture, (end) =>
    expect(end.tables.source.get(source.id)?.status).toBe('second pass'),
  )
  expect(setSourceStatus(built.project, source.id, 'done')).toBeNull()
})
