import fc from 'fast-check'
import { expect, test } from 'vitest'
import { create, update } from '../../../shared/change/edit.ts'
import { erase } from '../../../shared/change/erase/erase.ts'
import { mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { replay } from '../../../shared/change/replay.ts'
import { undoStack } from '../../../shared/change/undo-stack.ts'
import { contentHash } from '../../../shared/exchange/fingerprint.ts'
import { readProjectFile, writeProjectFile } from '../../../shared/exchange/project-file.ts'
import type { Archive, Content } from '../../../shared/model/archive.ts'
import type { ContentHash } from '../../../shared/model/ids.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import { archiveOf, recipes } from '../../exchange/arbitrary-archive.ts'
import { withExtras } from '../../exchange/rich-archive.ts'
import { beginning } from '../merge/begun-inquiry.ts'
import { work, workedOn } from '../merge/work-on-copies.ts'
import { standingIn } from './every-string.ts'
import { makingAt } from './told-inquiry.ts'

const secret = 'Zebulon'
const extras = [
  'inquiry',
  'question',
  'report',
  'translation',
  'team',
  'recording',
  'codes',
  'choices',
  'consent note',
  'participant memo',
] as const

/** Random archives in which a name stands in a text, a memo, a code and a label of the log. */
const archives = fc.tuple(recipes, fc.subarray([...extras]), fc.nat()).map(([recipe, more, at]) => {
  const sources = recipe.sources.map((source) => ({
    ...source,
    lines: source.lines.map((line, i) =>
      i === at % Math.max(1, source.lines.length) ? `${line} ${secret}, he` : line,
    ),
  }))
  const words = recipe.words.map((word, i) => (i === 2 ? `${word} ${secret}` : word))
  return named(
    withExtras(archiveOf({ ...recipe, words, sources, codes: [...recipe.codes, `Said ${secret}`] }), more),
  )
})

function named(archive: Archive): Archive {
  const making = makingAt('naming')
  const by = archive.changes[0]?.by ?? making.by
  const memo = {
    id: making.newId<'memo'>(),
    kind: 'analytic' as const,
    title: 'On',
    text: 'Zeb',
    about: { kind: 'project' as const },
    by,
    at: 1,
  }
  const once = recordGesture({ label: `Meet ${secret}`, edits: [create('memo', memo)] }, archive, {
    ...making,
    by,
  })
  const twice = recordGesture(
    { label: 'Write', edits: [update('memo', memo, { text: `${secret}’s shed` })] },
    once,
    { ...making, by },
  )
  return { ...archive, ...twice }
}

function mustBeSound(archive: Archive, before: Archive): void {
  const rules = (each: Archive) =>
    brokenRules(each.project, (hash) => each.contents.get(hash)?.text).map(
      ({ kind, rule }) => `${kind} ${rule}`,
    )
  const known = new Set(rules(before))
  expect(rules(archive).filter((rule) => !known.has(rule))).toEqual([])
  expect(replay(archive.changes)).toEqual(archive.project)
}

test('a name that is erased stands in no byte that is written, and what is left is sound', async () => {
  await fc.assert(
    fc.asyncProperty(archives, async (before) => {
      const { archive } = erase(before, { names: [secret] }, makingAt('erasing'))
      expect(await standingIn(archive, [secret])).toEqual([])
      mustBeSound(archive, before)
      expect(undoStack(archive.changes)).toEqual({ undoable: [], redoable: [] })
    }),
    { numRuns: 60 },
  )
})

test('participants and sources that are erased leave a sound project, whatever else is in it', async () => {
  await fc.assert(
    fc.asyncProperty(archives, fc.boolean(), async (before, whole) => {
      const [person] = before.project.tables.participant.keys()
      const [source] = before.project.tables.source.values()
      const participants = [...before.project.tables.participant.values()]
        .filter(({ id }) => id === person)
        .map(({ id }) => id)
      const wish = whole && source ? { sources: [source.id] } : { participants }
      const { archive } = erase(before, wish, makingAt('erasing'))
      mustBeSound(archive, before)
      const gone = whole && source ? source.id : (person ?? '')
      const traces = archive.changes
        .flatMap(({ edits }) => edits)
        .filter(({ kind, id }) => kind !== 'erasure' && id === gone)
      expect(traces.flatMap(({ after }) => (after ? Object.keys(after) : []))).toEqual(
        whole && source ? [] : ['pseudonym', 'consent', 'order'],
      )
      const reading = readProjectFile(writeProjectFile(archive, { at: 0 }))
      expect(reading.ok && reading.archive.project).toEqual(archive.project)
    }),
    { numRuns: 60 },
  )
})

const place = fc.record({ source: fc.nat(2), start: fc.nat(200), length: fc.integer({ min: 5, max: 90 }) })

test('copies that both worked on, merged in both directions after one erased, never bring it back', async () => {
  const base = beginning()
  await fc.assert(
    fc.asyncProperty(
      work,
      work,
      work,
      place,
      fc.boolean(),
      async (shared, mine, theirs, where, isPassage) => {
        const start = workedOn(base, shared, makingAt('before'))
        const ours = workedOn(start, mine, makingAt('mine'))
        const other = workedOn(start, theirs, makingAt('theirs'))
        const source = [...ours.project.tables.source.values()][where.source]
        const text = source ? (ours.contents.get(source.content)?.text ?? '') : ''
        const passage =
          source && where.start + where.length <= text.length
            ? [{ source: source.id, start: where.start, end: where.start + where.length }]
            : []
        const wish = isPassage && passage.length > 0 ? { passages: passage } : { names: ['elders', 'trust'] }
        const erased = erase(ours, wish, makingAt('erasing')).archive
        mustBeSound(erased, ours)
        const ends = [merged(erased, other), merged(other, erased)]
        for (const end of ends) {
          mustBeSound(end, ours)
          if ('names' in wish) expect(await standingIn(end, ['the elders', ' trust,'])).toEqual([])
        }
        const [once] = ends
        if (once)
          expect(
            mergeCopies({ mine: once, theirs: other }, { prefer: 'mine' }, makingAt('again')).gesture.edits,
          ).toEqual([])
      },
    ),
    { numRuns: 80 },
  )
})

function merged(mine: Archive, theirs: Archive): Archive {
  const found = mergeCopies({ mine, theirs }, { prefer: 'mine' }, makingAt('merge'))
  const base = found.rewritten ?? mine
  return {
    ...recordMerge(found, base, makingAt('merging')),
    contents: new Map([
      ...base.contents,
      ...found.contents.map((each): [ContentHash, Content] => [each.hash, each]),
    ]),
    originals: base.originals,
  }
}

test('texts are named by what they are, also after cutting', () => {
  fc.assert(
    fc.property(archives, (before) => {
      const { archive } = erase(before, { names: [secret] }, makingAt('erasing'))
      for (const { hash, text } of archive.contents.values()) expect(contentHash(text)).toBe(hash)
    }),
    { numRuns: 20 },
  )
})
