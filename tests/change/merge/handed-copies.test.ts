import fc from 'fast-check'
import { expect, test } from 'vitest'
import { create, remove } from '../../../shared/change/edit.ts'
import { mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import { replay } from '../../../shared/change/replay.ts'
import { assignSources } from '../../../shared/commands/assignments.ts'
import { startRound } from '../../../shared/commands/start-round.ts'
import { derivedId } from '../../../shared/exchange/fingerprint.ts'
import { makePacket } from '../../../shared/exchange/packet.ts'
import { shareCopy } from '../../../shared/exchange/share-copy.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import { brokenRules } from '../../../shared/model/integrity.ts'
import { beginning, makingAt } from './begun-inquiry.ts'
import { work as anyWork, workedOn } from './work-on-copies.ts'

const at = 1_750_000_000_000
/** Nobody takes back the first change of a copy that was handed out: it is all there is. */
const work = anyWork.map((acts) => acts.filter(({ act }) => act !== 'undo'))
const ada = makingAt('Ada')
const ben = { ...makingAt('Ben'), by: derivedId<'coder'>('coder', 'Ben') }
const start = inTeam(beginning())

function inTeam(archive: Archive): Archive {
  const edits = [create('coder', { id: ben.by, name: 'Ben', initials: 'B' })]
  return { ...archive, ...recordGesture({ label: 'Team', edits }, archive, ada) }
}

function done(archive: Archive, gesture: Parameters<typeof recordGesture>[0] | null, making = ada): Archive {
  return gesture ? { ...archive, ...recordGesture(gesture, archive, making) } : archive
}

function texts(archive: Archive) {
  return (hash: Parameters<typeof archive.contents.get>[0]) => archive.contents.get(hash)?.text
}

function after(mine: Archive, theirs: Archive, prefer: 'mine' | 'theirs'): Archive {
  const merged = mergeCopies({ mine, theirs }, { prefer }, makingAt('merge'))
  const contents = new Map([...mine.contents, ...merged.contents.map((each) => [each.hash, each] as const)])
  return { ...mine, ...recordMerge(merged, mine, makingAt('merge')), contents }
}

function mustBeWhole(home: Archive, mine: Archive): void {
  expect(brokenRules(home.project, texts(home))).toEqual([])
  expect(replay(home.changes)).toEqual(home.project)
  for (const kind of ['source', 'memo', 'coder', 'participant', 'report'] as const)
    expect([...home.project.tables[kind].keys()]).toEqual(
      expect.arrayContaining([...mine.project.tables[kind].keys()]),
    )
}

/** A round with a version of the codebook and assignments, as somebody begins it. */
function withRound(archive: Archive): Archive {
  const { source, code } = archive.project.tables
  const sources = [...source.values()].map(({ id }) => id)
  const codes = [...code.values()].map(({ id }) => id)
  if (sources.length === 0 || codes.length === 0) return archive
  const begun = startRound(
    archive.project,
    {
      name: 'First round',
      coders: [ada.by, ben.by],
      codes,
      sources,
      unit: 'turns',
      uncoded: 'left out',
      blank: 'not read',
      codebook: { freezeAs: '1' },
    },
    ben,
  )
  if (!begun.ok) throw new Error(begun.problem)
  const round = done(archive, begun.gesture, ben)
  const wishes = sources.map((each) => ({ source: each, coders: [ben.by], round: begun.round.id }))
  return done(round, assignSources(round.project, wishes, ben), ben)
}

const both = fc.record({
  mine: work,
  theirs: work,
  prefer: fc.constantFrom('mine' as const, 'theirs' as const),
})

test('a round that names what the other copy deleted merges without a broken rule, either way round', () => {
  fc.assert(
    fc.property(both, work, (given, before) => {
      const begun = workedOn(start, before, makingAt('before'))
      const here = workedOn(begun, given.mine, makingAt('mine'))
      const there = workedOn(withRound(begun), given.theirs, { ...makingAt('theirs'), by: ben.by })
      for (const [mine, theirs] of [
        [here, there],
        [there, here],
      ] as const) {
        const home = after(mine, theirs, given.prefer)
        expect(brokenRules(home.project, texts(home))).toEqual([])
        expect(replay(home.changes)).toEqual(home.project)
        expect(home.project.tables.round.size).toBe(there.project.tables.round.size)
        expect(after(home, theirs, given.prefer).project).toEqual(home.project)
      }
    }),
    { numRuns: 80 },
  )
})

test('a round whose version of the codebook, or whose coder, is gone in the other copy merges whole', () => {
  const theirs = withRound(start)
  const [version] = theirs.project.tables.codebookVersion.values()
  const [round] = theirs.project.tables.round.values()
  if (!version || !round) throw new Error('There is no round')
  const withoutIt = done(theirs, {
    label: 'Delete the round',
    edits: [
      ...[...theirs.project.tables.assignment.values()].map((each) => remove('assignment', each)),
      remove('round', round),
      remove('codebookVersion', version),
    ],
  })
  const named = done(
    theirs,
    {
      label: 'Name it',
      edits: [{ kind: 'round', id: round.id, before: { name: round.name }, after: { name: 'Second' } }],
    },
    ben,
  )
  for (const [mine, other] of [
    [withoutIt, named],
    [named, withoutIt],
  ] as const)
    for (const prefer of ['mine', 'theirs'] as const) {
      const home = after(mine, other, prefer)
      expect(brokenRules(home.project, texts(home))).toEqual([])
      expect(replay(home.changes)).toEqual(home.project)
    }
})

test('a shared copy that was worked on comes into an older original, and into one that went on, whole', () => {
  fc.assert(
    fc.property(both, work, (given, later) => {
      const newer = workedOn(start, given.mine, makingAt('newer'))
      const shared = shareCopy(newer, { with: new Set(), at, by: ada.by })
      const theirs = workedOn(shared, given.theirs, { ...makingAt('theirs'), by: ben.by })
      const older = after(start, theirs, given.prefer)
      expect(brokenRules(older.project, texts(older))).toEqual([])
      expect(replay(older.changes)).toEqual(older.project)
      const on = workedOn(newer, later, makingAt('later'))
      const home = after(on, theirs, given.prefer)
      expect(brokenRules(home.project, texts(home))).toEqual([])
      const untouched = after(on, shared, given.prefer)
      expect(untouched.project).toEqual(on.project)
    }),
    { numRuns: 60 },
  )
})

test('a packet made of a packet comes home, also past the one that it was made of, and takes nothing away', () => {
  fc.assert(
    fc.property(both, (given) => {
      const wish = (archive: Archive, leaveOut: number) => ({
        coder: ben.by,
        sources: [...archive.project.tables.source.values()].map(({ id }) => id).slice(leaveOut),
        blind: true,
      })
      const packet = makePacket(start, wish(start, 1), { at })
      const begun = workedOn(packet, given.theirs, { ...makingAt('there'), by: ben.by })
      if (begun.project.tables.source.size === 0) return
      const inner = makePacket(begun, wish(begun, 1), { at: at + 1 })
      const mine = workedOn(start, given.mine, makingAt('mine'))
      for (const order of [[inner], [begun, inner], [inner, begun]]) {
        const home = order.reduce((now, each) => after(now, each, given.prefer), mine)
        expect(brokenRules(home.project, texts(home))).toEqual([])
        const [left] = start.project.tables.source.values()
        if (left && mine.project.tables.source.has(left.id))
          expect(home.project.turns.get(left.id)).toEqual(mine.project.turns.get(left.id))
      }
      mustBeWhole(after(mine, makePacket(packet, wish(packet, 1), { at: at + 1 }), given.prefer), mine)
    }),
    { numRuns: 60 },
  )
})
