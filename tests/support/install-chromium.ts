import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from './chromium.ts'

/** Sees to it that there is a Chromium for the journeys: Debian's own package where that is possible. */
function installChromium(): number {
  const there = chromiumPath()
  if (there !== null) return done(`Chromium is at ${there}.`)
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    console.error(
      'No Chromium is on this machine. Install Chromium or Chrome, or name one in LOAM_CHROMIUM; ' +
        'on Debian: sudo apt-get install chromium.',
    )
    return 1
  }
  const installed =
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  const path = installed ? chromiumPath() : null
  if (path !== null) return done(`Chromium is now at ${path}.`)
  console.error('Debian’s Chromium could not be installed: the reason stands above.')
  return 1
}

function run(command: string, given: readonly string[]): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, given, { stdio: 'inherit', env: environment }).status === 0
}

function done(sentence: string): number {
  console.log(sentence)
  return 0
}

process.exitCode = installChromium()
