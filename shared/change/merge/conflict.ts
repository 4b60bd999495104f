import type { EntityKind } from '../../model/entities.ts'

/** The copy that is merged into, and the copy that is brought in. */
export type Side = 'mine' | 'theirs'

/** Something both copies decided differently since their common base. Null stands for "not there". */
export interface Conflict {
  readonly kind: EntityKind
  readonly id: string
  /** The field, `attributes.ID` for one value of many, `passage` for a place in a text, `deleted` where one copy
      took away what the other changed or uses, `turns` for who speaks where. */
  readonly field: string
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/** What somebody decided about conflicts: one by one (by `conflictKey`), and for all others. */
export interface Decisions {
  readonly prefer?: Side
  readonly made?: ReadonlyMap<string, Side>
}

/** Settles conflicts as they are met, and keeps account of them. */
export interface Settling {
  readonly conflicts: Conflict[]
  /** Those that nobody decided; they were settled for the moment. */
  readonly undecided: Conflict[]
  /** Whose value stands where nobody needs to be asked. */
  readonly preferred: Side
  /** Whose value stands. What was not decided one by one goes to `otherwise`, else to the preferred copy. */
  settle(conflict: Conflict, otherwise?: Side): Side
}

/** Names a conflict in decisions. */
export function conflictKey({ kind, id, field }: Pick<Conflict, 'kind' | 'id' | 'field'>): string {
  return `${kind} ${id} ${field}`
}

/** Begins an account of conflicts under some decisions. */
export function settling({ prefer, made }: Decisions): Settling {
  const conflicts: Conflict[] = []
  const undecided: Conflict[] = []
  const preferred = prefer ?? 'mine'
  return {
    conflicts,
    undecided,
    preferred,
    settle: (conflict, otherwise = preferred) => {
      const decided = made?.get(conflictKey(conflict))
      conflicts.push(conflict)
      if (decided === undefined && prefer === undefined) undecided.push(conflict)
      return decided ?? otherwise
    },
  }
}

/** The other copy. */
export function otherSide(side: Side): Side {
  return side === 'mine' ? 'theirs' : 'mine'
}
