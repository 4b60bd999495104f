import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyCode, fitPassage } from '../../shared/commands/apply-code.ts'
import { changeCoding } from '../../shared/commands/change-coding.ts'
import { createCode, createCodeOnPassage } from '../../shared/commands/create-code.ts'
import { moveBoundary } from '../../shared/commands/move-boundary.ts'
import { removeCodings } from '../../shared/commands/remove-codings.ts'
import type { Project } from '../../shared/model/project.ts'
import { codingsOf, turnsOf } from '../../shared/model/project.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const built = buildProject({
  coders: ['Ada', 'Ben'],
  participants: ['Noor'],
  codes: ['Funding', 'Metrics', { name: 'Trust', parent: 'Metrics' }],
  sources: [
    {
      name: 'Interview 1',
      turns: [
        ['I', 'When did you notice it?'],
        ['Noor', 'They wanted a number by June, any number really.'],
        ['I', 'And then?'],
        ['Noor', 'It slowed us 🌱, for a while.'],
      ],
    },
  ],
  codings: [{ source: 'Interview 1', code: 'Funding', quote: 'a number by June' }],
})
const source = built.source('Interview 1')
const text = built.texts(source.content) ?? ''
const ada = makingBy(built.coder('Ada').id)
const passages = (...quotes: string[]) => ({
  source: source.id,
  text,
  spans: quotes.map((quote) => built.span('Interview 1', quote)),
})
const quotes = (project: Project, code: string) =>
  codingsOf(project, source.id)
    .filter((coding) => project.tables.code.get(coding.code)?.name === code)
    .map(({ start, end }) => text.slice(start, end))
const [funding] = built.codings
if (!funding) throw new Error('no coding')

test('coding a passage keeps its words, its coder and a hash of the quote', () => {
  const gesture = applyCode(built.project, passages('any number really'), [built.code('Metrics').id], ada)
  expect(gesture?.label).toBe('Code passage with Metrics')
  expectChange(built.project, gesture, (end) => {
    expect(quotes(end, 'Metrics')).toEqual(['any number really'])
    const coding = codingsOf(end, source.id).find((each) => each.code === built.code('Metrics').id)
    expect(coding).toMatchObject({
      coder: built.coder('Ada').id,
      layer: 'own',
      quote: quoteHash('any number really'),
    })
  })
})

test('several codes on several passages are one change', () => {
  const codes = [built.code('Metrics').id, built.code('Trust').id]
  const gesture = applyCode(built.project, passages('any number really', 'It slowed us'), codes, ada)
  expect(gesture?.label).toBe('Code 2 passages with Metrics and Trust')
  expectChange(built.project, gesture, (end) =>
    expect(quotes(end, 'Trust')).toEqual(['any number really', 'It slowed us']),
  )
})

test('the same code on the same passage by the same coder is not applied twice, by another coder it is', () => {
  const again = passages('a number by June')
  expect(applyCode(built.project, again, [built.code('Funding').id], ada)).toBeNull()
  const gesture = applyCode(built.project, again, [built.code('Funding').id], makingBy(built.coder('Ben').id))
  expectChange(built.project, gesture, (end) => expect(quotes(end, 'Funding')).toHaveLength(2))
})

test('a passage loses white space and labels at its ends', () => {
  const turns = turnsOf(built.project, source.id)
  const from = text.indexOf('Noor: They')
  const until = text.indexOf('And then?')
  const span = fitPassage(text, turns, { start: from + 2, end: until })
  expect(span && text.slice(span.start, span.end)).toBe('They wanted a number by June, any number really.')
  expect(fitPassage(text, turns, { start: from, end: from + 4 })).toBeNull()
})

test('a passage never cuts a character in two', () => {
  const plant = text.indexOf('🌱')
  const span = fitPassage(text, [], { start: plant + 1, end: plant + 1 })
  expect(span && text.slice(span.start, span.end)).toBe('🌱')
})

test('wherever a selection begins and ends, its passage is whole characters of words', () => {
  const turns = turnsOf(built.project, source.id)
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
      const span = fitPassage(text, turns, { start: a, end: b })
      if (!span) return
      const quote = text.slice(span.start, span.end)
      expect(quote).toBe(quote.trim())
      expect(quote.isWellFormed()).toBe(true)
      expect(turns.some((turn) => turn.label <= span.start && span.start < turn.start)).toBe(false)
      expect(turns.some((turn) => turn.label < span.end && span.end <= turn.start)).toBe(false)
    }),
  )
})

