import type { Archive } from '../model/archive.ts'
import type { Coding, Memo, Source, Turn } from '../model/entities.ts'
import type { ContentHash } from '../model/ids.ts'
import { codingsOf, inOrder, type Project, turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'
import { codePointsOf } from './code-points.ts'
import { derivedId } from './fingerprint.ts'
import { type LabelledText, withLabelLines } from './label-lines.ts'
import { restrictionsOf } from './standard-consent.ts'
import { dateTime, guid, noteTarget, passageGuids } from './standard-names.ts'
import { valuesXml } from './write-cases.ts'
import { codingNoteReference, memoReference, memosAbout } from './write-notes.ts'
import { userOf } from './write-users.ts'
import { xmlElement, xmlNote } from './write-xml.ts'

/** Sources as the standard's elements, and their texts by name inside `sources/`. */
export interface TextSources {
  readonly elements: readonly string[]
  readonly texts: ReadonlyMap<string, string>
  /** Where each content's text stands. */
  readonly places: ReadonlyMap<ContentHash, TextPlace>
}

/** A content's text in the standard's part: its name in the zip, and the lines put in, as `withoutCuts` takes them. */
export interface TextPlace {
  readonly name: string
  readonly cuts: readonly number[]
}

/** Every source with its passages. Codings left on an earlier text of a source stand in a source of their own,
    holding that text, so that no quote is lost. */
export function textSources({ project, contents }: Pick<Archive, 'project' | 'contents'>): TextSources {
  const elements: string[] = []
  const texts = new Map<string, string>()
  const places = new Map<ContentHash, TextPlace>()
  for (const source of inOrder(project.tables.source)) {
    for (const content of contentsUsed(project, source)) {
      const text = contents.get(content)?.text
      if (text === undefined) continue
      const current = content === source.content
      const id = current ? guid(source.id) : guid(derivedId('earlier text', source.id, content))
      const labelled = withLabelLines(text, current ? turnsOf(project, source.id) : [], namer(project))
      texts.set(`${id}.txt`, labelled.text)
      places.set(content, { name: `sources/${id}.txt`, cuts: labelled.cuts })
      elements.push(sourceXml(project, { source, id, content, text, labelled }))
    }
  }
  return { elements, texts, places }
}

interface Written {
  readonly source: Source
  readonly id: string
  readonly content: ContentHash
  readonly text: string
  readonly labelled: LabelledText
}

function contentsUsed(project: Project, source: Source): readonly ContentHash[] {
  const earlier = new Set(codingsOf(project, source.id).map((coding) => coding.content))
  for (const memo of memosAbout(project, 'passage', source.id)) {
    if (memo.about.kind === 'passage') earlier.add(memo.about.content)
  }
  earlier.delete(source.content)
  return [source.content, ...[...earlier].sort()]
}

function namer(project: Project): (turn: Turn) => string | undefined {
  return (turn) => {
    const speaker = turn.speaker && project.tables.speaker.get(turn.speaker)
    if (!speaker) return undefined
    const participant = speaker.participant && project.tables.participant.get(speaker.participant)
    return participant ? participant.pseudonym : speaker.label
  }
}

function sourceXml(project: Project, written: Written): string {
  const { source, id, content } = written
  const current = content === source.content
  return xmlElement(
    'TextSource',
    {
      guid: id,
      name: current ? source.name : `${source.name} (an earlier text)`,
      plainTextPath: `internal://${id}.txt`,
      creationDateTime: dateTime(source.importedAt),
    },
    [
      ...passagesXml(project, written),
      ...(current ? memoReference(project, 'source', source.id) : []),
      ...(current ? valuesXml(project, 'source', source.attributes) : []),
      xmlNote(
        noteTarget,
        current ? structure(project, written) : { earlierTextOf: guid(source.id), hash: content },
      ),
    ],
  )
}

/** Who speaks where, what may not be quoted, and which lines were put in: what reading back needs to take exactly
    those out again. */
function structure(project: Project, { source, content, labelled }: Written): unknown {
  const speakers = [...project.tables.speaker.values()].filter((speaker) => speaker.source === source.id)
  speakers.sort((a, b) => (a.id < b.id ? -1 : 1))
  const places = new Map(speakers.map((speaker, i) => [speaker.id, i]))
  return {
    hash: content,
    kind: source.kind,
    status: source.status,
    format: source.format,
    cuts: labelled.cuts,
    restrictions: restrictionsOf(project, source),
    speakers: speakers.map((speaker) => {
      const person = speaker.participant && project.tables.participant.get(speaker.participant)
      const label = person ? person.pseudonym : speaker.label
      return {
        guid: guid(speaker.id),
        label,
        role: speaker.role,
        ...(person ? { case: guid(person.id) } : {}),
      }
    }),
    turns: turnsOf(project, source.id).map((turn) => [
      turn.label,
      turn.start,
      turn.end,
      (turn.speaker && places.get(turn.speaker)) ?? -1,
      turn.time ?? -1,
      turn.endTime ?? -1,
    ]),
  }
}

interface Passage extends Span {
  readonly codings: Coding[]
  readonly memos: Memo[]
}

function passagesXml(project: Project, written: Written): string[] {
  const points = codePointsOf(written.labelled.text)
  const guidOf = passageGuids(written.source.id, written.content)
  return passages(project, written).map(({ start, end, codings, memos }) => {
    const moved = written.labelled.moved({ start, end })
    const first = [...codings].sort((a, b) => a.at - b.at)[0]
    return xmlElement(
      'PlainTextSelection',
      {
        guid: guidOf(start, end),
        name: shortQuote(written.text.slice(start, end)),
        startPosition: String(points.toPoints(moved.start)),
        endPosition: String(points.toPoints(moved.end)),
        creatingUser: first ? userOf(project, first) : undefined,
        creationDateTime: first ? dateTime(first.at) : undefined,
      },
      [
        ...codings.map((coding) => codingXml(project, coding)),
        ...memos.map((memo) => xmlElement('NoteRef', { targetGUID: guid(memo.id) })),
      ],
    )
  })
}

function passages(project: Project, { source, content, text }: Written): Passage[] {
  const byPlace = new Map<string, Passage>()
  const at = ({ start, end }: Span): Passage => {
    const key = `${start} ${end}`
    const passage = byPlace.get(key) ?? { start, end, codings: [], memos: [] }
    byPlace.set(key, passage)
    return passage
  }
  const stands = (span: Span) => span.start >= 0 && span.start <= span.end && span.end <= text.length
  for (const coding of codingsOf(project, source.id)) {
    const usable = coding.content === content && stands(coding) && project.tables.code.has(coding.code)
    if (usable) at(coding).codings.push(coding)
  }
  for (const memo of memosAbout(project, 'passage', source.id)) {
    if (memo.about.kind === 'passage' && memo.about.content === content && stands(memo.about))
      at(memo.about).memos.push(memo)
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function codingXml(project: Project, coding: Coding): string {
  const { stance, origin, star, flag, note } = coding
  const layer = coding.layer === 'agreed' ? { layer: 'agreed', coder: guid(coding.coder) } : {}
  const more = { ...layer, stance, origin, star, flag, note }
  const said = Object.values(more).some((value) => value !== undefined)
  return xmlElement(
    'Coding',
    { guid: guid(coding.id), creatingUser: userOf(project, coding), creationDateTime: dateTime(coding.at) },
    [
      xmlElement('CodeRef', { targetGUID: guid(coding.code) }),
      codingNoteReference(coding),
      ...(said ? [xmlNote(noteTarget, more)] : []),
    ],
  )
}

/** The beginning of a quote on one line: what other tools list a passage by. */
function shortQuote(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const cut = line.slice(0, longest).toWellFormed().replaceAll('\uFFFD', '')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`
}

const longest = 80
