import type { Edit } from '../../../shared/change/change.ts'
import type { EntityKind } from '../../../shared/model/entities.ts'
import type { Project } from '../../../shared/model/project.ts'
import { proseToText } from '../../../shared/report/prose.ts'
import { readProseDoc } from '../../parts/prose-editor-json.ts'

/** A kind of entity as a person calls it, for one or several. */
export function kindName(kind: EntityKind, count: number): string {
  const [one, several] = kinds[kind]
  return count === 1 ? one : several
}

/** A field as a person calls it. */
export function fieldName(field: string): string {
  return fields[field] ?? field
}

/** A field's value in words, long ones cut; null when it is not there or says nothing to a person. */
export function valueInWords(
  field: string,
  value: unknown,
  edits: readonly Edit[],
  project: Project,
): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return machines.has(field) ? null : String(value)
  if (typeof value === 'string')
    return machines.has(field) ? null : `“${clipped(referenced(value, edits, project) ?? value)}”`
  if (field === 'doc') return `“${clipped(proseToText(readProseDoc(value)))}”`
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return `“${clipped(value.join('; '))}”`
  return null
}

/** The name of what an id names, when it is one. */
export function referenced(id: string, edits: readonly Edit[], project: Project): string | undefined {
  const { code, source, participant, coder, report, question, speaker } = project.tables
  const known =
    code.get(id)?.name ??
    source.get(id)?.name ??
    participant.get(id)?.pseudonym ??
    coder.get(id)?.name ??
    report.get(id)?.title ??
    question.get(id)?.text ??
    speaker.get(id)?.label
  if (known !== undefined) return known
  const edit = edits.find((each) => each.id === id)
  const facts = edit?.after ?? edit?.before
  const name = facts?.name ?? facts?.pseudonym ?? facts?.title ?? facts?.label
  return typeof name === 'string' ? name : undefined
}

/** Words short enough for a line. */
export function clipped(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 140 ? `${line.slice(0, 139).trimEnd()}…` : line
}

const machines: ReadonlySet<string> = new Set([
  'content',
  'firstContent',
  'quote',
  'at',
  'start',
  'end',
  'importedAt',
  'madeAt',
  'order',
  'key',
])

const kinds: Readonly<Record<EntityKind, readonly [string, string]>> = {
  inquiry: ['inquiry', 'inquiries'],
  coder: ['coder', 'coders'],
  attribute: ['attribute', 'attributes'],
  participant: ['participant', 'participants'],
  source: ['source', 'sources'],
  speaker: ['speaker', 'speakers'],
  turn: ['turn', 'turns'],
  question: ['question', 'questions'],
  code: ['code', 'codes'],
  coding: ['coding', 'codings'],
  restriction: ['rule for a passage', 'rules for passages'],
  memo: ['memo', 'memos'],
  report: ['report', 'reports'],
  prose: ['text', 'texts'],
  quoteChoice: ['choice of a quote', 'choices of quotes'],
  translation: ['translation', 'translations'],
  codebookVersion: ['version of the codebook', 'versions of the codebook'],
  assignment: ['assignment', 'assignments'],
  round: ['round', 'rounds'],
  adjudication: ['decision', 'decisions'],
  proposal: ['proposal', 'proposals'],
  erasure: ['erasure', 'erasures'],
}

const fields: Readonly<Record<string, string>> = {
  approachReason: 'reason for the approach',
  probabilitySampling: 'probability sampling',
  consentFor: 'consent by audience',
  consentNote: 'note on consent',
  include: 'what to include',
  exclude: 'what to exclude',
  codable: 'use for coding',
  parent: 'place in the codebook',
  doc: 'wording',
  use: 'use',
  cuts: 'cuts',
  clarifications: 'clarifications',
  asked: 'questions asked',
  content: 'words',
  words: 'number of words',
  original: 'file it came in',
  blocks: 'headings and directions',
  start: 'beginning',
  end: 'end',
  at: 'time',
  quote: 'check of the words',
  star: 'mark as key quote',
  flag: 'flag for the lead',
  counts: 'counts',
}
