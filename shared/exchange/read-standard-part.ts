import { applyEdits } from '../change/apply-change.ts'
import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Archive } from '../model/archive.ts'
import type { Approach, Coder, Inquiry } from '../model/entities.ts'
import { readId } from '../model/ids.ts'
import { emptyProject, inquiryOf, type Project } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { derivedId } from './fingerprint.ts'
import { openingChange } from './opening-change.ts'
import { type CasesRead, readCases, readVariables } from './read-cases.ts'
import { type CodersRead, readCoders } from './read-coders.ts'
import { readCodes, readForeignCodes } from './read-codes.ts'
import { idIn, readMoment, type SourceRead, type StandardContext } from './read-context.ts'
import { readLinks } from './read-links.ts'
import { leftoverMemo, readNotes } from './read-notes.ts'
import { type CodingMaking, type Noted, noteSubject, type Voice } from './read-passages.ts'
import { type ReadReceipt, receiptHeadline, receiptSentences, startTally } from './read-receipt.ts'
import { readSets } from './read-sets.ts'
import { readSources, sourceEdits } from './read-sources.ts'
import { readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { withTurns } from './turns-of-cases.ts'

/** What a project of another tool came to, and what of it could not be taken over, a sentence each. */
export type StandardReading =
  | {
      readonly ok: true
      readonly archive: Archive
      readonly notes: readonly string[]
      readonly receipt: ReadReceipt
    }
  | { readonly ok: false; readonly problem: string }

/** What stands beside the standard's part: whether Loam's record does, and the project it tells of. */
export interface RecordBeside {
  readonly ours: boolean
  readonly before?: Project | undefined
}

/** Reads REFI-QDA's part of a project file: users, codes, variables, cases, sources with a text, passages, codings,
    sets, links, notes. Everything arrives as one change. Identities stay those of the file, and the receipt tells what
    became of everything in it. */
export function readStandardPart(
  root: XmlElement,
  textAt: (path: string) => string | null,
  beside: RecordBeside = { ours: false },
): StandardReading {
  if (root.name !== 'Project')
    return { ok: false, problem: `it holds a ${root.name} where a Project belongs` }
  const origin = root.attributes.get('origin') ?? ''
  const ours = beside.ours || /^\s*loam\b/i.test(origin)
  const coders = readCoders(root, ours)
  const context = contextOf(root, coders, textAt, { ...beside, ours })
  const edits = everything(context, coders)
  const applied = applyEdits(emptyProject, edits)
  if (!applied.ok)
    return { ok: false, problem: `its parts contradict each other: ${applied.problem.toLowerCase()}` }
  const { contents, at, tally } = context
  const changes = [openingChange(edits, at, coders.opener())]
  if (root.namespace !== standardNamespace)
    tally.repaired(`namespace is not the standard’s: “${root.namespace}”, read as if it were`)
  const receipt = tally.receipt(origin)
  return {
    ok: true,
    archive: { project: applied.project, contents, originals: new Map(), changes },
    notes: [
      ...consentNotes(context, applied.project),
      // Never silent about another tool's file: only then does Loam leave that file as it is.
      ...(context.ours ? [] : [receiptHeadline(receipt)]),
      ...missingTexts(context),
      ...receiptSentences(receipt),
    ],
    receipt,
  }
}

const standardNamespace = 'urn:QDA-XML:project:1.0'

function contextOf(
  root: XmlElement,
  coders: CodersRead,
  textAt: StandardContext['textAt'],
  { ours, before }: RecordBeside,
): StandardContext {
  const origin = root.attributes.get('origin') ?? ''
  const names = namesIn(root)
  const tally = startTally()
  tally.found('users', childrenOf(childOf(root, 'Users'), 'User').length)
  return {
    root,
    origin,
    ours,
    before,
    unsaid: { people: 0, sources: 0 },
    at:
      readMoment(root.attributes.get('modifiedDateTime')) ??
      readMoment(root.attributes.get('creationDateTime')) ??
      0,
    textAt,
    contents: new Map(),
    sourceTexts: new Map(),
    tally,
    missing: [],
    leftovers: new Map(),
    notes: notesIn(root),
    places: new Map(),
    namesPassages: root.children.some(
      ({ name }) => name === 'Cases' || name === 'Links' || name === 'Graphs',
    ),
    coder: coders.coder,
    opener: coders.opener,
    codeName: (id) => names.get(id) ?? 'a code missing from the file',
    variableName: (id) => names.get(id) ?? 'a variable missing from the file',
  }
}

function notesIn(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const notes = childrenOf(root, 'Notes').flatMap((each) => childrenOf(each, 'Note'))
  return new Map(notes.map((note) => [idIn(note, 'guid', `note ${note.attributes.get('name') ?? ''}`), note]))
}

/** Names of codes and variables by their identities. */
function namesIn(root: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const walk = (element: XmlElement) => {
    for (const child of element.children) {
      if (child.name !== 'Code' && child.name !== 'Variable' && child.name !== 'Codes') continue
      if (child.name !== 'Codes') names.set(idIn(child, 'guid', ''), child.attributes.get('name') ?? '')
      walk(child)
    }
  }
  for (const each of root.children) if (each.name === 'CodeBook' || each.name === 'Variables') walk(each)
  return names
}

function missingTexts({ missing }: StandardContext): string[] {
  if (missing.length === 0) return []
  const [first, second, third] = missing.map((name) => `“${name}”`)
  const names = [first, second, third].filter(Boolean).join(', ')
  const more = missing.length > 3 ? ` and ${missing.length - 3} more` : ''
  const texts = counted(missing.length, 'text is', 'texts are')
  return [
    `${texts} missing from the file (${names}${more}): the places of passages came in with their codings, the words did not.`,
  ]
}

/** What the person has to do about consent before anybody is quoted. */
function consentNotes({ ours, unsaid }: StandardContext, { tables }: Project): string[] {
  const of = (count: number, all: number, what: string) => `${count} of ${counted(all, what)}`
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

function everything(context: StandardContext, coders: CodersRead): Edit[] {
  const noted: Noted = { subjects: new Map(), codingNotes: new Map(), annotations: new Map() }
  const making = readCodebook(context, noted)
  const variables = readVariables(context)
  countCodings(context)
  const texts = readSources(context, variables, noted, making)
  const cases = readCases(context, variables, texts, noted, making)
  const sets = readSets(context, texts)
  readLinks(context, noted)
  noteProject(context, noted)
  const { people } = cases
  const memos = [
    ...readNotes(context, noted, new Set(people.map((person) => person.id))),
    ...leftoverMemo(context),
  ]
  const bySource = sets.sources.flatMap((read) =>
    editsOf(context, read, cases, making.voices.get(read.source.id) ?? []),
  )
  coders.opener()
  const inquiry = readInquiry(context, coders.all())
  return [
    create('inquiry', inquiry),
    ...coders.all().map((coder) => create('coder', coder)),
    ...[...making.codes.values()].map((code) => create('code', code)),
    ...[...variables, ...sets.attributes].map((variable) => create('attribute', variable)),
    ...people.map((person) => create('participant', person)),
    ...bySource,
    ...memos.map((memo) => create('memo', memo)),
  ]
}

/** Codes, and what notes and comments say about them. A code that is a case as well is left to the case. */
function readCodebook(context: StandardContext, noted: Noted): CodingMaking {
  const { root, ours, tally } = context
  const elements = childrenOf(root, 'CodeBook').flatMap((each) => childrenOf(each, 'Codes'))
  const cases = childrenOf(root, 'Cases').flatMap((each) => childrenOf(each, 'Case'))
  const people = new Set<string>(ours ? [] : cases.map((each) => idIn(each, 'guid', '')))
  const read = elements.flatMap((each) => (ours ? readCodes(each, tally) : readForeignCodes(each, tally)))
  const all = new Map(read.map((code) => [String(code.id), code]))
  for (const element of elements) noteCodes(context, noted, element)
  const codes = new Map([...all].filter(([id]) => !people.has(id)))
  tally.lost('codes', 'they are cases too, and came in as those', all.size - codes.size)
  for (const [id, code] of codes) {
    let parent = code.parent
    while (parent !== undefined && people.has(parent)) parent = all.get(parent)?.parent
    const { parent: _, ...rest } = code
    if (parent !== code.parent) codes.set(id, parent ? { ...rest, parent } : rest)
  }
  return { codes, people, taken: new Set(), voices: new Map() }
}

function noteCodes(context: StandardContext, noted: Noted, element: XmlElement): void {
  for (const code of childrenOf(element, 'Code')) {
    const about = { kind: 'code', code: idIn<'code'>(code, 'guid', '') } as const
    context.places.set(about.code, about)
    for (const each of childrenOf(code, 'NoteRef')) noteSubject(noted, idIn(each, 'targetGUID', ''), about)
    noteCodes(context, noted, code)
  }
}

function countCodings({ root, tally }: StandardContext): void {
  const walk = (element: XmlElement): number =>
    element.children.reduce((sum, child) => sum + (child.name === 'Coding' ? 1 : walk(child)), 0)
  for (const each of root.children)
    if (each.name === 'Sources' || each.name === 'Notes') tally.found('coded segments', walk(each))
}

function noteProject(context: StandardContext, noted: Noted): void {
  for (const each of childrenOf(context.root, 'NoteRef')) {
    const note = idIn(each, 'targetGUID', '')
    if (!noted.subjects.has(note)) noteSubject(noted, note, { kind: 'project' })
  }
}

function editsOf(
  context: StandardContext,
  read: SourceRead,
  cases: CasesRead,
  voices: readonly Voice[],
): Edit[] {
  const { people, sourcesOf } = cases
  const belonging = sourcesOf.get(read.source.id) ?? []
  const text = context.contents.get(read.source.content)?.text ?? ''
  const known = new Map(people.map((person) => [String(person.id), person]))
  const turned = withTurns(read, voices, known, belonging, text)
  return sourceEdits(context, turned.read, people, turned.belonging)
}

function readInquiry({ root, at, ours, before }: StandardContext, coders: readonly Coder[]): Inquiry {
  const name = root.attributes.get('name') || 'Untitled'
  const description = childOf(root, 'Description')?.text
  const madeAt = readMoment(root.attributes.get('creationDateTime')) ?? at
  const known = before ? inquiryOf(before) : undefined
  const note = ours ? readNote(root) : {}
  const id =
    known?.id ??
    (typeof note.project === 'string' ? readId<'project'>(note.project) : null) ??
    derivedId<'project'>('inquiry', name, String(madeAt), ...coders.map((coder) => coder.id))
  const approach = known?.approach ?? approaches.find((each) => each === note.approach) ?? 'codebook'
  return { id, name, approach, madeAt, ...(description ? { description } : {}) }
}

const approaches: readonly Approach[] = ['reflexive', 'codebook', 'reliability', 'content']
