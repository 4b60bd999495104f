import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprint } from '../../shared/exchange/fingerprint.ts'
import { readProjectFile } from '../../shared/exchange/project-file.ts'
import { brokenRules } from '../../shared/model/integrity.ts'

test('the sample is built from its files, sound and the same every time and everywhere', {
  timeout: 60_000,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'loam-sample-'))
  try {
    const [first, second] = ['UTC', 'Pacific/Auckland'].map((zone) =>
      built(join(folder, 'sample.qdpx'), zone),
    )
    expect(fingerprint(first ?? '')).toBe(fingerprint(second ?? ''))
    const reading = readProjectFile(first ?? new Uint8Array())
    if (!reading.ok) throw new Error(reading.problem)
    const { project, contents, changes } = reading.archive
    expect(reading.notes).toEqual([])
    expect(brokenRules(project, (hash) => contents.get(hash)?.text)).toEqual([])
    expect(changes.length).toBeGreaterThan([...project.codings.values()].flat().length)
    expect(changes.map((change) => change.at)).toEqual(
      changes.map((change) => change.at).sort((a, b) => a - b),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function built(target: string, zone: string): Uint8Array {
  const program = join(import.meta.dirname, '../../sample-data/build-sample.ts')
  execFileSync(process.execPath, [program, target], { env: { ...process.env, TZ: zone }, stdio: 'pipe' })
  return readFileSync(target)
}
