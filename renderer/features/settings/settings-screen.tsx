import { useEffect } from 'react'
import type { SettingsPart } from '../../parts/places.ts'
import { ApproachPart } from './approach-part.tsx'
import { AudiencesPart } from './audiences-part.tsx'
import { BackupsPart } from './backups-part.tsx'
import { CodersPart } from './coders-part.tsx'
import { ErasePart } from './erase-part.tsx'
import { InquiryPart } from './inquiry-part.tsx'
import { KeyboardPart } from './keyboard-part.tsx'
import { PassphrasePart } from './passphrase-part.tsx'
import styles from './settings.module.css'
import { StoragePart } from './storage-part.tsx'

const parts = [
  { id: 'inquiry', name: 'The inquiry', Part: InquiryPart },
  { id: 'approach', name: 'How it analyses', Part: ApproachPart },
  { id: 'audiences', name: 'Audiences', Part: AudiencesPart },
  { id: 'coders', name: 'Coders', Part: CodersPart },
  { id: 'storage', name: 'On this machine', Part: StoragePart },
  { id: 'backups', name: 'Backups', Part: BackupsPart },
  { id: 'passphrase', name: 'Passphrase', Part: PassphrasePart },
  { id: 'erase', name: 'Erase for good', Part: ErasePart },
  { id: 'keyboard', name: 'Keyboard', Part: KeyboardPart },
] as const

/** Everything about the project that is not its evidence. Each field is kept when it is left, and can be undone. */
export function SettingsScreen({ part }: { readonly part?: SettingsPart | undefined }) {
  useEffect(() => {
    if (part) goTo(part)
  }, [part])
  return (
    <div className={styles.settings}>
      <nav aria-label="Settings" className={styles.contents}>
        {parts.map(({ id, name }) => (
          <button key={id} type="button" onClick={() => goTo(id)}>
            {name}
          </button>
        ))}
      </nav>
      <div className={styles.scroller}>
        <div className={styles.page}>
          <h1>Project settings</h1>
          {parts.map(({ id, name, Part }) => (
            <section key={id} id={`settings-${id}`} aria-labelledby={`settings-${id}-name`} tabIndex={-1}>
              <h2 id={`settings-${id}-name`}>{name}</h2>
              <Part />
            </section>
          ))}
        </div>
      </div>
    </div>
  )
}

function goTo(id: string): void {
  const part = document.getElementById(`settings-${id}`)
  part?.scrollIntoView({ block: 'start' })
  part?.focus({ preventScroll: true })
}
