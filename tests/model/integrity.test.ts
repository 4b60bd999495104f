import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import type { Edit } from '../../shared/change/change.ts'
import { create, remove, update } from '../../shared/change/edit.ts'
import { brokenByEdits, brokenRules } from '../../shared/model/integrity.ts'
import { codingsOf, inquiryOf, type Project, turnsOf } from '../../shared/model/project.ts'
import { buildProject, countedId } from '../support/build-project.ts'

const quality = countedId<'attribute'>(900)

const built = buildProject({
  coders: ['Ada', 'Ben'],
  attributes: [{ id: quality, of: 'participant', name: 'Region', kind: 'text' }],
  participants: [{ name: 'Noor', attributes: { [quality]: 'North' } }],
  questions: ['What holds you back?'],
  sources: [
    {
      name: 'Interview 1',
      turns: [
        ['I', 'What holds you back?'],
        ['Noor', 'No grant covers the first year.'],
      ],
      asked: { 'What holds you back?': 'asked' },
    },
  ],
  codes: ['Barriers', { name: 'Funding', parent: 'Barriers' }],
  codings: [{ source: 'Interview 1', code: 'Funding', quote: 'No grant' }],
  restrictions: [{ source: 'Interview 1', quote: 'first year', consent: 'paraphrase' }],
  reports: [{ title: 'Summary' }],
  quoteChoices: [{ report: 'Summary', coding: 0, use: 'show' }],
})
const { project, texts } = built
const source = built.source('Interview 1')

function after(...edits: readonly Edit[]): Project {
  const applied = applyEdits(project, edits)
  if (!applied.ok) throw new Error(applied.problem)
  return applied.project
}

/** What a change breaks, as the open project sees it and as a check of everything does. */
function rules(...edits: readonly Edit[]) {
  const end = after(...edits)
  return {
    byChange: brokenByEdits(end, edits).map((each) => each.rule),
    inAll: brokenRules(end, texts).map((each) => each.rule),
  }
}

function theCoding() {
  const [coding] = codingsOf(project, source.id)
  if (!coding) throw new Error('There is no coding')
  return coding
}

test('a sound project breaks no rule', () => {
  expect(brokenRules(project, texts)).toEqual([])
})

test('whatever is taken away while something names it is noticed, and by the change itself', () => {
  const { code, participant, question, report } = built
  const speaker = turnsOf(project, source.id)[1]?.speaker
  const spoken = [...project.tables.speaker.values()].find((each) => each.id === speaker)
  const attribute = project.tables.attribute.get(quality)
  if (!spoken || !attribute) throw new Error('The project is not as built')
  for (const [kind, edit] of [
    ['code', remove('code', code('Funding'))],
    ['code', remove('code', code('Barriers'))],
    ['participant', remove('participant', participant('Noor'))],
    ['question', remove('question', question('What holds you back?'))],
    ['report', remove('report', report('Summary'))],
    ['source', remove('source', source)],
    ['speaker', remove('speaker', spoken)],
    ['coder', remove('coder', built.coder('Ada'))],
    ['attribute', remove('attribute', attribute)],
  ] as const) {
    const { byChange, inAll } = rules(edit)
    expect(byChange, kind).toContain(`names a ${kind} that is not there`)
    expect(inAll, kind).toContain(`names a ${kind} that is not there`)
  }
})

test('a report that reads the layer of a coder who is gone is noticed', () => {
  const layered = update('report', built.report('Summary'), { layer: built.coder('Ben').id })
  expect(rules(layered)).toEqual({ byChange: [], inAll: [] })
  expect(rules(layered, remove('coder', built.coder('Ben'))).inAll).toEqual([
    'names a coder that is not there',
  ])
})

test('a quote chosen for a report whose coding is gone is noticed', () => {
  expect(rules(remove('coding', theCoding())).inAll).toEqual(['names a coding that is not there'])
})

test('what an earlier change left behind does not stop a later one that has nothing to do with it', () => {
  const orphaned = after(remove('coding', theCoding()))
  const gone = remove('code', built.code('Funding'))
  const choice = [...project.tables.quoteChoice.values()].map((each) => remove('quoteChoice', each))
  const applied = applyEdits(orphaned, [...choice, gone])
  expect(applied.ok && brokenByEdits(applied.project, [...choice, gone])).toEqual([])
})

test('a project without its inquiry, or with two, is stopped', () => {
  const inquiry = inquiryOf(project)
  const two = create('inquiry', { ...inquiry, id: countedId<'project'>(901) })
  expect(rules(remove('inquiry', inquiry)).byChange).toEqual(['there must be exactly one inquiry'])
  expect(rules(two).byChange).toEqual(['there must be exactly one inquiry'])
})

test('a coding at no position of a text is stopped before columns would make another of it', () => {
  const coding = theCoding()
  const { end } = coding
  for (const change of [
    { start: -1 },
    { start: 1.5 },
    { end: Number.NaN },
    { start: end },
    { end: 0 },
    { start: 9, end: 9 },
  ]) {
    expect(rules(update('coding', coding, change)).byChange, JSON.stringify(change)).toHaveLength(1)
  }
  expect(rules(update('coding', coding, { start: coding.start + 1 })).byChange).toEqual([])
})

test('passages that reach past their text are found: codings, turns, restrictions and memos', () => {
  const coding = theCoding()
  const [restriction] = project.tables.restriction.values()
  const turn = turnsOf(project, source.id).at(-1)
  if (!restriction || !turn) throw new Error('The project is not as built')
  const far = 'reaches past the end of its text'
  expect(rules(update('coding', coding, { end: 9999 })).inAll).toEqual([far])
  expect(rules(update('turn', turn, { end: 9999 })).inAll).toEqual([far])
  expect(rules(update('restriction', restriction, { end: 9999 })).inAll).toEqual([far])
  const about = { kind: 'passage', source: source.id, content: source.content, start: 3, end: 9999 } as const
  const memo = create('memo', {
    id: countedId<'memo'>(902),
    kind: 'analytic',
    title: 'Money',
    text: '',
    about,
    by: built.coder('Ada').id,
    at: 0,
  })
  expect(rules(memo).inAll).toEqual([far])
})

test('a code below itself is stopped', () => {
  const edit = update('code', built.code('Barriers'), { parent: built.code('Funding').id })
  expect(rules(edit).byChange).toContain('stands below itself')
})
