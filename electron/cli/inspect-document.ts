import type { InspectDocument, InspectedSource } from '../../shared/cli.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { ImportNotice } from '../../shared/importers/source-draft.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Source, Speaker } from '../../shared/model/entities.ts'
import { sourcesInOrder, turnsOf } from '../../shared/model/project.ts'

/** What is in a project, source by source. Warnings come from reading the originals again, which are kept. */
export async function inspectDocument(archive: Archive): Promise<InspectDocument> {
  const { project } = archive
  const sources: InspectedSource[] = []
  for (const source of sourcesInOrder(project)) sources.push(await inspected(archive, source))
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

async function inspected(archive: Archive, source: Source): Promise<InspectedSource> {
  const turns = turnsOf(archive.project, source.id)
  const spoken = new Map<string, number>()
  for (const { speaker } of turns) if (speaker) spoken.set(speaker, (spoken.get(speaker) ?? 0) + 1)
  const order = [...spoken.keys()]
  const place = (speaker: Speaker) => (spoken.has(speaker.id) ? order.indexOf(speaker.id) : order.length)
  const speakers = [...archive.project.tables.speaker.values()].filter(
    (speaker) => speaker.source === source.id,
  )
  speakers.sort((a, b) => place(a) - place(b) || (a.label < b.label ? -1 : 1))
  return {
    name: source.name,
    format: source.format,
    words: source.words,
    turns: turns.length,
    speakers: speakers.map(({ id, label, role }) => ({ label, role, turns: spoken.get(id) ?? 0 })),
    warnings: await warnings(archive, source),
  }
}

async function warnings(archive: Archive, source: Source): Promise<string[]> {
  const missing = archive.contents.has(source.content) ? [] : ['its text is missing']
  const original = source.original && archive.originals.get(source.original.hash)
  if (!original) return missing
  const outcome = await readSource({ name: original.name, bytes: original.bytes })
  return outcome.ok ? [...missing, ...outcome.draft.notices.map(noticeText)] : missing
}
