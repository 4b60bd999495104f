import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'
import { asGuessed, shapeOf } from '../../shared/importers/survey-table.ts'
import { draftOf, report, unsound } from './read-file.ts'

const folder = resolve(import.meta.dirname, '../../../shared/transcripts/files/survey')
const isHere = existsSync(folder)
const name = (title: string) => (isHere ? title : `${title} is skipped: ../shared/transcripts is not here`)

async function survey(file: string) {
  const draft = await draftOf(file, new Uint8Array(readFileSync(resolve(folder, file))))
  if (!draft.survey) throw new Error('This is no survey')
  return { draft, table: draft.survey }
}

test.skipIf(!isHere)(
  name('the real workbook of 52 columns has the words and rows that were counted in it'),
  async () => {
    const { draft, table } = await survey('rstudio__2019_Spanish_R_Community_Survey_Responses.xlsx')
    // Counted were 339 rows with that of the headings, and 20,590 words.
    expect([table.columns.length, draft.units]).toEqual([52, 338])
    expect(Math.abs(draft.words - 20_590)).toBeLessThanOrEqual(20_590 * 0.02)
    expect(shapeOf(table, asGuessed)).toBe('respondents')
    const sources = surveyDrafts(table, asGuessed)
    expect(sources).toHaveLength(338)
    expect(sources.reduce((sum, { words }) => sum + words, 0)).toBe(draft.words)
    expect([draft, ...sources].flatMap(unsound)).toEqual([])
    expect(report(draft)).toContain(
      '1 of 338 respondents answered no open question, but was asked and counts',
    )
  },
)

test.skipIf(!isHere)(
  name('the real table with CR only has 7,819 rows, and those who did not answer count'),
  async () => {
    const { draft, table } = await survey('rstudio__gender-free-text.csv')
    expect(draft.units).toBe(7819)
    expect(Math.abs(draft.words - 7798)).toBeLessThanOrEqual(7798 * 0.02)
    expect([draft.speakers.length, draft.turns.length]).toEqual([7819, 7756])
    expect(shapeOf(table, asGuessed)).toBe('questions')
    expect(draft.origins?.at(-1)?.place).toEqual({ kind: 'cell', cell: 'A7820' })
  },
)
