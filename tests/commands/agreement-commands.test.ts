import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundariesAt } from '../../shared/analysis/agreement/boundaries.ts'
import { codingState } from '../../shared/analysis/agreement/coding-state.ts'
import { compareRound } from '../../shared/analysis/agreement/compare-round.ts'
import { decidedPlaces } from '../../shared/analysis/agreement/decided-places.ts'
import { disagreementsOf } from '../../shared/analysis/agreement/disagreements.ts'
import { wishOfRound } from '../../shared/analysis/agreement/round-wish.ts'
import { acceptAccount, acceptAgreed } from '../../shared/commands/accept-agreed.ts'
import { changeRound, deleteRound, recordRoundResult } from '../../shared/commands/change-round.ts'
import { correctText } from '../../shared/commands/correct-text.ts'
import { decideDisagreement, takeBackDecision } from '../../shared/commands/decide-disagreement.ts'
import { deleteCode } from '../../shared/commands/delete-code.ts'
import { mergeCodes } from '../../shared/commands/merge-codes.ts'
import { recode } from '../../shared/commands/recode.ts'
import { removeCodings } from '../../shared/commands/remove-codings.ts'
import { removeSources } from '../../shared/commands/remove-source.ts'
import { problemOf, startRound } from '../../shared/commands/start-round.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { codingsOf, type Project } from '../../shared/model/project.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'
import { twoCoders, withRound } from '../team/two-coders.ts'

function agreedIn(project: Project) {
  return [...project.codings.values()].flat().filter(({ layer }) => layer === 'agreed')
}

/** The places of the small round with what deciding them takes. */
function pilot() {
  const built = twoCoders()
  const { project, round } = withRound(built)
  const { wish } = wishOfRound(project, round)
  const places = disagreementsOf(project, built.texts, wish)
  const source = built.source('Interview 1')
  const text = built.texts(source.content) ?? ''
  const making = makingBy(built.coder('Bo').id)
  const [metrics, trust] = places
  if (!metrics || !trust) throw new Error('There are two disagreements')
  const applies = (at = project) =>
    decideDisagreement(
      at,
      { ...metrics, text, round: round.id },
      { decided: 'applies', reason: 'It fits', span: boundariesAt(at, metrics, round.coders)[0] },
      making,
    )
  return { ...built, project, round, wish, places, metrics, trust, text, making, applies }
}

test('a round keeps the codebook it is coded with in the same change', () => {
  const { project, coder } = twoCoders()
  const told = {
    name: ' Pilot ',
    coders: [coder('Ada').id, coder('Bo').id],
    codebook: { freezeAs: 'First' },
    unit: 'turns',
    uncoded: 'counted',
    blank: 'not read',
  } as const
  const started = startRound(project, told, makingBy(coder('Ada').id))
  if (!started.ok) throw new Error(started.problem)
  expectChange(project, started.gesture, (end) => {
    const [version] = end.tables.codebookVersion.values()
    expect(version?.codes.map(({ name }) => name)).toEqual(['Funding', 'Metrics', 'Trust'])
    expect([...end.tables.round.values()]).toMatchObject([{ name: 'Pilot', codebook: version?.id }])
  })
  expect(problemOf({ ...told, coders: [coder('Ada').id] })).toMatch(/two coders/)
  expect(problemOf({ ...told, sources: [] })).toMatch(/one source/)
  expect(problemOf({ ...told, name: ' ' })).toMatch(/name/)
})

