import { applyEdits } from '../change/apply-change.ts'
import type { Edit } from '../change/change.ts'
import { create } from '../change/edit.ts'
import { pseudonymFor } from '../importers/pseudonym-for.ts'
import type { Participant } from '../model/entities.ts'
import type { ParticipantId, SourceId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { entity, inOrder, type Project } from '../model/project.ts'
import { correctText, type TextCorrection } from './correct-text.ts'
import { newLabels } from './correct-turns.ts'
import type { CorrectedVersion, Correction } from './correction.ts'
import type { CorrectionOutcome } from './correction-outcome.ts'
import type { SourcesImport } from './import-sources.ts'
import type { Making } from './making.ts'

/** A source with the better version of it that a file brings. */
export interface SourceToCorrect {
  readonly source: SourceId
  readonly correction: Correction & { readonly version: CorrectedVersion }
  /** Pseudonyms for labels that were not there before; absent: what the label says. */
  readonly pseudonyms?: Readonly<Record<string, string>>
}

/** An import with corrections, and what each of them comes to (null where nothing changed), in their order. */
export type ImportWithCorrections = SourcesImport & {
  readonly outcomes: readonly (CorrectionOutcome | null)[]
}

/** Adds corrections to an import, so that both are one change. Participants whom the import brings are known to the
    corrections; a source is corrected once. */
export function withCorrections(
  project: Project,
  imported: SourcesImport,
  corrections: readonly SourceToCorrect[],
  making: Making,
): ImportWithCorrections {
  if (corrections.length === 0) return { ...imported, outcomes: [] }
  let now = after(project, imported.gesture.edits)
  const edits: Edit[] = [...imported.gesture.edits]
  const done: (TextCorrection | null)[] = []
  for (const each of corrections) {
    const people = newcomers(now, each, making)
    const made = people.created.map((person) => create('participant', person))
    now = after(now, made)
    const { version } = each.correction
    const participants = { ...people.byLabel, ...version.participants }
    const correction = { ...each.correction, version: { ...version, participants } }
    const corrected = correctText(now, each.source, correction, making)
    now = after(now, corrected?.gesture.edits ?? [])
    edits.push(...made, ...(corrected?.gesture.edits ?? []))
    done.push(corrected)
  }
  return {
    gesture: { label: labelOf(project, imported, corrections), edits },
    contents: [...imported.contents, ...done.flatMap((each) => each?.contents ?? [])],
    originals: [...imported.originals, ...done.flatMap((each) => each?.originals ?? [])],
    outcomes: done.map((each) => each?.outcome ?? null),
  }
}

function after(project: Project, edits: readonly Edit[]): Project {
  const applied = applyEdits(project, edits)
  if (!applied.ok) throw new Error(`${applied.problem} (${applied.edit.kind} ${applied.edit.id})`)
  return applied.project
}

/** Who new labels are: those known by the pseudonym, else somebody new. */
function newcomers(
  project: Project,
  { source, correction, pseudonyms = {} }: SourceToCorrect,
  making: Making,
) {
  const { draft, participants = {} } = correction.version
  const labels = newLabels(project, source, correction.alignment, draft)
  const people = new Map(
    [...project.tables.participant.values()].map((each): [string, ParticipantId] => [
      each.pseudonym,
      each.id,
    ]),
  )
  let last = inOrder(project.tables.participant).at(-1)?.order ?? null
  const created: Participant[] = []
  const byLabel: Record<string, ParticipantId> = {}
  for (const { label, role } of draft.speakers) {
    if (role !== 'participant' || !labels.has(label) || Object.hasOwn(participants, label)) continue
    const pseudonym = pseudonyms[label] ?? pseudonymFor(label, entity(project, 'source', source).name)
    let id = people.get(pseudonym)
    if (!id) {
      id = making.newId<'participant'>()
      last = keysBetween(last, null, 1)[0] ?? 'V'
      people.set(pseudonym, id)
      created.push({ id, pseudonym, consent: 'quote', order: last })
    }
    byLabel[label] = id
  }
  return { byLabel, created }
}

function labelOf(project: Project, imported: SourcesImport, corrections: readonly SourceToCorrect[]): string {
  const [first] = corrections
  const name = first && entity(project, 'source', first.source).name
  const corrected =
    corrections.length === 1
      ? `Correct ${name} from ${first?.correction.version.original.name}`
      : `Correct ${corrections.length} sources`
  if (imported.contents.length === 0) return corrected
  return `${imported.gesture.label}, ${corrected.charAt(0).toLowerCase()}${corrected.slice(1)}`
}
