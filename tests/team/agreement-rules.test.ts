import { expect, test } from 'vitest'
import { agreementSheet, sheetAsText, sheetFileName } from '../../renderer/features/team/agreement-export.ts'
import {
  codebookSince,
  rareText,
  readingOf,
  rowsOf,
} from '../../renderer/features/team/agreement-table-rules.ts'
import {
  everyPlace,
  filterPlaces,
  markedStretches,
  nextOpen,
  placeKey,
  reasonsOnOffer,
} from '../../renderer/features/team/disagreement-rules.ts'
import { sameOwnCodings } from '../../renderer/features/team/own-codings.ts'
import { drawnSample, pairsInCommon, startForm, toldOf } from '../../renderer/features/team/round-form.ts'
import {
  alphaText,
  codersText,
  coefficientText,
  headlineOf,
  noIntervalText,
  percentText,
  sampleText,
} from '../../renderer/features/team/round-words.ts'
import {
  type AgreementWorker,
  compareInWorker,
  placesInWorker,
} from '../../renderer/workers/agreement-client.ts'
import type { AgreementAnswer, AgreementRequest } from '../../renderer/workers/agreement-messages.ts'
import { unpackForAgreement } from '../../shared/analysis/agreement/agreement-parcel.ts'
import type { AgreementWish } from '../../shared/analysis/agreement/agreement-wish.ts'
import { codingState } from '../../shared/analysis/agreement/coding-state.ts'
import { compareRound } from '../../shared/analysis/agreement/compare-round.ts'
import { decidedPlaces } from '../../shared/analysis/agreement/decided-places.ts'
import { packDisagreements } from '../../shared/analysis/agreement/disagreement-parcel.ts'
import { disagreementsOf } from '../../shared/analysis/agreement/disagreements.ts'
import { readInCommon } from '../../shared/analysis/agreement/read-in-common.ts'
import { wishOfRound } from '../../shared/analysis/agreement/round-wish.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { changeCode } from '../../shared/commands/change-code.ts'
import { createCode } from '../../shared/commands/create-code.ts'
import { decideDisagreement } from '../../shared/commands/decide-disagreement.ts'
import { problemOf } from '../../shared/commands/start-round.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'
import { twoCoders, withRound } from './two-coders.ts'

function compared() {
  const built = twoCoders()
  const { project, round } = withRound(built)
  const { wish } = wishOfRound(project, round)
  const outcome = compareRound(project, built.texts, wish, { at: 5, state: codingState(project, wish) })
  if (!outcome.ok) throw new Error(outcome.problem)
  return { ...built, project, round, wish, result: outcome.result }
}

test('coefficients are printed without the leading zero, and never rounded over a bound they do not reach', () => {
  expect([0.7391, -0.094, 1, 0].map(coefficientText)).toEqual(['.74', '−.09', '1.00', '.00'])
  expect(coefficientText(0.7971)).toBe('.797')
  expect(coefficientText(0.9989)).toBe('.998')
  expect(percentText(0.5)).toBe('50 %')
  expect(percentText(0.9962)).toBe('99.6 %')
  expect(percentText(1)).toBe('100 %')
})

test('the headline says α in words with its source, and an undefined one says why', () => {
  const { result, project, round } = compared()
  const { overall } = result
  const told = {
    overall: { ...overall, krippendorffAlpha: 0.74, interval: { low: 0.66, high: 0.81, draws: 1000 } },
  }
  expect(headlineOf(told)).toBe(
    'Krippendorff’s α .74 [.66, .81]: good for tentative conclusions only (Krippendorff 2004)',
  )
  expect(noIntervalText(told)).toBeNull()
  expect(noIntervalText(result)).toBe('No interval: 1 source is too few for an interval; it takes 10.')
  const none = { overall: { ...overall, krippendorffAlpha: { undefined: 'Every rating is the same.' } } }
  expect(headlineOf(none)).toBe('Krippendorff’s α is undefined. Every rating is the same.')
  expect(alphaText(none.overall)).toBe('undefined')
  expect(codersText(project, round)).toBe('Ada and Bo')
  expect(sampleText(project, round)).toBe('every source that two of them coded')
  expect(sampleText(project, { ...round, sources: result.sources, drawn: { of: 2, seed: 1 } })).toBe(
    '1 source drawn from 2',
  )
})

