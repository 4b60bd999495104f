import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../shared/bridge.ts'

/** What the menus need to know and do. */
export interface MenuGiven {
  readonly mac: boolean
  readonly developing: boolean
  /** Carries a command to the window in front. */
  readonly command: (command: MenuCommand) => void
  readonly newWindow: () => void
  readonly about: () => void
}

/** The menus, as each system's people expect them. A key that the window handles itself never reaches the
    menu, so nothing happens twice. */
export function menuTemplate(given: MenuGiven): MenuItemConstructorOptions[] {
  const menus = [fileMenu(given), editMenu(given), viewMenu(given)]
  return given.mac
    ? [applicationMenu(given), ...menus, { role: 'windowMenu' }]
    : [...menus, { label: '&Help', submenu: [{ label: 'About Loam', click: given.about }] }]
}

function applicationMenu({ about }: MenuGiven): MenuItemConstructorOptions {
  const hiding: MenuItemConstructorOptions[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }]
  return {
    label: 'Loam',
    submenu: [
      { label: 'About Loam', click: about },
      LINE,
      { role: 'services' },
      LINE,
      ...hiding,
      LINE,
      { role: 'quit', label: 'Quit Loam' },
    ],
  }
}

function fileMenu(given: MenuGiven): MenuItemConstructorOptions {
  const entry = entryFor(given)
  return {
    label: '&File',
    submenu: [
      entry('New project', 'new-project', 'CmdOrCtrl+N'),
      entry('Open a file…', 'open-file', 'CmdOrCtrl+O'),
      { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: given.newWindow },
      LINE,
      entry('Import…', 'import', 'CmdOrCtrl+I'),
      LINE,
      entry('Save', 'save', 'CmdOrCtrl+S'),
      entry('Save as…', 'save-as', 'CmdOrCtrl+Shift+S'),
      entry('Export report…', 'export-report', 'CmdOrCtrl+E'),
      entry('Print…', 'print', 'CmdOrCtrl+P'),
      LINE,
      entry('Close project', 'close-project', 'CmdOrCtrl+Shift+W'),
      given.mac ? { role: 'close' } : { role: 'quit', label: 'Quit' },
    ],
  }
}

function editMenu(given: MenuGiven): MenuItemConstructorOptions {
  const entry = entryFor(given)
  return {
    label: '&Edit',
    submenu: [
      entry('Undo', 'undo', 'CmdOrCtrl+Z'),
      entry('Redo', 'redo', given.mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      LINE,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle', label: 'Paste as plain text' },
      { role: 'selectAll' },
      LINE,
      entry('Find', 'find', 'CmdOrCtrl+F'),
    ],
  }
}

function viewMenu(given: MenuGiven): MenuItemConstructorOptions {
  const tools: MenuItemConstructorOptions[] = [LINE, { role: 'toggleDevTools' }]
  return {
    label: '&View',
    submenu: [
      entryFor(given)('Theme', 'theme', 'CmdOrCtrl+Shift+L'),
      LINE,
      { role: 'resetZoom', label: 'Usual size' },
      { role: 'zoomIn', label: 'Larger' },
      { role: 'zoomOut', label: 'Smaller' },
      LINE,
      { role: 'togglefullscreen', label: 'Full screen' },
      ...(given.developing ? tools : []),
    ],
  }
}

const LINE: MenuItemConstructorOptions = { type: 'separator' }

function entryFor({ command }: MenuGiven) {
  return (label: string, id: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    label,
    id,
    accelerator,
    click: () => command(id),
  })
}
