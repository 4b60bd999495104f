import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProjectFile, writeProjectFile } from '../../shared/exchange/project-file.ts'
import { lossLines } from '../../shared/exchange/standard-loss.ts'
import { standardLosses } from '../../shared/exchange/standard-losses.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { EntityKind } from '../../shared/model/entities.ts'
import { inOrder, type Project } from '../../shared/model/project.ts'
import { archiveOf } from './arbitrary-archive.ts'
import { richArchives, withExtras } from './rich-archive.ts'

const at = 1_750_000_000_000

test('what the list names is what is lost, with its number, and everything else comes back equal', () => {
  fc.assert(
    fc.property(richArchives, fc.boolean(), (archive, withWithdrawn) => {
      const losses = standardLosses(archive, { withWithdrawn })
      const out = withWithdrawn ? archive : withoutWithdrawn(archive).archive
      const read = readBack(out)
      const named = new Set(losses.map(({ key }) => key))
      const hidden = [...named].some((key) => key.startsWith('withdrawn'))
      const wanted = plain(hidden ? out : archive)
      for (const { key, count } of losses) {
        const taken = takers[key]?.(wanted, out)
        if (taken !== undefined && !hidden) expect([key, taken]).toEqual([key, count])
      }
      const seen = named.has('signs') ? mended : (each: Plain) => each
      expect(comparable(seen(plain(read)), read.project)).toEqual(comparable(seen(wanted), out.project))
      expect(orders(read.project)).toEqual(orders(out.project))
    }),
    { numRuns: 120 },
  )
})

test('texts come back as they stand in the list, and those left out are as many as it says', () => {
  fc.assert(
    fc.property(richArchives, (archive) => {
      const losses = new Map(
        standardLosses(archive, { withWithdrawn: true }).map((each) => [each.key, each.count]),
      )
      const { contents } = readBack(archive)
      for (const [hash, { text }] of contents) expect(archive.contents.get(hash)?.text).toBe(text)
      const lost = [...archive.contents.keys()].filter((hash) => !contents.has(hash)).length
      expect(losses.get('earlier texts') ?? 0).toBe(lost)
      expect(losses.get('history')).toBe(archive.changes.length)
      expect(losses.get('originals')).toBe(archive.originals.size)
    }),
    { numRuns: 60 },
  )
})

test('the list reads as sentences with their numbers, what is left out first', () => {
  const archive = withExtras(
    archiveOf({
      words: ['Ground', 'AB', 'North', 'Noor', 'Real Name', 'A memo', 'I saw', 'a note'],
      sources: [{ lines: ['I plant trees', 'and wait'], labels: 'beside' }],
      codes: ['Time'],
      codings: [
        [0, 2, 5, 0, false],
        [0, 9, 5, 0, false],
      ],
    }),
    ['report', 'question', 'codes'],
  )
  const lines = lossLines(standardLosses(archive))
  expect(lines[0]).toBe('Not in the file')
  expect(lines).toContain('  Reports: 1 – export them as documents')
  expect(lines).toContain('  Codings with a stance: 1 of 2 – stand in a note beside the coding')
  expect(lines).toContain('  Names behind pseudonyms: 1 – pseudonyms stand there')
  expect(lines.join('\n')).not.toContain('Real Name')
})

function readBack(archive: Archive): Archive {
  const reading = readProjectFile(writeProjectFile(archive, { at, standardOnly: true }))
  if (!reading.ok) throw new Error(reading.problem)
  return reading.archive
}

type Fields = Record<string, unknown>
type Plain = Record<string, Fields[]>

/** Every entity of a project by kind, free to be changed. */
function plain({ project }: Pick<Archive, 'project'>): Plain {
  const tables: Plain = Object.fromEntries(
    Object.entries(project.tables).map(([kind, table]) => [kind, [...table.values()].map(copied)]),
  )
  return {
    ...tables,
    turn: [...project.turns.values()].flat().map(copied),
    coding: [...project.codings.values()].flat().map(copied),
  }
}

function copied(value: object): Fields {
  return structuredClone({ ...value })
}

/** How many it took; nothing where they are not counted by entity. */
type Take = (from: Plain, out: Archive) => number | undefined

function whole(kind: EntityKind): Take {
  return (from) => {
    const { length } = from[kind] ?? []
    from[kind] = []
    return length
  }
}

/** Takes fields away from a kind; gives how many there were. */
function field(kind: EntityKind, ...names: readonly string[]): Take {
  return (from) =>
    (from[kind] ?? []).reduce((sum, each) => {
      const there = names.filter((name) => each[name] !== undefined)
      for (const name of there) delete each[name]
      return sum + there.length
    }, 0)
}

