import type { Fields } from '../change.ts'

/** The turns of one source as three copies have them. */
export interface TurnLists {
  readonly base: readonly Fields[]
  readonly mine: readonly Fields[]
  readonly theirs: readonly Fields[]
}

/** Turns that both copies made at the same place are one turn: theirs get the ids they have in mine. Lists come back
    in order of position. */
export function matchedTurnIds({ base, mine, theirs }: TurnLists): TurnLists {
  const old = withIdsOf(base, mine)
  const known = [...mine, ...old.turns]
  const renamed = theirs.map((turn) => rename(turn, old.ids, theirs))
  return {
    base: inOrder(old.turns),
    mine: inOrder(mine),
    theirs: inOrder(withIdsOf(renamed, known).turns),
  }
}

function withIdsOf(
  turns: readonly Fields[],
  known: readonly Fields[],
): { readonly turns: readonly Fields[]; readonly ids: ReadonlyMap<unknown, unknown> } {
  const here = new Set(turns.map((turn) => turn.id))
  const there = new Set(known.map((turn) => turn.id))
  const free = new Map(known.filter((turn) => !here.has(turn.id)).map((turn) => [placeOf(turn), turn.id]))
  const ids = new Map<unknown, unknown>()
  for (const turn of turns) {
    const twin = there.has(turn.id) ? undefined : free.get(placeOf(turn))
    if (twin === undefined) continue
    free.delete(placeOf(turn))
    ids.set(turn.id, twin)
  }
  return { turns: turns.map((turn) => rename(turn, ids, [])), ids }
}

function rename(turn: Fields, ids: ReadonlyMap<unknown, unknown>, taken: readonly Fields[]): Fields {
  const id = ids.get(turn.id)
  return id === undefined || taken.some((each) => each.id === id) ? turn : { ...turn, id }
}

function placeOf({ label, start, end }: Fields): string {
  return `${label} ${start} ${end}`
}

function inOrder(turns: readonly Fields[]): readonly Fields[] {
  return turns.toSorted(
    (a, b) =>
      Number(a.label) - Number(b.label) ||
      Number(a.end) - Number(b.end) ||
      (String(a.id) < String(b.id) ? -1 : 1),
  )
}
