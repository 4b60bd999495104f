import { spawn } from 'node:child_process'

/** True when there is a screen to open a window on. */
export function hasScreen(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

/** The command that opens an address in the person's browser. */
export function openingCommand(platform: NodeJS.Platform, address: string): readonly [string, ...string[]] {
  if (platform === 'darwin') return ['open', address]
  // The empty argument is the window's title, which "start" takes first.
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address]
  return ['xdg-open', address]
}

/** Opens an address in the person's browser. Failing is silent: the address was printed. */
export function openInBrowser(address: string): void {
  const [command, ...rest] = openingCommand(process.platform, address)
  const child = spawn(command, rest, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
