import type { Recognised } from '../../../shared/commands/recognise-version.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { FileChoice, ListedFile } from './import-choices.ts'

/** What a file that was recognised is taken for. */
export type TakenFor = 'correction' | 'new' | 'left out'

/** What a file counts as now: a correction only where it was recognised and wished. */
export function takenFor({
  ticked,
  version,
  corrects,
}: Pick<FileChoice, 'ticked' | 'version' | 'corrects'>): TakenFor {
  if (!ticked) return 'left out'
  return version && corrects === true ? 'correction' : 'new'
}

/** The file with the source it is a version of. One that is surely that corrects it, unless a file before does. */
export function withVersion(
  file: ListedFile,
  version: Recognised | null,
  before: readonly ListedFile[],
): ListedFile {
  if (!version) return file
  const isFree = !isCorrected(before, version.source)
  return { ...file, version, corrects: file.ticked && version.sure && isFree }
}

/** True when one of these files corrects that source. */
export function isCorrected(files: readonly ListedFile[], source: SourceId): boolean {
  return files.some((file) => takenFor(file) === 'correction' && file.version?.source === source)
}

/** How many of the ticked files correct a source. */
export function correctionsIn(files: readonly ListedFile[]): number {
  return files.filter((file) => takenFor(file) === 'correction').length
}
