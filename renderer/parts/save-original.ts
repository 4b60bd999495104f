import type { Source } from '../../shared/model/entities.ts'
import { desktop } from '../platform/desktop.ts'
import type { OpenProject } from '../project/open-project.ts'
import { say } from '../ui/messages.tsx'

/** Lets somebody save a copy of the file a source came from, byte for byte, and says what became of it. */
export async function saveOriginal(open: OpenProject, source: Source): Promise<void> {
  const file = source.original && (await open.original(source.original.hash))
  if (!file) return say({ kind: 'trouble', text: originalMissing(source) })
  const saved = await desktop().saveAs({
    title: 'Save a copy of the original',
    suggestedName: source.original?.name ?? file.name,
    bytes: file.bytes,
    mediaType: 'application/octet-stream',
  })
  if (saved?.ok) say({ kind: 'done', text: `Saved ${saved.name}.` })
  else if (saved) say({ kind: 'trouble', text: saved.problem })
}

/** Why the original of a source cannot be shown or saved, though it once came from a file. */
export function originalMissing(source: Source): string {
  return `The original of ${source.name} is not in this copy of the project: copies that were shared leave originals out.`
}

/** A size in bytes as people say it: "64 kB", "3.1 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en')} kB`
  return `${(bytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
}
