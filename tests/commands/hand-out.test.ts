import { expect, test } from 'vitest'
import { outInWords, workInWords } from '../../renderer/features/team/overview-words.ts'
import { teamProgress } from '../../shared/analysis/team-progress.ts'
import { cameBack } from '../../shared/change/merge/came-back.ts'
import { assignSources, markDone } from '../../shared/commands/assignments.ts'
import { handOut, sampleOf } from '../../shared/commands/hand-out.ts'
import { packetProject } from '../../shared/exchange/packet-project.ts'
import { type Project, sourcesInOrder } from '../../shared/model/project.ts'
import type { AgreementRound } from '../../shared/model/team-entities.ts'
import { buildProject, countedId } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'

const { project, coder } = buildProject({
  coders: ['Ada', 'R. Okafor'],
  sources: ['One', 'Two', 'Three'].map((name) => ({ name, text: `Talk ${name}` })),
})
const sources = sourcesInOrder(project).map(({ id }) => id)
const [ada, okafor] = [coder('Ada').id, coder('R. Okafor').id]
const monday = { ...makingBy(ada), at: Date.UTC(2026, 10, 2, 12) }
const friday = { ...monday, at: Date.UTC(2026, 10, 6, 12) }

const out = (at: Project) => teamProgress(at).coders.find((each) => each.coder.id === okafor)?.out

test('handing out is recorded, and assigns what was not assigned yet', () => {
  const assigned = expectChange(
    project,
    assignSources(project, [{ source: sources[0] ?? never(), coders: [okafor] }], monday),
  )
  const gesture = handOut(assigned, { coder: okafor, sources }, monday)
  expect(gesture.label).toBe('Hand out 3 sources to R. Okafor')
  expect(handOut(assigned, { coder: okafor, sources: sources.slice(0, 1) }, monday).label).toBe(
    'Hand out One to R. Okafor',
  )
  const end = expectChange(assigned, gesture)
  expect(end.tables.assignment.size).toBe(3)
  expect(out(end)).toEqual({ at: monday.at, backAt: null, sources: 3 })
  expect(teamProgress(end).coders.find((each) => each.coder.id === ada)?.out).toBeUndefined()
})

test('what comes back is said to be back, once, and what is handed out anew is out again', () => {
  const given = expectChange(project, handOut(project, { coder: okafor, sources: sources.slice(1) }, monday))
  const packet = packetProject(given, { coder: okafor, sources: sources.slice(1), blind: true }, monday.at)
  const [first = never()] = sources.slice(1)
  const coded = expectChange(packet, markDone(packet, [first], okafor, friday.at))
  const back = expectChange(given, { label: 'Merge', edits: cameBack(given, coded, friday.at) })
  expect(out(back)).toEqual({ at: monday.at, backAt: friday.at, sources: 2 })
  expect(cameBack(back, coded, friday.at)).toEqual([])
  const progress = teamProgress(back).work(first, okafor)
  expect(workInWords(progress, false).said).toBe(
    'assigned, handed out on 2 Nov 2026, came back on 6 Nov 2026',
  )
  const again = expectChange(back, handOut(back, { coder: okafor, sources: [first] }, friday))
  expect(out(again)).toEqual({ at: friday.at, backAt: null, sources: 1 })
  expect(outInWords({ at: friday.at, backAt: null })).toBe('handed out on 6 Nov 2026')
  expect(cameBack(again, coded, friday.at)).toEqual([])
})

test('the sample of a round goes to the coders of the round, and is assigned for it', () => {
  const version = countedId<'codebookVersion'>(1)
  const round: AgreementRound = {
    id: countedId<'round'>(1),
    name: 'May',
    coders: [okafor],
    sources: [sources[2] ?? never(), countedId<'source'>(99)],
    unit: 'turns',
    uncoded: 'counted',
    blank: 'not read',
    codebook: version,
    by: ada,
    at: monday.at,
    order: 'V',
  }
  const inRound = { ...project, tables: { ...project.tables, round: new Map([[round.id, round]]) } }
  expect(sampleOf(inRound, round, okafor)).toEqual([sources[2]])
  expect(sampleOf(inRound, round, ada)).toEqual([])
  const wish = { coder: okafor, sources: sampleOf(inRound, round, okafor), round: round.id }
  const gesture = handOut(inRound, wish, monday)
  expect(gesture.label).toBe('Hand out Three to R. Okafor for May')
  const end = expectChange(inRound, gesture)
  expect([...end.tables.assignment.values()].map((each) => each.round)).toEqual([round.id])
})

function never(): never {
  throw new Error('There are too few sources')
}
