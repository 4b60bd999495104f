import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Edit } from '../../shared/change/change.ts'
import { create, update } from '../../shared/change/edit.ts'
import { mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import { codebookValues } from '../../shared/exchange/codebook-table.ts'
import { makePacket } from '../../shared/exchange/packet.ts'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { shareCopy } from '../../shared/exchange/share-copy.ts'
import { withToldCodes } from '../../shared/exchange/told-codes.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { turnsOf } from '../../shared/model/project.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'

const at = 1_750_000_000_000
const sample = readSample()

function readSample(): Archive {
  const read = readProjectFile(readFileSync('sample-data/sample.qdpx'))
  if (!read.ok) throw new Error(read.problem)
  return read.archive
}

/** Eight words in a row of what each participant said, which nobody else said. */
const quotes = quotesOf(sample)

function quotesOf({ project, contents }: Archive): ReadonlyMap<string, string> {
  const all = [...contents.values()].map(({ text }) => text).join('\n')
  const found = new Map<string, string>()
  for (const source of project.tables.source.values()) {
    const text = contents.get(source.content)?.text ?? ''
    for (const { start, end, speaker } of turnsOf(project, source.id)) {
      const who = speaker && project.tables.speaker.get(speaker)?.participant
      const quote = /(?:\p{L}+ ){7}\p{L}+/u.exec(text.slice(start, end))?.[0]
      if (who && quote && !found.has(who) && all.split(quote).length === 2) found.set(who, quote)
    }
  }
  return found
}

const realName = (n: number) => `Realfirst${n} Reallast${n}`

/** The sample with a real name and a note for everybody, quoted all over; every other person withdrew. */
function told() {
  const { project } = sample
  const [coder] = project.tables.coder.values()
  const people = [...project.tables.participant.values()].filter(({ id }) => quotes.has(id))
  const [first, second] = project.tables.code.values()
  if (!coder || !first || !second || people.length < 4) throw new Error('The sample is too small')
  const gone = people.filter((_, i) => i % 2 === 0)
  const written = people.map(({ id }, i) => `${realName(i)} put it so: “${quotes.get(id)}”.`).join(' ')
  const making = makingAt('leaks')
  const edits: Edit[] = [
    ...people.map((each, i) =>
      update('participant', each, {
        name: realName(i),
        consentNote: `asked at the house of Secretnote${i}`,
        ...(i % 2 === 0 ? { consent: 'withdrawn' as const } : {}),
      }),
    ),
    update('code', first, { example: written, definition: written }),
    create('memo', {
      id: making.newId<'memo'>(),
      kind: 'analytic',
      title: 'About all of them',
      text: written,
      about: { kind: 'code', code: second.id },
      by: coder.id,
      at,
    }),
    create('codebookVersion', {
      id: making.newId<'codebookVersion'>(),
      name: '1',
      at,
      by: coder.id,
      codes: [{ ...first, example: written }],
      note: written,
    }),
  ]
  const archive = {
    ...sample,
    ...recordGesture({ label: 'Tell', edits }, sample, { ...making, by: coder.id }),
  }
  return { archive, coder: coder.id, people, gone, code: first.id, written }
}

function bytesOf(archive: Archive, standardOnly = false): string {
  const files = unzipSync(writeProjectFile(archive, { at, standardOnly }))
  // Words may stand in JSON and in XML.
  return [...Object.keys(files), ...Object.values(files).map((each) => strFromU8(each))].join('\n')
}

test('in a packet and in a shared copy nothing repeats the words of those who withdrew, and no real name stands', () => {
  const { archive, coder, people, gone } = told()
  const sources = [...archive.project.tables.source.keys()]
  const chosen = [...archive.project.tables.source.values()].map(({ id }) => id)
  expect(chosen).toHaveLength(sources.length)
  const copies = [
    makePacket(archive, { coder, sources: chosen, blind: false }, { at }),
    shareCopy(archive, { with: new Set(), at, by: coder }),
  ].map((each) => bytesOf(each))
  // Some passages of the sample are themselves withdrawn.
  const { project, contents } = withoutWithdrawn(archive).archive
  const read = [...project.tables.source.values()].map(({ content }) => contents.get(content)?.text ?? '')
  const left = read.join('\n')
  const stays = people.map(({ id }) => quotes.get(id) ?? '').filter((quote) => left.includes(quote))
  expect(stays.length).toBeGreaterThan(2)
  for (const bytes of copies) {
    expect(gone.map(({ id }) => quotes.get(id) ?? '').filter((quote) => bytes.includes(quote))).toEqual([])
    expect(people.map((_, i) => `Realfirst${i}`).filter((name) => bytes.includes(name))).toEqual([])
    expect(people.map((_, i) => `Reallast${i}`).filter((name) => bytes.includes(name))).toEqual([])
    expect(bytes).not.toContain('Secretnote')
    expect(stays.filter((quote) => !bytes.includes(quote))).toEqual([])
  }
})

test('what is written for other tools quotes nobody who withdrew either', () => {
  const { archive, gone } = told()
  const bytes = bytesOf(withoutWithdrawn(archive).archive, true)
  expect(gone.map(({ id }) => quotes.get(id) ?? '').filter((quote) => bytes.includes(quote))).toEqual([])
  expect(bytes).toContain('[withdrawn]')
})

test('a codebook’s file quotes nobody who withdrew, a kept version neither, and covers real names', () => {
  const { archive, people, gone } = told()
  const { code, codebookVersion } = withToldCodes(archive).tables
  const files = [[...code.values()], ...[...codebookVersion.values()].map(({ codes }) => codes)].map(
    (codes) => JSON.stringify(codebookValues({ name: 'Slow water', description: '', codes })),
  )
  expect(files.length).toBeGreaterThan(1)
  for (const file of files) {
    expect(gone.map(({ id }) => quotes.get(id) ?? '').filter((quote) => file.includes(quote))).toEqual([])
    expect(people.map((_, i) => realName(i)).filter((name) => file.includes(name))).toEqual([])
    expect(file).toContain('[withdrawn]')
  }
})

test('what was left out of a packet or a shared copy is not taken for changed when it comes back', () => {
  const { archive, coder, code, written } = told()
  const sources = [...archive.project.tables.source.values()].map(({ id }) => id)
  const copies = [
    makePacket(archive, { coder, sources, blind: false }, { at }),
    shareCopy(archive, { with: new Set(), at, by: coder }),
  ]
  for (const theirs of copies)
    for (const base of [undefined, archive]) {
      const { project, gesture, conflicts } = mergeCopies(
        base ? { mine: archive, theirs, base } : { mine: archive, theirs },
        { prefer: 'theirs' },
        makingAt('merge'),
      )
      expect([gesture.edits, conflicts]).toEqual([[], []])
      expect(project.tables.code.get(code)?.example).toBe(written)
    }
})
