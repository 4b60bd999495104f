import type { Coding, Restriction } from '../model/entities.ts'
import type { CodeId, SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { overlaps } from '../text/positions.ts'
import { type Denominator, denominatorOf } from './denominator.ts'
import type { LayerReading } from './read-layer.ts'
import { gone, nobody, readVoices, type SourceVoices, type Voices } from './who-speaks.ts'

/** What somebody said about a code, as bits that add up over their passages. */
export const said = {
  affirms: 1,
  denies: 2,
  overcome: 4,
  mixed: 8,
  reports: 16,
  prompted: 32,
  volunteered: 64,
} as const

/** Who said what about which code in one layer: everything that counts are read from. */
export interface Tally {
  readonly project: Project
  readonly layer: LayerReading
  readonly audience: string | undefined
  readonly voices: Voices
  readonly denominator: Denominator
  /** Indices, in `voices.participants`, of those whom prevalence counts. */
  readonly counted: Int32Array
  readonly codes: ReadonlyMap<CodeId, number>
  /** Bits of `said` by code × participant, from interviews, documents and surveys. */
  readonly interviews: Uint8Array
  /** The same from group sessions. */
  readonly groups: Uint8Array
  /** 1 where a code was raised in a session, by code × session. */
  readonly sessions: Uint8Array
  /** Passages of each code in which a participant who counts speaks. */
  readonly passages: Uint32Array
  /** The same passages, by code, in the order sources were imported and of position. */
  readonly byCode: readonly (readonly Coding[])[]
  /** Passages that count for nobody: interviewers' words and unknown voices'. */
  readonly unattributed: number
  /** Passages over several participants, which count for each of them. */
  readonly shared: number
}

/** Counts a layer for an audience in one sweep over its codings and turns. Words of those withdrawn, and passages
    withdrawn by a restriction, are left out altogether. */
export function tallyLayer(project: Project, layer: LayerReading, audience?: string): Tally {
  const sweep = startSweep(project, layer, audience)
  const withdrawn = withdrawnPassages(project, audience)
  for (const [source, codings] of layer.bySource) {
    const voices = sweep.voices.bySource.get(source)
    if (voices) sweepSource(sweep, voices, codings, withdrawn.get(source) ?? [])
  }
  return sweep
}

/** A tally while it is being made. */
interface Sweep extends Tally {
  unattributed: number
  shared: number
  readonly byCode: Coding[][]
  readonly sessionIndex: ReadonlyMap<SourceId, number>
}

function startSweep(project: Project, layer: LayerReading, audience: string | undefined): Sweep {
  const voices = readVoices(project, audience)
  const counted = denominatorOf(voices)
  const those = new Set(counted.counted)
  const codes = new Map<CodeId, number>()
  for (const code of project.tables.code.values()) codes.set(code.id, codes.size)
  return {
    project,
    layer,
    audience,
    voices,
    denominator: counted,
    counted: Int32Array.from(voices.participants.flatMap((each, i) => (those.has(each) ? [i] : []))),
    codes,
    interviews: new Uint8Array(codes.size * voices.participants.length),
    groups: new Uint8Array(codes.size * voices.participants.length),
    sessions: new Uint8Array(codes.size * counted.sessions.length),
    passages: new Uint32Array(codes.size),
    byCode: Array.from(codes, () => []),
    unattributed: 0,
    shared: 0,
    sessionIndex: new Map(counted.sessions.map((id, i) => [id, i])),
  }
}

function sweepSource(
  sweep: Sweep,
  voices: SourceVoices,
  codings: readonly Coding[],
  withdrawn: readonly Restriction[],
): void {
  const session = sweep.sessionIndex.get(voices.source.id)
  const bits = session === undefined ? sweep.interviews : sweep.groups
  let turn = 0
  for (const coding of codings) {
    // Codings come in order of start, so turns that ended before this one are never met again.
    while (turn < voices.turns.length && (voices.turns[turn]?.end ?? 0) <= coding.start) turn++
    const code = sweep.codes.get(coding.code)
    if (code === undefined || withdrawn.some((each) => touches(each, coding))) continue
    const speakers = speakersFrom(voices, coding, turn)
    if (speakers === null) continue
    if (speakers.length === 0) {
      sweep.unattributed++
      continue
    }
    if (speakers.length > 1) sweep.shared++
    note(sweep, bits, code, speakers, coding)
    if (session !== undefined) sweep.sessions[code * sweep.denominator.sessions.length + session] = 1
  }
}

function note(
  sweep: Sweep,
  bits: Uint8Array,
  code: number,
  speakers: readonly number[],
  coding: Coding,
): void {
  const row = code * sweep.voices.participants.length
  const mark = bitsOf(coding)
  for (const speaker of speakers) bits[row + speaker] = (bits[row + speaker] ?? 0) | mark
  sweep.passages[code] = (sweep.passages[code] ?? 0) + 1
  sweep.byCode[code]?.push(coding)
}

function bitsOf(coding: Coding): number {
  const origin =
    coding.origin === 'prompted' ? said.prompted : coding.origin === 'volunteered' ? said.volunteered : 0
  return said[coding.stance ?? 'affirms'] | origin
}

/** Indices of those who speak in a coding, given the first turn that can meet it; null where only words of somebody
    withdrawn are left. */
function speakersFrom(voices: SourceVoices, coding: Coding, first: number): readonly number[] | null {
  if (voices.turns.length === 0 || coding.content !== voices.source.content) {
    const one = voices.turns.length === 0 || voices.present.length === 1
    return voices.withdrawn && voices.present.length === 0 ? null : one ? voices.present : []
  }
  const found: number[] = []
  let withdrawn = false
  for (let i = first; i < voices.turns.length; i++) {
    const turn = voices.turns[i]
    if (!turn || turn.start >= coding.end) break
    if (turn.end === turn.start || turn.end <= coding.start) continue
    const voice = voices.speakers[i] ?? nobody
    if (voice === gone) withdrawn = true
    else if (voice !== nobody && !found.includes(voice)) found.push(voice)
  }
  return withdrawn && found.length === 0 ? null : found
}

/** Restrictions that take passages out of everything told to an audience. */
function withdrawnPassages(
  project: Project,
  audience: string | undefined,
): ReadonlyMap<SourceId, readonly Restriction[]> {
  const bySource = new Map<SourceId, Restriction[]>()
  for (const restriction of project.tables.restriction.values()) {
    const meant =
      restriction.audience === undefined || audience === undefined || restriction.audience === audience
    if (restriction.consent !== 'withdrawn' || !meant) continue
    bySource.set(restriction.source, [...(bySource.get(restriction.source) ?? []), restriction])
  }
  return bySource
}

function touches(restriction: Restriction, coding: Coding): boolean {
  return restriction.content === coding.content && overlaps(restriction, coding)
}
