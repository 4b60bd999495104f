import { codeTree, descendantsOf, pathOf } from '../analysis/code-tree.ts'
import type { LayerReading } from '../analysis/read-layer.ts'
import { speakerOf, turnsIn, whoSpeaks } from '../analysis/who-speaks.ts'
import { questionBefore } from '../analysis/who-was-asked.ts'
import { passageConsent } from '../model/consent.ts'
import type { Coding, Participant } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { inOrder, type Project, sourcesInOrder, type Texts, turnsOf } from '../model/project.ts'
import { paragraphAt, paragraphStarts } from '../text/paragraphs.ts'
import { overlaps, type Span } from '../text/positions.ts'
import { attributeText } from './attribute-text.ts'
import { type CoverNames, coverNames } from './cover-names.ts'
import { quoteText } from './quote-text.ts'

/** Coded passages as a table to hand on: one row a coding of the layer, in order of sources and positions. */
export interface ExcerptTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What stands in the place of words that may not be quoted. */
export const notQuoted = '[may not be quoted]'

/** Which excerpts. */
export interface ExcerptsWanted {
  readonly layer: LayerReading
  /** With the codes below them; absent: all codes. */
  readonly codes?: readonly CodeId[]
  readonly audience?: string
}

/** The excerpts of codes: participant, their attributes, source, question, paragraph, quote, codes, coder, stance,
    note. Words are given only where every participant in the passage allows it; those withdrawn are left out.
    Others' words in a passage are cut, real names covered, and notes that belong to words kept back are kept back. */
export function excerptTable(project: Project, texts: Texts, wanted: ExcerptsWanted): ExcerptTable {
  const bench = setBench(project, texts, wanted)
  const rows = sourcesInOrder(project).flatMap((source) => {
    const codings = wanted.layer.bySource.get(source.id) ?? []
    const shown = bench.codes ? codings.filter((coding) => bench.codes?.has(coding.code)) : codings
    return shown.flatMap((coding) => excerptRow(bench, coding, codings))
  })
  const columns = ['Participant', ...bench.attributes.map((each) => each.name)]
  return {
    columns: [
      ...columns,
      'Source',
      'Question',
      'Paragraph',
      'Quote',
      'Code',
      'Other codes here',
      'Coder',
      'Stance',
      'Note',
    ],
    rows,
  }
}

interface Bench {
  readonly project: Project
  readonly texts: Texts
  readonly audience: string | undefined
  readonly codes: ReadonlySet<CodeId> | null
  readonly attributes: ReturnType<typeof attributesOf>
  readonly cover: CoverNames
  readonly path: (code: CodeId) => string
  readonly paragraph: (coding: Coding) => number
}

function setBench(project: Project, texts: Texts, { codes, audience }: ExcerptsWanted): Bench {
  const tree = codeTree(project)
  const starts = new Map<string, readonly number[]>()
  return {
    project,
    texts,
    audience,
    codes: codes
      ? new Set(codes.flatMap((code) => [code, ...descendantsOf(tree, code).map((each) => each.id)]))
      : null,
    attributes: attributesOf(project),
    cover: coverNames(project, audience),
    path: (code) =>
      pathOf(tree, code)
        .map((each) => each.name)
        .join(' › '),
    paragraph: ({ content, start }) => {
      const known = starts.get(content) ?? paragraphStarts(texts(content) ?? '')
      starts.set(content, known)
      return Math.max(1, paragraphAt(known, start))
    },
  }
}

function attributesOf(project: Project) {
  return inOrder(project.tables.attribute).filter((each) => each.of === 'participant')
}

function excerptRow(bench: Bench, coding: Coding, beside: readonly Coding[]): (readonly string[])[] {
  const { project, cover, audience } = bench
  const { participants } = whoSpeaks(project, coding)
  const consent = passageConsent(project, coding, participants, audience)
  if (consent === 'withdrawn') return []
  const open = consent === 'quote'
  const question = questionBefore(project, coding.source, coding.start)
  const cells = [
    participants.map((each) => each.pseudonym).join(', '),
    ...bench.attributes.map((attribute) => valuesOf(bench, participants, attribute)),
    project.tables.source.get(coding.source)?.name ?? '',
    (question && project.tables.question.get(question)?.text) ?? '',
    String(bench.paragraph(coding)),
    open ? wordsOf(bench, coding) : notQuoted,
    bench.path(coding.code),
    beside
      .filter((other) => other.code !== coding.code && samePlace(other, coding))
      .map((other) => bench.path(other.code))
      .join('; '),
    project.tables.coder.get(coding.coder)?.name ?? '',
    coding.stance ?? '',
    open ? (coding.note ?? '') : '',
  ]
  const pseudonyms = cells[0] ?? ''
  return [[pseudonyms, ...cells.slice(1).map(cover)]]
}

function valuesOf(
  bench: Bench,
  participants: readonly Participant[],
  attribute: Bench['attributes'][number],
): string {
  return participants.map((each) => attributeText(bench, each, attribute) ?? '–').join(', ')
}

function samePlace(a: Coding, b: Coding): boolean {
  return a.content === b.content && overlaps(a, b)
}

function wordsOf(bench: Bench, coding: Coding): string {
  const content = bench.texts(coding.content)
  return content === undefined ? '' : (quoteText(content, spokenSpans(bench.project, coding))?.text ?? '')
}

/** The stretches to print: participants' words; where none speaks, everybody's; labels never. */
function spokenSpans(project: Project, coding: Coding): readonly Span[] {
  const turns = turnsOf(project, coding.source)
  if (turns.length === 0 || project.tables.source.get(coding.source)?.content !== coding.content)
    return [coding]
  const here = turnsIn(turns, coding)
  const own = here.filter((turn) => speakerOf(project, turn))
  const printed = own.length > 0 ? own : here
  return printed.map((turn) => ({
    start: Math.max(turn.start, coding.start),
    end: Math.min(turn.end, coding.end),
  }))
}
