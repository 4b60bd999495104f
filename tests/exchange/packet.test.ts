import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { create, update } from '../../shared/change/edit.ts'
import { mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordMerge } from '../../shared/change/merge/record-merge.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { applyCode } from '../../shared/commands/apply-code.ts'
import { assignSources } from '../../shared/commands/assignments.ts'
import { createCode } from '../../shared/commands/create-code.ts'
import { handOut } from '../../shared/commands/hand-out.ts'
import { proposeCode } from '../../shared/commands/proposals.ts'
import { setSourceStatus } from '../../shared/commands/set-source-status.ts'
import { writeMemo } from '../../shared/commands/write-memo.ts'
import { copyWithoutHistory } from '../../shared/exchange/copy-without-history.ts'
import { derivedId } from '../../shared/exchange/fingerprint.ts'
import { makePacket, packetName, sourcesToHandOut } from '../../shared/exchange/packet.ts'
import type { PacketWish } from '../../shared/exchange/packet-project.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { inquiryOf, sourcesInOrder } from '../../shared/model/project.ts'
import { beginning, makingAt } from '../change/merge/begun-inquiry.ts'
import { work as anyWork, workedOn } from '../change/merge/work-on-copies.ts'
import { archiveOf, recipes } from './arbitrary-archive.ts'

const at = 1_750_000_000_000
/** Nobody takes back the first change: in a packet it is all there is, and it cannot be undone. */
const work = anyWork.map((acts) => acts.filter(({ act }) => act !== 'undo'))
const ada = makingAt('Ada')
const ben = { ...makingAt('Ben'), by: derivedId<'coder'>('coder', 'Ben') }

/** An inquiry of two coders: Ada began it and wrote what Ben must not see. */
const project = withBen(beginning())

function withBen(start: Archive): Archive {
  const [first] = sourcesInOrder(start.project)
  const [person] = start.project.tables.participant.values()
  const [, coding] = [...start.project.codings.values()].flat()
  if (!first || !person || !coding) throw new Error('The inquiry lacks something')
  return done(start, {
    label: 'Begin the team',
    edits: [
      create('coder', { id: ben.by, name: 'Benedikt Kohl', initials: 'BK' }),
      update('participant', person, { name: 'Nooria Realname', consentNote: 'asked at her sister’s' }),
      update('coding', coding, { note: 'a note of Ada’s' }),
      create('memo', {
        id: ada.newId<'memo'>(),
        kind: 'reflexive',
        title: 'Kept at home',
        text: 'what I thought myself',
        about: { kind: 'source', source: first.id },
        by: ada.by,
        at,
      }),
      ...[1, 2].map((n) =>
        create('coding', {
          ...coding,
          note: 'a note of Ben’s',
          id: ada.newId<'coding'>(),
          coder: ben.by,
          layer: n === 1 ? 'own' : 'agreed',
        }),
      ),
    ],
  })
}

function done(archive: Archive, gesture: Parameters<typeof recordGesture>[0] | null, making = ada): Archive {
  return gesture ? { ...archive, ...recordGesture(gesture, archive, making) } : archive
}

function wishFor(archive: Archive, leaveOut = 1, more: Partial<PacketWish> = {}): PacketWish {
  const sources = sourcesInOrder(archive.project).map(({ id }) => id)
  return { coder: ben.by, sources: sources.slice(leaveOut), blind: true, ...more }
}

function reopened(archive: Archive): Archive {
  const read = readProjectFile(writeProjectFile(archive, { at }))
  if (!read.ok) throw new Error(read.problem)
  return read.archive
}

function merged(mine: Archive, theirs: Archive, base?: Archive) {
  const outcome = mergeCopies(base ? { mine, theirs, base } : { mine, theirs }, { prefer: 'mine' }, ada)
  const contents = new Map([...mine.contents, ...outcome.contents.map((each) => [each.hash, each] as const)])
  return { outcome, home: { ...mine, ...recordMerge(outcome, mine, ada), contents } }
}

function codingIds({ project: { codings } }: Archive): string[] {
  return [...codings.values()].flat().map(({ id }) => id)
}

/** What Ben does with a packet. */
function coded(packet: Archive): Archive {
  const [source] = sourcesInOrder(packet.project)
  const [code] = packet.project.tables.code.values()
  const text = source && packet.contents.get(source.content)?.text
  if (!source || !code || !text) throw new Error('There is nothing to code')
  const passages = (start: number, end: number) => ({ source: source.id, text, spans: [{ start, end }] })
  const steps = [
    (now: Archive) => applyCode(now.project, passages(20, 60), [code.id], ben),
    (now: Archive) => createCode(now.project, { name: 'Bread and salt' }, ben)?.gesture ?? null,
    (now: Archive) => proposeCode(now.project, { name: 'Late money', passages: passages(30, 50) }, ben),
    () =>
      writeMemo(
        { kind: 'analytic', title: 'Noticed', text: 'by Ben', about: { kind: 'source', source: source.id } },
        ben,
      )?.gesture ?? null,
  ]
  return steps.reduce((now, step) => done(now, step(now), ben), packet)
}

