import { speakerOf } from '../analysis/who-speaks.ts'
import type { ParticipantId, SourceId } from '../model/ids.ts'
import { type Project, turnsOf } from '../model/project.ts'

/** Whose words are looked through: participants' only, or everyone's, interviewers and unknown voices too. */
export type Voices = 'participants' | 'everyone'

/** Where words stand in a source's text, labels left out: starts and ends, one after another. Each turn is a
    stretch; in a text without turns each paragraph is. With `only`, the words of these participants. */
export function stretchesOf(
  project: Project,
  source: SourceId,
  text: string,
  voices: Voices,
  only: ReadonlySet<ParticipantId> | null = null,
): number[] {
  const turns = turnsOf(project, source)
  if (turns.length === 0) return belongs(project, source, only) ? paragraphs(text) : []
  return turns.flatMap((turn) => {
    const role = turn.speaker === undefined ? 'unknown' : project.tables.speaker.get(turn.speaker)?.role
    const participant = speakerOf(project, turn)
    if (voices === 'participants' && role !== 'participant') return []
    if (only && !(participant && only.has(participant))) return []
    return turn.end > turn.start ? [turn.start, turn.end] : []
  })
}

function belongs(project: Project, source: SourceId, only: ReadonlySet<ParticipantId> | null): boolean {
  return !only || (project.tables.source.get(source)?.participants ?? []).some((id) => only.has(id))
}

function paragraphs(text: string): number[] {
  const found: number[] = []
  for (const match of text.matchAll(/[^\n]+/g)) found.push(match.index, match.index + match[0].length)
  return found
}
