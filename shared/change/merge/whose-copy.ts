import type { Archive } from '../../model/archive.ts'
import { inquiryOf } from '../../model/project.ts'
import type { Moment } from '../../model/units.ts'
import { findBase } from './find-base.ts'

/** What is known of a copy before it is merged. */
export interface WhoseCopy {
  readonly coders: readonly string[]
  /** Its last change, and by whom; null where it has none. */
  readonly last: { readonly at: Moment; readonly by: string | null } | null
  /** Only where the copy was made for one coder. */
  readonly madeFor?: { readonly name: string; readonly at: Moment }
}

/** What both copies were compared with: a state that both logs lead through, the one a copy for one coder began with, a
    file that was given, or nothing. */
export type BaseTold =
  | { readonly kind: 'found'; readonly at: Moment }
  /** The state that a copy for one coder was handed out in. */
  | { readonly kind: 'handed out'; readonly at: Moment }
  | { readonly kind: 'given' }
  | { readonly kind: 'none' }

/** Tells whose a copy is. */
export function whoseCopy({ project, changes }: Archive): WhoseCopy {
  const { coder } = project.tables
  const last = changes.at(-1)
  const { packet } = inquiryOf(project)
  return {
    coders: [...coder.values()].map(({ name }) => name),
    last: last ? { at: last.at, by: coder.get(last.by)?.name ?? null } : null,
    ...(packet ? { madeFor: { name: coder.get(packet.coder)?.name ?? 'one coder', at: packet.at } } : {}),
  }
}

/** Tells what the copies are compared with. A given base stands only where the logs share nothing newer, which
    `mergeCopies` sees to; it is told where they share nothing at all. */
export function baseTold(mine: Archive, theirs: Archive, given: boolean): BaseTold {
  const last = findBase(mine.changes, theirs.changes)?.changes.at(-1)
  if (last) return { kind: 'found', at: last.at }
  if (given) return { kind: 'given' }
  const [packet] = [mine, theirs].filter(({ project }) => inquiryOf(project).packet)
  const isOne = Boolean(inquiryOf(mine.project).packet) !== Boolean(inquiryOf(theirs.project).packet)
  const first = isOne ? packet?.changes[0] : undefined
  return first ? { kind: 'handed out', at: first.at } : { kind: 'none' }
}
