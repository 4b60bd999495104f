import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { update } from '../../shared/change/edit.ts'
import { mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { textsOf } from '../../shared/exchange/copy-without-history.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { type SharePart, shareCopy, whyNotShared } from '../../shared/exchange/share-copy.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { plainProject } from '../support/plain-project.ts'
import { type ArchiveRecipe, archiveOf } from './arbitrary-archive.ts'
import { richArchives, withExtras } from './rich-archive.ts'

const at = 1_750_000_000_000

const small: ArchiveRecipe = {
  words: [
    'Common Ground',
    'AB',
    'Slow work',
    'Noor',
    'Maryam Haddad',
    'On Maryam',
    'Maryam Haddad waits',
    'a note',
  ],
  sources: [{ lines: ['I plant trees', 'and wait', 'for rain'], labels: 'beside' }],
  codes: ['Time'],
  codings: [
    [0, 2, 5, 0, false],
    [0, 8, 9, 0, true],
  ],
}

test('a copy leaves out files, history, earlier texts that nothing stands on, and names, unless asked for', () => {
  const archive = archiveOf(small)
  const copy = shared(archive)
  expect(copy.changes).toHaveLength(1)
  expect(copy.originals.size).toBe(0)
  expect(JSON.stringify([...copy.project.tables.participant.values()])).not.toContain('Maryam')
  expect([...copy.project.tables.memo.values()]).toMatchObject([{ title: 'On [Noor]', text: '[Noor] waits' }])
  // A coding was left behind on an earlier text: that text comes along.
  expect(copy.contents.size).toBe(2)
  const named = shared(archive, 'names')
  expect([...named.project.tables.participant.values()][0]?.name).toBe('Maryam Haddad')
  const whole = shared(archive, 'names', 'history', 'originals')
  expect(whole).toEqual(archive)
})

test('with the history go the names in it, and never where somebody withdrew', () => {
  const archive = archiveOf(small)
  expect(whyNotShared(archive, new Set(['history']))).toContain('names behind pseudonyms')
  expect(whyNotShared(archive, new Set(['history', 'names']))).toBeNull()
  const withdrawn = archiveOf({ ...small, allowed: { consent: 'withdrawn' } })
  expect(whyNotShared(withdrawn, new Set(['history', 'names']))).toContain('withdrew')
  expect(() => shared(withdrawn, 'history', 'names')).toThrow('withdrew')
})

test('whoever withdrew is not in the copy, whatever is asked for', () => {
  const archive = withExtras(archiveOf({ ...small, allowed: { consent: 'withdrawn' } }), [
    'translation',
    'team',
    'report',
    'participant memo',
  ])
  const copy = shared(archive, 'originals', 'earlier texts', 'names')
  const files = Object.values(unzipSync(writeProjectFile(copy, { at }))).map((bytes) => strFromU8(bytes))
  expect(copy.project.tables.participant.size).toBe(0)
  expect([...copy.contents.values()].map(({ text }) => text).join('')).not.toMatch(/trees|rain/)
  expect(files.join('\n')).not.toMatch(/Maryam|trees/)
})

const parts = fc.subarray<SharePart>(['originals', 'earlier texts', 'names'])

test('any copy is sound, comes back from its file as it is, and brings nothing when merged with its original', () => {
  fc.assert(
    fc.property(richArchives, parts, (archive, wanted) => {
      const copy = shared(archive, ...wanted)
      const rules = (of: Archive['project']) => new Set(brokenRules(of).map(({ rule }) => rule))
      for (const rule of rules(copy.project)) expect(rules(archive.project)).toContain(rule)
      for (const hash of textsOf(copy.project)) expect(copy.contents.has(hash)).toBe(true)
      const read = readProjectFile(writeProjectFile(copy, { at }))
      if (!read.ok) throw new Error(read.problem)
      expect(read.notes).toEqual([])
      expect(plainProject(read.archive.project)).toEqual(plainProject(copy.project))
      const merged = mergeCopies({ mine: archive, theirs: read.archive }, {}, making)
      expect(merged.gesture.edits).toEqual([])
      expect(merged.conflicts).toEqual([])
      expect([...merged.contents, ...merged.originals]).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('work done in a shared copy comes home, and what was left out is still there', () => {
  const archive = archiveOf(small)
  const copy = shared(archive)
  const [code] = copy.project.tables.code.values()
  if (!code) throw new Error('There is no code')
  const edits = [update('code', code, { definition: 'What takes time' })]
  const theirs = { ...copy, ...recordGesture({ label: 'Define', edits }, copy, making) }
  const { project, conflicts } = mergeCopies({ mine: archive, theirs }, {}, making)
  expect(conflicts).toEqual([])
  expect(project.tables.code.get(code.id)?.definition).toBe('What takes time')
  expect(project.tables.participant).toEqual(archive.project.tables.participant)
  expect(project.tables.memo).toEqual(archive.project.tables.memo)
  expect(project.codings).toEqual(archive.project.codings)
})

const making = (() => {
  const { newId, by, copy } = makingAt('somewhere else')
  return { newId, at, by, copy }
})()

function shared(archive: Archive, ...wanted: readonly SharePart[]): Archive {
  const by = archive.changes[0]?.by
  if (!by) throw new Error('Nobody works here')
  return shareCopy(archive, { with: new Set(wanted), at, by })
}
