import type { CoderId, SourceId } from '../../model/ids.ts'
import { codingsOf, type Project, sourcesInOrder } from '../../model/project.ts'

/** Who coded which sources, in their own layers. */
export interface ReadInCommon {
  /** By coder: the sources in which they coded anything, in order. */
  readonly byCoder: ReadonlyMap<CoderId, readonly SourceId[]>
  /** By source: who coded anything there. */
  readonly bySource: ReadonlyMap<SourceId, readonly CoderId[]>
}

/** Reads who coded what; coders and sources without codings have no entry. */
export function readInCommon(project: Project): ReadInCommon {
  const byCoder = new Map<CoderId, SourceId[]>()
  const bySource = new Map<SourceId, readonly CoderId[]>()
  for (const { id } of sourcesInOrder(project)) {
    const here = new Set<CoderId>()
    for (const { layer, coder } of codingsOf(project, id)) if (layer === 'own') here.add(coder)
    if (here.size === 0) continue
    bySource.set(id, [...here])
    for (const coder of here) byCoder.set(coder, [...(byCoder.get(coder) ?? []), id])
  }
  return { byCoder, bySource }
}

/** The sources that at least so many of some coders coded, in order. */
export function sourcesReadBy(
  { bySource }: ReadInCommon,
  coders: readonly CoderId[],
  atLeast: number,
): readonly SourceId[] {
  const among = new Set(coders)
  return [...bySource].flatMap(([source, readers]) =>
    readers.filter((each) => among.has(each)).length >= atLeast ? [source] : [],
  )
}