test('a round is renamed, keeps its result, and is deleted while its decisions stay', () => {
  const { project, round, wish, texts, applies } = pilot()
  expectChange(project, changeRound(project, round.id, { name: 'Second try', note: 'With Bo' }), (end) =>
    expect(end.tables.round.get(round.id)).toMatchObject({ name: 'Second try', note: 'With Bo' }),
  )
  expect(changeRound(project, round.id, { name: '  ' })).toBeNull()
  const state = codingState(project, wish)
  const compared = compareRound(project, texts, wish, { at: 5, state })
  if (!compared.ok) throw new Error(compared.problem)
  const { result } = compared
  const kept = expectChange(project, recordRoundResult(project, round.id, result), (end) =>
    expect(end.tables.round.get(round.id)?.result).toMatchObject({ disagreements: 2, units: 4, state }),
  )
  expect(recordRoundResult(kept, round.id, result)).toBeNull()
  const decided = expectChange(project, applies())
  expectChange(decided, deleteRound(decided, round.id), (end) => {
    expect(end.tables.round.size).toBe(0)
    expect(end.tables.codebookVersion.size).toBe(1)
    expect([...end.tables.adjudication.values()]).toMatchObject([{ reason: 'It fits', decided: 'applies' }])
    expect(agreedIn(end)).toHaveLength(1)
    expect(brokenRules(end)).toEqual([])
  })
})

test('deciding that a code applies puts it into the agreed layer and leaves coders’ own codings alone', () => {
  const { project, metrics, text, applies, coder } = pilot()
  expectChange(project, applies(), (end) => {
    const [agreed, ...others] = agreedIn(end)
    expect(others).toEqual([])
    expect(text.slice(agreed?.start, agreed?.end)).toBe('We count what can be counted')
    expect(agreed).toMatchObject({ code: metrics.code, coder: coder('Bo').id })
    expect(decidedPlaces(end)(metrics)).toMatchObject({ decided: 'applies', coding: agreed?.id })
    const own = (each: Project) => [...each.codings.values()].flat().filter(({ layer }) => layer === 'own')
    expect(own(end)).toEqual(own(project))
  })
})

test('a decision needs a reason, and one that a code does not apply leaves nothing in the agreed layer', () => {
  const { project, trust, text, making, round } = pilot()
  const place = { ...trust, text, round: round.id }
  expect(decideDisagreement(project, place, { decided: 'does not apply', reason: ' ' }, making)).toBeNull()
  const no = decideDisagreement(project, place, { decided: 'does not apply', reason: 'Overlooked' }, making)
  expectChange(project, no, (end) => {
    expect(agreedIn(end)).toEqual([])
    expect(decidedPlaces(end)(trust)?.reason).toBe('Overlooked')
  })
})

test('deciding otherwise takes the agreed coding away again, and taking back leaves no trace', () => {
  const { project, metrics, text, making, round, applies } = pilot()
  const first = expectChange(project, applies())
  const [decision] = first.tables.adjudication.values()
  if (!decision) throw new Error('Nothing was decided')
  const place = { ...metrics, text, round: round.id }
  const otherwise = decideDisagreement(
    first,
    place,
    { decided: 'does not apply', reason: 'On second thoughts' },
    making,
    decision.id,
  )
  expectChange(first, otherwise, (end) => {
    expect(agreedIn(end)).toEqual([])
    expect([...end.tables.adjudication.values()]).toMatchObject([{ decided: 'does not apply' }])
    expect(end.tables.adjudication.get(decision.id)?.coding).toBeUndefined()
  })
  expectChange(first, takeBackDecision(first, decision.id), (end) => expect(end).toEqual(project))
})

test('decisions follow a merged code, go with a deleted one or a removed source, and survive their agreed coding', () => {
  const { project, metrics, code, source, applies } = pilot()
  const start = expectChange(project, applies())
  const [agreed] = agreedIn(start)
  const [decision] = start.tables.adjudication.values()
  if (!agreed || !decision) throw new Error('Nothing was decided')
  const trust = code('Trust').id
  expectChange(start, mergeCodes(start, metrics.code, trust), (end) =>
    expect(end.tables.adjudication.get(decision.id)).toMatchObject({ code: trust, coding: agreed.id }),
  )
  expectChange(start, deleteCode(start, metrics.code), (end) => expect(end.tables.adjudication.size).toBe(0))
  expectChange(start, removeSources(start, [source('Interview 1').id]), (end) =>
    expect(end.tables.adjudication.size).toBe(0),
  )
  for (const gesture of [
    removeCodings(start, agreed.source, [agreed.id]),
    recode(start, [agreed], code('Funding').id),
  ])
    expectChange(start, gesture, (end) =>
      expect(end.tables.adjudication.get(decision.id)?.coding).toBeUndefined(),
    )
})

