import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { draftOf, unsound } from './read-file.ts'

const folder = resolve(import.meta.dirname, '../../../shared/transcripts')
const present = existsSync(resolve(folder, 'MANIFEST.tsv'))

const rows = !present
  ? []
  : readFileSync(resolve(folder, 'MANIFEST.tsv'), 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .filter(([path = '']) => /\.(?:json|tsv)$/.test(path))

const real = (path: string): Uint8Array => new Uint8Array(readFileSync(resolve(folder, path)))

/** The manifest counts one voice for Deepgram's file, but nothing in it says who speaks. */
const NAMES_NOBODY = /^files\/deepgram\//

for (const [path = '', , , , speakers, turns, units] of rows) {
  test(`the real ${path.split('/').slice(1).join('/')} has the voices, turns and units that were counted in it`, async () => {
    const draft = await draftOf(path, real(path))
    expect(unsound(draft)).toEqual([])
    expect(draft.speakers.length).toBe(NAMES_NOBODY.test(path) ? 0 : Number(speakers ?? ''))
    if (turns !== '') expect(draft.turns.length).toBe(Number(turns))
    expect(draft.units).toBe(Number(units))
    expect(draft.words).toBeGreaterThan(50)
    expect(draft.syncPoints.length).toBeGreaterThan(1)
  })
}

const set = 'files/whisper_set/hitsave__Goodboy_Galaxy_-_Rik_Nicol'

test.skipIf(!present)(
  'one recording as SRT, TSV, JSON and timed lines gives one text with the same times',
  async () => {
    const srt = await draftOf('a.srt', real(`${set}.srt`))
    const tsv = await draftOf('a.tsv', real(`${set}.tsv`))
    const rows = new TextDecoder()
      .decode(real(`${set}.tsv`))
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((row) => row.split('\t'))
    const segments = rows.map(([start, end, text]) => ({
      start: Number(start) / 1000,
      end: Number(end) / 1000,
      text: ` ${text}`,
    }))
    const json = await draftOf('a.json', JSON.stringify({ segments, language: 'en' }))
    const lrc = await draftOf(
      'a.lrc',
      segments.map(({ start, end, text }) => `${stamp(start)}${text}\n${stamp(end)}\n`).join(''),
    )
    for (const draft of [tsv, json]) {
      expect(draft.text).toBe(srt.text)
      expect(draft.turns).toEqual(srt.turns)
      expect(draft.syncPoints).toEqual(srt.syncPoints)
      expect(draft.units).toBe(753)
    }
    expect([lrc.text, lrc.units]).toEqual([srt.text, 753])
  },
)

const claim = present
  ? 'real transcripts of speech recognition are compared'
  : 'real transcripts of speech recognition are skipped: ../shared/transcripts is not here'
test.skipIf(!present)(claim, () => {
  expect(rows.length).toBeGreaterThanOrEqual(5)
})

function stamp(seconds: number): string {
  const minutes = String(Math.floor(seconds / 60)).padStart(2, '0')
  return `[${minutes}:${(seconds % 60).toFixed(2).padStart(5, '0')}]`
}
