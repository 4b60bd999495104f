import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { draftOf, unsound } from './read-file.ts'

const folder = resolve(import.meta.dirname, '../../../shared/transcripts')
const present = existsSync(resolve(folder, 'MANIFEST.tsv'))

interface Row {
  readonly path: string
  readonly speakers: number | null
  readonly turns: number | null
  readonly units: number | null
}

const rows: readonly Row[] = !present
  ? []
  : readFileSync(resolve(folder, 'MANIFEST.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([path = '']) => /\.(?:txt|md|docx|vtt|srt)$/.test(path))
      .map(([path = '', , , , speakers, turns, units]) => ({
        path,
        speakers: number(speakers),
        turns: number(turns),
        units: number(units),
      }))

/** For these two the manifest counts turns as units, where Loam counts paragraphs. */
const TURNS_AS_UNITS = /otter_md|docx_turboscribe/

for (const row of rows) {
  test(`the real ${row.path.split('/').slice(1).join('/')} has the voices, turns and units that were counted in it`, async () => {
    const draft = await draftOf(row.path, new Uint8Array(readFileSync(resolve(folder, row.path))))
    expect(unsound(draft)).toEqual([])
    expect(draft.speakers.length).toBe(row.speakers ?? 0)
    if (row.turns !== null) expectNear(draft.turns.length, row.turns, row.path.endsWith('.md') ? 0.02 : 0)
    if (row.units !== null && !TURNS_AS_UNITS.test(row.path)) expect(draft.units).toBe(row.units)
    expect(draft.words).toBeGreaterThan(50)
  })
}

const claim = present
  ? 'real transcripts of all five formats are compared'
  : 'real transcripts are skipped: ../shared/transcripts is not here'
test.skipIf(!present)(claim, () => {
  expect(new Set(rows.map((row) => row.path.split('.').at(-1)))).toEqual(
    new Set(['txt', 'md', 'docx', 'vtt', 'srt']),
  )
})

function expectNear(found: number, counted: number, share: number): void {
  expect(Math.abs(found - counted)).toBeLessThanOrEqual(counted * share)
}

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell)
}
