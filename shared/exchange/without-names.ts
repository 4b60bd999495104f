import type { Source } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import type { ProseNode } from '../model/report-entities.ts'
import type { CoverNames } from '../report/cover-names.ts'

/** A project without the names behind pseudonyms, without notes on consent and reasons of restrictions, and with names
    covered wherever the team writes. */
export function withoutNames(project: Project, cover: CoverNames): Project {
  const covered = withNamesCovered(project, cover)
  const { participant, restriction } = covered.tables
  return {
    ...covered,
    tables: {
      ...covered.tables,
      participant: mapped(participant, ({ name: _, consentNote: __, ...rest }) => rest),
      restriction: mapped(restriction, ({ reason: _, ...rest }) => rest),
    },
  }
}

/** A project with names covered wherever the team writes: in names of sources and recordings, labels, codes, notes,
    memos and reports. What people said, and facts about them, stay as they are. */
export function withNamesCovered(project: Project, cover: CoverNames): Project {
  const { tables, codings } = project
  const speaker = mapped(tables.speaker, (each) => {
    const person = each.participant && tables.participant.get(each.participant)
    if (cover(each.label) === each.label) return each
    return { ...each, label: person ? person.pseudonym : cover(each.label) }
  })
  return {
    ...project,
    codings: new Map(
      [...codings].map(([source, list]) => [source, list.map((each) => withCovered(each, ['note'], cover))]),
    ),
    tables: { ...withWordsCovered(tables, cover), speaker },
  }
}

function withWordsCovered(tables: Project['tables'], cover: CoverNames): Project['tables'] {
  const covered = <E extends object>(table: ReadonlyMap<string, E>, fields: readonly string[]) =>
    mapped(table, (each) => withCovered(each, fields, cover))
  return {
    ...tables,
    inquiry: covered(tables.inquiry, ['description', 'approachReason', 'aims', 'positionality']),
    source: mapped(covered(tables.source, ['name']), (each) => withFileNames(each, cover)),
    question: covered(tables.question, ['text']),
    code: covered(tables.code, codeFields),
    memo: covered(tables.memo, ['title', 'text']),
    report: covered(tables.report, ['title']),
    prose: mapped(tables.prose, (each) => ({
      ...each,
      doc: { ...each.doc, content: nodes(each.doc.content, cover) },
    })),
    quoteChoice: mapped(tables.quoteChoice, ({ clarifications, ...each }) =>
      clarifications === undefined
        ? each
        : { ...each, clarifications: clarifications.map(({ at, text }) => ({ at, text: cover(text) })) },
    ),
    codebookVersion: mapped(covered(tables.codebookVersion, ['note']), (each) => ({
      ...each,
      codes: each.codes.map((code) => withCovered(code, codeFields, cover)),
    })),
    round: covered(tables.round, ['note']),
    adjudication: covered(tables.adjudication, ['reason']),
    proposal: covered(tables.proposal, [...codeFields, 'reason', 'decisionReason']),
  }
}

const codeFields = ['name', 'definition', 'include', 'exclude', 'example', 'aliases']

function withCovered<E extends object>(entity: E, fields: readonly string[], cover: CoverNames): E {
  const changed: Record<string, unknown> = {}
  for (const field of fields) {
    const value: unknown = Reflect.get(entity, field)
    if (typeof value === 'string') {
      const shown = cover(value)
      if (shown !== value) changed[field] = shown
    } else if (Array.isArray(value))
      changed[field] = value.map((each) => (typeof each === 'string' ? cover(each) : each))
  }
  return Object.keys(changed).length > 0 ? { ...entity, ...changed } : entity
}

function withFileNames(source: Source, cover: CoverNames): Source {
  const { recording, original } = source
  return {
    ...source,
    ...(recording ? { recording: { ...recording, name: cover(recording.name) } } : {}),
    ...(original ? { original: { ...original, name: cover(original.name) } } : {}),
  }
}

function nodes(all: readonly ProseNode[], cover: CoverNames): readonly ProseNode[] {
  return all.map((node) => ({
    ...node,
    ...(node.text === undefined ? {} : { text: cover(node.text) }),
    ...(node.content === undefined ? {} : { content: nodes(node.content, cover) }),
  }))
}

function mapped<E>(table: ReadonlyMap<string, E>, change: (each: E) => E): Map<string, E> {
  return new Map([...table].map(([id, each]) => [id, change(each)]))
}
