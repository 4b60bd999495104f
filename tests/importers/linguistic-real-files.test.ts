import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import { draftOf, unsound } from './read-file.ts'

const folder = resolve(import.meta.dirname, '../../../shared/transcripts')
const present = existsSync(resolve(folder, 'MANIFEST.tsv'))

/** What the manifest counts in a file; null where it counts nothing. */
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
      .map((line) => line.split('\t'))
      .filter(([path = '']) => /\.(?:exb|cha|trs|eaf|stm|TextGrid)$/.test(path))
      .map(([path = '', , , , speakers, turns, units]) => ({
        path,
        speakers: number(speakers),
        turns: number(turns),
        units: number(units),
      }))

/** What the manifest calls turns: in EXMARaLDA the events of speech (each has its time), in Transcriber the turns of
    the file, of which Loam tells two voices at once apart and leaves out the silent ones. */
const turnsAsCounted = (draft: SourceDraft): number => {
  const noticed = (what: RegExp): number => draft.notices.find((each) => what.test(each.what))?.count ?? 0
  if (draft.format === 'exb') return draft.syncPoints.length
  if (draft.format === 'trs')
    return draft.turns.length - noticed(/at the same time/) + noticed(/turns? without words/)
  return draft.turns.length
}

for (const row of rows) {
  test(`the real ${row.path.split('/').slice(1).join('/')} has the voices, turns and units that were counted in it`, async () => {
    const draft = await draftOf('a.txt', new Uint8Array(readFileSync(resolve(folder, row.path))))
    expect(unsound(draft)).toEqual([])
    expect(draft.speakers.length).toBe(row.speakers ?? 0)
    if (row.turns !== null) expect(turnsAsCounted(draft)).toBe(row.turns)
    if (row.units !== null) expect(draft.units).toBe(row.units)
  })
}

const read = async (path: string): Promise<SourceDraft> =>
  draftOf(path, new Uint8Array(readFileSync(resolve(folder, 'files', path))))

test.skipIf(!present)('real tiers of speech are told from sounds, notes and translations', async () => {
  const mary = await read('praat/timmahrt__mary_longfile.TextGrid')
  expect([mary.text, mary.units, mary.encoding?.name]).toEqual(['mary rolled the barrel', 4, 'utf-16be'])
  const long = await read('praat/kylebgorman__long_format.TextGrid')
  expect([long.units, long.turns[0]?.time, long.text.slice(0, 15)]).toEqual([29, 1361893, "RIGHT THEN I'LL"])
  const freak = await read('exmaralda/digitalhumanis__AlmalIsNFreak.exb')
  expect([freak.turns.length, freak.notices[0]?.count]).toEqual([268, 51])
  expect(freak.translations?.map(({ name, stretches }) => [name, stretches.length])).toEqual([
    ['English', 267],
    ['German', 267],
  ])
  const trs = await read('transcriber/gauthelo__fuc_41610.trs')
  expect(trs.turns.length).toBe(479 + 49 - 2)
})

const claim = present
  ? 'real transcripts of EXMARaLDA, CHAT, Praat and Transcriber are compared'
  : 'real transcripts are skipped: ../shared/transcripts is not here'
test.skipIf(!present)(claim, () => {
  expect(new Set(rows.map((row) => row.path.split('.').at(-1)))).toEqual(
    new Set(['exb', 'cha', 'TextGrid', 'trs']),
  )
})

function number(cell: string | undefined): number | null {
  return cell === undefined || cell === '' ? null : Number(cell)
}
