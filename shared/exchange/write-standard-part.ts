import type { Archive } from '../model/archive.ts'
import type { Code } from '../model/entities.ts'
import type { ContentHash } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { inOrder } from '../model/project.ts'
import type { Moment } from '../model/units.ts'
import { dateTime, guid, noteTarget } from './standard-names.ts'
import { casesXml, variablesXml } from './write-cases.ts'
import { codeNote, codesXml } from './write-codes.ts'
import { memoReference, notesOf } from './write-notes.ts'
import { type TextPlace, textSources } from './write-sources.ts'
import { usersXml } from './write-users.ts'
import { containerPieces, xmlElement, xmlNote, xmlPieces, xmlTextElement } from './write-xml.ts'

/** The part of a project file that every tool reads: REFI-QDA's project.qde and a text for each source and memo. */
export interface StandardPart {
  /** The text of project.qde, made piece after piece as it is taken: whole it would be larger than need be, and so
      what is done can be packed meanwhile. */
  readonly qde: Generator<string>
  /** Texts with their names inside `sources/`, and where each content's text stands: those of the pieces taken so
      far. */
  readonly texts: readonly (readonly [name: string, text: string])[]
  readonly places: ReadonlyMap<ContentHash, TextPlace>
}

/** Writes the standard's part. It shows pseudonyms only; what the standard cannot say is left out. */
export function writeStandardPart(archive: Pick<Archive, 'project' | 'contents'>, at: Moment): StandardPart {
  const texts: [string, string][] = []
  const places = new Map<ContentHash, TextPlace>()
  function* sources() {
    for (const { element, name, text, content, place } of textSources(archive)) {
      texts.push([name, text])
      places.set(content, place)
      yield element
    }
  }
  function* notes() {
    const { elements, texts: named } = notesOf(archive.project)
    texts.push(...named)
    yield* elements
  }
  return { qde: qdePieces(archive.project, at, sources(), notes()), texts, places }
}

function* qdePieces(
  project: Project,
  at: Moment,
  sources: Iterable<string>,
  notes: Iterable<string>,
): Generator<string> {
  const [inquiry] = project.tables.inquiry.values()
  yield '<?xml version="1.0" encoding="utf-8"?>\n'
  yield* xmlPieces(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: inquiry?.name ?? 'Untitled',
      origin: 'Loam',
      creationDateTime: inquiry ? dateTime(inquiry.madeAt) : undefined,
      modifiedDateTime: dateTime(at),
    },
    inside(),
  )
  yield '\n'

  function* inside() {
    yield* containerPieces('Users', usersXml(project))
    yield codebookXml(project)
    yield* containerPieces('Variables', variablesXml(project))
    yield* containerPieces('Cases', casesXml(project))
    yield* containerPieces('Sources', sources)
    yield* containerPieces('Notes', notes)
    yield* containerPieces('Sets', setsXml(project))
    yield xmlTextElement('Description', inquiry?.description)
    yield* projectMemos(project)
    if (inquiry) yield xmlNote(noteTarget, { project: guid(inquiry.id), approach: inquiry.approach })
  }
}

function codebookXml(project: Project): string {
  const coded = new Set<string>([...project.codings.values()].flat().map(({ code }) => code))
  const extra = (code: Code) => [...memoReference(project, 'code', code.id), codeNote(code, coded)]
  const codes = codesXml([...project.tables.code.values()], extra, coded)
  return codes.length === 0 ? '' : xmlElement('CodeBook', {}, [xmlElement('Codes', {}, codes)])
}

const kindNames = {
  interview: 'Interviews',
  group: 'Group sessions',
  document: 'Documents',
  survey: 'Surveys',
} as const

function setsXml(project: Project): string[] {
  const sources = inOrder(project.tables.source)
  const owner = [...project.tables.inquiry.keys()].join(' ')
  return (['interview', 'group', 'document', 'survey'] as const).flatMap((kind) => {
    const members = sources.filter((source) => source.kind === kind)
    if (members.length === 0) return []
    const elements = members.map((source) => xmlElement('MemberSource', { targetGUID: guid(source.id) }))
    return [xmlElement('Set', { guid: setGuid(owner, kind), name: kindNames[kind] }, elements)]
  })
}

function setGuid(owner: string, kind: string): string {
  return guid(`set ${owner} ${kind}`)
}

/** Memos about the inquiry, and those about participants, whom the standard gives no notes. */
function projectMemos(project: Project): string[] {
  const participants = [...project.tables.participant.keys()]
  return [
    ...memoReference(project, 'project'),
    ...participants.flatMap((participant) => memoReference(project, 'participant', participant)),
  ]
}
