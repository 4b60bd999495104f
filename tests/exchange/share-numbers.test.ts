import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { type SharePart, shareCopy } from '../../shared/exchange/share-copy.ts'
import { shareNumbers } from '../../shared/exchange/share-numbers.ts'
import { bigArchive } from '../bench/big-archive.ts'
import { archiveOf } from './arbitrary-archive.ts'

test('the numbers are those of what the copy holds, and names in what was said are told', () => {
  const archive = archiveOf({
    words: ['Ground', 'AB', 'North', 'Noor', 'Maryam Haddad', 'A memo', 'I saw', 'a note'],
    sources: [
      { lines: ['They call me Maryam', 'and wait'], labels: 'beside' },
      { lines: ['nobody'], labels: 'none' },
    ],
    codes: ['Time'],
    codings: [[0, 2, 5, 0, false]],
  })
  expect(shareNumbers(archive)).toMatchObject({
    sources: 2,
    codes: 1,
    codings: 1,
    memos: 1,
    participants: 1,
    withdrawn: 0,
    namesInTexts: 1,
    historyRefused: null,
    historyHoldsNames: true,
    parts: { history: { count: archive.changes.length }, names: { count: 1 } },
  })
})

test('whoever withdrew, their words and their files are in no number', () => {
  const withdrawn = archiveOf({
    words: ['Ground', 'AB', 'North', 'Noor', 'Maryam Haddad', 'A memo', 'I saw', 'a note'],
    sources: [{ lines: ['I plant trees', 'and wait'], labels: 'beside' }],
    codes: ['Time'],
    codings: [[0, 2, 5, 0, false]],
    allowed: { consent: 'withdrawn' },
  })
  const numbers = shareNumbers(withdrawn)
  expect(numbers).toMatchObject({
    codings: 0,
    participants: 0,
    withdrawn: 1,
    historyRefused: 'withdrawn',
    parts: { names: { count: 0 }, originals: { count: 0 } },
  })
})

const made = { 'many codings': bigArchive({ sources: 20, words: 4000, codings: 150, codes: 60 }) }
test.each(Object.entries(made))('the size that is told is near the file’s: %s', (_, archive) => {
  expectNear(archive)
})

test('the size that is told is near the file’s: the sample', () => {
  const reading = readProjectFile(new Uint8Array(readFileSync('sample-data/sample.qdpx')))
  if (!reading.ok) throw new Error(reading.problem)
  expectNear(reading.archive)
})

function expectNear(archive: Parameters<typeof shareNumbers>[0]): void {
  const { bytes } = shareNumbers(archive)
  const by = archive.changes[0]?.by
  if (!by) throw new Error('Nobody works here')
  const file = writeProjectFile(shareCopy(archive, { with: new Set<SharePart>(), at: 1, by }), { at: 1 })
  expect(bytes / file.length).toBeGreaterThan(0.6)
  expect(bytes / file.length).toBeLessThan(1.6)
}
