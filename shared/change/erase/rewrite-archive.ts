import type { Archive, Content, OriginalFile } from '../../model/archive.ts'
import { type ContentHash, readContentHash } from '../../model/ids.ts'
import type { Change, Edit, Fields } from '../change.ts'
import { replay } from '../replay.ts'
import { same } from '../same.ts'
import type { ErasurePlan } from './erasure-plan.ts'
import { scrubText } from './scrub-fields.ts'
import { type Around, stateWithout } from './state-without.ts'
import { lastStates, membersOf, type Standing, type State, stateKey, walkLog } from './walk-log.ts'

/** An archive without what is to go, as if it had never been there: every entity of the log is made, changed and taken
    away as before, but in each of its states without it. Headers stay. Texts and files that nothing names go. */
export function rewriteArchive(archive: Archive, plan: ErasurePlan): Archive {
  const changes = [...rewrittenLog(archive.changes, plan)]
  const { contents, originals } = namedIn(changes)
  return {
    project: replay(changes),
    contents: new Map(keptContents(archive, plan).filter(([hash]) => contents.has(hash))),
    originals: new Map(keptOriginals(archive, plan).filter(([hash]) => originals.has(hash))),
    changes,
  }
}

function* rewrittenLog(changes: readonly Change[], plan: ErasurePlan): Generator<Change> {
  const last = lastStates(changes)
  const written = new Map<string, Fields>()
  const before = new Map<string, unknown>()
  for (const { change, standing } of walkLog(changes)) {
    const around = aroundIn(standing, last)
    const edits: Edit[] = []
    for (const key of touchedBy(change, standing, before)) {
      const edit = editFor(key, { standing, last, written, plan, around })
      if (edit) edits.push(edit)
    }
    yield { ...change, label: labelWithout(change, plan), edits: withOwn(change.edits, edits, plan) }
  }
}

function aroundIn(now: Standing, last: ReadonlyMap<string, State>): Around {
  const contentIn = (state: State | undefined) => state?.fields.content
  return {
    contentOf: (kind, id) => {
      const key = stateKey(kind, String(id))
      return contentIn(now.states.get(key) ?? last.get(key))
    },
    lastContentOf: (source) => contentIn(last.get(stateKey('source', source))),
  }
}

/** What a change may leave otherwise: what it edits, and where a text or a coding moves, what counts in it. */
function touchedBy({ edits }: Change, standing: Standing, before: Map<string, unknown>): ReadonlySet<string> {
  const { states } = standing
  const touched = new Set(edits.map(({ kind, id }) => stateKey(kind, id)))
  const moved = new Set<string>()
  for (const { kind, id } of edits) {
    if (kind !== 'source' && kind !== 'coding') continue
    const key = stateKey(kind, id)
    const content = states.get(key)?.fields.content
    if (content === undefined) continue
    if (before.has(key) && before.get(key) !== content) moved.add(id)
    before.set(key, content)
  }
  if (moved.size === 0) return touched
  for (const source of moved)
    for (const { kind, id } of membersOf(standing, source))
      if (kind === 'turn') touched.add(stateKey(kind, id))
  for (const [key, { kind, fields }] of states)
    if (kind === 'quoteChoice' && moved.has(String(fields.coding))) touched.add(key)
  return touched
}

interface Rewriting {
  readonly standing: Standing
  readonly last: ReadonlyMap<string, State>
  /** What was written of each entity so far. */
  readonly written: Map<string, Fields>
  readonly plan: ErasurePlan
  readonly around: Around
}

/** The edit that leads from what was written of an entity to what it is now; null where that is the same. */
function editFor(key: string, { standing, last, written, plan, around }: Rewriting): Edit | null {
  const state = standing.states.get(key)
  const known = state ?? last.get(key)
  if (!known || plan.gone.has(known.id)) return null
  const before = written.get(key) ?? null
  const after = state ? stateWithout(state, plan, around) : null
  if (after) written.set(key, after)
  else written.delete(key)
  const { kind, id } = known
  const place = placeOf(known, before ?? after)
  if (before === null || after === null)
    return before === after ? null : { kind, id, ...place, before, after }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const differing = names.filter((name) => !same(before[name], after[name]))
  if (differing.length === 0) return null
  const pick = (fields: Fields) => Object.fromEntries(differing.map((name) => [name, fields[name] ?? null]))
  return { kind, id, ...place, before: pick(before), after: pick(after) }
}

function placeOf({ kind, fields }: State, written: Fields | null): Pick<Edit, 'source' | 'content'> {
  const source = kind === 'turn' || kind === 'coding' ? fields.source : undefined
  const content = written && written.start !== undefined ? readContentHash(String(written.content)) : null
  return { ...(isSource(source) ? { source } : {}), ...(content ? { content } : {}) }
}

function isSource(value: unknown): value is NonNullable<Edit['source']> {
  return typeof value === 'string'
}

/** Edits that say what they always said are left as they were. */
function withOwn(own: readonly Edit[], now: readonly Edit[], { texts, lost }: ErasurePlan): readonly Edit[] {
  const byKey = new Map(own.map((edit) => [stateKey(edit.kind, edit.id), edit]))
  const all = now.map((edit) => {
    const old = byKey.get(stateKey(edit.kind, edit.id))
    const counted = old?.content
    if (!old || (counted !== undefined && (texts.has(counted) || lost.has(counted)))) return edit
    return same(old.before, edit.before) && same(old.after, edit.after) ? old : edit
  })
  return all.length === own.length && all.every((edit, i) => edit === own[i]) ? own : all
}

function labelWithout({ label, edits }: Change, plan: ErasurePlan): string {
  const scrubbed = scrubText(label, plan.scrub)
  if (plan.called.length === 0 || !edits.some(({ id }) => plan.gone.has(id))) return scrubbed
  return plan.called.reduce((text, name) => text.replaceAll(name, '[erased]'), scrubbed)
}

/** Hashes that the log speaks of. */
function namedIn(changes: readonly Change[]): {
  readonly contents: ReadonlySet<string>
  readonly originals: ReadonlySet<string>
} {
  const contents = new Set<string>()
  const originals = new Set<string>()
  const put = (to: Set<string>, hash: unknown) => {
    if (typeof hash === 'string') to.add(hash)
  }
  const look = (fields: Fields | null) => {
    if (!fields) return
    for (const name of ['content', 'firstContent', 'of']) put(contents, fields[name])
    put(contents, inside(fields.about, 'content'))
    put(originals, inside(fields.original, 'hash'))
  }
  for (const { edits } of changes)
    for (const { before, after, content } of edits) {
      put(contents, content)
      look(before)
      look(after)
    }
  return { contents, originals }
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function keptContents(
  { contents }: Archive,
  { texts, lost }: ErasurePlan,
): (readonly [ContentHash, Content])[] {
  return [...contents.values()].flatMap((content) => {
    if (lost.has(content.hash)) return []
    const kept = texts.get(content.hash)?.to ?? content
    return [[kept.hash, kept] as const]
  })
}

function keptOriginals(archive: Archive, plan: ErasurePlan): (readonly [string, OriginalFile])[] {
  return [...archive.originals].flatMap(([hash, file]) =>
    plan.originals.has(hash) ? [] : [[hash, { ...file, name: scrubText(file.name, plan.scrub) }] as const],
  )
}
