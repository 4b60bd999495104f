import { consentOf } from '../model/consent.ts'
import type { AttributeValue, Code, Participant } from '../model/entities.ts'
import { inOrder, inquiryOf, type Project, sourcesInOrder, type Texts } from '../model/project.ts'
import { valueText } from '../report/attribute-text.ts'
import { type CoverNames, coverNames } from '../report/cover-names.ts'
import { excerptTable } from '../report/excerpts.ts'
import { findExcerpts } from '../report/excerpts-found.ts'
import { type Codebook, codebookTable, codebookValues } from './codebook-table.ts'
import { codesInTree } from './write-codes.ts'
import type { SheetTable } from './write-csv.ts'

/** A project's codes with their inquiry's name. */
export function codebookOf(project: Project): Codebook {
  return { name: inquiryOf(project).name, codes: [...project.tables.code.values()] }
}

/** The same for tables beside quotes: real names covered, as examples and rules of codes are often words somebody said. */
function coveredCodebook(project: Project): Codebook {
  const cover = coverNames(project)
  const codebook = codebookOf(project)
  return { ...codebook, codes: codebook.codes.map((code) => coveredCode(code, cover)) }
}

const WRITTEN = ['name', 'definition', 'include', 'exclude', 'example'] as const

function coveredCode(code: Code, cover: CoverNames): Code {
  const covered = WRITTEN.flatMap((key) => {
    const text = code[key]
    return text === undefined ? [] : [[key, cover(text)] as const]
  })
  const { aliases } = code
  return {
    ...code,
    ...Object.fromEntries(covered),
    ...(aliases === undefined ? {} : { aliases: aliases.map(cover) }),
  }
}

/** One row a coding of any layer, by code; codes without any follow with a row without words, so that none is
    missing. */
export function excerptSheet(project: Project, texts: Texts): SheetTable {
  const { columns, rows } = excerptTable(project, texts)
  const id = columns.indexOf('Coding id')
  const shown = new Set(rows.map((cells) => cells[id]))
  const codings = [...project.codings.values()].flat().filter((coding) => shown.has(coding.id))
  const coded = new Set(codings.map((coding) => coding.code))
  const cover = coverNames(project)
  const missing = codesInTree([...project.tables.code.values()]).filter(
    ({ code }) => code.codable !== false && !coded.has(code.id),
  )
  const names = missing.map(({ code, path }) => [cover(code.name), cover(path.join(' › '))])
  return { name: 'Excerpts', columns, rows: [...rows, ...names] }
}

/** The sheets of a project: excerpts, codebook, participants by pseudonym, sources. */
export function projectTables(project: Project, texts: Texts): SheetTable[] {
  return [
    excerptSheet(project, texts),
    codebookTable(coveredCodebook(project)),
    participantTable(project),
    sourceTable(project),
  ]
}

/** The same as plain values for JSON. */
export function projectValues(project: Project, texts: Texts) {
  const { name, description, approach } = inquiryOf(project)
  const cover = coverNames(project)
  const covered = (value: AttributeValue) => (typeof value === 'string' ? cover(value) : value)
  const attributes = inOrder(project.tables.attribute).filter((attribute) => attribute.of === 'participant')
  return {
    name,
    ...(description === undefined ? {} : { description: cover(description) }),
    approach,
    codebook: codebookValues(coveredCodebook(project)).codes,
    participants: participantsShown(project).map(({ pseudonym, consent, attributes: values = {} }) => ({
      pseudonym,
      consent,
      attributes: Object.fromEntries(
        attributes.flatMap(({ id, name: called }) =>
          values[id] === undefined ? [] : [[called, covered(values[id])]],
        ),
      ),
    })),
    sources: sourcesInOrder(project).map(({ name: called, kind, status, words, format }) => ({
      name: cover(called),
      kind,
      status,
      words,
      format,
    })),
    excerpts: findExcerpts(project, texts).map(({ excerpt }) => excerpt),
  }
}

function participantTable(project: Project): SheetTable {
  const cover = coverNames(project)
  const attributes = inOrder(project.tables.attribute).filter((attribute) => attribute.of === 'participant')
  return {
    name: 'Participants',
    columns: ['Participant', 'Consent', ...attributes.map((attribute) => attribute.name)],
    rows: participantsShown(project).map(({ pseudonym, consent, attributes: values = {} }) => [
      pseudonym,
      consent,
      ...attributes.map(({ id }) => written(values[id], cover)),
    ]),
  }
}

function sourceTable(project: Project): SheetTable {
  const cover = coverNames(project)
  return {
    name: 'Sources',
    columns: ['Source', 'Kind', 'Status', 'Words', 'Format'],
    rows: sourcesInOrder(project).map(({ name, kind, status, words, format }) => [
      cover(name),
      kind,
      status,
      words,
      format,
    ]),
  }
}

/** Participants who have not withdrawn, in order. */
function participantsShown(project: Project): readonly Participant[] {
  return inOrder(project.tables.participant).filter((person) => consentOf(person) !== 'withdrawn')
}

function written(value: AttributeValue | undefined, cover: CoverNames): string | number {
  return typeof value === 'number' ? value : value === undefined ? '' : cover(valueText(value))
}
