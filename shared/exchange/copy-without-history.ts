import { create } from '../change/edit.ts'
import { headsOf } from '../change/merge/find-base.ts'
import type { Archive, Content, OriginalFile } from '../model/archive.ts'
import type { CoderId, ContentHash } from '../model/ids.ts'
import { type Project, smallKinds } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { derivedId } from './fingerprint.ts'
import { openingChange } from './opening-change.ts'

/** How a copy begins, and what it keeps beside the project as it stands. */
export interface CopyWishes {
  readonly at: Moment
  /** Who makes it; a coder of the project. */
  readonly by: CoderId
  /** What the copy's history begins with, for people; else "Begin a copy". */
  readonly label?: string
  /** The files that sources came from; else the copy does not speak of them. */
  readonly originals?: boolean
  /** Texts that nothing stands on any more, as they were before corrections. */
  readonly earlierTexts?: boolean
}

/** A copy of a project whose log is one opening change. That change names the heads it was made from, so that merging
    recognises the original, and takes what the copy leaves out for left out, never for deleted. The project may have
    been made smaller before: `archive.changes` then still is the original's whole log. Texts that codings, memos or
    translations stand on stay. The same project and log give the same change. */
export function copyWithoutHistory(archive: Archive, wishes: CopyWishes): Archive {
  const project = wishes.originals ? archive.project : withoutOriginals(archive.project)
  const edits = allOf(project)
  const opening = openingChange(edits, wishes.at, wishes.by)
  const parents = headsOf(archive.changes)
  const change = {
    ...opening,
    id: derivedId<'change'>('copy', opening.id, ...parents),
    parents,
    label: wishes.label ?? 'Begin a copy',
  }
  return {
    project,
    contents: wishes.earlierTexts ? archive.contents : standing(archive.contents, textsOf(project)),
    originals: wishes.originals ? standing(archive.originals, originalsOf(project)) : new Map(),
    changes: [change],
  }
}

/** Hashes of the texts that a project stands on now: sources', and those of passages and translations. */
export function textsOf({ tables, codings }: Project): ReadonlySet<ContentHash> {
  const named = new Set<ContentHash>()
  for (const { content } of tables.source.values()) named.add(content)
  for (const { content, of } of tables.translation.values()) named.add(content).add(of)
  for (const { content } of tables.restriction.values()) named.add(content)
  for (const { content } of tables.adjudication.values()) named.add(content)
  for (const { about } of tables.memo.values()) if (about.kind === 'passage') named.add(about.content)
  for (const { passages = [] } of tables.proposal.values())
    for (const { content } of passages) named.add(content)
  for (const list of codings.values()) for (const { content } of list) named.add(content)
  return named
}

/** Hashes of the files that sources and translations came from. */
export function originalsOf({ tables }: Project): ReadonlySet<string> {
  const files = [...tables.source.values(), ...tables.translation.values()]
  return new Set(files.flatMap(({ original }) => original?.hash ?? []))
}

function standing<E extends Content | OriginalFile>(
  all: ReadonlyMap<E['hash'], E>,
  named: ReadonlySet<E['hash']>,
): ReadonlyMap<E['hash'], E> {
  return new Map([...all].filter(([hash]) => named.has(hash)))
}

function withoutOriginals(project: Project): Project {
  const bare = <E extends { readonly original?: unknown }>(table: ReadonlyMap<string, E>) =>
    new Map([...table].map(([id, { original: _, ...rest }]) => [id, rest] as const))
  const { source, translation } = project.tables
  return { ...project, tables: { ...project.tables, source: bare(source), translation: bare(translation) } }
}

function allOf(project: Project) {
  return [
    ...smallKinds.flatMap((kind) => [...project.tables[kind].values()].map((each) => create(kind, each))),
    ...[...project.turns.values()].flat().map((turn) => create('turn', turn)),
    ...[...project.codings.values()].flat().map((coding) => create('coding', coding)),
  ]
}