test('rows stand in any order, undefined ones last, and rare or unused codes have no reading', () => {
  const { project, round, result } = compared()
  const names = (by: Parameters<typeof rowsOf>[3]) =>
    rowsOf(project, round, result, by).map(({ name }) => name)
  expect(names({ by: 'codebook', down: false })).toEqual(['Funding', 'Metrics', 'Trust'])
  expect(names({ by: 'name', down: true })).toEqual(['Trust', 'Metrics', 'Funding'])
  expect(names({ by: 'together', down: true })[0]).toBe('Funding')
  const [first, ...others] = result.codes
  if (!first) throw new Error('There are codes')
  const undone = { ...result, codes: [{ ...first, krippendorffAlpha: { undefined: 'No' } }, ...others] }
  for (const down of [false, true])
    expect(rowsOf(project, round, undone, { by: 'krippendorffAlpha', down }).at(-1)?.name).toBe('Funding')
  expect(readingOf(first)).toBe('Too rare to judge')
  expect(readingOf({ ...first, rare: false, krippendorffAlpha: 0.9 })).toBe('Reliable enough to build on')
  expect(readingOf({ ...first, codings: 0 })).toBe('Nobody used it')
  expect(rareText(result, 'turns')).toMatch(/fewer than 5 turns/)
})

test('the exported table has every coefficient in full and the reason where there is none', () => {
  const { project, round, result } = compared()
  const sheet = agreementSheet(project, round, result)
  expect(sheet.columns).toContain('AD used it')
  for (const row of sheet.rows) expect(row).toHaveLength(sheet.columns.length)
  expect(sheet.rows.map(([name]) => name)).toEqual(['All codes', 'Funding', 'Metrics', 'Trust'])
  expect(sheetAsText(sheet).split('\n')).toHaveLength(5)
  expect(sheetFileName({ ...sheet, name: 'a/b: c' })).toBe('Agreement a b c.csv')
})

test('changes of the codebook since a round’s version are counted', () => {
  const { project, round, code, coder } = compared()
  expect(codebookSince(project, round)).toEqual({ changed: 0, added: 0, gone: 0 })
  const defined = expectChange(project, changeCode(project, code('Trust').id, { definition: 'Slow' }))
  const made = createCode(defined, { name: 'New' }, makingBy(coder('Ada').id))
  const more = expectChange(defined, made?.gesture ?? null)
  expect(codebookSince(more, round)).toEqual({ changed: 1, added: 1, gone: 0 })
})

test('a new round begins with the two who share most, and a drawn sample is kept with its seed', () => {
  const { project, coder } = twoCoders()
  const form = startForm(project)
  expect([...form.coders]).toEqual([coder('Ada').id, coder('Bo').id])
  expect(pairsInCommon(readInCommon(project))).toMatchObject([{ sources: 1 }])
  expect(problemOf(toldOf(project, form))).toBeNull()
  expect(toldOf(project, form)).not.toHaveProperty('sources')
  const drawing = { ...form, sources: 'drawn', drawFrom: 'all', drawCount: '50' } as const
  expect(drawnSample(project, drawing)).toMatchObject({ count: 1, drawn: [] })
  expect(problemOf(toldOf(project, drawing))).toMatch(/one source/)
  const told = toldOf(project, { ...drawing, seed: 7 })
  expect(told).toMatchObject({ drawn: { of: 2, seed: 7 } })
  expect(told.sources).toHaveLength(1)
  expect(toldOf(project, { ...form, unit: 'passages' }).uncoded).toBe('left out')
  expect(drawnSample(project, { ...drawing, drawCount: 'some' }).count).toBe(0)
})

test('places are filtered by what is decided, by code and by who used it; after one comes the next that is open', () => {
  const { project, round, wish, texts, coder, code, source } = compared()
  const places = disagreementsOf(project, texts, wish)
  const [metrics, trust] = places
  if (!metrics || !trust) throw new Error('There are two disagreements')
  const text = texts(source('Interview 1').content) ?? ''
  const gesture = decideDisagreement(
    project,
    { ...metrics, text, round: round.id },
    { decided: 'does not apply', reason: 'Overlooked' },
    makingBy(coder('Ada').id),
  )
  const decided = decidedPlaces(expectChange(project, gesture))
  const through = (filter: Partial<typeof everyPlace>) =>
    filterPlaces(places, decided, { ...everyPlace, ...filter })
  expect(through({})).toEqual(places)
  expect(through({ state: 'open' })).toEqual([trust])
  expect(through({ state: 'decided' })).toEqual([metrics])
  expect(through({ code: code('Trust').id })).toEqual([trust])
  expect(through({ by: coder('Ada').id })).toEqual([metrics])
  expect(nextOpen(places, placeKey(metrics), decided)).toEqual(trust)
  expect(nextOpen(places, placeKey(trust), decided)).toBeNull()
})

