import { applyEdits } from '../change/apply-change.ts'
import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Archive } from '../model/archive.ts'
import type { Coder, Inquiry } from '../model/entities.ts'
import { emptyProject, type Project } from '../model/project.ts'
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

/** What stands beside the standard's part: whether Loam's record does, and the project it tells of. */
export interface RecordBeside {
  readonly ours: boolean
  readonly before?: Project | undefined
}

/** Reads REFI-QDA's part of a project file: users, codes, variables, cases, text sources, passages, codings, notes.
    Everything arrives as one change. Identities stay those of the file. */
export function readStandardPart(
  root: XmlElement,
  textAt: (path: string) => string | null,
  beside: RecordBeside = { ours: false },
): StandardReading {
  if (root.name !== 'Project')
    return { ok: false, problem: `it holds a ${root.name} where a Project belongs` }
  const coders = readCoders(root)
  const context = contextOf(root, coders, textAt, beside)
  const edits = everything(context, coders)
  const applied = applyEdits(emptyProject, edits)
  if (!applied.ok)
    return { ok: false, problem: `its parts contradict each other: ${applied.problem.toLowerCase()}` }
  const { contents, at } = context
  const changes = [openingChange(edits, at, context.coder(undefined))]
  const notes = [...context.left].map(
    ([what, count]) => `Left out: ${what}${count > 1 ? ` (${count})` : ''}.`,
  )
  return {
    ok: true,
    archive: { project: applied.project, contents, originals: new Map(), changes },
    notes: [...consentNotes(context, applied.project), ...notes],
  }
}

function contextOf(
  root: XmlElement,
  coders: readonly Coder[],
  textAt: StandardContext['textAt'],
  { ours, before }: RecordBeside,
): StandardContext {
  const [someone] = coders
  if (!someone) throw new Error('There is always somebody who codes')
  const known = new Map<string, Coder>(coders.map((coder) => [coder.id, coder]))
  const origin = root.attributes.get('origin') ?? ''
  return {
    root,
    origin,
    ours: ours || /^\s*loam\b/i.test(origin),
    before,
    unsaid: { people: 0, sources: 0 },
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

/** What the person has to do about consent before anybody is quoted. */
function consentNotes({ ours, unsaid }: StandardContext, { tables }: Project): string[] {
  const of = (count: number, all: number, what: string) => `${count} of ${all} ${what}${all === 1 ? '' : 's'}`
  const people = of(unsaid.people, tables.participant.size, 'participant')
  if (!ours && unsaid.people > 0)
    return [
      `This file does not say what ${people} allow, so for now they may be quoted: set their consent before anything of theirs is shown.`,
    ]
  return [
    ...(unsaid.people > 0
      ? [`What ${people} allow could not be read, so they are counted only: set their consent to quote them.`]
      : []),
    ...(unsaid.sources > 0
      ? [
          `Which passages of ${of(unsaid.sources, tables.source.size, 'source')} may not be quoted could not be read, so nothing of these sources is quoted: lift the restriction in each to quote it.`,
        ]
      : []),
  ]
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
    ...sources.flatMap((source) =>
      sourceEdits(context, source, people, sourcesOf.get(source.source.id) ?? []),
    ),
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
