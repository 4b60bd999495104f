import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { apart, numbersOf } from '../../shared/backup/backup-numbers.ts'
import { lookIntoBackup } from '../../shared/backup/look-into-backup.ts'
import { verificationProblem } from '../../shared/backup/verify-backup.ts'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { inquiryOf } from '../../shared/model/project.ts'
import { archiveOf } from '../exchange/arbitrary-archive.ts'
import { idOf } from '../support/random-edits.ts'

const at = Date.UTC(2026, 10, 22)

const archive = archiveOf({
  words: ['Common Ground', 'AB', 'Slow work', 'Noor', 'Real Name', 'A memo', 'What I saw', 'a note'],
  sources: [{ lines: ['I plant trees', 'and wait'], labels: 'beside' }],
  codes: ['Time', 'Trust'],
  codings: [[0, 2, 9, 0, false]],
})

function written(archive: Archive) {
  const bytes = writeProjectFile(archive, { at })
  const backup = {
    name: 'Ardal.qdpx',
    hash: hash(bytes),
    last: archive.changes.at(-1)?.id ?? '',
    numbers: numbersOf(archive.project, archive.changes.length),
  }
  return { bytes, backup, problem: (found: Uint8Array) => verify(backup, found) }
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function verify(backup: Parameters<typeof verificationProblem>[0], bytes: Uint8Array) {
  return verificationProblem(backup, { hash: hash(bytes), look: lookIntoBackup(bytes) })
}

test('a backup says what is in it: numbers, name, and its log with the labels of its changes', () => {
  const look = lookIntoBackup(written(archive).bytes)
  expect(look).toMatchObject({
    ok: true,
    inquiry: inquiryOf(archive.project).id,
    name: inquiryOf(archive.project).name,
    numbers: { sources: 1, codes: 2, codings: 1, memos: 1, changes: archive.changes.length },
    notes: [],
    broken: 0,
    missingTexts: 0,
  })
  expect(look.ok && look.log.map(({ label }) => label)).toEqual(archive.changes.map(({ label }) => label))
})

test('what is read back as it was written is verified', () => {
  const { bytes, problem } = written(archive)
  expect(problem(bytes)).toBeNull()
})

test('a truncated, an empty and a changed file are not verified, and the sentence names the file', () => {
  const { bytes, problem } = written(archive)
  expect(problem(bytes.slice(0, bytes.length / 2))).toContain('“Ardal.qdpx” is not what Loam wrote')
  expect(problem(new Uint8Array())).toContain('“Ardal.qdpx” is not what Loam wrote')
  const flipped = bytes.map((byte, i) => (i === bytes.length - 40 ? byte ^ 1 : byte))
  expect(problem(flipped)).toContain('“Ardal.qdpx” is not what Loam wrote')
})

test('a file that reads well but holds less than the project is not verified', () => {
  const { backup } = written(archive)
  const bytes = writeProjectFile({ ...archive, contents: new Map() }, { at })
  expect(verify({ ...backup, hash: hash(bytes) }, bytes)).not.toBeNull()
  const full = writeProjectFile(archive, { at })
  const more = { ...backup.numbers, codings: backup.numbers.codings + 1 }
  expect(verify({ ...backup, hash: hash(full), numbers: more }, full)).toContain('other numbers')
  expect(verify({ ...backup, hash: hash(full), last: 'another' }, full)).toContain('other numbers')
})

test('two states of a project lie apart by the changes that each alone has', () => {
  const log = (ids: string) => [...ids].map((id) => ({ id: idOf('change', id.charCodeAt(0)), at, label: id }))
  expect(apart(log('ab'), log('abcd'))).toEqual({ onlyNow: log('cd'), onlyInBackup: [] })
  expect(apart(log('abx'), log('ab'))).toEqual({ onlyNow: [], onlyInBackup: log('x') })
  expect(apart(log('ab'), log('ab'))).toEqual({ onlyNow: [], onlyInBackup: [] })
})
