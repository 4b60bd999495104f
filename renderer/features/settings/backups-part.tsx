import { useEffect, useState } from 'react'
import { staying } from '../../../shared/backup/drop-backups.ts'
import { changesWithoutBackup } from '../../../shared/backup/noted-backup.ts'
import type { BackupFolder } from '../../../shared/bridge.ts'
import { counted } from '../../../shared/text/counted.ts'
import { dayAndTime, sizeInWords } from '../../parts/backup-words.ts'
import styles from '../../parts/backups.module.css'
import { chooseBackupFile } from '../../parts/choose-backup-file.ts'
import { type ChosenBackup, RestoreDialog } from '../../parts/restore-dialog.tsx'
import { backUpNow, useBackups } from '../../parts/use-backups.ts'
import { desktop } from '../../platform/desktop.ts'
import { chooseFolderInUse, forgetChosenFolder } from '../../project/backup-folder.ts'
import type { BackupKeeper, BackupState } from '../../project/backup-keeper.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { say } from '../../ui/messages.tsx'
import { BackupRows } from './backup-rows.tsx'
import settings from './settings.module.css'

/** Where backups of this project go, how many there are and how they were verified; making one, and restoring. */
export function BackupsPart() {
  const open = useOpenProject()
  const { state, keeper } = useBackups()
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  useEffect(() => void keeper.look(), [keeper])
  const ready = state.folder?.state === 'ready'
  return (
    <div className={settings.fields}>
      <p>{state.folder ? bySelf : state.folder === null ? byHand : 'Looking for the folder…'}</p>
      <Facts state={state} />
      {state.trouble ? <p className={styles.warning}>{state.trouble}</p> : null}
      <div className={styles.actions}>
        <Button look="do" isDisabled={state.busy} onPress={() => void backUpNow(open)}>
          {ready ? 'Back up now' : 'Download a backup'}
        </Button>
        <FolderActions folder={state.folder ?? null} keeper={keeper} />
        <Button onPress={() => void chooseBackupFile().then(setChosen)}>Restore from a file…</Button>
      </div>
      <p role="status" className={settings.hint}>
        {state.busy ? 'Making a backup and reading it back…' : ''}
      </p>
      {state.folder && ready ? (
        <BackupRows
          files={state.files}
          onRestore={({ name }) => setChosen(inFolder(state.folder ?? null, name))}
        />
      ) : null}
      {chosen ? <RestoreDialog chosen={chosen} open={open} onClose={() => setChosen(null)} /> : null}
    </div>
  )
}

const bySelf = `A backup is made after every 10 minutes of work and when you close the project, and read back from the disk. Everything is in it: originals and history too. The last ${staying.last} stay, then one a day for ${staying.days} days, one a week for ${staying.weeks} weeks and one a month.`

const byHand =
  'No folder for backups has been chosen in this browser, so they do not come by themselves: download one now and then. Everything is in it: originals and history too.'

function Facts({ state }: { readonly state: BackupState }) {
  const open = useOpenProject()
  const { folder, files, noted } = state
  const log = useSelected((each) => each.log)
  const here = noted.filter((each) => each.folder === (folder?.handle ?? null))
  const last = here.at(-1)
  const verified = here.findLast((each) => each.verifiedAt !== undefined)
  const since = changesWithoutBackup(log, open.copy, noted)
  return (
    <dl className={settings.facts}>
      <dt>Where</dt>
      <dd>{where(folder ?? null)}</dd>
      {folder ? (
        <>
          <dt>How many</dt>
          <dd>
            {files.length === 0
              ? 'None of this project yet'
              : `${files.length.toLocaleString('en')} of this project, ${sizeInWords(files.reduce((sum, each) => sum + each.bytes, 0))} together`}
          </dd>
        </>
      ) : null}
      <dt>Last one</dt>
      <dd>{last ? `${dayAndTime(last.at)}, ${sizeInWords(last.bytes)}` : 'None yet'}</dd>
      {folder ? (
        <>
          <dt>Last verified</dt>
          <dd>
            {verified?.verifiedAt === undefined
              ? 'None yet'
              : `${dayAndTime(verified.verifiedAt)}: read back from the disk, and the same as what was written`}
          </dd>
        </>
      ) : null}
      <dt>{last ? 'Since then' : 'Not in any'}</dt>
      <dd>
        {since === 0
          ? last
            ? 'Nothing was changed'
            : 'No change yet'
          : `${counted(since, 'change')} of ${log.length.toLocaleString('en')}`}
      </dd>
    </dl>
  )
}

function where(folder: BackupFolder | null): string {
  if (folder === null) return 'Wherever you keep what you download'
  if (folder.own)
    return 'The folder “Backups” in Loam’s own place on this machine. On another disk they are safer: choose a folder there.'
  return `The folder “${folder.name}”, which you chose`
}

/** What can be done about the folder: allow it again, choose another, go back to Loam's own, show it. */
function FolderActions({
  folder,
  keeper,
}: {
  readonly folder: BackupFolder | null
  readonly keeper: BackupKeeper
}) {
  const desk = desktop()
  if (!desk.keepsBackups) return null
  const choose = async () => {
    const chosen = await chooseFolderInUse(desk)
    if (chosen?.ok === false) say({ kind: 'trouble', text: chosen.problem })
    else if (chosen) await keeper.look(true)
  }
  const goBack = async () => {
    forgetChosenFolder()
    await keeper.look()
  }
  return (
    <>
      {folder?.state === 'ask' ? (
        <Button onPress={() => void keeper.look(true)}>Allow “{folder.name}” again</Button>
      ) : null}
      <Button onPress={() => void choose()}>{folder ? 'Choose another folder…' : 'Choose a folder…'}</Button>
      {desk.kind === 'electron' && folder?.own === false ? (
        <Button onPress={() => void goBack()}>Use Loam’s own folder</Button>
      ) : null}
      {desk.kind === 'electron' && folder?.state === 'ready' ? (
        <Button onPress={() => void desk.showBackupFolder(folder.handle)}>Show the folder</Button>
      ) : null}
    </>
  )
}

function inFolder(folder: BackupFolder | null, name: string): ChosenBackup {
  return { name, read: async () => (folder ? desktop().readBackup(folder.handle, name) : null) }
}