test('a decision moves along when the words of its source are corrected', () => {
  const { project, metrics, text, source, applies, making } = pilot()
  const start = expectChange(project, applies())
  const after = text.replace('The money', 'All the money')
  const correction = { alignment: alignTexts(text, after), content: standInHash(after) }
  const corrected = correctText(start, source('Interview 1').id, correction, making)
  expectChange(start, corrected?.gesture ?? null, (end) => {
    const [moved] = end.tables.adjudication.values()
    expect(after.slice(moved?.start, moved?.end)).toBe(text.slice(metrics.start, metrics.end))
    expect(moved?.content).toBe(standInHash(after))
    expect(decidedPlaces(end)({ ...metrics, start: metrics.start + 4, end: metrics.end + 4 })).toEqual(moved)
  })
})

test('accepting what everyone agreed on is one change, says the number before, and does nothing twice', () => {
  const { project, texts, wish, text, making } = pilot()
  const words = (reach: Parameters<typeof acceptAccount>[3]) =>
    acceptAccount(project, texts, wish, reach).passages.map(({ start, end }) => text.slice(start, end))
  expect(words('united')).toEqual(['The money ran out in May and nobody said so'])
  expect(words('shared')).toEqual(['ran out in May'])
  expect(words('unit')).toEqual(['The money ran out in May and nobody said so.'])
  const { passages } = acceptAccount(project, texts, wish, 'united')
  const end = expectChange(project, acceptAgreed(project, texts, passages, making), (after) =>
    expect(agreedIn(after)).toMatchObject([{ stance: 'affirms', coder: making.by }]),
  )
  const again = acceptAccount(end, texts, wish, 'united')
  expect(again).toMatchObject({ agreed: 1, standing: 1, passages: [] })
  expect(acceptAgreed(end, texts, again.passages, making)).toBeNull()
})

test('whatever is decided in whatever order, taking everything back gives the project as it was', () => {
  const { project, places, text, round, making } = pilot()
  const answers = fc.array(
    fc.record({
      place: fc.constantFrom(...places),
      applies: fc.boolean(),
      reason: fc.constantFrom('One', 'Two'),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(answers, (all) => {
      let now = project
      let count = 0
      for (const { place, applies, reason } of all) {
        const earlier = decidedPlaces(now)(place)?.id
        const decision = applies
          ? ({ decided: 'applies', reason, span: place } as const)
          : ({ decided: 'does not apply', reason } as const)
        const at = { ...making, ...makingBy(making.by, 3_000_000 + 100 * count++) }
        const gesture = decideDisagreement(now, { ...place, text, round: round.id }, decision, at, earlier)
        if (!gesture) continue
        now = expectChange(now, gesture)
        expect(brokenRules(now)).toEqual([])
        const decided = [...now.tables.adjudication.values()]
        expect(agreedIn(now)).toHaveLength(decided.filter((each) => each.decided === 'applies').length)
      }
      for (const id of now.tables.adjudication.keys()) {
        const decision = now.tables.adjudication.get(id)
        if (decision) now = expectChange(now, takeBackDecision(now, decision.id))
      }
      expect(codingsOf(now, places[0]?.source ?? round.sources?.[0] ?? fail())).toEqual(
        codingsOf(project, places[0]?.source ?? fail()),
      )
    }),
    { numRuns: 60 },
  )
})

function fail(): never {
  throw new Error('There is no source')
}
