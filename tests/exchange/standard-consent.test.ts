import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { whoSpeaks } from '../../shared/analysis/who-speaks.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { consentOf, passageConsent, stricter } from '../../shared/model/consent.ts'
import { brokenRules } from '../../shared/model/integrity.ts'
import { type ArchiveRecipe, archiveOf, audiences, recipes } from './arbitrary-archive.ts'

const at = 1_750_000_000_000
const towards = [undefined, ...audiences]

const guarded: ArchiveRecipe = {
  words: ['Common Ground', 'AB', 'Slow work', 'Noor', 'Real Name', 'A memo', 'What I saw', 'a note'],
  sources: [{ lines: ['I plant trees', 'and wait'], labels: 'beside' }],
  codes: ['Time'],
  codings: [[0, 2, 5, 0, false]],
  allowed: { consent: 'paraphrase', consentFor: { public: 'withdrawn', funder: 'quote' } },
  others: [[0, { consent: 'withdrawn' }]],
  restrictions: [[0, 2, 4, 'count', 'funder', false]],
}

test('the standard’s part alone never allows more than was allowed', () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const archive = archiveOf(recipe)
      const { archive: read, notes } = opened(writeProjectFile(archive, { at, standardOnly: true }))
      expect(notes.filter((note) => /consent|quoted/.test(note))).toEqual([])
      expectNoLooser(read, archive)
      expect(rulesOf(read)).toEqual(rulesOf(archive).filter((rule) => rule.kind !== 'source'))
    }),
    { numRuns: 200 },
  )
})

test('consent and restrictions come back from the standard’s part as they were, reasons and names left out', () => {
  const archive = archiveOf(guarded)
  const bytes = writeProjectFile(archive, { at, standardOnly: true })
  const { project } = opened(bytes).archive
  expect([...project.tables.participant.values()]).toMatchObject([
    { consent: 'paraphrase', consentFor: { public: 'withdrawn', funder: 'quote' } },
    { consent: 'withdrawn' },
  ])
  const [restriction] = archive.project.tables.restriction.values()
  const { reason: _, ...kept } = { ...restriction }
  expect([...project.tables.restriction.values()]).toEqual([kept])
  expect(strFromU8(unzipSync(bytes)['project.qde'] ?? new Uint8Array())).not.toContain('Real Name')
})

test('where Loam’s record is damaged, nobody may be quoted who may not', () => {
  const archive = archiveOf(guarded)
  for (const name of ['loam/changes/00001.jsonl', 'loam/project/00001.jsonl', 'loam/manifest.json']) {
    const files = unzipSync(writeProjectFile(archive, { at }))
    const { archive: read } = opened(zipSync({ ...files, [name]: strToU8('{"half":') }))
    expectNoLooser(read, archive)
  }
})

test('where another tool took Loam’s notes out, Loam’s own record still says what was allowed', () => {
  const archive = archiveOf(guarded)
  const { archive: read, notes } = opened(withQde(writeProjectFile(archive, { at }), bare))
  expectNoLooser(read, archive)
  expect(notes.join(' ')).not.toContain('consent')
})

test('where neither says it, people are counted only and the person is told what to do', () => {
  const files = unzipSync(withQde(writeProjectFile(archiveOf(guarded), { at }), bare))
  for (const name of Object.keys(files)) if (name.startsWith('loam/project')) delete files[name]
  delete files['loam/changes/00001.jsonl']
  const { archive, notes } = opened(zipSync(files))
  expect([...archive.project.tables.participant.values()].map((each) => each.consent)).toEqual([
    'count',
    'count',
  ])
  expect([...archive.project.tables.restriction.values()]).toMatchObject([{ start: 0, consent: 'count' }])
  expect(notes).toContain(
    'What 2 of 2 participants allow could not be read, so they are counted only: set their consent to quote them.',
  )
  expect(notes.join(' ')).toContain('1 of 1 source')
})

