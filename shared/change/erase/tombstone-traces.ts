import type { Archive, OriginalFile } from '../../model/archive.ts'
import type { SourceId } from '../../model/ids.ts'
import type { Erasure } from '../../model/team-entities.ts'
import type { Edit } from '../change.ts'
import { originalsOf } from './erased-originals.ts'
import { type ErasurePlan, fieldKey } from './erasure-plan.ts'
import { flatEntries } from './tombstone.ts'

/** What a tombstone keeps to recognise in other copies what went. Nothing of it can be turned back into words: hashes
    are kept only of long texts that went whole, and of files that nobody could put together again. */
export function tracesOf(
  before: Archive,
  after: Archive,
  plan: ErasurePlan,
): Pick<Erasure, 'gone' | 'hashes' | 'touched' | 'rewritten' | 'fields'> {
  return {
    gone: idsGone(before, plan),
    hashes: [...textsGone(before, after, plan), ...filesGone(before, plan)].sort(),
    touched: touchedSources(before, plan),
    rewritten: flatEntries(
      [...plan.texts.values()]
        .filter(({ to }) => after.contents.has(to.hash))
        .map(({ from, to, cuts }) => ({ length: from.text.length, to: to.hash, cuts })),
    ),
    fields: rewrittenFieldsOf(before, after, plan),
  }
}

function idsGone({ changes }: Archive, { gone }: ErasurePlan): readonly string[] {
  const ids = new Set<string>()
  for (const { edits } of changes) for (const { id } of edits) if (gone.has(id)) ids.add(id)
  return [...ids].sort()
}

/** What is shorter could be guessed from its hash. */
const tooShort = 100

function textsGone(
  { contents, changes }: Archive,
  after: Archive,
  { gone, texts, lost }: ErasurePlan,
): readonly string[] {
  const found = new Set<string>()
  for (const { edits } of changes)
    for (const { kind, id, after: fields } of edits) {
      if (!gone.has(id) || (kind !== 'source' && kind !== 'translation')) continue
      for (const name of ['content', 'firstContent'])
        if (typeof fields?.[name] === 'string') found.add(fields[name])
    }
  return [...contents.values()]
    .filter(({ hash, text }) => {
      const rest = texts.get(hash)?.to.hash ?? hash
      return found.has(hash) && text.length >= tooShort && !after.contents.has(rest) && !lost.has(hash)
    })
    .map(({ hash }) => hash)
}

function filesGone({ changes, originals }: Archive, plan: ErasurePlan): readonly string[] {
  const ofWords = originalsOf(
    changes,
    (id, texts) =>
      plan.gone.has(id) || texts.some((hash) => plan.texts.get(hash)?.cuts.some(({ words }) => words)),
  )
  const ofRest = originalsOf(changes, (id) => !plan.gone.has(id))
  return [...originals.values()]
    .filter((file) => ofWords.has(file.hash) && file.bytes.length >= tooShort)
    .filter((file) => !ofRest.has(file.hash) || isPacked(file))
    .map(({ hash }) => hash)
}

/** Zips, PDFs and old Word files: nobody can write one again, byte for byte, from its words. */
function isPacked({ bytes }: OriginalFile): boolean {
  const [a, b] = bytes
  return (a === 0x50 && b === 0x4b) || (a === 0x25 && b === 0x50) || (a === 0xd0 && b === 0xcf)
}

function touchedSources(
  { changes, project }: Archive,
  { texts, lost, gone }: ErasurePlan,
): readonly SourceId[] {
  const touched = new Set<string>()
  const isCut = (hash: unknown) => typeof hash === 'string' && (texts.has(hash) || lost.has(hash))
  for (const { edits } of changes)
    for (const edit of edits) {
      const about: unknown = edit.after?.about
      const inAbout: unknown =
        typeof about === 'object' && about !== null ? Reflect.get(about, 'content') : undefined
      const named = [edit.content, edit.after?.content, edit.after?.firstContent, edit.after?.of, inAbout]
      if (named.some(isCut)) touched.add(sourceOf(edit, about))
    }
  return [...project.tables.source.keys()].flatMap((id) => {
    const source = project.tables.source.get(id)
    return source && touched.has(id) && !gone.has(id) ? [source.id] : []
  })
}

function sourceOf({ kind, id, source, after }: Edit, about: unknown): string {
  if (kind === 'source') return id
  const inAbout: unknown =
    typeof about === 'object' && about !== null ? Reflect.get(about, 'source') : undefined
  return String(source ?? after?.source ?? inAbout)
}

function rewrittenFieldsOf(before: Archive, after: Archive, { fixed }: ErasurePlan): readonly string[] {
  const keys = [...fixed.keys()].filter((key) => !/^source \S+ words$/.test(key))
  for (const kind of ['source', 'translation'] as const)
    for (const { id, original } of before.project.tables[kind].values()) {
      const now = after.project.tables[kind].get(id)
      if (now && original && !now.original) keys.push(fieldKey(kind, id, 'original'))
    }
  for (const { id, firstContent } of before.project.tables.source.values()) {
    const now = after.project.tables.source.get(id)
    if (now && now.firstContent !== firstContent) keys.push(fieldKey('source', id, 'firstContent'))
  }
  return [...new Set(keys)].sort()
}
