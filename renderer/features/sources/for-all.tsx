import { createContext, useContext } from 'react'
import type { SourceKind, SpeakerRole } from '../../../shared/model/entities.ts'
import { counted } from '../../../shared/text/counted.ts'
import { Button } from '../../ui/button.tsx'
import { kindOf, type ListedFile } from './import-choices.ts'
import styles from './import-preview.module.css'
import { hasLabel, withMerge, withRole } from './listed-file.ts'
import type { Reading } from './use-reading.ts'
import { kindOptions, labelIn, roleOptions } from './words.ts'

/** All files of the import, which of them is looked at, and a way to change them all. */
interface ForAll extends Pick<Reading, 'files' | 'setAll'> {
  readonly at: number
}

/** Where decisions about one file find the others. */
export const ForAllContext = createContext<ForAll | null>(null)

/** Offers to make the other files the same kind of source, where some would be another. */
export function KindForAll({ kind }: { readonly kind: SourceKind }) {
  const name = labelIn(kindOptions, kind)
  return (
    <Others
      differs={(file) => file.draft !== null && kindOf(file) !== kind}
      become={(file) => ({ ...file, kind })}
      words={(count) => `Set ${counted(count, 'other file')} to “${name}” too`}
    />
  )
}

/** Offers a role for the same label in the other files, where it has another one there. */
export function RoleForAll({ label, role }: { readonly label: string; readonly role: SpeakerRole }) {
  const name = labelIn(roleOptions, role)
  return (
    <Others
      differs={(file) =>
        file.draft?.speakers.some((each) => each.label === label && each.role !== role) === true
      }
      become={(file) => withRole(file, label, role)}
      words={(count) => `Set “${label}” to “${name}” in ${counted(count, 'other file')} too`}
    />
  )
}

/** Offers to hear a label as another one in the other files that have both. */
export function MergeForAll({ label, into }: { readonly label: string; readonly into: string }) {
  return (
    <Others
      differs={(file) => hasLabel(file, label) && hasLabel(file, into)}
      become={(file) => withMerge(file, label, into)}
      words={(count) => `Hear it so in ${counted(count, 'other file')} with both`}
    />
  )
}

function Others({
  differs,
  become,
  words,
}: {
  readonly differs: (file: ListedFile) => boolean
  readonly become: (file: ListedFile) => ListedFile
  readonly words: (count: number) => string
}) {
  const all = useContext(ForAllContext)
  if (!all) return null
  const count = all.files.filter((file, i) => i !== all.at && differs(file)).length
  if (count === 0) return null
  const change = () => all.setAll((file) => (differs(file) ? become(file) : file))
  return (
    <span className={styles.forAll}>
      <Button look="quiet" onPress={change}>
        {words(count)}
      </Button>
    </span>
  )
}