test('where another tool took somebody out who speaks, nothing of that source is quoted', () => {
  const files = withQde(writeProjectFile(archiveOf(guarded), { at, standardOnly: true }), (qde) =>
    qde.replace(/<Cases>.*<\/Cases>/s, ''),
  )
  const { project } = opened(files).archive
  expect([...project.tables.restriction.values()].map((each) => each.consent)).toContain('count')
})

test('a text that another tool changed stays restricted as a whole', () => {
  const files = unzipSync(writeProjectFile(archiveOf(guarded), { at, standardOnly: true }))
  const name = Object.keys(files).find((each) => each.startsWith('sources/')) ?? ''
  const changed = strToU8(`More words. ${strFromU8(files[name] ?? new Uint8Array())}`)
  const { archive } = opened(zipSync({ ...files, [name]: changed }))
  const [source] = archive.project.tables.source.values()
  const length = (source && archive.contents.get(source.content)?.text.length) ?? 0
  expect([...archive.project.tables.restriction.values()]).toMatchObject([
    { content: source?.content, start: 0, end: length, consent: 'count', audience: 'funder' },
  ])
})

test('people in another tool’s file may be quoted for now, and the person is told that consent has to be set', () => {
  const foreign = withQde(writeProjectFile(archiveOf(guarded), { at, standardOnly: true }), (qde) =>
    bare(qde).replace('origin="Loam"', 'origin="NVivo"'),
  )
  const { archive, notes } = opened(foreign)
  expect([...archive.project.tables.participant.values()].map((each) => each.consent)).toEqual([
    'quote',
    'quote',
  ])
  expect(notes.join(' ')).toContain('set their consent before anything of theirs is shown')
})

test('an answer that cannot be understood is taken for the strictest', () => {
  const files = withQde(writeProjectFile(archiveOf(guarded), { at, standardOnly: true }), (qde) =>
    qde.replace('"funder":"quote"', '"funder":"perhaps"').replace('"consent":"withdrawn"}', '"consent":7}'),
  )
  const people = [...opened(files).archive.project.tables.participant.values()]
  expect(people.map((each) => each.consent)).toEqual(['paraphrase', 'count'])
  expect(people[0]?.consentFor?.funder).toBe('count')
})

function expectNoLooser(read: Archive, before: Archive): void {
  for (const audience of towards) {
    for (const participant of before.project.tables.participant.values()) {
      const now = read.project.tables.participant.get(participant.id)
      const was = consentOf(participant, audience)
      expect(now && stricter(consentOf(now, audience), was)).toBe(now && consentOf(now, audience))
      expect(now).toBeDefined()
    }
    for (const [source, codings] of before.project.codings) {
      for (const coding of codings) {
        const now = read.project.codings.get(source)?.find((each) => each.id === coding.id)
        const is =
          now && passageConsent(read.project, now, whoSpeaks(read.project, now).participants, audience)
        const { participants } = whoSpeaks(before.project, coding)
        const was = passageConsent(before.project, coding, participants, audience)
        expect(is && stricter(is, was)).toBe(is)
        expect(is).toBeDefined()
      }
    }
  }
}

function rulesOf({ project, contents }: Archive) {
  return brokenRules(project, (hash) => contents.get(hash)?.text)
}

function withQde(bytes: Uint8Array, change: (qde: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const qde = change(strFromU8(files['project.qde'] ?? new Uint8Array()))
  return zipSync({ ...files, 'project.qde': strToU8(qde) })
}

/** Without Loam's processing instructions, as tools write that do not know them. */
function bare(qde: string): string {
  return qde.replace(/<\?loam .*?\?>/gs, '')
}

function opened(bytes: Uint8Array): { readonly archive: Archive; readonly notes: readonly string[] } {
  const reading = readProjectFile(bytes)
  if (!reading.ok) throw new Error(reading.problem)
  return reading
}
