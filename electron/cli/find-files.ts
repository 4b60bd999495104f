import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileProblem } from '../../shared/cli.ts'
import { whyNotRead } from '../file-problems.ts'

/** Files meant by the paths that were named, folders opened, in the order of their names; and paths that lead nowhere. */
export async function findFiles(
  paths: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly problems: readonly FileProblem[] }> {
  const files: string[] = []
  const problems: FileProblem[] = []
  for (const path of paths) {
    try {
      const found = await stat(path)
      const inside = found.isDirectory() ? await filesIn(path) : [path]
      if (inside.length === 0)
        problems.push({ file: path, problem: `The folder “${basename(path)}” holds no files.` })
      files.push(...inside)
    } catch (trouble) {
      problems.push({ file: path, problem: whyNotRead(basename(path), trouble) })
    }
  }
  return { files: [...new Set(files)], problems }
}

/** Hidden files are left out, and links are not followed, so that a folder cannot lead in circles. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const shown = entries.filter((entry) => !entry.name.startsWith('.'))
  shown.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const found = await Promise.all(
    shown.map((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(path)
      return entry.isFile() ? [path] : []
    }),
  )
  return found.flat()
}