/** What the list takes away, done to a project: with everything in the list done, the two are equal. */
const takers: Readonly<Record<string, Take>> = {
  report: whole('report'),
  prose: whole('prose'),
  quoteChoice: whole('quoteChoice'),
  translation: whole('translation'),
  codebookVersion: whole('codebookVersion'),
  assignment: whole('assignment'),
  round: whole('round'),
  adjudication: whole('adjudication'),
  proposal: whole('proposal'),
  erasure: whole('erasure'),
  question: whole('question'),
  'turn questions': field('turn', 'question'),
  recordings: field('source', 'recording'),
  names: field('participant', 'name'),
  'consent notes': field('participant', 'consentNote'),
  'restriction reasons': field('restriction', 'reason'),
  inquiry: field(
    'inquiry',
    'aims',
    'positionality',
    'period',
    'audiences',
    'lead',
    'approachReason',
    'packet',
  ),
  asked: (from) =>
    (from.source ?? []).reduce((sum, source) => {
      const count = Object.keys(Object(source.asked)).length
      delete source.asked
      return sum + count
    }, 0),
  colours: (from) => {
    const odd = (from.code ?? []).filter(({ colour }) => colour !== undefined && !/^#/.test(String(colour)))
    for (const code of odd) delete code.colour
    return odd.length
  },
  labels: (from, { project: { tables } }) => {
    const renamed = (from.speaker ?? []).filter(({ label, participant }) => {
      const person = tables.participant.get(String(participant))
      return person !== undefined && person.pseudonym !== label
    })
    for (const speaker of renamed)
      speaker.label = tables.participant.get(String(speaker.participant))?.pseudonym
    return renamed.length
  },
  'restrictions on earlier texts': (from, { project, contents }) => {
    const written = new Set<unknown>([
      ...[...project.tables.source.values()].map(({ content }) => content),
      ...[...project.codings.values()].flat().map(({ content }) => content),
      ...[...project.tables.memo.values()].map(({ about }) => about.kind === 'passage' && about.content),
    ])
    const elsewhere = (from.restriction ?? []).filter(({ content }) => !written.has(content))
    for (const restriction of elsewhere) {
      const content = project.tables.source.get(String(restriction.source))?.content
      const end = content && contents.get(content)?.text.length
      // Of a text without words there is nothing to keep.
      if (end) Object.assign(restriction, { content, start: 0, end })
    }
    return elsewhere.length
  },
}

/** With U+FFFD for what XML does not know. */
function mended(from: Plain): Plain {
  const sign = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
  const fields = (each: Fields): Fields =>
    JSON.parse(JSON.stringify(each), (_, value: unknown) =>
      typeof value === 'string' ? value.toWellFormed().replace(sign, '\uFFFD') : value,
    )
  return Object.fromEntries(Object.entries(from).map(([kind, list]) => [kind, list.map(fields)]))
}

/** Without what is made anew or follows from other things. */
function comparable(from: Plain, project: Project): Plain {
  return Object.fromEntries(
    Object.entries(from).map(([kind, list]) => [
      kind,
      list
        .map(({ order: _, ...each }) => {
          const said = Object.fromEntries(Object.entries(each).filter(([, value]) => !isNothing(value)))
          if (kind === 'turn') delete said.id
          if (kind === 'source') {
            delete said.words
            said.participants = silentIn(project, said)
          }
          return said
        })
        .toSorted((a, b) => (JSON.stringify(inTurn(a)) < JSON.stringify(inTurn(b)) ? -1 : 1)),
    ]),
  )
}

/** Turns come back with other identities. */
function inTurn(each: Fields): unknown {
  return each.id ?? Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function isNothing(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

/** Who belongs to a source without speaking in it: those who speak belong anyway. */
function silentIn({ tables, turns }: Project, source: Fields): readonly unknown[] {
  const heard = new Set(
    [...turns].flatMap(([id, list]) =>
      id === source.id
        ? list.map(({ speaker }) => (speaker ? tables.speaker.get(speaker)?.participant : undefined))
        : [],
    ),
  )
  const named = [...tables.speaker.values()].flatMap((each) =>
    each.source === source.id && each.participant ? [each.participant] : [],
  )
  const listed: readonly unknown[] = Array.isArray(source.participants) ? source.participants : []
  return [...new Set([...listed, ...named])].filter((id) => ![...heard].some((each) => each === id)).sort()
}

function orders({ tables }: Project): unknown {
  return (['attribute', 'participant', 'source'] as const).map((kind) =>
    inOrder<{ readonly id: string; readonly order: string }>(tables[kind]).map(({ id }) => id),
  )
}
