import type { Archive } from '../../model/archive.ts'
import type { EntityKind } from '../../model/entities.ts'
import { erasedPeople } from './erased-people.ts'
import type { ErasurePlan } from './erasure-plan.ts'
import { stateKey } from './walk-log.ts'

/** What an erasure takes, in numbers, and what stays. Names of sources are told before it is done; afterwards only
    numbers should be shown. */
export interface ErasureAccount {
  /** Names of sources that go whole. */
  readonly sourcesGone: readonly string[]
  /** How many sources there were. */
  readonly sourcesOf: number
  /** Sources that stay with words or names taken out, and in how many places. */
  readonly sourcesTouched: readonly { readonly name: string; readonly places: number }[]
  readonly participants: Count
  readonly codings: Count
  readonly memos: Count
  readonly turns: Count
  readonly translations: Count
  readonly restrictions: Count
  readonly quoteChoices: Count
  readonly adjudications: Count
  readonly assignments: Count
  readonly originals: Count
  /** Names of the kept files that go. */
  readonly filesGone: readonly string[]
  /** Names of kept files in which names could not be looked for: they go with the others, or stay, as was wished. */
  readonly filesUnread: readonly string[]
  /** Texts, earlier ones included, that go; those that are rewritten. */
  readonly texts: { readonly gone: number; readonly rewritten: number }
  /** Names of recordings' files that are named no more. */
  readonly recordings: number
  /** Memos, findings, codes and so on in which something is rewritten, by kind. */
  readonly rewritten: Readonly<Partial<Record<EntityKind, number>>>
  /** Entries of the history in which something is rewritten or left out, of how many. */
  readonly history: { readonly changed: number; readonly of: number }
}

export interface Count {
  readonly gone: number
  /** How many there were. */
  readonly of: number
}

/** Compares an archive with what is left of it. */
export function accountOf(before: Archive, after: Archive, plan: ErasurePlan): ErasureAccount {
  const [was, is] = [before.project, after.project]
  const sources = [...was.tables.source.values()]
  const files = [...before.originals.values()]
  const places = (hash: string) => plan.texts.get(hash)?.cuts.length ?? 0
  const fell = (count: (archive: Archive) => number): Count => ({
    gone: count(before) - count(after),
    of: count(before),
  })
  const small = (
    kind:
      | 'participant'
      | 'memo'
      | 'translation'
      | 'restriction'
      | 'quoteChoice'
      | 'adjudication'
      | 'assignment',
  ) => fell(({ project }) => project.tables[kind].size)
  return {
    sourcesGone: sources.filter(({ id }) => !is.tables.source.has(id)).map(({ name }) => name),
    sourcesOf: sources.length,
    sourcesTouched: sources
      .filter(({ id, content }) => is.tables.source.has(id) && places(content) > 0)
      .map(({ name, content }) => ({ name, places: places(content) })),
    participants: fell(({ project }) => project.tables.participant.size - erasedPeople(project).size),
    codings: fell(({ project }) => listed(project.codings)),
    turns: fell(({ project }) => listed(project.turns)),
    memos: small('memo'),
    translations: small('translation'),
    restrictions: small('restriction'),
    quoteChoices: small('quoteChoice'),
    adjudications: small('adjudication'),
    assignments: small('assignment'),
    originals: fell(({ originals }) => originals.size),
    filesGone: files.filter(({ hash }) => !after.originals.has(hash)).map(({ name }) => name),
    filesUnread: files.filter(({ hash }) => plan.unread.has(hash)).map(({ name }) => name),
    texts: {
      gone: [...before.contents.keys()].filter(
        (hash) => !after.contents.has(plan.texts.get(hash)?.to.hash ?? hash),
      ).length,
      rewritten: [...plan.texts.values()].filter(({ to }) => after.contents.has(to.hash)).length,
    },
    recordings: sources.filter(
      ({ id, recording }) => recording && is.tables.source.get(id)?.recording?.name !== recording.name,
    ).length,
    rewritten: rewrittenByKind(before, plan),
    history: {
      changed: before.changes.filter((change, i) => {
        const now = after.changes[i]
        return !now || now.label !== change.label || now.edits !== change.edits
      }).length,
      of: before.changes.length,
    },
  }
}

function listed(bySource: ReadonlyMap<string, readonly unknown[]>): number {
  let count = 0
  for (const list of bySource.values()) count += list.length
  return count
}

function rewrittenByKind({ changes }: Archive, { fixed }: ErasurePlan): Partial<Record<EntityKind, number>> {
  const kinds = new Map<string, EntityKind>()
  for (const { edits } of changes) for (const { kind, id } of edits) kinds.set(stateKey(kind, id), kind)
  const counts: Partial<Record<EntityKind, number>> = {}
  const seen = new Set<string>()
  for (const key of fixed.keys()) {
    const [kind = '', id = '', field] = key.split(' ')
    const thing = `${kind} ${id}`
    const known = kinds.get(thing)
    if (!known || seen.has(thing) || field === 'words') continue
    seen.add(thing)
    counts[known] = (counts[known] ?? 0) + 1
  }
  return counts
}