test('a packet holds the chosen sources, one’s own codings, the codebook and the guide, and says whose it is', () => {
  const packet = reopened(makePacket(project, wishFor(project), { at }))
  const { tables } = packet.project
  expect(inquiryOf(packet.project).packet).toEqual({ coder: ben.by, blind: true, at })
  expect([...tables.source.values()].map(({ name }) => name)).toEqual(['Talk 1', 'Talk 2'])
  expect(tables.code).toEqual(project.project.tables.code)
  expect(tables.question).toEqual(project.project.tables.question)
  expect([...tables.coder.keys()]).toEqual([ben.by])
  expect(packet.contents.size).toBe(2)
  expect(packet.changes).toHaveLength(1)
  expect(brokenRules(packet.project, (hash) => packet.contents.get(hash)?.text)).toEqual([])
  const all = makePacket(project, wishFor(project, 0), { at })
  expect([...all.project.codings.values()].flat()).toMatchObject([{ coder: ben.by, layer: 'own' }])
  expect(packetName(project.project, ben.by)).toBe('Seeds for BK')
})

test('a blind packet does not tell how far sources have come, and at home that stays', () => {
  const [, talk] = sourcesInOrder(project.project)
  if (!talk) throw new Error('There is no talk')
  const begun = done(project, setSourceStatus(project.project, talk.id, 'second pass'))
  const status = (archive: Archive) => archive.project.tables.source.get(talk.id)?.status
  const blind = makePacket(begun, wishFor(begun), { at })
  expect(status(blind)).toBe('not started')
  expect(status(makePacket(begun, wishFor(begun, 1, { blind: false }), { at }))).toBe('second pass')
  const { outcome, home } = merged(begun, coded(blind))
  expect(outcome.conflicts).toEqual([])
  expect(status(home)).toBe('second pass')
})

test('only what is assigned and not yet done is handed out by itself', () => {
  const sources = sourcesInOrder(project.project).map(({ id }) => id)
  const assigned = done(
    project,
    assignSources(
      project.project,
      sources.slice(1).map((source) => ({ source, coders: [ben.by] })),
      ada,
    ),
  )
  expect(sourcesToHandOut(assigned.project, ben.by)).toEqual(sources.slice(1))
  expect(sourcesToHandOut(assigned.project, ada.by)).toEqual([])
})

test('nothing of others, of names behind pseudonyms or of left-out sources stands in a packet’s bytes', () => {
  const [left] = sourcesInOrder(project.project)
  const coding = [...project.project.codings.values()].flat().find((each) => each.coder === ada.by)
  const files = unzipSync(writeProjectFile(makePacket(project, wishFor(project), { at }), { at }))
  const bytes = [...Object.keys(files), ...Object.values(files).map((each) => strFromU8(each))].join('\n')
  for (const words of [
    'Nooria',
    'sister',
    'Kept at home',
    'what I thought',
    'a note of Ada',
    'How was talk 0',
    'Talk 0',
  ])
    expect(bytes).not.toContain(words)
  expect(bytes).not.toContain(left?.id)
  expect(bytes).not.toContain(coding?.id)
  expect(bytes).toContain('How was talk 1')
})

test('whatever an inquiry holds, no word of those who withdrew and nobody’s real name is handed out', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const [coder] = archive.project.tables.coder.keys()
      const sources = [...archive.project.tables.source.values()].map(({ id }) => id)
      const by = [...archive.project.tables.coder.values()].find(({ id }) => id === coder)?.id
      if (!by) throw new Error('Nobody codes')
      const packet = makePacket(archive, { coder: by, sources, blind: false, originals: true }, { at })
      const broken = (each: Archive) =>
        brokenRules(each.project, (hash) => each.contents.get(hash)?.text).map((one) => JSON.stringify(one))
      const before = new Set(broken(archive))
      expect(broken(packet).filter((each) => !before.has(each))).toEqual([])
      for (const person of packet.project.tables.participant.values()) {
        expect(person.name).toBeUndefined()
        expect(person.consent).not.toBe('withdrawn')
      }
      for (const { reason } of packet.project.tables.restriction.values()) expect(reason).toBeUndefined()
      const whole = new Set([...archive.project.tables.source.values()].map(({ content }) => content))
      for (const hash of packet.contents.keys()) if (archive.contents.has(hash)) expect(whole).toContain(hash)
      expect(merged(archive, packet).outcome.gesture.edits).toEqual([])
      expect(reopened(packet).project).toEqual(packet.project)
    }),
    { numRuns: 150 },
  )
})

