import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ServedLoam, serveLoam } from '../../electron/static-server.ts'

const built = resolve(import.meta.dirname, '../../out/renderer')

/** Serves the built window on a free port, as "npm start" does on its own. Throws when nothing is built. */
export async function serveBuilt(): Promise<ServedLoam> {
  if (!existsSync(resolve(built, 'index.html')))
    throw new Error('Nothing is built yet: run "npm run build" first.')
  const served = await serveLoam(built, 0)
  if (!served.ok) throw new Error(served.problem)
  return served
}
