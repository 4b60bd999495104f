import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { CodebookVersionId, CodeId, CoderId, SourceId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { entity, inOrder, type Project } from '../model/project.ts'
import type { AgreementRound } from '../model/team-entities.ts'
import { freezeCodebook } from './freeze-codebook.ts'
import type { Making } from './making.ts'

/** What somebody says of a round they begin. */
export interface RoundTold extends Pick<AgreementRound, 'unit' | 'uncoded' | 'blank' | 'drawn'> {
  readonly name: string
  readonly note?: string
  readonly coders: readonly CoderId[]
  /** Absent: all codes of the codebook's version. */
  readonly codes?: readonly CodeId[]
  /** Absent: all sources. */
  readonly sources?: readonly SourceId[]
  /** The version it is coded with: kept now under a name, or one that was kept before. */
  readonly codebook: { readonly freezeAs: string } | { readonly version: CodebookVersionId }
}

/** A round that was begun and the gesture that begins it, or what stands against it. */
export type StartedRound =
  | { readonly ok: true; readonly round: AgreementRound; readonly gesture: Gesture }
  | { readonly ok: false; readonly problem: string }

/** Begins a round of comparing coders. A new version of the codebook is kept in the same change. */
export function startRound(project: Project, told: RoundTold, making: Making): StartedRound {
  const problem = problemOf(told)
  if (problem) return { ok: false, problem }
  const { codebook } = told
  const frozen =
    'freezeAs' in codebook ? freezeCodebook(project, { name: codebook.freezeAs }, making) : undefined
  const version = 'version' in codebook ? entity(project, 'codebookVersion', codebook.version) : undefined
  const round = roundOf(project, told, frozen?.version.id ?? version?.id, making)
  const label = `Start the round ${round.name}`
  return {
    ok: true,
    round,
    gesture: { label, edits: [...(frozen?.gesture.edits ?? []), create('round', round)] },
  }
}

/** Why a round cannot be begun so; null when it can. */
export function problemOf(told: RoundTold): string | null {
  const coders = new Set(told.coders)
  if (told.name.trim() === '') return 'Give the round a name.'
  if (coders.size < 2) return 'Choose at least two coders to compare.'
  if (coders.size > 30) return 'At most 30 coders can be compared at once.'
  if (told.codes?.length === 0) return 'Choose at least one code.'
  if (told.sources?.length === 0) return 'Choose at least one source.'
  if ('freezeAs' in told.codebook && told.codebook.freezeAs.trim() === '')
    return 'Give the codebook’s version a name.'
  return null
}

function roundOf(
  project: Project,
  told: RoundTold,
  codebook: CodebookVersionId | undefined,
  making: Making,
): AgreementRound {
  if (!codebook) throw new Error('A round needs a version of the codebook')
  const { name, note = '', coders, codes, sources, drawn, unit, uncoded, blank } = told
  return {
    id: making.newId<'round'>(),
    name: name.trim(),
    coders: [...new Set(coders)],
    ...(codes ? { codes } : {}),
    ...(sources ? { sources } : {}),
    ...(drawn ? { drawn } : {}),
    unit,
    uncoded,
    blank,
    codebook,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    by: making.by,
    at: making.at,
    order: keyBetween(inOrder(project.tables.round).at(-1)?.order ?? null, null),
  }
}
