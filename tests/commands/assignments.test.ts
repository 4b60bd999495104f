import fc from 'fast-check'
import { expect, test } from 'vitest'
import { teamProgress } from '../../shared/analysis/team-progress.ts'
import { assignSources, markDone, takeSourcesAway } from '../../shared/commands/assignments.ts'
import { removeCoder } from '../../shared/commands/coders.ts'
import { removeSources } from '../../shared/commands/remove-source.ts'
import { sharesByCoder, spreadSources } from '../../shared/commands/spread-sources.ts'
import { sourcesInOrder } from '../../shared/model/project.ts'
import { buildProject } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const coders = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva']

function inquiry(count: number) {
  const built = buildProject({
    coders,
    participants: ['Noor'],
    sources: Array.from({ length: count }, (_, i) => ({
      name: `Talk ${i + 1}`,
      turns: [['Noor', `The well is ours ${'and theirs '.repeat(i % 7)}now.`] as const],
    })),
    codes: ['Commons'],
    codings: [{ source: 'Talk 1', code: 'Commons', quote: 'The well', coder: 'Ben' }],
  })
  return { ...built, sources: sourcesInOrder(built.project).map(({ id }) => id) }
}

const { project, coder, sources } = inquiry(4)
const [ada, ben] = [coder('Ada').id, coder('Ben').id]
const making = makingBy(ada)

test('several sources go to several coders at once, and whoever has one keeps it', () => {
  const shares = sources.map((source) => ({ source, coders: [ada, ben] }))
  const end = expectChange(project, assignSources(project, shares, making), (now) =>
    expect(now.tables.assignment.size).toBe(8),
  )
  expect(assignSources(end, shares, making)).toBeNull()
  expect(assignSources(project, shares.slice(0, 1), making)?.label).toBe('Assign Talk 1 to Ada and Ben')
})

test('what is assigned, begun and done is told of how many', () => {
  const shares = sources.slice(0, 3).map((source) => ({ source, coders: [ben] }))
  const assigned = expectChange(project, assignSources(project, shares, making))
  const [first, second] = sources
  if (!first || !second) throw new Error('There are too few sources')
  const done = expectChange(assigned, markDone(assigned, [second], ben, making.at))
  expect(markDone(done, [second], ben, making.at)).toBeNull()
  expect(markDone(done, [second], ada, making.at)).toBeNull()
  const progress = teamProgress(done)
  expect(progress.coders.find((each) => each.coder.id === ben)).toMatchObject({
    assigned: 3,
    begun: 1,
    done: 1,
    codings: 1,
    sources: 1,
  })
  expect(progress.work(first, ben)).toEqual({ assigned: true, done: false, codings: 1 })
  expect(progress.work(second, ben)).toEqual({ assigned: true, done: true, codings: 0 })
  expect(progress.unassigned).toBe(1)
  const again = expectChange(done, markDone(done, [second], ben, null))
  expect(teamProgress(again).coders.find((each) => each.coder.id === ben)?.done).toBe(0)
})

test('sources are taken away again, and what was coded stays', () => {
  const assigned = expectChange(
    project,
    assignSources(project, [{ source: sources[0] ?? fail(), coders: [ben] }], making),
  )
  expectChange(assigned, takeSourcesAway(assigned, sources, [ben]), (end) => {
    expect(end.tables.assignment.size).toBe(0)
    expect(end.codings).toEqual(project.codings)
  })
  expect(takeSourcesAway(assigned, sources, [ada])).toBeNull()
})

test('a coder without a trace goes with what was assigned to them, and a source with its assignments', () => {
  const eva = coder('Eva').id
  const assigned = expectChange(
    project,
    assignSources(
      project,
      sources.map((source) => ({ source, coders: [eva] })),
      making,
    ),
  )
  expectChange(assigned, removeCoder(assigned, eva), (end) => expect(end.tables.assignment.size).toBe(0))
  expectChange(assigned, removeSources(assigned, sources.slice(0, 2)), (end) =>
    expect(end.tables.assignment.size).toBe(2),
  )
})

test('spreading gives every source to as many as asked, everybody about as much, whatever is wished', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 2, max: 5 }),
      (count, people, together, by) => {
        const built = inquiry(count)
        const team = coders.slice(0, people).map((name) => built.coder(name).id)
        const wish = { sources: built.sources, coders: team, together, by, even: 'sources' } as const
        const shares = spreadSources(built.project, wish)
        const wanted = people < 2 ? 0 : Math.min(together, count)
        expect(shares.map(({ source }) => source)).toEqual(built.sources)
        expect(shares.filter(({ coders: each }) => each.length > 1)).toHaveLength(wanted)
        for (const { coders: each } of shares) {
          expect(new Set(each).size).toBe(each.length)
          expect([1, Math.min(by, people)]).toContain(each.length)
        }
        const loads = sharesByCoder(built.project, shares, team).map((each) => each.sources)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
        const end = expectChange(
          built.project,
          assignSources(built.project, shares, makingBy(team[0] ?? ada)),
        )
        expect(spreadSources(end, wish)).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('spread by words, nobody has more than the longest source more than anybody else', () => {
  const built = inquiry(35)
  const team = coders.map((name) => built.coder(name).id)
  const wish = { sources: built.sources, coders: team, together: 7, by: 2, even: 'words' } as const
  const shares = spreadSources(built.project, wish)
  const words = sharesByCoder(built.project, shares, team).map((each) => each.words)
  const longest = Math.max(...[...built.project.tables.source.values()].map((source) => source.words))
  expect(Math.max(...words) - Math.min(...words)).toBeLessThanOrEqual(longest)
})

function fail(): never {
  throw new Error('There is no source')
}
