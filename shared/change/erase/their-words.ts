import type { Archive } from '../../model/archive.ts'
import { readContentHash } from '../../model/ids.ts'
import { trimSpan } from '../../text/positions.ts'
import type { Change, Fields } from '../change.ts'
import { type Cut, erasedWords } from './cut-text.ts'
import { endOfLog, lastStates, membersOf, type Standing, type State, stateKey } from './walk-log.ts'

/** Where some participants speak, in every text there ever was. */
export interface TheirWords {
  /** Ids of sources that go whole: nobody else took part, or nobody can tell whose words are whose. */
  readonly sources: ReadonlySet<string>
  /** What of texts is theirs, by the text's hash. */
  readonly cuts: ReadonlyMap<string, readonly Cut[]>
  /** Texts of group sessions in which nobody can tell any more what was theirs. */
  readonly lost: ReadonlySet<string>
  /** Ids of their voices. */
  readonly voices: ReadonlySet<string>
  /** Their ids, also those they had before they were found to be one person. */
  readonly people: ReadonlySet<string>
}

/** Finds the words of participants: their turns, with the labels that stand in the text, as they were when each text
    was the one that is read. */
export function theirWords(archive: Archive, ids: ReadonlySet<string>): TheirWords {
  if (ids.size === 0)
    return { sources: new Set(), cuts: new Map(), lost: new Set(), voices: new Set(), people: ids }
  const found = startFinding(archive, ids)
  const end = endOfLog(archive.changes, (change, standing) => {
    for (const source of endingTexts(change, standing)) {
      const isEnd = change.edits.some(
        ({ kind, id, after }) => kind === 'source' && id === source && after === null,
      )
      look(source, standing, found, isEnd ? 'deleted' : 'earlier')
    }
  })
  for (const { kind, id } of end.states.values()) if (kind === 'source') look(id, end, found, 'now')
  return { ...found, lost: lostIn(archive.changes, found) }
}

/** Every name that participants and their voices ever bore, the longest first. */
export function namesEver(archive: Archive, ids: ReadonlySet<string>): readonly string[] {
  const { people, voices } = startFinding(archive, ids)
  const names = new Set<string>()
  const add = (name: unknown) => {
    if (typeof name === 'string' && name.trim() !== '') names.add(name.trim())
  }
  for (const { edits } of archive.changes)
    for (const { kind, id, before, after } of edits)
      for (const fields of [before, after]) {
        if (kind === 'participant' && people.has(id))
          for (const name of ['name', 'pseudonym']) add(fields?.[name])
        if (kind === 'speaker' && voices.has(id)) add(fields?.label)
      }
  return [...names].sort((a, b) => b.length - a.length)
}

interface Finding {
  readonly archive: Archive
  readonly people: ReadonlySet<string>
  readonly voices: ReadonlySet<string>
  readonly sources: Set<string>
  readonly cuts: Map<string, Cut[]>
  /** Sources in which they speak beside others. */
  readonly shared: Set<string>
  readonly whole: Set<string>
}

/** Voices that are theirs in the end, and people who were merged into them and are there no more. */
function startFinding(archive: Archive, ids: ReadonlySet<string>): Finding {
  const last = lastStates(archive.changes)
  const voices = new Set<string>()
  for (const { kind, id, fields } of last.values())
    if (kind === 'speaker' && ids.has(String(fields.participant))) voices.add(id)
  const people = new Set(ids)
  for (const { edits } of archive.changes)
    for (const { kind, id, before, after } of edits) {
      if (kind !== 'speaker' || !voices.has(id)) continue
      for (const fields of [before, after]) {
        const person = fields?.participant
        if (typeof person === 'string' && !archive.project.tables.participant.has(person)) people.add(person)
      }
    }
  return { archive, people, voices, sources: new Set(), cuts: new Map(), shared: new Set(), whole: new Set() }
}

/** Sources that are about to get another text, or to go. */
function endingTexts({ edits }: Change, { states }: Standing): readonly string[] {
  return edits.flatMap(({ kind, id, after }) => {
    if (kind !== 'source' || !states.has(stateKey(kind, id))) return []
    return after === null || 'content' in after ? [id] : []
  })
}

function look(id: string, standing: Standing, found: Finding, when: 'earlier' | 'now' | 'deleted'): void {
  const source = standing.states.get(stateKey('source', id))
  if (!source) return
  const members = membersOf(standing, id)
  const voices = members.filter(({ kind }) => kind === 'speaker')
  const theirs = new Set(voices.filter((voice) => isTheirs(voice, found)).map((voice) => voice.id))
  const named = [...listed(source.fields.participants), ...voices.map(({ fields }) => fields.participant)]
  const everybody = new Set(named.filter((each) => typeof each === 'string'))
  const involved = [...everybody].filter((each) => found.people.has(each))
  if (involved.length + theirs.size === 0) return
  const turns = members.filter(({ kind, fields }) => kind === 'turn' && theirs.has(String(fields.speaker)))
  const heard = new Set(
    voices.filter((voice) => theirs.has(voice.id)).map(({ fields }) => fields.participant),
  )
  const isAlone = [...everybody].every((each) => found.people.has(each))
  const isWhole = isAlone || involved.some((each) => !heard.has(each))
  const content = String(source.fields.content)
  if (when === 'deleted' || (when === 'now' && isWhole)) found.sources.add(id)
  else if (isWhole) found.whole.add(content)
  else {
    found.shared.add(id)
    const hash = readContentHash(content)
    const text = (hash && found.archive.contents.get(hash)?.text) ?? ''
    const cuts = turns.flatMap(({ fields }) => turnCuts(fields, text))
    found.cuts.set(content, [...(found.cuts.get(content) ?? []), ...cuts])
  }
}

function isTheirs({ id, fields }: State, { voices, people }: Finding): boolean {
  return voices.has(id) || people.has(String(fields.participant))
}

/** The words, and before them the label as far as it says who speaks. */
function turnCuts({ label, start, end }: Fields, text: string): Cut[] {
  const [from, begin, to] = [Number(label), Number(start), Number(end)]
  const words = trimSpan(text, { start: begin, end: to })
  const written = text.slice(from, begin).match(/^[^\p{L}\p{N}]*(.*[\p{L}\p{N}])/su)?.[0].length ?? 0
  return [
    { start: from, end: from + written, put: erasedWords, words: true },
    ...(words ? [{ ...words, put: erasedWords, words: true }] : []),
  ]
}

/** Texts that sources were read in, or that something of them was made on, and where nothing was found to be theirs. */
function lostIn(
  changes: readonly Change[],
  { shared, cuts, whole, sources, archive }: Finding,
): ReadonlySet<string> {
  const lost = new Set(whole)
  const look = (content: unknown) => {
    if (typeof content === 'string' && !((cuts.get(content)?.length ?? 0) > 0)) lost.add(content)
  }
  for (const { edits } of changes)
    for (const { kind, id, source, after } of edits) {
      if (!after) continue
      if (kind === 'source' && shared.has(id))
        for (const name of ['content', 'firstContent']) look(after[name])
      if (kind === 'translation') continue
      const of = source ?? after.source ?? inside(after.about, 'source')
      if (typeof of === 'string' && shared.has(of))
        for (const each of [after.content, inside(after.about, 'content')]) look(each)
    }
  // What a source is read in now is not taken from under it.
  for (const { id, content } of archive.project.tables.source.values())
    if (!sources.has(id)) lost.delete(content)
  return lost
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
