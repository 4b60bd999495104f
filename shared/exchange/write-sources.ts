import type { Archive } from '../model/archive.ts'
import type { Coding, Memo, Source, Speaker, Turn } from '../model/entities.ts'
import type { ContentHash, SourceId } from '../model/ids.ts'
import { codingsOf, inOrder, type Project, turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'
import { codePointsOf } from './code-points.ts'
import { derivedId } from './fingerprint.ts'
import { type LabelledText, withLabelLines } from './label-lines.ts'
import { restrictionsOf } from './standard-consent.ts'
import { dateTime, guid, noteTarget, passageGuids } from './standard-names.ts'
import { valuesXml } from './write-cases.ts'
import {
  codingNote,
  codingNoteReference,
  describedBy,
  memoReference,
  memosAbout,
  memoWords,
} from './write-notes.ts'
import { userOf } from './write-users.ts'
import { xmlAttribute, xmlElement, xmlNote } from './write-xml.ts'

/** A source's text as the standard's part holds it: its element, its text by name inside `sources/`, and which
    content it is and where that stands. */
export interface TextSource {
  readonly element: string
  readonly name: string
  readonly text: string
  readonly content: ContentHash
  readonly place: TextPlace
}

/** A content's text in the standard's part: its name in the zip, and the lines put in, as `withoutCuts` takes them. */
export interface TextPlace {
  readonly name: string
  readonly cuts: readonly number[]
}

/** Every source with its passages. Codings left on an earlier text of a source stand in a source of their own,
    holding that text, so that no quote is lost. Made one after another. */
export function* textSources({
  project,
  contents,
}: Pick<Archive, 'project' | 'contents'>): Generator<TextSource> {
  const speakers = Map.groupBy(project.tables.speaker.values(), (speaker) => speaker.source)
  for (const source of inOrder(project.tables.source)) {
    for (const content of contentsUsed(project, source)) {
      const text = contents.get(content)?.text
      if (text === undefined) continue
      const current = content === source.content
      const id = current ? guid(source.id) : guid(derivedId('earlier text', source.id, content))
      const labelled = withLabelLines(text, current ? turnsOf(project, source.id) : [], namer(project))
      const name = `${id}.txt`
      yield {
        element: sourceXml(project, { source, id, content, text, labelled, speakers }),
        name,
        text: labelled.text,
        content,
        place: { name: `sources/${name}`, cuts: labelled.cuts },
      }
    }
  }
}

interface Written {
  readonly source: Source
  readonly id: string
  readonly content: ContentHash
  readonly text: string
  readonly labelled: LabelledText
  readonly speakers: ReadonlyMap<SourceId, readonly Speaker[]>
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
      current ? describedBy(memosAbout(project, 'source', source.id).map(memoWords)) : '',
      passagesXml(project, written),
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
function structure(project: Project, written: Written): unknown {
  const { source, content, labelled } = written
  const speakers = (written.speakers.get(source.id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const places = new Map(speakers.map((speaker, i) => [speaker.id, i]))
  return {
    hash: content,
    kind: source.kind,
    status: source.status,
    format: source.format,
    ...(source.firstContent === content ? {} : { firstHash: source.firstContent }),
    cuts: labelled.cuts,
    blocks: source.blocks,
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

/** A stretch as one user coded it: tools such as NVivo and QualCoder read who coded from the passage. */
interface Passage extends Span {
  readonly user: string
  readonly codings: Coding[]
  readonly memos: Memo[]
}

/** Every passage with its codings. There are as many as in all other elements together, so they are not put together
    one by one but written down piece after piece, and joined once; names and numbers need no escaping. */
function passagesXml(project: Project, written: Written): string {
  const points = codePointsOf(written.labelled.text)
  const guidOf = passageGuids(written.source.id, written.content)
  const pieces: string[] = []
  for (const { start, end, user, codings, memos } of passages(project, written)) {
    const moved = written.labelled.moved({ start, end })
    const name = xmlAttribute(shortQuote(written.text.slice(start, end)))
    const made = codings.map((coding) => madeBy(project, coding))
    pieces.push('<PlainTextSelection guid="', guidOf(start, end, user), '" name="', name)
    pieces.push('" startPosition="', String(points.toPoints(moved.start)))
    pieces.push(
      '" endPosition="',
      String(points.toPoints(moved.end)),
      '"',
      made[earliest(codings)] ?? '',
      '>',
    )
    pieces.push(describedBy([...codings.map(codingNote), ...memos.map(memoWords)]))
    for (const [i, coding] of codings.entries()) putCoding(pieces, coding, made[i] ?? '')
    for (const memo of memos) pieces.push(xmlElement('NoteRef', { targetGUID: guid(memo.id) }))
    pieces.push('</PlainTextSelection>')
  }
  return pieces.join('')
}

function earliest(codings: readonly Coding[]): number {
  let first = 0
  for (const [i, { at }] of codings.entries()) if (at < (codings[first]?.at ?? at)) first = i
  return first
}

/** Who made a coding, and when, as attributes. */
function madeBy(project: Project, coding: Coding): string {
  const user = userOf(project, coding)
  const at = dateTime(coding.at)
  return `${user ? ` creatingUser="${user}"` : ''}${at ? ` creationDateTime="${at}"` : ''}`
}

function passages(project: Project, { source, content, text }: Written): Passage[] {
  const byPlace = new Map<string, Map<string, Passage>>()
  const at = ({ start, end }: Span, user?: string): Passage => {
    const place = `${start} ${end}`
    const here = byPlace.get(place) ?? new Map<string, Passage>()
    byPlace.set(place, here)
    const known = user === undefined ? here.values().next().value : here.get(user)
    const passage = known ?? { start, end, user: user ?? '', codings: [], memos: [] }
    here.set(passage.user, passage)
    return passage
  }
  const stands = (span: Span) => span.start >= 0 && span.start <= span.end && span.end <= text.length
  for (const coding of codingsOf(project, source.id)) {
    const usable = coding.content === content && stands(coding) && project.tables.code.has(coding.code)
    if (usable) at(coding, userOf(project, coding) ?? '').codings.push(coding)
  }
  for (const memo of memosAbout(project, 'passage', source.id)) {
    if (memo.about.kind === 'passage' && memo.about.content === content && stands(memo.about))
      at(memo.about).memos.push(memo)
  }
  const all = [...byPlace.values()].flatMap((here) => [...here.values()])
  return all.sort((a, b) => a.start - b.start || a.end - b.end || (a.user < b.user ? -1 : 1))
}

function putCoding(pieces: string[], coding: Coding, made: string): void {
  const { stance, origin, star, flag, note } = coding
  const layer = coding.layer === 'agreed' ? { layer: 'agreed', coder: guid(coding.coder) } : {}
  const more = { ...layer, stance, origin, star, flag, note }
  pieces.push(
    '<Coding guid="',
    guid(coding.id),
    '"',
    made,
    '><CodeRef targetGUID="',
    guid(coding.code),
    '"/>',
  )
  pieces.push(codingNoteReference(coding))
  if (Object.values(more).some((value) => value !== undefined)) pieces.push(xmlNote(noteTarget, more))
  pieces.push('</Coding>')
}

/** The beginning of a quote on one line: what other tools list a passage by. */
function shortQuote(quote: string): string {
  // Of a long passage its beginning is enough, unless that is nearly all spaces.
  const beginning = onOneLine(quote.slice(0, longest * 2))
  const line = beginning.length > longest ? beginning : onOneLine(quote)
  if (line.length <= longest) return line
  const cut = line.slice(0, longest).toWellFormed().replaceAll('\uFFFD', '')
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`
}

function onOneLine(words: string): string {
  return (/[^\S ]| {2}/.test(words) ? words.replace(/\s+/g, ' ') : words).trim()
}

const longest = 80
