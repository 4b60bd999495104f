import { expect, test } from 'vitest'
import { changeCode, readColour } from '../../shared/commands/change-code.ts'
import { deleteCode, goesWithCode } from '../../shared/commands/delete-code.ts'
import { moveCode, stepCode } from '../../shared/commands/move-code.ts'
import { alsoCode, recode } from '../../shared/commands/recode.ts'
import { splitCode } from '../../shared/commands/split-code.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'
import { allCodings, below, codebookProject } from './codebook-project.ts'

test('a code gets a name and a meaning; an empty text takes a field away', () => {
  const { project, code } = codebookProject()
  const id = code('Funding').id
  expectChange(
    project,
    changeCode(project, id, { name: ' Funding constraints ', definition: '', include: 'Say so' }),
    (end) => {
      expect(end.tables.code.get(id)).toMatchObject({ name: 'Funding constraints', include: 'Say so' })
      expect(end.tables.code.get(id)?.definition).toBeUndefined()
    },
  )
})

test('a name is never empty, and what stands already is nothing to do', () => {
  const { project, code } = codebookProject()
  expect(changeCode(project, code('Funding').id, { name: '  ' })).toBeNull()
  expect(changeCode(project, code('Funding').id, { name: 'Funding', codable: true })).toBeNull()
})

test('only grouping is written down; tagging passages is the usual and leaves no trace', () => {
  const { project, code } = codebookProject()
  const id = code('Barriers').id
  expectChange(project, changeCode(project, id, { codable: true }), (end) =>
    expect('codable' in (end.tables.code.get(id) ?? {})).toBe(false),
  )
})

test('other names are kept once each, without empty ones', () => {
  const { project, code } = codebookProject()
  const id = code('Metrics').id
  expectChange(
    project,
    changeCode(project, id, { aliases: ['Counting', ' Numbers ', '', 'Counting'] }),
    (end) => expect(end.tables.code.get(id)?.aliases).toEqual(['Counting', 'Numbers']),
  )
})

test('a colour is read as people write it', () => {
  expect(['#b5504f', 'B5504F', ' #abc ', 'red', '#12345'].map(readColour)).toEqual([
    '#B5504F',
    '#B5504F',
    '#AABBCC',
    null,
    null,
  ])
})

test('a code moves with all below it, to the top, to the end, or before another', () => {
  const { project, code } = codebookProject()
  expectChange(
    project,
    moveCode(project, code('Funding').id, { parent: null, before: code('Practice').id }),
    (end) => {
      expect(below(end, null)).toEqual(['Funding', 'Practice', 'Barriers'])
      expect(below(end, 'Funding')).toEqual(['Late grants'])
    },
  )
  expectChange(
    project,
    moveCode(project, code('Funding').id, { parent: code('Barriers').id, before: null }),
    (end) => expect(below(end, 'Barriers')).toEqual(['Metrics', 'Funding']),
  )
})

test('a code never comes below itself, and moving it where it stands is nothing to do', () => {
  const { project, code } = codebookProject()
  expect(moveCode(project, code('Barriers').id, { parent: code('Late grants').id, before: null })).toBeNull()
  expect(moveCode(project, code('Barriers').id, { parent: code('Barriers').id, before: null })).toBeNull()
  expect(moveCode(project, code('Metrics').id, { parent: code('Barriers').id, before: null })).toBeNull()
})

test('steps by keyboard: up, down, into the one above and out again', () => {
  const { project, code } = codebookProject()
  const [funding, metrics, late] = [code('Funding').id, code('Metrics').id, code('Late grants').id]
  expectChange(project, stepCode(project, metrics, 'up'), (end) =>
    expect(below(end, 'Barriers')).toEqual(['Metrics', 'Funding']),
  )
  expectChange(project, stepCode(project, funding, 'down'), (end) =>
    expect(below(end, 'Barriers')).toEqual(['Metrics', 'Funding']),
  )
  expectChange(project, stepCode(project, metrics, 'in'), (end) =>
    expect(below(end, 'Funding')).toEqual(['Late grants', 'Metrics']),
  )
  expectChange(project, stepCode(project, late, 'out'), (end) =>
    expect(below(end, 'Barriers')).toEqual(['Funding', 'Late grants', 'Metrics']),
  )
  expect([
    stepCode(project, funding, 'up'),
    stepCode(project, metrics, 'down'),
    stepCode(project, funding, 'in'),
  ]).toEqual([null, null, null])
})

test('deleting a code takes its codings and the codes below it, and says so beforehand', () => {
  const { project, code } = codebookProject()
  const id = code('Funding').id
  expect(goesWithCode(project, id, 'go')).toEqual({
    children: 1,
    codings: 3,
    sources: 2,
    memos: 0,
    quoteChoices: 0,
    decisions: 0,
  })
  expectChange(project, deleteCode(project, id, 'go'), (end) => {
    expect(below(end, 'Barriers')).toEqual(['Metrics'])
    expect(allCodings(end)).toHaveLength(3)
  })
})

test('codes below a deleted one can move up into its place', () => {
  const { project, code } = codebookProject()
  const id = code('Funding').id
  expect(goesWithCode(project, id, 'move up')).toMatchObject({ children: 0, codings: 2 })
  expectChange(project, deleteCode(project, id, 'move up'), (end) =>
    expect(below(end, 'Barriers')).toEqual(['Late grants', 'Metrics']),
  )
})

test('recoding replaces the code and keeps coder, star and note; twins of one coder unite', () => {
  const { project, code, codings } = codebookProject()
  const chosen = codings.filter((coding) => coding.code === code('Metrics').id)
  expectChange(project, recode(project, chosen, code('Funding').id), (end) => {
    expect(allCodings(end)).toHaveLength(5)
    expect(allCodings(end).find((coding) => coding.id === codings[5]?.id)).toMatchObject({
      code: code('Funding').id,
      flag: true,
    })
  })
  expect(recode(project, chosen, code('Metrics').id)).toBeNull()
})

test('a second code is added by the person at work, once a passage', () => {
  const { project, code, codings, coder } = codebookProject()
  const making = makingBy(coder('Ada').id)
  const gesture = alsoCode(project, codings, code('Practice').id, making)
  const end = expectChange(project, gesture, (after) => {
    const added = allCodings(after).filter((coding) => coding.code === code('Practice').id)
    expect(added).toHaveLength(3)
    expect(new Set(added.map((coding) => coding.coder))).toEqual(new Set([coder('Ada').id]))
  })
  expect(alsoCode(end, codings, code('Practice').id, making)).toBeNull()
})

test('splitting takes chosen passages into a new code beside the old one', () => {
  const { project, code, codings, coder } = codebookProject()
  const chosen = codings.filter((coding) => coding.code === code('Funding').id).slice(0, 1)
  const gesture = splitCode(
    project,
    code('Funding').id,
    { name: 'First year', codings: chosen },
    makingBy(coder('Ada').id),
  )
  expectChange(project, gesture, (end) => {
    expect(below(end, 'Barriers')).toEqual(['Funding', 'First year', 'Metrics'])
    const fresh = [...end.tables.code.values()].find((each) => each.name === 'First year')
    expect(
      allCodings(end)
        .filter((coding) => coding.code === fresh?.id)
        .map((coding) => coding.id),
    ).toEqual(chosen.map((each) => each.id))
  })
})