test('reasons a team gives again and again are offered first', () => {
  const { project, round, wish, texts, coder, source } = compared()
  const text = texts(source('Interview 1').content) ?? ''
  let now = project
  for (const [i, place] of disagreementsOf(project, texts, wish).entries())
    now = expectChange(
      now,
      decideDisagreement(
        now,
        { ...place, text, round: round.id },
        { decided: 'does not apply', reason: 'Said in jest' },
        makingBy(coder('Ada').id, 4_000_000 + i),
      ),
    )
  expect(reasonsOnOffer(project)[0]).toBe('It fits the definition')
  expect(reasonsOnOffer(now)[0]).toBe('Said in jest')
})

test('own codings are the same until a coder changes one, whatever is agreed on meanwhile', () => {
  const { project, source, texts, span, code, coder } = compared()
  const place = { source: source('Interview 1').id, spans: [span('Interview 1', 'That is all')] }
  const text = texts(source('Interview 1').content) ?? ''
  const by = (layer: 'own' | 'agreed') =>
    expectChange(
      project,
      applyCode(project, { ...place, text }, [code('Trust').id], makingBy(coder('Ada').id), layer),
    )
  expect(sameOwnCodings(project.codings, by('agreed').codings)).toBe(true)
  expect(sameOwnCodings(project.codings, by('own').codings)).toBe(false)
  expect(sameOwnCodings(by('own').codings, project.codings)).toBe(false)
})

test('a passage is cut wherever a coder’s passage begins or ends, and every stretch knows whose it is', () => {
  const { codings, coder } = twoCoders()
  const funding = codings.slice(0, 2)
  const [ada, bo] = [coder('Ada').id, coder('Bo').id]
  const start = funding[0]?.start ?? 0
  const parts = markedStretches({ start, end: start + 44 }, funding)
  expect(parts.map(({ by }) => by)).toEqual([[ada], [ada, bo], [bo], []])
  expect(parts.map(({ begins }) => begins)).toEqual([[ada], [bo], [], []])
  expect(parts.map((part) => part.end - part.start).reduce((a, b) => a + b, 0)).toBe(44)
})

test('a comparison away from the window tells how far it is, and one that is cancelled ends its worker', async () => {
  const { project, texts, wish, result } = compared()
  const drawn: number[] = []
  const worker = standInWorker(wish)
  const question = { project, texts, wish, at: 5 }
  const answer = await compareInWorker(
    question,
    (n) => drawn.push(n),
    new AbortController().signal,
    () => worker,
  )
  expect(answer).toEqual({ ok: true, result })
  expect(drawn).toEqual([20])
  expect(worker.ended()).toBe(true)
  const controller = new AbortController()
  const silent = standInWorker(null)
  const waiting = compareInWorker(
    question,
    () => {},
    controller.signal,
    () => silent,
  )
  controller.abort()
  expect(await waiting).toBeNull()
  expect(silent.ended()).toBe(true)
})

test('disagreements found away from the window are those found in it, in the same order', async () => {
  for (const unit of ['turns', 'characters', 'passages'] as const) {
    const built = twoCoders()
    const { project, round } = withRound(built, { unit })
    const { wish } = wishOfRound(project, round)
    const worker = standInWorker(wish)
    const question = { project, texts: built.texts, wish }
    const places = await placesInWorker(question, new AbortController().signal, () => worker)
    expect(places).toEqual(disagreementsOf(project, built.texts, wish))
    expect(places).not.toHaveLength(0)
    expect(worker.ended()).toBe(true)
  }
})

/** A worker that answers at once, or never. */
function standInWorker(wish: AgreementWish | null): AgreementWorker & { readonly ended: () => boolean } {
  let ended = false
  const worker: AgreementWorker & { readonly ended: () => boolean } = {
    onmessage: null,
    onerror: null,
    ended: () => ended,
    terminate: () => {
      ended = true
    },
    postMessage: (request: AgreementRequest) => {
      if (!wish) return
      const { project, texts } = unpackForAgreement(structuredClone(request.parcel))
      const say = (data: AgreementAnswer) => worker.onmessage?.(new MessageEvent('message', { data }))
      if (request.kind === 'find places') {
        const found = packDisagreements(disagreementsOf(project, texts, wish), wish)
        return say({ kind: 'places', found: structuredClone(found) })
      }
      const { state, at } = request
      say({ kind: 'drawn', drawn: 20, of: 1000 })
      say({ kind: 'compared', compared: compareRound(project, texts, wish, { state, at }) })
    },
  }
  return worker
}
