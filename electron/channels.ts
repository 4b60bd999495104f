import type { Desktop, DesktopRequest } from '../shared/bridge.ts'

/** What the window may ask and gets an answer to: the bridge without what it only hears or tells. */
export type BridgeCalls = Omit<
  Desktop,
  'kind' | 'keepsBackups' | 'onRequest' | 'goingOn' | 'setTitle' | 'closeRecording'
>

/** The channels on which the window asks, by the name of the call. Both ends use these. */
export const ASK = {
  openFiles: 'loam:open-files',
  listFiles: 'loam:list-files',
  readListed: 'loam:read-listed',
  saveAs: 'loam:save-as',
  saveAgain: 'loam:save-again',
  readAgain: 'loam:read-again',
  deleteFile: 'loam:delete-file',
  chooseRecording: 'loam:choose-recording',
  openRecording: 'loam:open-recording',
  printToPdf: 'loam:print-to-pdf',
  backupFolder: 'loam:backup-folder',
  chooseBackupFolder: 'loam:choose-backup-folder',
  showBackupFolder: 'loam:show-backup-folder',
  listBackups: 'loam:list-backups',
  writeBackup: 'loam:write-backup',
  readBackup: 'loam:read-backup',
  deleteBackup: 'loam:delete-backup',
} as const satisfies Record<keyof BridgeCalls, string>

/** The channels on which one side tells the other something. */
export const TELL = {
  /** Window to desktop: what it shows, and whether something is unsaved. */
  title: 'loam:title',
  /** Window to desktop: it listens from now on. */
  listening: 'loam:listening',
  /** Desktop to window: a numbered request. */
  request: 'loam:request',
  /** Window to desktop: it is still writing, before it closes. */
  going: 'loam:going',
  /** Window to desktop: the request with this number is done. */
  done: 'loam:done',
} as const

/** A request on its way to the window. */
export interface NumberedRequest {
  readonly number: number
  readonly request: DesktopRequest
}
