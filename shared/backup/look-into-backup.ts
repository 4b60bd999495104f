import { readProjectFile } from '../exchange/project-file.ts'
import type { Archive } from '../model/archive.ts'
import type { ProjectId } from '../model/ids.ts'
import { brokenRules } from '../model/integrity.ts'
import { inquiryOf } from '../model/project.ts'
import { type BackupNumbers, type LoggedChange, numbersOf } from './backup-numbers.ts'

/** What stands in a backup, without giving it a home. */
export type BackupLook =
  | {
      readonly ok: true
      /** The inquiry it is of, and its name in it. */
      readonly inquiry: ProjectId
      readonly name: string
      readonly numbers: BackupNumbers
      /** Its log, oldest first. */
      readonly log: readonly LoggedChange[]
      /** What could not be taken over from the file, in sentences; empty for a backup nobody touched. */
      readonly notes: readonly string[]
      /** How many rules of the model do not hold in it; 0 for a sound project. */
      readonly broken: number
      /** How many of its sources have no text in it. */
      readonly missingTexts: number
    }
  | { readonly ok: false; readonly problem: string }

/** Reads the bytes of a backup, or of any project file, and says what is in it. */
export function lookIntoBackup(bytes: Uint8Array): BackupLook {
  const reading = readProjectFile(bytes)
  if (!reading.ok) return reading
  const { archive, notes } = reading
  const { project, changes, contents } = archive
  const { id, name } = inquiryOf(project)
  return {
    ok: true,
    inquiry: id,
    name,
    numbers: numbersOf(project, changes.length),
    log: changes.map((change) => ({ id: change.id, at: change.at, label: change.label })),
    notes,
    broken: brokenRules(project, (hash) => contents.get(hash)?.text).length,
    missingTexts: textsMissing(archive),
  }
}

function textsMissing({ project, contents }: Archive): number {
  return [...project.tables.source.values()].filter((source) => !contents.has(source.content)).length
}
