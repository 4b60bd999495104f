import type { IpcMain, IpcMainEvent } from 'electron'
import type { bridgeHandlers } from './bridge-handlers.ts'
import { ASK, TELL } from './channels.ts'
import { demandOwnSender, isOwnSender } from './check-sender.ts'
import type { WindowRequests } from './window-requests.ts'

/** What messages from one window reach. */
export interface AnsweringWindow {
  readonly handlers: ReturnType<typeof bridgeHandlers>
  readonly requests: WindowRequests
  setTitle(title: string, unsaved: boolean): void
}

/** Listens to the windows' messages and lets each reach its own window's handlers only. A message from any
    other page or frame is refused. */
export function answerWindows(
  ipc: Pick<IpcMain, 'handle' | 'on'>,
  windowOf: (contentsId: number) => AnsweringWindow | null,
): void {
  const isOwn = (id: number) => windowOf(id) !== null
  for (const call of CALLS) {
    ipc.handle(ASK[call], (event, ...given: readonly unknown[]) => {
      demandOwnSender(event, isOwn)
      return windowOf(event.sender.id)?.handlers[call](...given)
    })
  }
  const hear = (channel: string, hearing: (window: AnsweringWindow, ...told: readonly unknown[]) => void) =>
    ipc.on(channel, (event: IpcMainEvent, ...told: readonly unknown[]) => {
      const window = isOwnSender(event, isOwn) ? windowOf(event.sender.id) : null
      if (window) hearing(window, ...told)
    })
  hear(TELL.listening, (window) => window.requests.listening())
  hear(TELL.going, (window) => window.requests.going())
  hear(TELL.done, (window, number) => window.requests.done(Number(number)))
  hear(TELL.title, (window, title, unsaved) => window.setTitle(String(title).slice(0, 300), unsaved === true))
}

const CALLS = [
  'openFiles',
  'listFiles',
  'readListed',
  'saveAs',
  'saveAgain',
  'readAgain',
  'deleteFile',
  'chooseRecording',
  'openRecording',
  'printToPdf',
  'backupFolder',
  'chooseBackupFolder',
  'showBackupFolder',
  'listBackups',
  'writeBackup',
  'readBackup',
  'deleteBackup',
] as const satisfies (keyof typeof ASK)[]
