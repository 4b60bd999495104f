import './refuse-old-node.js'
import { spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { findElectron } from './find-electron.ts'
import { isBuilt } from './is-built.ts'
import { hasScreen, openInBrowser } from './open-browser.ts'
import { LOAM_PORT, SERVER_NAME, serveLoam } from './static-server.ts'

const root = resolve(import.meta.dirname, '..')
const say = (sentence: string) => console.log(sentence)
const mayOpen = hasScreen(process.platform, process.env)

process.exitCode = await start()

async function start(): Promise<number> {
  if (!(await isBuilt(root)) && !build()) return 1
  const electron = mayOpen && !process.env.LOAM_NO_ELECTRON ? findElectron(root, say) : null
  if (electron !== null && (await runElectron(electron))) return 0
  return serve()
}

function build(): boolean {
  say('Building Loam…')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const built = spawnSync(process.execPath, [tool, 'build'], { cwd: root, encoding: 'utf8' })
  if (built.status === 0) return true
  console.error(
    `${built.stdout ?? ''}${built.stderr ?? ''}\nLoam could not be built: the reason stands above.`,
  )
  return false
}

/** True when the window was open until the person closed it; false when Electron could not start here. */
function runElectron(binary: string): Promise<boolean> {
  const began = Date.now()
  const child = spawn(binary, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  return new Promise((settle) => {
    child.on('error', () => settle(false))
    child.on('close', (code) => {
      const neverOpened = code !== 0 && Date.now() - began < 10_000
      if (neverOpened) say('Electron could not start on this system, so Loam opens in your browser.')
      settle(!neverOpened)
    })
  })
}

async function serve(): Promise<number> {
  const served = await serveLoam(join(root, 'out', 'renderer'), LOAM_PORT)
  const address = `http://127.0.0.1:${LOAM_PORT}/`
  if (!served.ok && !(served.taken && (await isLoam(address)))) {
    console.error(served.problem)
    return 1
  }
  say(served.ok ? `Loam is at ${address} (Ctrl+C ends it).` : `Loam is already running at ${address}`)
  if (mayOpen && !process.env.LOAM_NO_OPEN) openInBrowser(address)
  return 0
}

async function isLoam(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(2_000) })
    return answer.headers.get('server') === SERVER_NAME
  } catch {
    return false
  }
}
