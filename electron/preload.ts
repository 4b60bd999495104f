import { contextBridge, ipcRenderer } from 'electron'
import type { Desktop, DesktopRequest } from '../shared/bridge.ts'
import { ASK, type NumberedRequest, TELL } from './channels.ts'

type Listener = (request: DesktopRequest) => void | Promise<void>

const listeners = new Set<Listener>()

const desktop: Desktop = {
  kind: 'electron',
  keepsBackups: true,
  openFiles: (wanted) => ipcRenderer.invoke(ASK.openFiles, wanted),
  listFiles: (wanted) => ipcRenderer.invoke(ASK.listFiles, wanted),
  readListed: (handle) => ipcRenderer.invoke(ASK.readListed, handle),
  saveAs: (file) => ipcRenderer.invoke(ASK.saveAs, file),
  saveAgain: (handle, bytes) => ipcRenderer.invoke(ASK.saveAgain, handle, bytes),
  readAgain: (handle) => ipcRenderer.invoke(ASK.readAgain, handle),
  deleteFile: (handle) => ipcRenderer.invoke(ASK.deleteFile, handle),
  chooseRecording: (title) => ipcRenderer.invoke(ASK.chooseRecording, title),
  openRecording: (handle) => ipcRenderer.invoke(ASK.openRecording, handle),
  // The desktop holds nothing open for a recording: each request opens and closes the file.
  closeRecording: () => undefined,
  printToPdf: (suggestedName) => ipcRenderer.invoke(ASK.printToPdf, suggestedName),
  backupFolder: (handle, ask) => ipcRenderer.invoke(ASK.backupFolder, handle, ask),
  chooseBackupFolder: (title) => ipcRenderer.invoke(ASK.chooseBackupFolder, title),
  showBackupFolder: (folder) => ipcRenderer.invoke(ASK.showBackupFolder, folder),
  listBackups: (folder) => ipcRenderer.invoke(ASK.listBackups, folder),
  writeBackup: (folder, name, bytes) => ipcRenderer.invoke(ASK.writeBackup, folder, name, bytes),
  readBackup: (folder, name) => ipcRenderer.invoke(ASK.readBackup, folder, name),
  deleteBackup: (folder, name) => ipcRenderer.invoke(ASK.deleteBackup, folder, name),
  goingOn: () => ipcRenderer.send(TELL.going),
  setTitle: (title, unsaved) => ipcRenderer.send(TELL.title, title, unsaved),
  onRequest(listener) {
    listeners.add(listener)
    ipcRenderer.send(TELL.listening)
    return () => listeners.delete(listener)
  },
}

ipcRenderer.on(TELL.request, (_event, { number, request }: NumberedRequest) => {
  const answers = [...listeners].map(async (listener) => listener(request))
  void Promise.allSettled(answers).then(() => ipcRenderer.send(TELL.done, number))
})

contextBridge.exposeInMainWorld('loamDesktop', desktop)
