import type { Desktop } from '../../shared/bridge.ts'

const second = 1000

/** Tells the desktop every second that a window which is about to close is still being written, so that it waits; where
    that takes a moment, `note` shows the person why. In a browser nobody waits. */
export async function whileClosing<T>(
  writing: Promise<T>,
  desk: Pick<Desktop, 'kind' | 'goingOn'>,
  note: (text: string) => void,
): Promise<T> {
  if (desk.kind === 'browser') return writing
  const telling = setInterval(() => desk.goingOn(), second)
  const noting = setTimeout(() => note('Backing up before closing…'), second / 2)
  try {
    return await writing
  } finally {
    clearInterval(telling)
    clearTimeout(noting)
  }
}
