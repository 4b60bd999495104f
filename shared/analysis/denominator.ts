import type { Participant } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { readVoices, type Voices } from './who-speaks.ts'

/** Of how many. Interviews and group sessions stay apart, because silence in a group is not absence. */
export interface Denominator {
  /** Everyone who took part: linked to a speaker or a source, and not withdrawn. In the participants' order. */
  readonly tookPart: readonly Participant[]
  /** Those met in an interview, a document or a survey; someone met twice is one. */
  readonly interviewed: readonly Participant[]
  /** Those met in a group session. */
  readonly inSessions: readonly Participant[]
  /** The group sessions. */
  readonly sessions: readonly SourceId[]
  /** Whom prevalence counts: those interviewed, or where nobody was, those met in sessions. */
  readonly counted: readonly Participant[]
  readonly counts: 'interviewed' | 'in sessions'
}

/** Who took part, and of whom shares are counted. "Counted only" counts; "withdrawn" does not. */
export function denominator(project: Project, audience?: string): Denominator {
  return denominatorOf(readVoices(project, audience))
}

/** The same, from voices read before. */
export function denominatorOf(voices: Voices): Denominator {
  const interviewed = new Set<number>()
  const inSessions = new Set<number>()
  const sessions: SourceId[] = []
  for (const { source, present } of voices.bySource.values()) {
    if (source.kind === 'group') sessions.push(source.id)
    for (const voice of present) (source.kind === 'group' ? inSessions : interviewed).add(voice)
  }
  const among = (those: ReadonlySet<number>) => voices.participants.filter((_, i) => those.has(i))
  const counts = interviewed.size > 0 || sessions.length === 0 ? 'interviewed' : 'in sessions'
  return {
    tookPart: among(new Set([...interviewed, ...inSessions])),
    interviewed: among(interviewed),
    inSessions: among(inSessions),
    sessions,
    counted: among(counts === 'interviewed' ? interviewed : inSessions),
    counts,
  }
}
