import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { inspectDocument } from '../../electron/cli/inspect-document.ts'
import type { InspectDocument } from '../../shared/cli.ts'
import { bringIn, choose, preview } from '../support/bring-in.ts'
import { type Desk, newProject, sitDown } from '../support/journey.ts'
import { savedProject } from '../support/saved-files.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = resolve(root, '../shared/transcripts/files')
const present = existsSync(folder)

let at: Desk | undefined

afterEach(async () => {
  await at?.leave()
  at = undefined
})

test.skipIf(!present)(
  present
    ? 'every real transcript comes in through the window as it does from the command line'
    : 'real transcripts are skipped: ../shared/transcripts is not here',
  async () => {
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    at = await sitDown()
    await newProject(at.page, 'Everything')
    await choose(at.page, 'Import files…', paths)
    const sheet = await preview(at.page)
    expect(await sheet.getByRole('status').first().textContent()).toContain(
      `${paths.length} of ${paths.length} files ticked`,
    )
    await bringIn(at.page)
    const inWindow = await inspectDocument(await savedProject(at.page))
    const onCommand = imported(paths)
    expect(told(inWindow)).toEqual(told(onCommand))
    expect(inWindow.participants).toBe(onCommand.participants)
    expect(at.errors).toEqual([])
  },
)

/** What the command line makes of the same files. */
function imported(paths: readonly string[]): InspectDocument {
  const place = mkdtempSync(join(tmpdir(), 'loam-every-'))
  try {
    const out = join(place, 'all.qdpx')
    const run = ['--import', './electron/refuse-old-node.js', 'electron/cli.ts', 'import', ...paths]
    execFileSync(process.execPath, [...run, '--out', out], { cwd: root, stdio: 'pipe' })
    const told = execFileSync(process.execPath, ['electron/cli.ts', 'inspect', out, '--json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    return JSON.parse(told)
  } finally {
    rmSync(place, { recursive: true })
  }
}

/** Sources by their names: words, turns, voices and warnings. */
function told({ sources }: InspectDocument): readonly string[] {
  return sources.map((source) => JSON.stringify(source)).sort()
}
