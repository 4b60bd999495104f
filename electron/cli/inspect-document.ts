import type { InspectDocument, InspectedSource } from '../../shared/cli.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { ImportNotice } from '../../shared/importers/source-draft.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Source, Speaker } from '../../shared/model/entities.ts'
import { sourcesInOrder, turnsOf } from '../../shared/model/project.ts'
import { readPdf } from './pdf-reader.ts'

/** What is in a project, source by source. Warnings come from reading the originals again, which are kept. */
export async function inspectDocument(archive: Archive): Promise<InspectDocument> {
  const { project } = archive
  const sources: InspectedSource[] = []
  const speakers = Map.groupBy(project.tables.speaker.values(), (speaker) => speaker.source)
  const warned = new Set<string>()
  for (const source of sourcesInOrder(project)) {
    // A survey's file is the original of many sources: what was found in it is told with the first.
    const hash = source.original?.hash
    const isFirst = hash === undefined || !warned.has(hash)
    if (hash !== undefined) warned.add(hash)
    sources.push(await inspected(archive, source, speakers.get(source.id) ?? [], isFirst))
  }
  return {
    sources,
    codes: project.tables.code.size,
    codings: [...project.codings.values()].reduce((sum, codings) => sum + codings.length, 0),
    participants: project.tables.participant.size,
    memos: project.tables.memo.size,
  }
}

/** A notice as a sentence's middle: "3 times repaired". */
export function noticeText({ count, what }: ImportNotice): string {
  return `${count} ${what}`
}

async function inspected(
  archive: Archive,
  source: Source,
  unsorted: readonly Speaker[],
  withWarnings: boolean,
): Promise<InspectedSource> {
  const turns = turnsOf(archive.project, source.id)
  const spoken = new Map<string, number>()
  for (const { speaker } of turns) if (speaker) spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1)
  const order = new Map([...spoken.keys()].map((id, i) => [id, i]))
  const place = (speaker: Speaker) => order.get(speaker.id) ?? order.size
  const speakers = unsorted.toSorted((a, b) => place(a) - place(b) || (a.label < b.label ? -1 : 1))
  return {
    name: source.name,
    format: source.format,
    words: source.words,
    turns: turns.length,
    speakers: speakers.map(({ id, label, role }) => ({ label, role, turns: spoken.get(id) ?? 0 })),
    warnings: await warnings(archive, source, withWarnings),
  }
}

async function warnings(archive: Archive, source: Source, isFirst: boolean): Promise<string[]> {
  const missing = archive.contents.has(source.content) ? [] : ['its text is missing']
  const original = source.original && archive.originals.get(source.original.hash)
  if (!original || !isFirst) return missing
  const outcome = await readSource({ name: original.name, bytes: original.bytes }, { pdf: readPdf })
  return outcome.ok ? [...missing, ...outcome.draft.notices.map(noticeText)] : missing
}
