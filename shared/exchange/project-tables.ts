import { inOrder, inquiryOf, type Project, sourcesInOrder, type Texts } from '../model/project.ts'
import { type Codebook, codebookTable, codebookValues } from './codebook-table.ts'
import { excerptsOf, participantsShown } from './excerpts.ts'
import { codesInTree } from './write-codes.ts'
import type { SheetTable } from './write-csv.ts'

/** A project's codes with their inquiry's name. */
export function codebookOf(project: Project): Codebook {
  return { name: inquiryOf(project).name, codes: [...project.tables.code.values()] }
}

/** One row a coding; codes without any have a row without words, so that none is missing. */
export function excerptTable(project: Project, texts: Texts): SheetTable {
  const excerpts = excerptsOf(project, texts)
  const byCode = Map.groupBy(excerpts, ({ path }) => path.join('\n'))
  return {
    name: 'Excerpts',
    columns: [
      'Code',
      'Code path',
      'Quote',
      'Participant',
      'Source',
      'Citation',
      'Stance',
      'Origin',
      'Key quote',
      'Coder',
      'Layer',
      'Note',
      'Start',
      'End',
      'Coding id',
    ],
    rows: codesInTree([...project.tables.code.values()]).flatMap(({ code, path }) => {
      const found = byCode.get(path.join('\n'))
      byCode.delete(path.join('\n'))
      if (!found) return code.codable === false ? [] : [[code.name, path.join(' › ')]]
      return found.map((each) => [
        each.code,
        path.join(' › '),
        each.quote,
        each.participants.join(', '),
        each.source,
        each.citation,
        each.stance,
        each.origin,
        each.star ? 'yes' : '',
        each.coder,
        each.layer,
        each.note,
        each.start,
        each.end,
        each.id,
      ])
    }),
  }
}

/** The sheets of a project: excerpts, codebook, participants by pseudonym, sources. */
export function projectTables(project: Project, texts: Texts): SheetTable[] {
  return [
    excerptTable(project, texts),
    codebookTable(codebookOf(project)),
    participantTable(project),
    sourceTable(project),
  ]
}

/** The same as plain values for JSON. */
export function projectValues(project: Project, texts: Texts) {
  const { name, description, approach } = inquiryOf(project)
  const attributes = inOrder(project.tables.attribute).filter((attribute) => attribute.of === 'participant')
  return {
    name,
    ...(description === undefined ? {} : { description }),
    approach,
    codebook: codebookValues(codebookOf(project)).codes,
    participants: participantsShown(project).map(({ pseudonym, consent, attributes: values = {} }) => ({
      pseudonym,
      consent,
      attributes: Object.fromEntries(
        attributes.flatMap(({ id, name: called }) =>
          values[id] === undefined ? [] : [[called, values[id]]],
        ),
      ),
    })),
    sources: sourcesInOrder(project).map(({ name: called, kind, status, words, format }) => ({
      name: called,
      kind,
      status,
      words,
      format,
    })),
    excerpts: excerptsOf(project, texts),
  }
}

function participantTable(project: Project): SheetTable {
  const attributes = inOrder(project.tables.attribute).filter((attribute) => attribute.of === 'participant')
  return {
    name: 'Participants',
    columns: ['Participant', 'Consent', ...attributes.map((attribute) => attribute.name)],
    rows: participantsShown(project).map(({ pseudonym, consent, attributes: values = {} }) => [
      pseudonym,
      consent,
      ...attributes.map(({ id }) => written(values[id])),
    ]),
  }
}

function sourceTable(project: Project): SheetTable {
  return {
    name: 'Sources',
    columns: ['Source', 'Kind', 'Status', 'Words', 'Format'],
    rows: sourcesInOrder(project).map(({ name, kind, status, words, format }) => [
      name,
      kind,
      status,
      words,
      format,
    ]),
  }
}

function written(value: string | number | boolean | undefined): string | number {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '')
}
