import type { BackupNumbers } from './backup-numbers.ts'
import type { BackupLook } from './look-into-backup.ts'

/** What a backup must turn out to be when it is read back. */
export interface WrittenBackup {
  readonly name: string
  /** SHA-256 of the bytes that were written. */
  readonly hash: string
  /** The last change it was made to hold. */
  readonly last: string
  readonly numbers: BackupNumbers
}

/** Compares what was read back from the disk with what was written there; null when it is the same and whole, else one
    sentence that says what is wrong. */
export function verificationProblem(
  written: WrittenBackup,
  found: { readonly hash: string; readonly look: BackupLook },
): string | null {
  const { name } = written
  const { look } = found
  if (found.hash !== written.hash)
    return `“${name}” is not what Loam wrote: the file is damaged or was changed.`
  if (!look.ok) return `“${name}” cannot be read. ${look.problem}`
  const [note] = look.notes
  if (note !== undefined) return `“${name}” does not give everything back. ${note}`
  // A rule that does not hold in the project itself does not hold in its backup either: no fault of the backup.
  if (look.missingTexts > 0) return `“${name}” lacks the texts of ${look.missingTexts} of its sources.`
  const isSame =
    look.log.at(-1)?.id === written.last &&
    numbers.every((each) => look.numbers[each] === written.numbers[each])
  return isSame ? null : `“${name}” holds other numbers than the project it was made from.`
}

const numbers = ['sources', 'participants', 'codes', 'codings', 'memos', 'changes'] as const
