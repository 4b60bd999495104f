import type { Fields } from '../change.ts'
import type { Settling, Side } from './conflict.ts'
import { matchedTurnIds, type TurnLists } from './match-turn-ids.ts'
import { mergeFields } from './merge-fields.ts'
import type { Copies } from './restore-deleted.ts'
import { alike, tableOf } from './working-copy.ts'

/** Turns of what two copies made of a text: where only one split, joined or moved turns, as that one has them; where both
    did in the same stretch, a conflict about that stretch, settled as a whole, so that turns never overlap. All
    positions must count in the same text. */
export function mergeTurns(copies: Copies, settling: Settling): Map<string, Fields> {
  const lists = {
    base: bySource(copies.base),
    mine: bySource(copies.mine),
    theirs: bySource(copies.theirs),
  }
  const merged = new Map<string, Fields>()
  for (const source of new Set([...lists.mine.keys(), ...lists.theirs.keys()])) {
    const turns = {
      base: lists.base.get(source) ?? [],
      mine: lists.mine.get(source) ?? [],
      theirs: lists.theirs.get(source) ?? [],
    }
    for (const turn of mergeSource(source, turns, settling)) merged.set(String(turn.id), turn)
  }
  return merged
}

function bySource(copy: Copies['base']): ReadonlyMap<string, readonly Fields[]> {
  const lists = new Map<string, Fields[]>()
  for (const turn of tableOf(copy, 'turn').values()) {
    const source = String(turn.source)
    const list = lists.get(source)
    if (list) list.push(turn)
    else lists.set(source, [turn])
  }
  return lists
}

function mergeSource(source: string, given: TurnLists, settling: Settling): readonly Fields[] {
  if (allAlike(given.base, given.theirs)) return given.mine
  if (allAlike(given.base, given.mine)) return given.theirs
  const turns = matchedTurnIds(given)
  if (allAlike(turns.mine, turns.theirs)) return turns.mine
  const chosen =
    turns.base.length === 0
      ? wholly(source, turns, settling)
      : stretches(turns).flatMap((each) => chooseStretch(each, settling))
  return chosen.map((turn) => withFields(turn, turns, settling))
}

function allAlike(a: readonly Fields[], b: readonly Fields[]): boolean {
  return a.length === b.length && a.every((turn, i) => alike(turn, b[i]))
}

/** Both copies brought the same text in, each with turns of its own: one question, not one a turn. */
function wholly(source: string, turns: TurnLists, settling: Settling): readonly Fields[] {
  if (placedAlike(turns.mine, turns.theirs) || turns.theirs.length === 0) return turns.mine
  if (turns.mine.length === 0) return turns.theirs
  const counts = { base: null, mine: turns.mine.length, theirs: turns.theirs.length }
  return turns[settling.settle({ kind: 'source', id: source, field: 'turns', ...counts })]
}

/** Turns of the three copies that stand in one stretch of the text. */
function stretches(turns: TurnLists): readonly TurnLists[] {
  const all = (['base', 'mine', 'theirs'] as const)
    .flatMap((copy) => turns[copy].map((turn) => ({ copy, turn })))
    .sort((a, b) => Number(a.turn.label) - Number(b.turn.label) || reachOf(b.turn) - reachOf(a.turn))
  const found: { base: Fields[]; mine: Fields[]; theirs: Fields[] }[] = []
  let reached = -1
  for (const { copy, turn } of all) {
    const begins = Number(turn.label) >= reached
    if (begins) found.push({ base: [], mine: [], theirs: [] })
    found.at(-1)?.[copy].push(turn)
    reached = Math.max(begins ? -1 : reached, reachOf(turn))
  }
  return joinedByTurn(found)
}

/** A turn that stands in two stretches, because one copy moved it, makes them and all between them one. */
function joinedByTurn(apart: readonly TurnLists[]): readonly TurnLists[] {
  const lastAt = new Map<unknown, number>()
  for (const [i, { base, mine, theirs }] of apart.entries())
    for (const turn of [...base, ...mine, ...theirs]) lastAt.set(turn.id, i)
  const joined: TurnLists[] = []
  let until = -1
  for (const [i, each] of apart.entries()) {
    const last = joined.at(-1)
    if (last && i <= until) joined[joined.length - 1] = together(last, each)
    else joined.push(each)
    for (const turn of [...each.base, ...each.mine, ...each.theirs])
      until = Math.max(until, lastAt.get(turn.id) ?? i)
  }
  return joined
}

function together(a: TurnLists, b: TurnLists): TurnLists {
  return {
    base: [...a.base, ...b.base],
    mine: [...a.mine, ...b.mine],
    theirs: [...a.theirs, ...b.theirs],
  }
}

/** An empty turn, somebody's silence, holds its place. */
function reachOf(turn: Fields): number {
  return Math.max(Number(turn.end), Number(turn.label) + 1)
}

function chooseStretch(turns: TurnLists, settling: Settling): readonly Fields[] {
  if (placedAlike(turns.base, turns.theirs) || placedAlike(turns.mine, turns.theirs)) return turns.mine
  if (placedAlike(turns.base, turns.mine)) return turns.theirs
  const first = turns.base[0] ?? turns.mine[0] ?? turns.theirs[0]
  const values = { base: placesOf(turns.base), mine: placesOf(turns.mine), theirs: placesOf(turns.theirs) }
  return turns[settling.settle({ kind: 'turn', id: String(first?.id), field: 'turns', ...values })]
}

function placedAlike(a: readonly Fields[], b: readonly Fields[]): boolean {
  return a.length === b.length && a.every((turn, i) => samePlace(turn, b[i]) && turn.id === b[i]?.id)
}

function samePlace(a: Fields, b: Fields | undefined): boolean {
  return b !== undefined && a.label === b.label && a.start === b.start && a.end === b.end
}

function placesOf(turns: readonly Fields[]): readonly unknown[] {
  return turns.map(({ id, label, start, end }) => ({ id, label, start, end }))
}

/** Who speaks, when, and which question it puts, merged apart from where the turn stands. */
function withFields(turn: Fields, turns: TurnLists, settling: Settling): Fields {
  const find = (copy: Side | 'base') => turns[copy].find((each) => each.id === turn.id)
  const [base, mine, theirs] = [find('base'), find('mine'), find('theirs')]
  if (!mine || !theirs) return turn
  const { label, start, end } = turn
  const place = { label, start, end }
  const versions = {
    base: base && { ...base, ...place },
    mine: { ...mine, ...place },
    theirs: { ...theirs, ...place },
  }
  return mergeFields('turn', versions, settling)
}
