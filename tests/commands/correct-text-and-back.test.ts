import fc from 'fast-check'
import { expect, test } from 'vitest'
import { correctText } from '../../shared/commands/correct-text.ts'
import { reanchorCoding } from '../../shared/commands/reanchor.ts'
import { contentHash } from '../../shared/exchange/fingerprint.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { orphansOf } from '../../shared/model/orphans.ts'
import { codingsOf, type Project, turnsOf } from '../../shared/model/project.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { type BuiltProject, buildProject, countedId, standInHash } from '../support/build-project.ts'
import { expectChange, makingBy } from '../support/expect-change.ts'
import { ada, asFile, before, better, built, byHand, quotesNow, source } from './correcting.ts'

test('an orphan is placed at words that are read now, and undone it is an orphan again', () => {
  const after = before.replace('Nobody asked for a number.', 'There were other things.')
  const done = correctText(built.project, source.id, byHand(after), ada)
  const corrected = expectChange(built.project, done?.gesture ?? null)
  const [orphan] = orphansOf(corrected, source.id).codings
  if (!orphan) throw new Error('no orphan')
  const start = after.indexOf('There were')
  const place = { text: after, start, end: start + 'There were other things.'.length }
  const gesture = reanchorCoding(corrected, source.id, orphan.id, place)
  expect(gesture?.label).toBe('Place Care at its words again')
  expectChange(corrected, gesture, (end) => {
    expect(orphansOf(end, source.id).codings).toEqual([])
    expect(quotesNow(end, after)).toMatchObject({ Care: 'There were other things.' })
  })
})

test('going back to the first text puts every coding where it was', async () => {
  const there = correctText(built.project, source.id, byHand(better), ada)
  const end = expectChange(built.project, there?.gesture ?? null)
  const back = correctText(
    end,
    source.id,
    { alignment: alignTexts(better, before), content: source.content },
    ada,
  )
  expectChange(end, back?.gesture ?? null, (again) => {
    expect(orphansOf(again, source.id).codings).toEqual([])
    expect(quotesNow(again, '').Care).toBe('Nobody asked for a number.')
  })
})

test('a translation stays beside its turns', async () => {
  const turns = turnsOf(built.project, source.id)
  const translation = {
    id: countedId<'translation'>(77),
    source: source.id,
    language: 'German',
    translator: 'Ada',
    content: standInHash('Wie begann es?'),
    of: source.content,
    stretches: turns.flatMap((turn, i) => [turn.start, i, i + 1]),
    order: 'V',
  }
  const project = {
    ...built.project,
    tables: { ...built.project.tables, translation: new Map([[translation.id, translation]]) },
  }
  const done = correctText(project, source.id, await asFile(better), ada)
  expectChange(project, done?.gesture ?? null, (end) => {
    const [moved] = end.tables.translation.values()
    const now = turnsOf(end, source.id)
    expect(moved?.of).toBe(standInHash(better))
    expect(moved?.stretches.filter((_, i) => i % 3 === 0)).toEqual([0, 1, 2, 3, 5].map((i) => now[i]?.start))
  })
})

test('a project file of the standard alone keeps what stands on an earlier text', () => {
  const after = before.replace('Nobody asked for a number.', 'There were other things.')
  const hash = contentHash(after)
  const first = contentHash(before)
  const own = JSON.parse(
    JSON.stringify([...codingsOf(built.project, source.id)]).replaceAll(source.content, first),
  )
  const start: Project = {
    ...built.project,
    tables: {
      ...built.project.tables,
      source: new Map([[source.id, { ...source, content: first, firstContent: first }]]),
      restriction: new Map(),
      quoteChoice: new Map(),
      report: new Map(),
    },
    codings: new Map([[source.id, own]]),
  }
  const done = correctText(start, source.id, { alignment: alignTexts(before, after), content: hash }, ada)
  const project = expectChange(start, done?.gesture ?? null)
  const contents = new Map(
    [before, after].map((text) => [contentHash(text), { hash: contentHash(text), text }]),
  )
  const bytes = writeProjectFile(
    { project, contents, originals: new Map(), changes: [] },
    { at: 0, standardOnly: true },
  )
  const read = readProjectFile(bytes)
  if (!read.ok) throw new Error(read.problem)
  const again = [...read.archive.project.tables.source.values()][0]?.id
  if (!again) throw new Error('no source')
  const { codings } = orphansOf(read.archive.project, again)
  expect(
    codings.map(({ content, start: from, end }) => read.archive.contents.get(content)?.text.slice(from, end)),
  ).toEqual(['Nobody asked for a number.'])
})

/** A text of words that each stand in it once, and edits of single words or runs of them. */
const edited = fc.record({
  size: fc.integer({ min: 1, max: 60 }),
  edits: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 4 })), {
    maxLength: 8,
  }),
  passages: fc.array(fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 8 })), { minLength: 1, maxLength: 8 }),
})

test('no coding moves off its words and none is lost, whatever is edited', () => {
  fc.assert(
    fc.property(edited, ({ size, edits, passages }) => {
      const words = Array.from({ length: size }, (_, i) => `kept${i}q`)
      const text = words.join(' ')
      const changed = edits.reduce<string[]>(
        (now, [at, out, put], n) =>
          now.toSpliced(
            at % (now.length + 1),
            out,
            ...Array.from({ length: put }, (_, i) => `0new${n}x${i}`),
          ),
        words,
      )
      const after = changed.join(' ')
      const project = codedProject(
        text,
        passages.map(([from, length]) => words.slice(from % size, (from % size) + length).join(' ')),
      )
      const of = project.source('Interview')
      const done = correctText(project.project, of.id, byHand(after, text), makingBy(project.coder('Ada').id))
      if (!done) return
      const left = new Set(changed)
      const end = expectChange(project.project, done.gesture)
      expect(codingsOf(end, of.id)).toHaveLength(project.codings.length)
      for (const coding of codingsOf(end, of.id)) {
        const was = project.codings.find((each) => each.id === coding.id)
        const own = text.slice(was?.start, was?.end).split(' ')
        const orphan = coding.content === of.content && standInHash(after) !== of.content
        if (orphan) {
          expect(coding).toEqual(was)
          expect(own.filter((word) => left.has(word)).length).toBeLessThan(own.length)
        } else {
          const now = after.slice(coding.start, coding.end).split(' ')
          expect(now.filter((word) => word.startsWith('kept'))).toEqual(own.filter((word) => left.has(word)))
          expect(coding.quote).toBe(quoteHash(now.join(' ')))
        }
      }
    }),
    { numRuns: 300 },
  )
})

function codedProject(text: string, quotes: readonly string[]): BuiltProject {
  return buildProject({
    coders: ['Ada'],
    codes: ['Idea'],
    sources: [{ name: 'Interview', text }],
    codings: quotes.map((quote) => ({ source: 'Interview', code: 'Idea', quote })),
  })
}
