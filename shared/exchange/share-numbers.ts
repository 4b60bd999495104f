import type { Archive } from '../model/archive.ts'
import type { Project } from '../model/project.ts'
import { coverNames } from '../report/cover-names.ts'
import { originalsOf, textsOf } from './copy-without-history.ts'
import {
  holdsNames,
  holdsWithdrawn,
  type SharePart,
  withEarlierTexts,
  withoutWhoWithdrew,
} from './share-copy.ts'

/** What a shared copy will hold, and roughly how large its file will be. */
export interface ShareNumbers {
  readonly sources: number
  readonly codes: number
  readonly codings: number
  readonly memos: number
  readonly reports: number
  readonly participants: number
  /** Those who withdrew: neither they nor their words come along. */
  readonly withdrawn: number
  /** Bytes of the file without any of the parts below, about. */
  readonly bytes: number
  /** Each part that can be asked for: how many, and how many bytes it adds, about. */
  readonly parts: Readonly<Record<SharePart, { readonly count: number; readonly bytes: number }>>
  /** Sources in whose words a name behind a pseudonym, or a part of one, still stands. */
  readonly namesInTexts: number
  /** Why no copy can have the history; null where it can. */
  readonly historyRefused: 'withdrawn' | null
  /** The history holds names, so that they go with it. */
  readonly historyHoldsNames: boolean
}

/** Counts what a project has to share. */
export function shareNumbers(archive: Archive): ShareNumbers {
  const { originals, changes } = archive
  const { project, contents } = withoutWhoWithdrew(archive)
  const { tables, codings, turns } = project
  const people = [...tables.participant.values()]
  const withdrawn = archive.project.tables.participant.size - people.length
  const standing = textsOf(project)
  const texts = [...contents.values()]
  const lengthOf = (list: readonly { readonly text: string }[]) => sum(list.map(({ text }) => text.length))
  const earlier = [...withEarlierTexts(archive).values()].filter(({ hash }) => !standing.has(hash))
  const named = originalsOf(project)
  const files = [...originals.values()].filter(({ hash }) => named.has(hash))
  const edits = sum(changes.map((change) => change.edits.length))
  const many = sum([...codings.values()].map((list) => list.length))
  const withNames = people.filter(({ name, consentNote }) => name ?? consentNote).length
  return {
    sources: tables.source.size,
    codes: tables.code.size,
    codings: many,
    memos: tables.memo.size,
    reports: tables.report.size,
    participants: people.length,
    withdrawn,
    bytes: Math.round(
      weights.letter * lengthOf(texts.filter(({ hash }) => standing.has(hash))) +
        weights.entity * sum(Object.values(tables).map((table) => written([...table.values()]))) +
        weights.bound * (written([...codings.values()].flat()) + written([...turns.values()].flat())),
    ),
    parts: {
      originals: { count: files.length, bytes: sum(files.map(({ bytes }) => bytes.length)) },
      history: {
        count: changes.length,
        bytes: Math.round(weights.change * changes.length + weights.edit * edits),
      },
      'earlier texts': { count: earlier.length, bytes: Math.round(weights.letter * lengthOf(earlier)) },
      names: { count: withNames, bytes: 0 },
    },
    namesInTexts: namesInTexts(project, contents),
    historyRefused: holdsWithdrawn(archive.project) ? 'withdrawn' : null,
    historyHoldsNames: holdsNames(archive.project),
  }
}

/** What packing leaves of a letter of a text, of a letter of entities as they are written three times over, and of a
    change and its edits: measured on the sample and on made-up inquiries of 540,000 codings. */
const weights = { letter: 0.45, entity: 1.5, bound: 0.45, change: 60, edit: 8 }

/** Letters of entities as JSON; of many, as far as a few hundred tell. */
function written(entities: readonly object[]): number {
  const step = Math.max(1, Math.floor(entities.length / 500))
  const few = entities.filter((_, i) => i % step === 0)
  const letters = sum(few.map((each) => JSON.stringify(each).length))
  return few.length === 0 ? 0 : (letters / few.length) * entities.length
}

/** Names behind pseudonyms alone: labels stand in many texts by intent. */
function namesInTexts(project: Project, contents: Archive['contents']): number {
  const { tables } = project
  const cover = coverNames({ ...project, tables: { ...tables, speaker: new Map() } })
  return [...tables.source.values()].filter(({ content }) => {
    const text = contents.get(content)?.text ?? ''
    return cover(text) !== text
  }).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
