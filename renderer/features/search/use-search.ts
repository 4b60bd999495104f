import { useEffect, useRef, useState } from 'react'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { sourcesInOrder } from '../../../shared/model/project.ts'
import { readQuery, type SearchWish } from '../../../shared/search/read-query.ts'
import type { SourceHits } from '../../../shared/search/scan-texts.ts'
import { stretchesOf, type Voices } from '../../../shared/search/stretches.ts'
import type { ExcerptFilter } from '../../parts/excerpt-filters-rules.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { type SearchClient, searchClient, startSearchWorker } from '../../workers/search-client.ts'

/** What was found so far, and how far the search is. */
export interface SearchResult {
  readonly state: 'idle' | 'searching' | 'done' | 'stopped' | 'too long' | 'too many'
  readonly problem: string | null
  /** Sources with hits, in the order of sources. */
  readonly found: readonly SourceHits[]
  readonly hits: number
  /** Sources looked through, of those that there are to look through. */
  readonly looked: number
  readonly of: number
}

export interface SearchAsked {
  readonly wish: SearchWish
  readonly voices: Voices
  readonly filter: ExcerptFilter
}

const nothing: SearchResult = { state: 'idle', problem: null, found: [], hits: 0, looked: 0, of: 0 }

/** Asks again whenever the question, the texts or whose words they are change; gives a way to stop. */
export function useSearch(project: Project, asked: SearchAsked): readonly [SearchResult, () => void] {
  const open = useOpenProject()
  const [result, setResult] = useState<SearchResult>(nothing)
  const client = useRef<SearchClient | null>(null)
  useEffect(() => {
    client.current = searchClient(startSearchWorker, windowTimer)
    return () => client.current?.close()
  }, [])
  const { turns } = project
  const { source, speaker, participant } = project.tables
  // biome-ignore lint/correctness/useExhaustiveDependencies: codings and memos do not change what is found.
  useEffect(() => {
    const read = readQuery(asked.wish)
    client.current?.stop()
    if (!read?.ok) return setResult({ ...nothing, problem: read?.problem ?? null })
    let isWanted = true
    const timer = setTimeout(() => void ask(), pause)
    const ask = async () => {
      await open.loadTexts()
      if (isWanted && client.current) run(client.current, project, open.text, asked, setResult)
    }
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [open, asked, turns, source, speaker, participant])
  const stop = () => {
    client.current?.stop()
    setResult((now) => ({ ...now, state: 'stopped' }))
  }
  return [result, stop]
}

/** Milliseconds without a key before a search begins. */
const pause = 140
/** More hits than anybody reads: then the search ends by itself and says so. */
const most = 20_000

function run(
  client: SearchClient,
  project: Project,
  texts: Parameters<SearchClient['search']>[2],
  asked: SearchAsked,
  show: (result: SearchResult) => void,
) {
  const sources = sourcesToSearch(project, texts, asked)
  let found: readonly SourceHits[] = []
  let hits = 0
  let looked = 0
  const now = (state: SearchResult['state']) =>
    show({ state, problem: null, found, hits, looked, of: sources.length })
  now('searching')
  client.search(asked.wish, sources, texts, {
    found: (more, sofar) => {
      found = [...found, ...more]
      hits += more.reduce((sum, each) => sum + each.hits.length, 0)
      looked = sofar
      if (hits > most) client.stop()
      now(hits > most ? 'too many' : 'searching')
    },
    done: () => now('done'),
    tooLong: () => now('too long'),
  })
}

function sourcesToSearch(
  project: Project,
  texts: Parameters<SearchClient['search']>[2],
  { voices, filter }: SearchAsked,
) {
  const only = participantsMeant(project, filter)
  return sourcesInOrder(project).flatMap(({ id, content, kind, attributes }) => {
    const text = texts(content)
    if (
      text === undefined ||
      (filter.source && filter.source !== id) ||
      (filter.kind && filter.kind !== kind)
    )
      return []
    const isMeant =
      filter.attribute !== null && String(attributes?.[filter.attribute.id] ?? '') === filter.attribute.value
    const stretches = Int32Array.from(
      stretchesOf(project, id, text, voices, isMeant && !filter.participant ? null : only),
    )
    return stretches.length > 0 ? [{ source: id, content, stretches }] : []
  })
}

/** Whose words a filter means: one participant's, or all with a value; null for everybody's. */
function participantsMeant(project: Project, { participant, attribute }: ExcerptFilter) {
  if (participant) return new Set([participant])
  if (!attribute) return null
  const meant = [...project.tables.participant.values()].filter(
    (each) => String(each.attributes?.[attribute.id] ?? '') === attribute.value,
  )
  return new Set(meant.map((each) => each.id))
}

function windowTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}

/** Sources that have hits, for "hits in n of N sources". */
export function sourcesFound(found: readonly SourceHits[]): ReadonlySet<SourceId> {
  return new Set(found.map((each) => each.source))
}
