import type { CodeId, ParticipantId } from '../model/ids.ts'
import { type CodeTree, codeTree, descendantsOf } from './code-tree.ts'
import { said, type Tally } from './tally.ts'
import { whoWasAsked } from './who-was-asked.ts'

/** How many of how many participants speak of a code, and how. Each participant is in exactly one of affirms,
    overcome, mixed, denies, reports and silent, so these six add up to `of`. */
export interface Prevalence {
  readonly code: CodeId
  /** Whether codes below it count as the code. */
  readonly withDescendants: boolean
  /** Those who say it of themselves: affirms, overcome and mixed together. */
  readonly n: number
  /** Of whom: see `Denominator.counted`. */
  readonly of: number
  readonly affirms: number
  /** Those who tell how it was got past. */
  readonly overcome: number
  /** Those who say both yes and no. */
  readonly mixed: number
  /** Those who only deny it. */
  readonly denies: number
  /** Those who only tell of others. */
  readonly reports: number
  readonly silent: number
  /** Those known to have been asked about it; null where no question is linked to it. */
  readonly asked: number | null
  /** Those known not to have been asked; null likewise. */
  readonly notAsked: number | null
  /** Among n, those who raised it unasked and were never prompted. */
  readonly volunteered: number
  /** Group sessions in which it was raised, of `sessions`. */
  readonly inSessions: number
  readonly sessions: number
  /** Passages in which a participant speaks, interviews and sessions together. */
  readonly passages: number
  /** Who the n are, and who denies; in the participants' order. */
  readonly participants: readonly ParticipantId[]
  readonly deniers: readonly ParticipantId[]
}

/** Prevalence of one code. A passage without a stance affirms. What somebody reports of others is not their own
    affirmation. Someone met twice counts once; someone heard only in a group counts for its session.
    Codes below count along unless told otherwise; denying one of them does not deny the branch when another
    is affirmed. */
export function prevalenceOf(
  tally: Tally,
  code: CodeId,
  tree: CodeTree = codeTree(tally.project),
  withDescendants = descendantsOf(tree, code).length > 0,
): Prevalence {
  const codes = withDescendants ? [code, ...descendantsOf(tree, code).map((each) => each.id)] : [code]
  const rows = codes.flatMap((each) => tally.codes.get(each) ?? [])
  const asked = whoWasAsked(tally, codes)
  return {
    code,
    withDescendants,
    ...countStands(tally, rows),
    of: tally.counted.length,
    asked: asked?.asked ?? null,
    notAsked: asked?.notAsked ?? null,
    inSessions: sessionsRaising(tally, rows),
    sessions: tally.denominator.sessions.length,
    passages: rows.reduce((sum, row) => sum + (tally.passages[row] ?? 0), 0),
  }
}

/** Prevalence of every code, in reading order of the codebook. */
export function prevalences(tally: Tally): ReadonlyMap<CodeId, Prevalence> {
  const tree = codeTree(tally.project)
  return new Map(tree.inOrder.map((code) => [code.id, prevalenceOf(tally, code.id, tree)]))
}

/** Where one participant stands on a code. */
export type Stand = 'affirms' | 'overcome' | 'mixed' | 'denies' | 'reports' | 'silent'

/** True where somebody says it of themselves. */
export function speaksFor(stand: Stand): boolean {
  return stand === 'affirms' || stand === 'overcome' || stand === 'mixed'
}

function countStands(tally: Tally, rows: readonly number[]) {
  const width = tally.voices.participants.length
  const matrix = tally.denominator.counts === 'interviewed' ? tally.interviews : tally.groups
  const counts = { affirms: 0, overcome: 0, mixed: 0, denies: 0, reports: 0, silent: 0, n: 0, volunteered: 0 }
  const participants: ParticipantId[] = []
  const deniers: ParticipantId[] = []
  for (const voice of tally.counted) {
    const { stand, bits } = standOn(matrix, width, rows, voice)
    counts[stand]++
    const id = tally.voices.participants[voice]?.id
    if (id && stand === 'denies') deniers.push(id)
    if (!id || !speaksFor(stand)) continue
    participants.push(id)
    counts.n++
    if ((bits & said.volunteered) > 0 && (bits & said.prompted) === 0) counts.volunteered++
  }
  return { ...counts, participants, deniers }
}

function standOn(matrix: Uint8Array, width: number, rows: readonly number[], voice: number) {
  let strongest = 0
  let bits = 0
  for (const row of rows) {
    const here = matrix[row * width + voice] ?? 0
    if (here === 0) continue
    bits |= here
    strongest = Math.max(strongest, strengthOf[here] ?? 0)
  }
  return { stand: stands[strongest] ?? 'silent', bits }
}

/** Stands from the weakest to the strongest: on a branch the strongest of somebody's stands on its codes holds. */
const stands = ['silent', 'reports', 'denies', 'mixed', 'affirms', 'overcome'] as const satisfies Stand[]

/** The strength of every set of bits. */
const strengthOf = Uint8Array.from({ length: 128 }, (_, bits) => stands.indexOf(standOf(bits)))

function standOf(bits: number): Stand {
  const yes = (bits & (said.affirms | said.overcome)) > 0
  const no = (bits & said.denies) > 0
  if ((bits & said.mixed) > 0 || (yes && no)) return 'mixed'
  if ((bits & said.overcome) > 0) return 'overcome'
  if (yes) return 'affirms'
  if (no) return 'denies'
  return (bits & said.reports) > 0 ? 'reports' : 'silent'
}

function sessionsRaising(tally: Tally, rows: readonly number[]): number {
  const count = tally.denominator.sessions.length
  let raised = 0
  for (let session = 0; session < count; session++) {
    if (rows.some((row) => tally.sessions[row * count + session] === 1)) raised++
  }
  return raised
}
