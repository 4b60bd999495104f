import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits } from '../../../shared/change/apply-change.ts'
import { combine, invert } from '../../../shared/change/edit.ts'
import type { Side } from '../../../shared/change/merge/conflict.ts'
import { type MergedCopies, mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../../shared/change/merge/record-merge.ts'
import { replay } from '../../../shared/change/replay.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import type { Project } from '../../../shared/model/project.ts'
import { beginning, makingAt } from './begun-inquiry.ts'
import { work, workedOn } from './work-on-copies.ts'

const base = beginning()
const sides = fc.constantFrom<Side>('mine', 'theirs')
const copies = fc.record({ shared: work, mine: work, theirs: work, prefer: sides })
type Copies = typeof copies extends fc.Arbitrary<infer T> ? T : never

function worlds({ shared, mine, theirs }: Copies): { start: Archive; mine: Archive; theirs: Archive } {
  const start = workedOn(base, shared, makingAt('before'))
  return {
    start,
    mine: workedOn(start, mine, makingAt('mine')),
    theirs: workedOn(start, theirs, makingAt('theirs')),
  }
}

function merge(mine: Archive, theirs: Archive, prefer: Side, given?: Archive): MergedCopies {
  const copies = given ? { mine, theirs, base: given } : { mine, theirs }
  return mergeCopies(copies, { prefer }, makingAt('merge'))
}

function after(mine: Archive, merged: MergedCopies, desk = 'merge'): Archive {
  const recorded = recordMerge(merged, mine, makingAt(desk))
  const contents = new Map([...mine.contents, ...merged.contents.map((each) => [each.hash, each] as const)])
  return { ...mine, ...recorded, contents }
}

function texts(archive: Archive) {
  return (hash: Parameters<typeof archive.contents.get>[0]) => archive.contents.get(hash)?.text
}

test('merging leaves no rule broken, no dangling name, and its change undoes to mine exactly', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { mine, theirs } = worlds(given)
      const merged = merge(mine, theirs, given.prefer)
      expect(brokenRules(merged.project, texts(after(mine, merged)))).toEqual([])
      const undone = applyEdits(merged.project, combine(merged.gesture.edits).toReversed().map(invert))
      expect(undone.ok && undone.project).toEqual(mine.project)
      expect(replay(after(mine, merged).changes)).toEqual(merged.project)
    }),
  )
})

test('merging theirs again changes nothing, found by the logs or from the same base', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { start, mine, theirs } = worlds(given)
      const once = after(mine, merge(mine, theirs, given.prefer))
      expect(merge(once, theirs, given.prefer).gesture.edits).toEqual([])
      expect(merge(once, theirs, given.prefer, start).gesture.edits).toEqual([])
    }),
  )
})

test('merging with oneself, or with the base, changes nothing', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { start, mine } = worlds(given)
      for (const theirs of [mine, start]) {
        expect(merge(mine, theirs, given.prefer)).toMatchObject({ gesture: { edits: [] }, conflicts: [] })
        expect(merge(mine, theirs, given.prefer, start)).toMatchObject({
          gesture: { edits: [] },
          conflicts: [],
        })
      }
    }),
  )
})

test('a copy that did nothing becomes the other', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { start, theirs } = worlds(given)
      expect(merge(start, theirs, given.prefer).project).toEqual(theirs.project)
    }),
  )
})

test('fields that only one copy changed stand as that copy has them', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { start, mine, theirs } = worlds(given)
      const { project } = merge(mine, theirs, given.prefer)
      for (const [id, code] of start.project.tables.code) {
        const [here, there, now] = [mine, theirs, { project }].map((each) => each.project.tables.code.get(id))
        if (!here || !there) continue
        for (const field of ['name', 'definition', 'colour'] as const) {
          if (here[field] === code[field]) expect(now?.[field]).toBe(there[field])
          if (there[field] === code[field]) expect(now?.[field]).toBe(here[field])
        }
      }
    }),
  )
})

test('it does not matter who merges whom: with opposite preferences both come to the same', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { mine, theirs } = worlds(given)
      const other: Side = given.prefer === 'mine' ? 'theirs' : 'mine'
      expect(inWords(merge(mine, theirs, given.prefer).project)).toEqual(
        inWords(merge(theirs, mine, other).project),
      )
    }),
  )
})

