import fc from 'fast-check'
import { expect, test } from 'vitest'
import { create } from '../../shared/change/edit.ts'
import { deleteCode } from '../../shared/commands/delete-code.ts'
import { removeExcerpts } from '../../shared/commands/mark-codings.ts'
import { mergeAccount, mergeCodes } from '../../shared/commands/merge-codes.ts'
import { recode } from '../../shared/commands/recode.ts'
import { removeCodings } from '../../shared/commands/remove-codings.ts'
import { passageKey } from '../../shared/commands/unite-codings.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'
import { allCodings, below, codebookProject } from './codebook-project.ts'

const keysOf = (project: Project, ...codes: CodeId[]) =>
  new Set(
    allCodings(project)
      .filter((coding) => codes.includes(coding.code))
      .map(passageKey),
  )

test('merging two codes keeps every coding and undoes to the same project', () => {
  const { project, code } = codebookProject()
  const [from, into] = [code('Metrics').id, code('Funding').id]
  expectChange(project, mergeCodes(project, from, into), (end) => {
    expect(end.tables.code.has(from)).toBe(false)
    expect(keysOf(end, into)).toEqual(keysOf(project, from, into))
    expect(allCodings(end)).toHaveLength(5)
  })
})

test('a passage one coder had under both becomes one coding that keeps star, both notes and both stances', () => {
  const { project, code, codings } = codebookProject()
  expectChange(project, mergeCodes(project, code('Metrics').id, code('Funding').id), (end) => {
    const united = allCodings(end).find((coding) => coding.id === codings[0]?.id)
    expect(united).toMatchObject({
      stance: 'mixed',
      star: true,
      note: 'Said quietly\nSaid of others\nTwo codings became one: affirms and denies.',
    })
  })
})

test('the account tells how many passages move, how many unite and how many codes come along', () => {
  const { project, code } = codebookProject()
  expect(mergeAccount(project, code('Metrics').id, code('Funding').id)).toEqual({
    passages: 3,
    unite: 1,
    memos: 0,
    children: 0,
  })
  expect(mergeAccount(project, code('Funding').id, code('Metrics').id)).toMatchObject({
    passages: 2,
    children: 1,
  })
})

test('passages that two coders coded stay two codings, for each coder has said their own', () => {
  const { project, code, source } = codebookProject()
  expectChange(project, mergeCodes(project, code('Metrics').id, code('Funding').id), (end) =>
    expect(
      end.codings.get(source('Interview 2').id)?.filter((coding) => coding.code === code('Funding').id),
    ).toHaveLength(2),
  )
})

test('codes below come along, texts only the old code had are kept, and its names become other names', () => {
  const { project, code } = codebookProject()
  expectChange(project, mergeCodes(project, code('Funding').id, code('Metrics').id), (end) => {
    expect(below(end, 'Metrics')).toEqual(['Late grants'])
    expect(end.tables.code.get(code('Metrics').id)).toMatchObject({
      definition: 'Money is missing.',
      aliases: ['Counting', 'Funding'],
    })
  })
})

test('a code can be merged into one that stands below it, which takes its place', () => {
  const { project, code } = codebookProject()
  expectChange(project, mergeCodes(project, code('Funding').id, code('Late grants').id), (end) => {
    expect(below(end, 'Barriers')).toEqual(['Late grants', 'Metrics'])
    expect(keysOf(end, code('Late grants').id)).toEqual(
      keysOf(project, code('Funding').id, code('Late grants').id),
    )
  })
})

test('a group that receives codings can tag passages from then on', () => {
  const { project, code } = codebookProject()
  expectChange(project, mergeCodes(project, code('Metrics').id, code('Barriers').id), (end) =>
    expect(end.tables.code.get(code('Barriers').id)?.codable).toBeUndefined(),
  )
})

