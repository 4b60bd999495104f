import type { Rectangle } from 'electron'
import { isRecord, keepJson, readKeptJson } from './kept-json.ts'
import { SMALLEST } from './window-options.ts'

/** Where a window stood when it was closed, in pixels of the desktop. */
export interface WindowPlace extends Rectangle {
  readonly maximised: boolean
}

/** Reads where the window stood; null at the first start, or when the file is damaged. */
export async function readWindowPlace(path: string): Promise<WindowPlace | null> {
  const kept = await readKeptJson(path)
  return isPlace(kept) ? kept : null
}

/** Keeps where the window stands. A failure is not worth a message: the next start uses the usual size. */
export async function keepWindowPlace(path: string, place: WindowPlace): Promise<void> {
  await keepJson(path, place)
}

/** Where to open: where it stood, if enough of its upper edge is still on a screen to take hold of it; else
    in the middle, no larger than the first screen. `screens` are the usable areas, the first being the main. */
export function placeOnScreens(kept: WindowPlace | null, screens: readonly Rectangle[]): Partial<Rectangle> {
  // A window is first made to fit a screen: what can be grasped depends on how wide it then is.
  const fitting = screens.map((screen) => ({
    screen,
    place: kept && { ...kept, ...withinScreen(kept, screen) },
  }))
  const home = fitting.find(({ screen, place }) => place !== null && canBeGrasped(place, screen))?.place
  if (!home) return withinScreen(kept ?? USUAL, screens[0])
  const { x, y, width, height } = home
  return { x, y, width, height }
}

const USUAL = { width: 1440, height: 900 }

function canBeGrasped(place: Rectangle, screen: Rectangle): boolean {
  const shown = Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x)
  return shown >= 120 && place.y >= screen.y - 8 && place.y <= screen.y + screen.height - 60
}

function withinScreen(size: Pick<Rectangle, 'width' | 'height'>, screen: Rectangle | undefined) {
  return {
    width: Math.max(SMALLEST.width, Math.min(size.width, screen?.width ?? size.width)),
    height: Math.max(SMALLEST.height, Math.min(size.height, screen?.height ?? size.height)),
  }
}

function isPlace(kept: unknown): kept is WindowPlace {
  if (!isRecord(kept) || typeof kept.maximised !== 'boolean') return false
  return ['x', 'y', 'width', 'height'].every((key) => Number.isSafeInteger(kept[key]))
}
