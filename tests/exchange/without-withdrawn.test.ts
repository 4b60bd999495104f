import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { whoWithdrew } from '../../shared/model/who-withdrew.ts'
import { type ArchiveRecipe, archiveOf, recipes } from './arbitrary-archive.ts'

const at = 1_750_000_000_000

const said: ArchiveRecipe = {
  words: ['Common Ground', 'AB', 'Slow work', 'Noor', 'Real Name', 'A memo', 'What I saw', 'a note'],
  sources: [
    { lines: ['I plant 🌱 trees', 'an unknown voice', 'and wait'], labels: 'inside' },
    { lines: ['nobody else speaks'], labels: 'none' },
  ],
  codes: ['Time'],
  codings: [
    [0, 8, 5, 0, false],
    [0, 30, 6, 0, false],
    [0, 8, 5, 0, true],
    [1, 0, 6, 0, false],
  ],
  allowed: { consent: 'withdrawn' },
}

test('words of somebody who withdrew leave the standard’s part, and no other position moves', () => {
  const archive = archiveOf(said)
  const { archive: safe, sources, leftOut } = withoutWithdrawn(archive)
  expect(sources).toEqual(['Source 0'])
  const files = unzipSync(writeProjectFile(safe, { at, standardOnly: true }))
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n')
  for (const words of ['plant', 'trees', 'and wait']) expect(all).not.toContain(words)
  expect(all).toContain('an unknown voice')
  expect(all).toContain('nobody else speaks')
  expect(leftOut.codings).toBe(2)
  expect(quotes(reread(safe)).toSorted()).toEqual(quotes(safe).toSorted())
})

test('where nobody withdrew, everything stays as it is', () => {
  const archive = archiveOf({ ...said, allowed: { consent: 'quote' } })
  expect(withoutWithdrawn(archive).archive).toBe(archive)
})

test('whatever was withdrawn, no withdrawn word comes back, other quotes stay, and no new rule breaks', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const { archive: safe } = withoutWithdrawn(archive)
      const rules = (each: Archive) =>
        brokenRules(each.project, (hash) => each.contents.get(hash)?.text).map(
          ({ kind, id, rule }) => `${kind} ${id} ${rule}`,
        )
      expect(rules(archive)).toEqual(expect.arrayContaining(rules(safe)))
      const before = new Map(byCoding(archive))
      for (const [id, words] of byCoding(safe)) expect(words).toBe(before.get(id))
      for (const source of safe.project.tables.source.values()) {
        if (!whoWithdrew(archive.project, source)) continue
        const old = archive.project.tables.source.get(source.id)
        const text = (hash?: typeof source.content) => (hash && safe.contents.get(hash)?.text) ?? ''
        expect(text(source.content).length).toBe(text(old?.content).length)
      }
      expect(byCoding(reread(safe)).toSorted()).toEqual(byCoding(safe).toSorted())
    }),
    { numRuns: 100 },
  )
})

function reread(archive: Archive): Archive {
  const reading = readProjectFile(writeProjectFile(archive, { at, standardOnly: true }))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

function byCoding({ project, contents }: Archive): (readonly [string, string])[] {
  return [...project.codings.values()]
    .flat()
    .map(({ id, content, start, end }) => [id, contents.get(content)?.text.slice(start, end) ?? ''] as const)
}

function quotes(archive: Archive): string[] {
  return byCoding(archive).map(([, words]) => words)
}