test('memos and quote choices follow, and a report never has two choices for one passage', () => {
  const built = buildProject({
    participants: ['Noor'],
    sources: [{ name: 'A', turns: [['Noor', 'No grant covers it.']] }],
    codes: ['Funding', 'Money'],
    codings: [
      { source: 'A', code: 'Funding', quote: 'No grant' },
      { source: 'A', code: 'Money', quote: 'No grant' },
    ],
    reports: [{ title: 'Summary' }],
    quoteChoices: [
      { report: 'Summary', coding: 0, use: 'show' },
      { report: 'Summary', coding: 1, use: 'leave out' },
    ],
  })
  const [from, into] = [built.code('Money').id, built.code('Funding').id]
  const memo = {
    id: countedId<'memo'>(9000),
    kind: 'analytic',
    title: '',
    text: 'x',
    about: { kind: 'code', code: from },
    by: built.coder('Ada').id,
    at: 0,
  } as const
  const project = expectChange(built.project, { label: 'Write memo', edits: [create('memo', memo)] })
  expectChange(project, mergeCodes(project, from, into), (end) => {
    expect(end.tables.memo.get(memo.id)?.about).toEqual({ kind: 'code', code: into })
    expect([...end.tables.quoteChoice.values()]).toMatchObject([
      { code: into, use: 'show', coding: built.codings[0]?.id },
    ])
  })
})

test('merging a code with itself is nothing to do', () => {
  const { project, code } = codebookProject()
  expect(mergeCodes(project, code('Funding').id, code('Funding').id)).toBeNull()
})

test('law: whatever was coded with either code, by whom and in which layer, is coded with the one that stays', () => {
  const { project, code, source, coder } = codebookProject()
  const codes = ['Funding', 'Metrics', 'Late grants', 'Practice']
  const someCoding = fc.record({
    code: fc.constantFrom(...codes),
    coder: fc.constantFrom('Ada', 'Ben'),
    layer: fc.constantFrom('own' as const, 'agreed' as const),
    start: fc.integer({ min: 0, max: 4 }),
    length: fc.integer({ min: 1, max: 3 }),
  })
  const at = source('Interview 1')
  fc.assert(
    fc.property(
      fc.array(someCoding, { maxLength: 12 }),
      fc.constantFrom(...codes),
      fc.constantFrom(...codes),
      (some, a, b) => {
        fc.pre(a !== b)
        const making = makingBy(coder('Ada').id)
        const edits = some.map(({ code: name, coder: who, layer, start, length }) =>
          create('coding', {
            id: making.newId<'coding'>(),
            source: at.id,
            content: at.content,
            start,
            end: start + length,
            code: code(name).id,
            coder: coder(who).id,
            layer,
            at: 0,
            quote: 0,
          }),
        )
        const begun = edits.length > 0 ? expectChange(project, { label: 'Code', edits }) : project
        const [from, into] = [code(a).id, code(b).id]
        expectChange(begun, mergeCodes(begun, from, into), (end) => {
          expect(keysOf(end, into)).toEqual(keysOf(begun, from, into))
          expect(allCodings(end).filter((coding) => coding.code === from)).toEqual([])
        })
      },
    ),
    { numRuns: 60 },
  )
})

test('quotes chosen for a report follow their codings, or leave with them', () => {
  const built = buildProject({
    sources: [{ name: 'Interview 1', text: 'No grant covers the first year.' }],
    codes: ['Barriers', { name: 'Funding', parent: 'Barriers' }, { name: 'Money', parent: 'Barriers' }],
    codings: [
      { source: 'Interview 1', code: 'Funding', quote: 'No grant' },
      { source: 'Interview 1', code: 'Money', quote: 'No grant' },
    ],
    reports: [{ title: 'Summary' }],
    quoteChoices: [{ report: 'Summary', coding: 1, use: 'show' }],
  })
  const [choice] = built.project.tables.quoteChoice.values()
  const [kept, lost] = built.codings
  if (!choice || !kept || !lost) throw new Error('The project is not as built')
  // Quoted under the code above both.
  const above = { ...choice, code: built.code('Barriers').id }
  const project = {
    ...built.project,
    tables: { ...built.project.tables, quoteChoice: new Map([[above.id, above]]) },
  }
  const { id: funding } = built.code('Funding')
  const { id: money } = built.code('Money')
  const choices = (end: Project) => [...end.tables.quoteChoice.values()].map(({ coding }) => coding)
  expectChange(project, mergeCodes(project, money, funding), (end) => expect(choices(end)).toEqual([kept.id]))
  expectChange(project, recode(project, [lost], funding), (end) => expect(choices(end)).toEqual([kept.id]))
  expectChange(project, deleteCode(project, money), (end) => expect(choices(end)).toEqual([]))
  expectChange(project, removeExcerpts(project, [lost]), (end) => expect(choices(end)).toEqual([]))
  expectChange(project, removeCodings(project, lost.source, [lost.id]), (end) =>
    expect(choices(end)).toEqual([]),
  )
})
