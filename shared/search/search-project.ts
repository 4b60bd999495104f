import { speakerOf } from '../analysis/who-speaks.ts'
import type { Source } from '../model/entities.ts'
import type { ParticipantId } from '../model/ids.ts'
import { type Project, sourcesInOrder, type Texts, turnsOf } from '../model/project.ts'
import type { Finder, Found } from './read-query.ts'
import { scanTexts } from './scan-texts.ts'
import { stretchesOf, type Voices } from './stretches.ts'
import { widenHit } from './widen-hit.ts'

/** A place in a project where what was looked for stands. */
export interface ProjectHit extends Found {
  readonly source: Source
  /** Whose words they are; null where nobody counts for them. */
  readonly participant: ParticipantId | null
  /** The sentences it stands in. */
  readonly sentence: string
}

/** What was found in a project: its hits in the order of sources, and in how many of those that were looked through. A
    source whose text is missing is not looked through. */
export interface ProjectSearch {
  readonly hits: readonly ProjectHit[]
  readonly found: number
  readonly of: number
}

/** Looks through the texts of a project as they are read now. */
export function searchProject(project: Project, texts: Texts, finder: Finder, voices: Voices): ProjectSearch {
  const hits: ProjectHit[] = []
  let found = 0
  let of = 0
  for (const source of sourcesInOrder(project)) {
    const text = texts(source.content)
    const stretches = text === undefined ? [] : stretchesOf(project, source.id, text, voices)
    if (text === undefined || stretches.length === 0) continue
    of++
    const before = hits.length
    const scanned = scanTexts([{ source: source.id, content: source.content, text, stretches }], finder)
    for (const each of scanned) for (const hit of each.hits) hits.push(toldHit(project, source, text, hit))
    if (hits.length > before) found++
  }
  return { hits, found, of }
}

function toldHit(project: Project, source: Source, text: string, hit: Found): ProjectHit {
  const turns = turnsOf(project, source.id)
  const turn = turns.find(({ start, end }) => start <= hit.start && hit.start < end)
  const alone = turns.length === 0 && source.participants?.length === 1 ? source.participants[0] : undefined
  const { start, end } = widenHit(text, turns, hit, 'sentence')
  return {
    ...hit,
    source,
    participant: (turn ? speakerOf(project, turn) : alone) ?? null,
    sentence: text.slice(start, end).trim(),
  }
}
