import { applyEdits } from '../change/apply-change.ts'
import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Archive } from '../model/archive.ts'
import type { Coder, Inquiry } from '../model/entities.ts'
import { emptyProject } from '../model/project.ts'
import { derivedId } from './fingerprint.ts'
import { openingChange } from './opening-change.ts'
import { readCases, readVariables } from './read-cases.ts'
import { readCodes } from './read-codes.ts'
import { idIn, idOf, leaveOut, readMoment, type StandardContext } from './read-context.ts'
import { readNotes } from './read-notes.ts'
import { readSources, sourceEdits } from './read-sources.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'

/** What a project of another tool came to, and what of it could not be taken over, a sentence each. */
export type StandardReading =
  | { readonly ok: true; readonly archive: Archive; readonly notes: readonly string[] }
  | { readonly ok: false; readonly problem: string }

/** Reads REFI-QDA's part of a project file: users, codes, variables, cases, text sources, passages, codings, notes.
    Everything arrives as one change. Identities stay those of the file. */
export function readStandardPart(root: XmlElement, textAt: (path: string) => string | null): StandardReading {
  if (root.name !== 'Project')
    return { ok: false, problem: `it holds a ${root.name} where a Project belongs` }
  const coders = readCoders(root)
  const context = contextOf(root, coders, textAt)
  const edits = everything(context, coders)
  const applied = applyEdits(emptyProject, edits)
  if (!applied.ok)
    return { ok: false, problem: `its parts contradict each other: ${applied.problem.toLowerCase()}` }
  const { contents, at } = context
  const changes = [openingChange(edits, at, context.coder(undefined))]
  const notes = [...context.left].map(
    ([what, count]) => `Left out: ${what}${count > 1 ? ` (${count})` : ''}.`,
  )
  return { ok: true, archive: { project: applied.project, contents, originals: new Map(), changes }, notes }
}

function contextOf(
  root: XmlElement,
  coders: readonly Coder[],
  textAt: StandardContext['textAt'],
): StandardContext {
  const [someone] = coders
  if (!someone) throw new Error('There is always somebody who codes')
  const known = new Map<string, Coder>(coders.map((coder) => [coder.id, coder]))
  return {
    root,
    origin: root.attributes.get('origin') ?? '',
    at:
      readMoment(root.attributes.get('modifiedDateTime')) ??
      readMoment(root.attributes.get('creationDateTime')) ??
      0,
    textAt,
    contents: new Map(),
    left: new Map(),
    coder: (guid) => (guid === undefined ? someone : (known.get(idOf(guid)) ?? someone)).id,
  }
}

function readCoders(root: XmlElement): Coder[] {
  const coders = new Map<string, Coder>()
  for (const [i, user] of childrenOf(childOf(root, 'Users'), 'User').entries()) {
    const id = idIn<'coder'>(user, 'guid', `user ${i}`)
    const name = user.attributes.get('name') || 'Someone'
    coders.set(id, { id, name, initials: user.attributes.get('id') || initialsOf(name) })
  }
  if (coders.size === 0) coders.set('', { id: derivedId('coder', 'someone'), name: 'Someone', initials: 'S' })
  return [...coders.values()]
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).map((part) => [...part][0] ?? '')
  return parts.join('').toUpperCase()
}

function everything(context: StandardContext, coders: readonly Coder[]): Edit[] {
  const { root } = context
  const codes = readCodes(childOf(childOf(root, 'CodeBook'), 'Codes'))
  const variables = readVariables(root)
  const { sources, noted } = readSources(context, codes, variables)
  const { people, sourcesOf } = readCases(context, variables, sources)
  leaveOut(context, 'links', childOf(root, 'Links')?.children.length ?? 0)
  leaveOut(context, 'graphs', childOf(root, 'Graphs')?.children.length ?? 0)
  const memos = readNotes(context, noted, new Set(people.map((person) => person.id)))
  return [
    create('inquiry', readInquiry(context, coders)),
    ...coders.map((coder) => create('coder', coder)),
    ...codes.map((code) => create('code', code)),
    ...variables.map((variable) => create('attribute', variable)),
    ...people.map((person) => create('participant', person)),
    ...sources.flatMap((source) => sourceEdits(source, people, sourcesOf.get(source.source.id) ?? [])),
    ...memos.map((memo) => create('memo', memo)),
  ]
}

function readInquiry({ root, at }: StandardContext, coders: readonly Coder[]): Inquiry {
  const name = root.attributes.get('name') || 'Untitled'
  const description = childOf(root, 'Description')?.text
  const madeAt = readMoment(root.attributes.get('creationDateTime')) ?? at
  const id = derivedId<'project'>('inquiry', name, String(madeAt), ...coders.map((coder) => coder.id))
  return { id, name, approach: 'codebook', madeAt, ...(description ? { description } : {}) }
}
