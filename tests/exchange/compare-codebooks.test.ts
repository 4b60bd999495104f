import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyCodebookComparison } from '../../shared/commands/apply-codebook-comparison.ts'
import type { CodebookComparison } from '../../shared/exchange/code-differences.ts'
import { fieldValue } from '../../shared/exchange/code-values.ts'
import { type CodebookEnding, writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { codeFields, everythingSaid } from '../../shared/exchange/codebook-reading.ts'
import { compareCodebooks, usualTicks } from '../../shared/exchange/compare-codebooks.ts'
import { readCodebook } from '../../shared/exchange/read-codebook.ts'
import { codesInTree } from '../../shared/exchange/write-codes.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { Project } from '../../shared/model/project.ts'
import { allCodings } from '../commands/codebook-project.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange } from '../support/expect-change.ts'
import { codebooks } from './arbitrary-codebook.ts'

const empty = buildProject({ coders: ['Ada'] }).project

function withCodes(codes: readonly Code[], project: Project = empty): Project {
  return { ...project, tables: { ...project.tables, code: new Map(codes.map((code) => [code.id, code])) } }
}

function asFile(codes: readonly Code[]) {
  return { codes, stated: new Set(codes.map(({ id }) => id)), says: everythingSaid }
}

function outcomes({ codes }: CodebookComparison): readonly string[] {
  return codes.map(({ outcome }) => outcome)
}

function everyTick({ codes }: CodebookComparison): ReadonlySet<string> {
  return new Set(codes.flatMap(({ differences }) => differences.map(({ tick }) => tick)))
}

/** A codebook without its identities: every code in the order of the tree, with its path and all it says. */
function told(codes: Iterable<Code>) {
  return codesInTree([...codes]).map(({ code, path }) => [
    path.map((name) => name.replace(/\s+/g, ' ').trim()),
    codeFields.map((field) => fieldValue(code, field)),
  ])
}

const lossless: readonly CodebookEnding[] = ['qdc', 'json', 'xlsx', 'csv']

test.each(lossless)('a codebook written as .%s and read again is the same codebook', async (ending) => {
  await fc.assert(
    fc.asyncProperty(codebooks, async (codes) => {
      const read = readCodebook(`book.${ending}`, await writeCodebook({ name: 'Book', codes }, ending))
      if (!read.ok) throw new Error(read.problem)
      const comparison = compareCodebooks(withCodes(codes), read)
      expect(comparison.codes.flatMap(({ differences }) => differences)).toEqual([])
      expect(new Set(outcomes(comparison))).toEqual(new Set(['same']))
      expect(comparison.codes.every(({ matchedBy }) => matchedBy === 'id')).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('taking everything of theirs makes the codebook theirs, whatever both are', () => {
  fc.assert(
    fc.property(codebooks, codebooks, (mine, theirs) => {
      const start = withCodes(mine)
      const comparison = compareCodebooks(start, asFile(theirs))
      const gesture = applyCodebookComparison(start, comparison, everyTick(comparison), 'theirs')
      if (gesture === null) return
      expectChange(start, gesture, (end) => {
        expect(told(end.tables.code.values())).toEqual(told(theirs))
      })
    }),
    { numRuns: 300 },
  )
})

test('taking nothing changes nothing, and whatever is taken leaves a sound project', () => {
  fc.assert(
    fc.property(codebooks, codebooks, codebooks, fc.array(fc.boolean()), (mine, theirs, base, some) => {
      const start = withCodes(mine)
      const comparison = compareCodebooks(start, asFile(theirs), { base })
      expect(applyCodebookComparison(start, comparison, new Set(), 'theirs')).toBeNull()
      const ticks = new Set([...everyTick(comparison)].filter((_, i) => some[i % Math.max(1, some.length)]))
      const gesture = applyCodebookComparison(start, comparison, ticks, 'theirs')
      if (gesture) expectChange(start, gesture)
    }),
    { numRuns: 300 },
  )
})

test('a codebook that nobody changed there takes nothing from here', () => {
  fc.assert(
    fc.property(codebooks, codebooks, (mine, base) => {
      const start = withCodes(mine)
      const comparison = compareCodebooks(start, asFile(base), { base })
      expect(applyCodebookComparison(start, comparison, usualTicks(comparison), 'theirs')).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('what nobody changed here becomes as they have it, where the state both began from is known', () => {
  fc.assert(
    fc.property(codebooks, codebooks, (base, theirs) => {
      const start = withCodes(base)
      const comparison = compareCodebooks(start, asFile(theirs), { base })
      expect(outcomes(comparison)).not.toContain('mine')
      const ticks = usualTicks(comparison)
      const gesture = applyCodebookComparison(start, comparison, ticks, 'theirs')
      const end = gesture ? expectChange(start, gesture) : start
      expect(told(end.tables.code.values())).toEqual(told(theirs))
    }),
    { numRuns: 200 },
  )
})

const built = buildProject({
  coders: ['Ada'],
  sources: [{ name: 'Talk', text: 'No grant covers the first year. They count heads, not ties.' }],
  codes: [
    { name: 'Barriers', codable: false },
    { name: 'Funding', parent: 'Barriers', definition: 'Money is missing.' },
    { name: 'Metrics', parent: 'Barriers' },
    { name: 'Trust', definition: 'Believing one another.' },
    'Time',
  ],
  codings: [
    { source: 'Talk', code: 'Funding', quote: 'No grant covers the first year.' },
    { source: 'Talk', code: 'Metrics', quote: 'They count heads, not ties.' },
  ],
})
const { project } = built
const base = [...project.tables.code.values()]

function changed(codes: readonly Code[], name: string, facts: Partial<Code>): readonly Code[] {
  return codes.map((code) => (code.name === name ? { ...code, ...facts } : code))
}

test('three ways: what only they changed is ticked, what only I changed stays, what both changed is shown', () => {
  const mine = changed(changed(base, 'Funding', { definition: 'Mine' }), 'Trust', { definition: 'My trust' })
  const theirs = changed(changed(base, 'Funding', { definition: 'Theirs', name: 'Money' }), 'Time', {
    definition: 'Hours',
  })
  const comparison = compareCodebooks(withCodes(mine, project), asFile(theirs), { base })
  const found = comparison.codes.map(({ mine: code, outcome, differences }) => [
    code?.name,
    outcome,
    differences.map(({ what, whose, ticked }) => `${what} ${whose} ${ticked}`),
  ])
  expect(found).toEqual([
    ['Barriers', 'same', []],
    ['Funding', 'conflict', ['name theirs true', 'definition both false']],
    ['Metrics', 'same', []],
    ['Trust', 'mine', ['definition mine false']],
    ['Time', 'changed', ['definition theirs true']],
  ])
  const conflict = comparison.codes[1]?.differences[1]
  expect(conflict).toMatchObject({ base: 'Money is missing.', mine: 'Mine', theirs: 'Theirs' })
})

test('a code that they deleted is ticked, unless passages are coded with it or I changed it since', () => {
  const theirs = base.filter(({ name }) => !['Funding', 'Trust', 'Time'].includes(name))
  const mine = changed(base, 'Trust', { definition: 'My trust' })
  const comparison = compareCodebooks(withCodes(mine, project), asFile(theirs), { base })
  const gone = comparison.codes.filter(({ theirs: code }) => !code)
  expect(
    gone.map(({ mine: code, outcome, codings, differences }) => [
      code?.name,
      outcome,
      codings,
      differences[0]?.ticked,
    ]),
  ).toEqual([
    ['Funding', 'deleted', 1, false],
    ['Trust', 'conflict', 0, false],
    ['Time', 'deleted', 0, true],
  ])
  const usual = applyCodebookComparison(withCodes(mine, project), comparison, usualTicks(comparison), 'file')
  expectChange(withCodes(mine, project), usual, (end) => {
    expect([...end.tables.code.values()].map(({ name }) => name)).toEqual([
      'Barriers',
      'Funding',
      'Metrics',
      'Trust',
    ])
    expect(allCodings(end)).toHaveLength(2)
  })
})

test('a code that a memo is about is not deleted unasked either', () => {
  const memo = {
    id: countedId<'memo'>(1),
    kind: 'analytic' as const,
    title: 'Hours',
    text: 'They count them',
    about: { kind: 'code' as const, code: built.code('Time').id },
    by: built.coder('Ada').id,
    at: 1,
  }
  const start = { ...project, tables: { ...project.tables, memo: new Map([[memo.id, memo]]) } }
  const theirs = base.filter(({ name }) => name !== 'Time')
  const comparison = compareCodebooks(start, asFile(theirs), { base })
  expect(comparison.codes.at(-1)).toMatchObject({ outcome: 'deleted', memos: 1, codings: 0 })
  expect(usualTicks(comparison).size).toBe(0)
})

test('without a known state, codes that are missing there are only told, never ticked', () => {
  const comparison = compareCodebooks(project, asFile(base.slice(0, 1)))
  expect(outcomes(comparison)).toEqual(['same', 'deleted', 'deleted', 'deleted', 'deleted'])
  expect(usualTicks(comparison).size).toBe(0)
})

test('a code that they merged into another is merged here, and its codings go over', () => {
  const theirs = changed(base, 'Funding', { aliases: ['Metrics'] }).filter(({ name }) => name !== 'Metrics')
  const comparison = compareCodebooks(project, asFile(theirs), { base })
  const merged = comparison.codes.find(({ outcome }) => outcome === 'merged')
  expect(merged).toMatchObject({ into: built.code('Funding').id, codings: 1 })
  const gesture = applyCodebookComparison(project, comparison, usualTicks(comparison), 'file')
  expectChange(project, gesture, (end) => {
    expect(allCodings(end).map(({ code }) => code)).toEqual([
      built.code('Funding').id,
      built.code('Funding').id,
    ])
    expect(compareCodebooks(end, asFile(theirs)).codes.flatMap(({ differences }) => differences)).toEqual([])
  })
})

test('no code with codings goes unless its deletion is ticked, however much else is', () => {
  fc.assert(
    fc.property(codebooks, fc.boolean(), (theirs, threeWays) => {
      const comparison = compareCodebooks(project, asFile(theirs), threeWays ? { base } : {})
      const ticks = new Set([...everyTick(comparison)].filter((tick) => !tick.endsWith(' deleted')))
      const gesture = applyCodebookComparison(project, comparison, ticks, 'file')
      const end = gesture ? expectChange(project, gesture) : project
      expect(allCodings(end)).toHaveLength(2)
      for (const { code } of allCodings(end)) expect(end.tables.code.has(code)).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('codes without identities meet by place, then by name, then by other names, and it is said', () => {
  const csv = 'Name;Description\nFunding;Money is short\nMetric;Counting\nTrust;Believing one another.\n'
  const read = readCodebook('team.csv', new TextEncoder().encode(csv))
  if (!read.ok) throw new Error(read.problem)
  const mine = changed(base, 'Metrics', { aliases: ['Metric'] })
  const comparison = compareCodebooks(withCodes(mine, project), read)
  expect(
    comparison.codes.map(({ mine: code, matchedBy, outcome }) => [code?.name, matchedBy, outcome]),
  ).toEqual([
    ['Barriers', undefined, 'deleted'],
    ['Funding', 'name', 'changed'],
    ['Metrics', 'other name', 'changed'],
    ['Trust', 'path', 'same'],
    ['Time', undefined, 'deleted'],
  ])
})

test('a table that says nothing of colours, examples or places changes none of them', () => {
  const read = readCodebook(
    'tags.csv',
    new TextEncoder().encode('tag,description\nFunding,Money is missing.\n'),
  )
  if (!read.ok) throw new Error(read.problem)
  const mine = changed(base, 'Funding', { colour: '#123456', example: 'So it was', exclude: 'Never' })
  const comparison = compareCodebooks(withCodes(mine, project), read)
  expect(comparison.codes.find(({ theirs }) => theirs)?.outcome).toBe('same')
})

test('a value of theirs that stood here before counts as mine changed since', () => {
  const [funding] = changed(base, 'Funding', {}).filter(({ name }) => name === 'Funding')
  if (!funding) throw new Error('There is no such code')
  const gone = { ...funding, id: built.code('Time').id, name: 'Gone' }
  const mine = changed(base, 'Funding', { definition: 'Better words' }).filter(({ name }) => name !== 'Time')
  const history = new Map([
    [funding.id, [funding]],
    [gone.id, [gone]],
  ])
  const comparison = compareCodebooks(withCodes(mine, project), asFile(base), { history })
  expect(comparison.basis).toBe('history')
  expect(
    comparison.codes
      .filter(({ outcome }) => outcome !== 'same')
      .map(({ path, outcome, differences }) => [path.at(-1), outcome, differences.map(({ what }) => what)]),
  ).toEqual([
    ['Funding', 'mine', ['definition']],
    ['Time', 'mine', ['made']],
  ])
})

test('siblings in another order move as few as they can', () => {
  const order = (names: readonly string[]) =>
    names.map((name, i) => ({ ...built.code(name), order: `b${i}` })).map(({ parent: _, ...code }) => code)
  const mine = order(['Barriers', 'Funding', 'Metrics', 'Trust', 'Time'])
  const theirs = order(['Time', 'Barriers', 'Funding', 'Metrics', 'Trust'])
  const start = withCodes(mine, project)
  const comparison = compareCodebooks(start, asFile(theirs), { base: mine })
  expect(comparison.codes.filter(({ outcome }) => outcome !== 'same').map(({ path }) => path)).toEqual([
    ['Time'],
  ])
  const gesture = applyCodebookComparison(start, comparison, usualTicks(comparison), 'file')
  expect(gesture?.edits).toHaveLength(1)
})
