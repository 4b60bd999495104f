import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'

/** The smallest window in which the reader and the codes still stand side by side, in pixels. */
export const SMALLEST = { width: 900, height: 600 } as const

/** How a window is made: sandboxed, without Node, without embedded pages, and without a spelling checker,
    which would fetch dictionaries. Its ground has the theme's colour so that opening does not flash. */
export function windowOptions(given: WindowGiven): BrowserWindowConstructorOptions {
  return {
    ...given.place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Loam',
    titleBarStyle: 'default',
    backgroundColor: given.dark ? '#171411' : '#f5f2ed',
    ...(given.icon === undefined ? {} : { icon: given.icon }),
    webPreferences: {
      preload: given.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: given.developing,
    },
  }
}

/** What a window is made from. */
export interface WindowGiven {
  /** Absolute path of the built preload. */
  readonly preload: string
  readonly dark: boolean
  readonly developing: boolean
  readonly place: Partial<Rectangle>
  /** Absolute path of a PNG, where the system takes the icon from the window (Linux). */
  readonly icon?: string
}