test('a packet that comes back untouched changes nothing, whatever was done at home meanwhile', () => {
  fc.assert(
    fc.property(work, fc.integer({ min: 0, max: 3 }), (meanwhile, leaveOut) => {
      const packet = makePacket(project, wishFor(project, leaveOut), { at })
      const mine = workedOn(project, meanwhile, makingAt('meanwhile'))
      const { outcome } = merged(mine, packet)
      expect(outcome.gesture.edits).toEqual([])
      expect(outcome.conflicts).toEqual([])
    }),
  )
})

test('what was done in a packet comes home, nothing at home is lost, and a second time changes nothing', () => {
  fc.assert(
    fc.property(work, work, fc.integer({ min: 0, max: 2 }), (before, meanwhile, leaveOut) => {
      const start = workedOn(project, before, makingAt('before'))
      if (sourcesInOrder(start.project).length <= leaveOut || start.project.tables.code.size === 0) return
      const theirs = reopened(coded(makePacket(start, wishFor(start, leaveOut), { at })))
      const mine = workedOn(start, meanwhile, makingAt('meanwhile'))
      const { outcome, home } = merged(mine, theirs)
      expect(codingIds(home)).toEqual(expect.arrayContaining(codingIds(mine)))
      for (const kind of ['source', 'code', 'memo', 'participant', 'report', 'coder', 'assignment'] as const)
        expect([...home.project.tables[kind].keys()]).toEqual(
          expect.arrayContaining([...mine.project.tables[kind].keys()]),
        )
      const told = [...home.project.tables.memo.values(), ...home.project.tables.proposal.values()]
      expect(told).toMatchObject(expect.arrayContaining([expect.objectContaining({ title: 'Noticed' })]))
      expect(told).toMatchObject(expect.arrayContaining([expect.objectContaining({ name: 'Late money' })]))
      const made = codingIds(theirs).filter((id) => !codingIds(start).includes(id))
      expect(made).toHaveLength(1)
      expect(codingIds(home)).toEqual(expect.arrayContaining(made))
      expect(inquiryOf(home.project).packet).toBeUndefined()
      const [person] = home.project.tables.participant.values()
      expect(person?.name).toBe('Nooria Realname')
      expect(outcome.undecided).toEqual([])
      expect(merged(home, theirs).outcome.gesture.edits).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('whatever is done in a packet, merging it leaves no rule broken and takes no left-out source', () => {
  fc.assert(
    fc.property(work, work, (there, meanwhile) => {
      const packet = makePacket(project, wishFor(project), { at })
      const theirs = workedOn(packet, there, { ...makingAt('there'), by: ben.by })
      const mine = workedOn(project, meanwhile, makingAt('meanwhile'))
      const { home } = merged(mine, theirs)
      const [left] = sourcesInOrder(project.project)
      if (left && mine.project.tables.source.has(left.id)) {
        expect(home.project.tables.source.has(left.id)).toBe(true)
        expect(home.project.turns.get(left.id)).toEqual(mine.project.turns.get(left.id))
      }
      expect(merged(home, theirs).outcome.gesture.edits).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a packet finds its own beginning where the histories share nothing, and where the project is given as base', () => {
  const theirs = coded(makePacket(project, wishFor(project), { at }))
  const restarted = copyWithoutHistory({ ...project, changes: [] }, { at: 1, by: ada.by, earlierTexts: true })
  for (const [mine, base] of [
    [restarted, undefined],
    [project, project],
    [project, undefined],
  ] as const) {
    const { home, outcome } = merged(mine, theirs, base)
    expect(codingIds(home)).toEqual(expect.arrayContaining(codingIds(mine)))
    expect(home.project.tables.source.size).toBe(3)
    expect(codingIds(home)).toHaveLength(codingIds(mine).length + 1)
    expect(inquiryOf(home.project).packet).toBeUndefined()
    expect(outcome.undecided).toEqual([])
  }
  const applied = applyEdits(project.project, merged(project, theirs).outcome.gesture.edits)
  expect(applied.ok).toBe(true)
})

test('a packet that comes back says so where it was handed out, and only once', () => {
  const wish = wishFor(project)
  const mine = done(project, handOut(project.project, wish, { ...ada, at }))
  const packet = reopened(makePacket(mine, wish, { at }))
  const coded = done(packet, createCode(packet.project, { name: 'Seen by Ben' }, ben)?.gesture ?? null, ben)
  const { home } = merged(mine, coded)
  const out = ({ project: { tables } }: Archive) =>
    [...tables.assignment.values()].map(({ handedOutAt, cameBackAt }) => [handedOutAt, cameBackAt])
  expect(out(mine)).toEqual(wish.sources.map(() => [at, undefined]))
  expect(out(home)).toEqual(wish.sources.map(() => [at, ada.at]))
  expect(merged(home, coded).outcome.gesture.edits).toEqual([])
  const idle = merged(mine, packet)
  expect(out(idle.home)).toEqual(out(home))
  expect(merged(idle.home, packet).outcome.gesture.edits).toEqual([])
})
