import { correctText } from '../../commands/correct-text.ts'
import type { Making } from '../../commands/making.ts'
import type { Archive } from '../../model/archive.ts'
import { type ContentHash, type CopyId, readContentHash } from '../../model/ids.ts'
import type { Erasure } from '../../model/team-entities.ts'
import { alignTexts } from '../../text/align-texts.ts'
import { recordGesture } from '../record-gesture.ts'
import type { CutText } from './cut-text.ts'

/** A copy in which every rewritten source is read in a text that is recognised. */
export interface OnKnownTexts {
  readonly archive: Archive
  /** Texts of rewritten sources that nobody can vouch for. */
  readonly lost: ReadonlySet<string>
  /** Ids of sources that have no text left that is recognised. */
  readonly sources: ReadonlySet<string>
}

/** Leads rewritten sources that were corrected in this copy back to the last text that is recognised, with what stands on
    them: what the correction put in may hold erased words, and nobody can tell. */
export function backOnKnownTexts(
  archive: Archive,
  {
    holder,
    erasures,
    texts,
  }: {
    readonly holder: Archive
    readonly erasures: readonly Erasure[]
    readonly texts: ReadonlyMap<string, CutText>
  },
  making: Making & { readonly copy: CopyId },
): OnKnownTexts {
  const lost = new Set<string>()
  const sources = new Set<string>()
  const touched = new Set<string>(erasures.flatMap((each) => each.touched))
  let now = archive
  for (const [id, ever] of textsEver(archive, touched)) {
    const isKnown = (hash: ContentHash) => texts.has(hash) || holder.contents.has(hash)
    for (const hash of ever) if (!isKnown(hash)) lost.add(hash)
    const source = now.project.tables.source.get(id)
    if (!source || isKnown(source.content)) continue
    const back = ever.findLast((hash) => isKnown(hash) && now.contents.has(hash))
    const [before, after] = [source.content, back].map((hash) => hash && now.contents.get(hash)?.text)
    if (back === undefined || before === undefined || after === undefined) sources.add(id)
    else {
      const correction = { alignment: alignTexts(before, after), content: back }
      const gesture = correctText(now.project, source.id, correction, making)?.gesture
      if (gesture) now = { ...now, ...recordGesture(gesture, now, making) }
    }
  }
  for (const { id, content } of now.project.tables.source.values()) if (!touched.has(id)) lost.delete(content)
  return { archive: now, lost, sources }
}

/** Texts that sources were read in, or that something of them stands on, oldest first. */
function textsEver(
  { changes }: Archive,
  sources: ReadonlySet<string>,
): ReadonlyMap<string, readonly ContentHash[]> {
  const texts = new Map<string, ContentHash[]>()
  const add = (id: unknown, value: unknown) => {
    const hash =
      typeof id === 'string' && sources.has(id) && typeof value === 'string' ? readContentHash(value) : null
    if (hash) texts.set(String(id), [...(texts.get(String(id)) ?? []), hash])
  }
  for (const { edits } of changes)
    for (const { kind, id, source, content, after } of edits) {
      if (kind === 'translation') continue
      if (kind === 'source') for (const name of ['firstContent', 'content']) add(id, after?.[name])
      else add(source ?? after?.source, after?.content ?? content)
    }
  return texts
}
