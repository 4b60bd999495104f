import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readPdf } from '../../electron/cli/pdf-reader.ts'
import { draftOf, unsound } from './read-file.ts'

const file = resolve(
  import.meta.dirname,
  '../../../shared/transcripts/files/pdf_maxqda/DanielKerrigan__P2.pdf',
)
const present = existsSync(file)
const claim = present
  ? 'a real interview printed to PDF has the voices, turns and paragraphs that were counted in it'
  : 'a real interview as PDF is skipped: ../shared/transcripts is not here'

test.skipIf(!present)(claim, async () => {
  const draft = await draftOf('P2.pdf', new Uint8Array(readFileSync(file)), { pdf: readPdf })
  expect(unsound(draft)).toEqual([])
  expect(draft.speakers.map(({ label, turns }) => [label, turns])).toEqual([
    ['Dan', 81],
    ['Participant', 84],
  ])
  expect([draft.turns.length, draft.units]).toEqual([165, 166])
  expect(draft.notices.map(({ count, what }) => `${count} ${what}`)).toEqual([
    '8 lines at the head or foot of pages left out',
    '172 numbers in the margin left out',
  ])
  expect(new Set(draft.origins?.map(({ place }) => (place.kind === 'page' ? place.page : 0))).size).toBe(8)
})
