import type { Coding, CodingOrigin, Restriction, Stance, Turn } from '../model/entities.ts'
import type { CodeId, SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { overlaps } from '../text/positions.ts'
import { type Denominator, denominatorOf } from './denominator.ts'
import type { LayerReading } from './read-layer.ts'
import { gone, nobody, readVoices, type SourceVoices, type Voices } from './who-speaks.ts'
import { type AskedReading, readAsked } from './who-was-asked.ts'

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
  /** Beside each of them its voice's index in `voices.participants`, or `several`. */
  readonly byCodeVoices: readonly (readonly number[])[]
  /** What was asked in which source. */
  readonly asked: AskedReading
  /** 1 where a prompted passage of a code answers a question, by code × question. */
  readonly answers: Uint8Array
  /** Passages that count for nobody: interviewers' words and unknown voices'. */
  readonly unattributed: number
  /** Passages over several participants, which count for each of them. */
  readonly shared: number
}

/** Stands for more than one participant's voice in a passage. */
export const several = -3

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
  readonly byCodeVoices: number[][]
  readonly sessionIndex: ReadonlyMap<SourceId, number>
  readonly counts: { readonly participants: number; readonly sessions: number }
}

function startSweep(project: Project, layer: LayerReading, audience: string | undefined): Sweep {
  const voices = readVoices(project, audience)
  const counted = denominatorOf(voices)
  const those = new Set(counted.counted)
  const codes = new Map<CodeId, number>()
  for (const code of project.tables.code.values()) codes.set(code.id, codes.size)
  const asked = readAsked(project, voices)
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
    byCodeVoices: Array.from(codes, () => []),
    asked,
    answers: new Uint8Array(codes.size * asked.questions.size),
    unattributed: 0,
    shared: 0,
    counts: { participants: voices.participants.length, sessions: counted.sessions.length },
    sessionIndex: new Map(counted.sessions.map((id, i) => [id, i])),
  }
}

function sweepSource(
  sweep: Sweep,
  voices: SourceVoices,
  codings: readonly Coding[],
  withdrawn: readonly Restriction[],
): void {
  const { turns } = voices
  const { codes, asked } = sweep
  const session = sweep.sessionIndex.get(voices.source.id)
  let turn = 0
  let started = 0
  let question = -1
  for (const coding of codings) {
    // Each field is read once: among so many codings that is what takes the time.
    const { start, end, content, stance, origin } = coding
    // Codings come in order of start, so turns that ended before this one are never met again.
    while (turn < turns.length && (turns[turn]?.end ?? 0) <= start) turn++
    for (; asked.questions.size > 0 && started < turns.length; started++) {
      if ((turns[started]?.start ?? 0) > start) break
      question = questionPut(sweep, turns[started]) ?? question
    }
    const code = codes.get(coding.code)
    if (code === undefined) continue
    if (withdrawn.length > 0 && withdrawn.some((each) => touches(each, coding))) continue
    const isCurrent = turns.length > 0 && content === voices.source.content
    const voice = isCurrent ? voiceIn(voices, start, end, turn) : voiceOfWhole(voices)
    if (voice === nobody) sweep.unattributed++
    if (voice === nobody || voice === gone) continue
    const mark = bitsOf(stance, origin)
    if (voice !== several) note(sweep, session, code, voice, mark)
    else for (const each of speakersIn(voices, start, end, turn)) note(sweep, session, code, each, mark)
    // What was asked before a passage is known only on the text that is read now.
    if (question >= 0 && origin === 'prompted' && content === voices.source.content)
      sweep.answers[code * asked.questions.size + question] = 1
    keep(sweep, code, coding, voice)
  }
}

function questionPut(sweep: Sweep, turn: Turn | undefined): number | undefined {
  return turn?.question === undefined ? undefined : (sweep.asked.questions.get(turn.question) ?? -1)
}

function note(sweep: Sweep, session: number | undefined, code: number, voice: number, mark: number): void {
  const matrix = session === undefined ? sweep.interviews : sweep.groups
  const at = code * sweep.counts.participants + voice
  matrix[at] = (matrix[at] ?? 0) | mark
  if (session !== undefined) sweep.sessions[code * sweep.counts.sessions + session] = 1
}

function keep(sweep: Sweep, code: number, coding: Coding, voice: number): void {
  if (voice === several) sweep.shared++
  sweep.passages[code] = (sweep.passages[code] ?? 0) + 1
  sweep.byCode[code]?.push(coding)
  sweep.byCodeVoices[code]?.push(voice)
}

function bitsOf(stance: Stance | undefined, origin: CodingOrigin | undefined): number {
  const how = origin === 'prompted' ? said.prompted : origin === 'volunteered' ? said.volunteered : 0
  return (stance === undefined ? said.affirms : said[stance]) | how
}

/** The voice between two positions, given the first turn that can meet them: an index, `several`, `nobody`, or `gone`
    where only words of somebody withdrawn are left. */
function voiceIn({ turns, speakers }: SourceVoices, start: number, end: number, first: number): number {
  let found: number = nobody
  for (let i = first; i < turns.length; i++) {
    const turn = turns[i]
    if (!turn || turn.start >= end) break
    const voice = speakers[i] ?? nobody
    if (voice === nobody || voice === found || turn.end === turn.start || turn.end <= start) continue
    if (found === nobody || found === gone) found = voice
    else if (voice !== gone) return several
  }
  return found
}

/** Whose a whole source is, for a passage without turns of its own. */
function voiceOfWhole({ turns, present, withdrawn }: SourceVoices): number {
  if (withdrawn && present.length === 0) return gone
  if (present.length === 1) return present[0] ?? nobody
  return turns.length > 0 || present.length === 0 ? nobody : several
}

/** Indices of all who speak between two positions where several do. */
function speakersIn(voices: SourceVoices, start: number, end: number, first: number): Iterable<number> {
  if (voices.turns.length === 0) return voices.present
  const found = new Set<number>()
  for (let i = first; i < voices.turns.length; i++) {
    const turn = voices.turns[i]
    if (!turn || turn.start >= end) break
    const voice = voices.speakers[i] ?? nobody
    if (voice >= 0 && turn.end > turn.start && turn.end > start) found.add(voice)
  }
  return found
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
