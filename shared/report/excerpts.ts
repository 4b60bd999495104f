import type { Attribute } from '../model/entities.ts'
import { inOrder, type Project, type Texts } from '../model/project.ts'
import { attributeText } from './attribute-text.ts'
import { type CoverNames, coverNames } from './cover-names.ts'
import { type ExcerptsWanted, type FoundExcerpt, findExcerpts } from './excerpts-found.ts'

/** Coded passages as a table to hand on: one row a coding, in the order of the codebook, then of sources and places. */
export interface ExcerptTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** Which columns are for people to read, by their index; absent: all. The others are for programs. */
  readonly onPaper?: readonly number[]
}

/** Excerpts as a table: code, quote, whose words, from where, after which question, and what was marked in them.
    Words are given only where everyone in the passage allows it. */
export function excerptTable(project: Project, texts: Texts, wanted: ExcerptsWanted = {}): ExcerptTable {
  const columns = columnsOf(project, coverNames(project, wanted.audience))
  const rows = findExcerpts(project, texts, wanted).map((found) => columns.map(({ cell }) => cell(found)))
  const onPaper = columns.flatMap((column, i) => (column.forPrograms ? [] : [i]))
  return { columns: columns.map((column) => column.name), rows, onPaper }
}

interface Column {
  readonly name: string
  readonly cell: (found: FoundExcerpt) => string | number
  readonly forPrograms?: true
}

function columnsOf(project: Project, cover: CoverNames): readonly Column[] {
  const attributes = inOrder(project.tables.attribute).filter((each) => each.of === 'participant')
  return [
    { name: 'Code', cell: ({ excerpt }) => excerpt.code, forPrograms: true },
    { name: 'Code path', cell: ({ excerpt }) => excerpt.path.join(' › ') },
    { name: 'Quote', cell: ({ excerpt }) => excerpt.quote },
    ...(project.tables.translation.size > 0 ? translationColumns : []),
    { name: 'Participant', cell: ({ excerpt }) => excerpt.participants.join(', ') },
    { name: 'Source', cell: ({ excerpt }) => excerpt.source },
    { name: 'Citation', cell: ({ excerpt }) => excerpt.citation, forPrograms: true },
    ...attributes.map((attribute) => attributeColumn(attribute, cover)),
    { name: 'Question', cell: ({ excerpt }) => excerpt.question },
    { name: 'Paragraph', cell: ({ excerpt }) => excerpt.paragraph },
    { name: 'Other codes here', cell: ({ excerpt }) => excerpt.otherCodes.join('; ') },
    { name: 'Coder', cell: ({ excerpt }) => excerpt.coder },
    { name: 'Stance', cell: ({ excerpt }) => excerpt.stance },
    { name: 'Note', cell: ({ excerpt }) => excerpt.note },
    { name: 'Origin', cell: ({ excerpt }) => excerpt.origin, forPrograms: true },
    { name: 'Key quote', cell: ({ excerpt }) => (excerpt.star ? 'yes' : ''), forPrograms: true },
    { name: 'Layer', cell: ({ excerpt }) => excerpt.layer, forPrograms: true },
    { name: 'Start', cell: ({ excerpt }) => excerpt.start, forPrograms: true },
    { name: 'End', cell: ({ excerpt }) => excerpt.end, forPrograms: true },
    { name: 'Coding id', cell: ({ excerpt }) => excerpt.id, forPrograms: true },
  ]
}

/** Only where somebody translated: never in the column of quotes. */
const translationColumns: readonly Column[] = [
  { name: 'Translation', cell: ({ excerpt }) => excerpt.translation },
  { name: 'Translated by', cell: ({ excerpt }) => excerpt.translatedBy },
]

function attributeColumn(attribute: Attribute, cover: CoverNames): Column {
  return {
    name: attribute.name,
    cell: ({ people }) => people.map((each) => attributeText({ cover }, each, attribute) ?? '–').join(', '),
  }
}
