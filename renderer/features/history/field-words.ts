import type { Edit } from '../../../shared/change/change.ts'
import type { Project } from '../../../shared/model/project.ts'
import { proseToText } from '../../../shared/report/prose.ts'
import { readProseDoc } from '../../parts/prose-editor-json.ts'

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
  if (field === 'result') return alphaIn(value)
  if (field === 'doc') return `“${clipped(proseToText(readProseDoc(value)))}”`
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return `“${clipped(value.map((each) => referenced(each, edits, project) ?? each).join('; '))}”`
  return null
}

/** The name of what an id names, when it is one. */
export function referenced(id: string, edits: readonly Edit[], project: Project): string | undefined {
  const { code, source, participant, coder, report, question, speaker, round, codebookVersion } =
    project.tables
  const known =
    code.get(id)?.name ??
    source.get(id)?.name ??
    participant.get(id)?.pseudonym ??
    coder.get(id)?.name ??
    report.get(id)?.title ??
    question.get(id)?.text ??
    speaker.get(id)?.label ??
    round.get(id)?.name ??
    codebookVersion.get(id)?.name
  if (known !== undefined) return known
  const edit = edits.find((each) => each.id === id)
  const facts = edit?.after ?? edit?.before
  const name = facts?.name ?? facts?.pseudonym ?? facts?.title ?? facts?.label
  return typeof name === 'string' ? name : undefined
}

/** A round's result by its α over all codes. */
function alphaIn(result: unknown): string | null {
  if (typeof result !== 'object' || result === null) return null
  const overall: unknown = Reflect.get(result, 'overall')
  if (typeof overall !== 'object' || overall === null) return null
  const alpha: unknown = Reflect.get(overall, 'krippendorffAlpha')
  return typeof alpha === 'number' ? `α ${alpha.toFixed(2)}` : 'α undefined'
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
  'coding',
  'doneAt',
  'handedOutAt',
  'cameBackAt',
  'decidedAt',
])
