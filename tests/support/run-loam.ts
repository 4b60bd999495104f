import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** What a run of the command line came to: its exit, and what it printed. */
export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** The command line as a program of its own, working in a folder. */
export function loamIn(folder: () => string, env: Readonly<Record<string, string>> = {}) {
  return (...args: readonly string[]): Promise<Ran> =>
    new Promise((settle) => {
      const how = { cwd: folder(), maxBuffer: 1e8, env: { ...process.env, ...env } }
      execFile(process.execPath, [program, ...args], how, (trouble, out, err) => {
        settle({ exit: trouble === null ? 0 : Number(trouble.code), out, err })
      })
    })
}

const program = join(import.meta.dirname, '../../electron/cli.ts')
