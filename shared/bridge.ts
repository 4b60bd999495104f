/** What the window asks of the desktop or the browser. It deals in bytes and opaque handles, never in paths. */
export interface Desktop {
  readonly kind: 'electron' | 'browser'
  /** Lets the person choose files to read; empty when they cancel. */
  openFiles(wanted: OpenWanted): Promise<readonly OpenedFile[]>
  /** The same, but reads nothing yet: however many files there are, each is read when its turn comes. */
  listFiles(wanted: OpenWanted): Promise<readonly ListedFile[]>
  /** Reads a file that `listFiles` gave; the handle holds for this run of Loam only. */
  readListed(handle: FileHandle): Promise<OpenedFile>
  /** Lets the person choose where to save, and writes to a temporary name that is then renamed.
      Null when they cancel; a problem when nothing could be written. */
  saveAs(file: FileToSave): Promise<SavedFile | Refused | null>
  /** Writes again to a place chosen before; the handle comes from `saveAs` or `openFiles`. */
  saveAgain(handle: FileHandle, bytes: Uint8Array): Promise<Outcome>
  /** Reads a file opened or saved before, such as a recent project file; null when it is no longer there. */
  readAgain(handle: FileHandle): Promise<OpenedFile | null>
  /** Deletes a project file opened or saved before, for good; one that is gone already counts as deleted. */
  deleteFile(handle: FileHandle): Promise<Outcome>
  /** Lets the person choose a recording to listen to; null when they cancel. */
  chooseRecording(title: string): Promise<OpenedRecording | Refused | null>
  /** Opens a recording chosen before; null when it is gone or this platform no longer knows it. In a browser it may
      ask the person, which only works while it answers a press. */
  openRecording(handle: FileHandle): Promise<OpenedRecording | null>
  /** Lets go of what a recording is played from. */
  closeRecording(address: string): void
  /** Prints what the window shows as PDF: to a file in the desktop, through the print dialog in a browser. */
  printToPdf(suggestedName: string): Promise<Outcome>
  /** False where no folder can be had: a backup is then a download. */
  readonly keepsBackups: boolean
  /** The folder behind a handle, or with null the platform's own; null where there is none. `ask` is true when the
      person has just pressed something, so that a browser may ask whether Loam may write there. */
  backupFolder(handle: FileHandle | null, ask: boolean): Promise<BackupFolder | null>
  /** Lets the person choose a folder for backups; null when they cancel. */
  chooseBackupFolder(title: string): Promise<BackupFolder | Refused | null>
  /** Opens the folder where the system shows folders; false where that cannot be done. */
  showBackupFolder(folder: FileHandle): Promise<boolean>
  /** The backups in a folder, of every project; other files are left out. */
  listBackups(folder: FileHandle): Promise<BackupList | Refused>
  /** Writes a backup whole or not at all: to a temporary name that is then renamed. */
  writeBackup(folder: FileHandle, name: string, bytes: Uint8Array): Promise<Outcome>
  /** Reads a backup from the disk; null when it is gone or may not be read. */
  readBackup(folder: FileHandle, name: string): Promise<Uint8Array | null>
  /** Deletes a backup; nothing else can be deleted this way. One that is gone already counts as deleted. */
  deleteBackup(folder: FileHandle, name: string): Promise<Outcome>
  /** Calls back when a project file is handed over by the system, a menu entry is chosen or the window is
      about to close; closing waits for the promise that the listener gives: a few seconds, and on for as
      long as it is told every now and then that the writing goes on (`goingOn`). Gives back what ends the
      listening. */
  onRequest(listener: (request: DesktopRequest) => void | Promise<void>): () => void
  /** Tells a desktop that waits to close the window that it is still being written. */
  goingOn(): void
  /** Tells the window's frame what it shows and whether something is not yet on disk. */
  setTitle(title: string, unsaved: boolean): void
}

/** Names a file the person chose, without saying where it is. It survives a restart where the platform can. */
export type FileHandle = string & { readonly __handle?: never }

export interface OpenWanted {
  readonly title: string
  /** Endings without a dot; empty for any. */
  readonly endings: readonly string[]
  readonly several: boolean
  readonly folder?: boolean
}

/** A chosen file that is not read yet. */
export interface ListedFile {
  readonly name: string
  readonly handle: FileHandle
}

export interface OpenedFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** Null where the platform cannot write it again; given for project files only. */
  readonly handle: FileHandle | null
  /** Why the file could not be read, in one sentence; `bytes` is then empty. */
  readonly problem?: string
}

/** A recording that can be played. It stays where it is and is never read as a whole: only its two ends, which tell
    whether it is the one that was meant (`markStretches`). */
export interface OpenedRecording {
  readonly ok: true
  readonly name: string
  /** How long the file is, in bytes. */
  readonly bytes: number
  readonly first: Uint8Array
  readonly last: Uint8Array
  /** Where the window plays it from: of its own origin, never a path. */
  readonly address: string
  /** Opens it again after a restart; null where the platform cannot. */
  readonly handle: FileHandle | null
}

export interface FileToSave {
  readonly suggestedName: string
  readonly title: string
  readonly bytes: Uint8Array
  readonly mediaType: string
}

export interface SavedFile {
  readonly ok: true
  readonly name: string
  readonly handle: FileHandle | null
}

/** A folder that backups go to. */
export interface BackupFolder {
  readonly ok: true
  readonly handle: FileHandle
  /** The folder's own name, not where it is. */
  readonly name: string
  /** True for the one that Loam made for itself. */
  readonly own: boolean
  /** `ask`: the browser wants the person to allow it again; `refused`: the person said no; `gone`: it is not there. */
  readonly state: 'ready' | 'ask' | 'refused' | 'gone'
}

/** What is in a folder of backups. */
export interface BackupList {
  readonly ok: true
  readonly files: readonly BackupFile[]
}

/** A backup in a folder; `bytes` is its size. */
export interface BackupFile {
  readonly name: string
  readonly bytes: number
}

export type Outcome = { readonly ok: true } | Refused

/** What could not be done, in one sentence that names the file and what to do. */
export interface Refused {
  readonly ok: false
  readonly problem: string
}

/** What the menus and the system ask of the window. */
export type DesktopRequest =
  | { readonly kind: 'open'; readonly file: OpenedFile }
  | { readonly kind: 'command'; readonly command: MenuCommand }
  /** The window is about to close or to be hidden for good: write what is not yet written. */
  | { readonly kind: 'flush' }

/** Menu entries that the window carries out. */
export type MenuCommand =
  | 'new-project'
  | 'open-file'
  | 'import'
  | 'save'
  | 'save-as'
  | 'export-report'
  | 'print'
  | 'undo'
  | 'redo'
  | 'find'
  | 'theme'
  | 'close-project'
