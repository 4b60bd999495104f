import type { Count } from '../../shared/change/erase/erasure-account.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Project } from '../../shared/model/project.ts'
import type { Erasure } from '../../shared/model/team-entities.ts'

/** What another copy erased for good that is still in mine, in numbers only. */
export interface ErasedThere {
  /** Its erasures that mine does not know, the oldest first. */
  readonly erasures: readonly Erasure[]
  /** What goes from mine with them, and of how many. */
  readonly sources: Count
  readonly codings: Count
  readonly memos: Count
  /** Sources that stay, with words or names taken out of their text. */
  readonly touched: number
}

/** Compares mine with what it is without what theirs erased. */
export function erasedThere(mine: Archive, theirs: Archive, rewritten: Archive): ErasedThere {
  const [before, after] = [mine.project, rewritten.project]
  const known = before.tables.erasure
  const count = (number: (project: Project) => number): Count => {
    const of = number(before)
    return { gone: of - number(after), of }
  }
  return {
    erasures: [...theirs.project.tables.erasure.values()]
      .filter(({ id }) => !known.has(id))
      .sort((a, b) => a.at - b.at),
    sources: count(({ tables }) => tables.source.size),
    codings: count(({ codings }) => [...codings.values()].reduce((sum, list) => sum + list.length, 0)),
    memos: count(({ tables }) => tables.memo.size),
    touched: [...before.tables.source.values()].filter(({ id, content }) => {
      const stays = after.tables.source.get(id)
      return stays !== undefined && stays.content !== content
    }).length,
  }
}
