import { speakerOf, turnsIn } from '../analysis/who-speaks.ts'
import { passageConsent } from '../model/consent.ts'
import type { Coding, Consent, Participant, Turn } from '../model/entities.ts'
import { type Project, turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'

/** What may be done with a passage outside the team. Where a text has turns, words of nobody who is known are counted
    only, because nobody allowed more; what interviewers say may stand. */
export function exportConsent(
  project: Project,
  coding: Coding,
  participants: readonly Participant[],
  audience?: string,
): Consent {
  const consent = passageConsent(project, coding, participants, audience)
  if (consent !== 'quote' || participants.length > 0 || turnsOf(project, coding.source).length === 0)
    return consent
  const here = turnsHere(project, coding)
  const asked = here.length > 0 && here.every((turn) => isInterviewer(project, turn))
  return asked ? 'quote' : 'count'
}

/** The stretches of a passage to print: participants' words; where none speaks, everybody's; labels never. */
export function spokenSpans(project: Project, coding: Coding): readonly Span[] {
  if (turnsOf(project, coding.source).length === 0 || !isOnText(project, coding)) return [coding]
  const here = turnsHere(project, coding)
  const own = here.filter((turn) => speakerOf(project, turn))
  const printed = own.length > 0 ? own : here
  return printed.map((turn) => ({
    start: Math.max(turn.start, coding.start),
    end: Math.min(turn.end, coding.end),
  }))
}

/** On a text read no longer nobody knows whose turn a passage was. */
function turnsHere(project: Project, coding: Coding): readonly Turn[] {
  return isOnText(project, coding) ? turnsIn(turnsOf(project, coding.source), coding) : []
}

function isOnText(project: Project, coding: Coding): boolean {
  return project.tables.source.get(coding.source)?.content === coding.content
}

function isInterviewer(project: Project, { speaker }: Turn): boolean {
  return speaker !== undefined && project.tables.speaker.get(speaker)?.role === 'interviewer'
}