test('no coding is lost but one that a copy removed and about which the other said nothing new', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { start, mine, theirs } = worlds(given)
      const { project } = merge(mine, theirs, given.prefer)
      const kept = new Set(passages(project).map(({ id }) => id))
      const places = new Set(passages(project).map(({ words }) => words))
      const [before, here, there] = [start, mine, theirs].map((each) => byId(each.project))
      for (const [one, other] of [
        [here, there],
        [there, here],
      ]) {
        for (const [id, coding] of one ?? []) {
          const was = before?.get(id)
          if (kept.has(id) || (was?.said === coding.said && !other?.has(id))) continue
          expect(places).toContain(coding.words)
        }
      }
    }),
  )
})

test('a second merge, after both worked on, finds where they last met', () => {
  fc.assert(
    fc.property(copies, work, work, (given, more, others) => {
      const { mine, theirs } = worlds(given)
      const joined = after(mine, merge(mine, theirs, given.prefer))
      const mineOn = workedOn(joined, more, makingAt('mine later'))
      const theirsOn = workedOn(theirs, others, makingAt('theirs later'))
      const again = merge(mineOn, theirsOn, given.prefer)
      expect(merge(mineOn, theirs, given.prefer).conflicts).toEqual([])
      const end = after(mineOn, again, 'second merge')
      expect(brokenRules(end.project, texts(end))).toEqual([])
      expect(inWords(merge(theirsOn, end, 'theirs').project)).toEqual(inWords(end.project))
    }),
  )
})

test('copies whose logs share nothing are still recognised, and merging leaves no rule broken', () => {
  fc.assert(
    fc.property(copies, (given) => {
      const { mine, theirs } = worlds(given)
      const stranger = { ...theirs, changes: [] }
      const merged = merge(mine, stranger, given.prefer)
      expect(brokenRules(merged.project, texts(after(mine, merged)))).toEqual([])
      const foreign = workedOn(beginning('elsewhere'), given.theirs, makingAt('foreign'))
      const both = merge(mine, foreign, given.prefer)
      expect(brokenRules(both.project, texts(after(mine, both)))).toEqual([])
      const once = { ...after(mine, both), changes: [] }
      expect(merge(once, { ...foreign, changes: [] }, given.prefer).numbers).toEqual({})
    }),
  )
})

interface Passage {
  readonly id: string
  readonly words: string
  /** What somebody says with it, wherever it stands. */
  readonly said: string
}

/** Codings by where they stand, since one that both made has one of two ids. */
function passages(project: Project): Passage[] {
  return [...project.codings.values()]
    .flat()
    .map(({ id, source, start, end, content, layer, code, note, stance, star }) => ({
      id,
      words: `${source} ${content} ${start} ${end} ${layer}`,
      said: JSON.stringify([code, note, stance, star]),
    }))
}

function byId(project: Project): ReadonlyMap<string, Passage> {
  return new Map(passages(project).map((each) => [each.id, each]))
}

/** A project without ids: every id stands for the words of what it names. */
function inWords(project: Project): unknown {
  const counts = Object.entries(project.tables).map(([kind, table]) => [kind, table.size])
  const { code, source, participant, coder } = project.tables
  const path = (id: string | undefined): string => {
    const each = id === undefined ? undefined : code.get(id)
    return each ? `${path(each.parent)}/${each.name}: ${each.definition ?? ''}` : ''
  }
  const name = (id: string) => source.get(id)?.name
  const sorted = (list: readonly unknown[]) => list.map((each) => JSON.stringify(each)).sort()
  return {
    counts,
    codes: sorted([...code.keys()].map(path)),
    people: sorted(
      [...participant.values()].map(({ id: _, attributes, ...rest }) => [
        rest,
        Object.values(attributes ?? {}),
      ]),
    ),
    sources: sorted(
      [...source.values()].map(({ name, status, content, participants = [] }) => [
        name,
        status,
        content,
        participants.length,
      ]),
    ),
    turns: sorted(
      [...project.turns.values()]
        .flat()
        .map(({ source, label, start, end, time }) => [name(source), label, start, end, time]),
    ),
    codings: sorted(
      [...project.codings.values()]
        .flat()
        .map(({ source, content, start, end, code, coder: by, stance, note, star }) => [
          name(source),
          content,
          start,
          end,
          path(code),
          coder.get(by)?.name,
          stance,
          note,
          star,
        ]),
    ),
  }
}