test('a code is made last among its siblings, with its name tidied', () => {
  const made = createCode(built.project, { name: '  Slow   water ', parent: built.code('Metrics').id }, ada)
  expect(made?.gesture.label).toBe('Create code Slow water')
  expectChange(built.project, made?.gesture ?? null, (end) => {
    const code = end.tables.code.get(made?.code ?? '')
    expect(code).toMatchObject({ name: 'Slow water', parent: built.code('Metrics').id })
    expect((code?.order ?? '') > built.code('Trust').order).toBe(true)
  })
  expect(createCode(built.project, { name: ' ' }, ada)).toBeNull()
})

test('a new code is made and applied in one change, with the others chosen', () => {
  const made = createCodeOnPassage(
    built.project,
    { name: 'Haste' },
    passages('by June'),
    [built.code('Trust').id],
    ada,
  )
  expectChange(built.project, made?.gesture ?? null, (end) => {
    expect(quotes(end, 'Haste')).toEqual(['by June'])
    expect(quotes(end, 'Trust')).toEqual(['by June'])
  })
})

test('removing a coding says which code it takes away', () => {
  const gesture = removeCodings(built.project, source.id, [funding.id])
  expect(gesture?.label).toBe('Remove Funding from passage')
  expectChange(built.project, gesture, (end) => expect(codingsOf(end, source.id)).toEqual([]))
  expect(removeCodings(built.project, source.id, [])).toBeNull()
})

test('stance, origin, star, flag and note are said and taken back', () => {
  const remarks = [
    { stance: 'denies', label: 'Mark Funding as denies' },
    { origin: 'volunteered', label: 'Mark Funding as volunteered' },
    { star: true, label: 'Star quote for Funding' },
    { flag: true, label: 'Flag Funding for the lead' },
    { note: ' look again ', label: 'Note on Funding' },
  ] as const
  for (const { label, ...remark } of remarks) {
    const gesture = changeCoding(built.project, source.id, funding.id, remark)
    expect(gesture?.label).toBe(label)
    const [name] = Object.keys(remark)
    const said = expectChange(built.project, gesture, (end) =>
      expect(codingsOf(end, source.id)[0]).toHaveProperty(name ?? ''),
    )
    const back = changeCoding(said, source.id, funding.id, { [name ?? '']: undefined })
    expect(codingsOf(expectChange(said, back), source.id)).toEqual([funding])
  }
})

test('a mark that is off leaves nothing behind', () => {
  expect(changeCoding(built.project, source.id, funding.id, { star: false })).toBeNull()
  expect(changeCoding(built.project, source.id, funding.id, { note: '  ' })).toBeNull()
})

test('boundaries move by a word each way, and the hash follows', () => {
  const step = (edge: 'start' | 'end', towards: 'start' | 'end') =>
    moveBoundary(built.project, source.id, funding.id, text, { edge, towards })
  const after = (gesture: ReturnType<typeof step>) => {
    let quote = ''
    expectChange(built.project, gesture, (end) => {
      const [coding] = codingsOf(end, source.id)
      quote = text.slice(coding?.start, coding?.end)
      expect(coding?.quote).toBe(quoteHash(quote))
    })
    return quote
  }
  expect(after(step('start', 'start'))).toBe('wanted a number by June')
  expect(after(step('start', 'end'))).toBe('number by June')
  expect(after(step('end', 'start'))).toBe('a number by')
  expect(after(step('end', 'end'))).toBe('a number by June, any')
})

test('a boundary steps over a label into the next turn, and stops where nothing would be left', () => {
  const last = buildProject({
    participants: ['Noor'],
    codes: ['Haste'],
    sources: [
      {
        name: 'S',
        turns: [
          ['I', 'Why so?'],
          ['Noor', 'Because of June.'],
        ],
      },
    ],
    codings: [{ source: 'S', code: 'Haste', quote: 'so?' }],
  })
  const [coding] = last.codings
  const words = last.texts(last.source('S').content) ?? ''
  if (!coding) throw new Error('no coding')
  const moved = moveBoundary(last.project, coding.source, coding.id, words, { edge: 'end', towards: 'end' })
  expectChange(last.project, moved, (end) => {
    const [after] = codingsOf(end, coding.source)
    expect(words.slice(after?.start, after?.end)).toBe('so?\nNoor: Because')
  })
  expect(
    moveBoundary(last.project, coding.source, coding.id, words, { edge: 'start', towards: 'end' }),
  ).toBeNull()
})

test('a code made by the name of what does not fit is the one the report has a section for, and made once', () => {
  const made = createCode(built.project, { name: 'Does not fit' }, ada)
  const end = expectChange(built.project, made?.gesture ?? null, (project) =>
    expect(project.tables.code.get(made?.code ?? '')?.section).toBe('does-not-fit'),
  )
  expect(createCode(end, { name: 'Does not fit' }, ada)?.code).not.toBe(made?.code)
})
