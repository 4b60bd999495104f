import type { Project } from '../model/project.ts'
import { turnsOf } from '../model/project.ts'
import { type Passage, turnsIn, whoSpeaks } from './who-speaks.ts'

/** Why a passage counts for nobody. */
export type NotCounted = 'interviewer' | 'unknown' | 'withdrawn' | 'nobody'

/** Why a passage counts for nobody; null where it counts for somebody, or where the project names no participants at
    all and so counts no people anywhere. */
export function whyNotCounted(project: Project, passage: Passage): NotCounted | null {
  const { participants } = whoSpeaks(project, passage)
  if (participants.some((each) => each.consent !== 'withdrawn')) return null
  if (participants.length > 0) return 'withdrawn'
  const roles = rolesIn(project, passage)
  if (roles.length > 0 && roles.every((role) => role === 'interviewer')) return 'interviewer'
  if (project.tables.participant.size === 0) return null
  return roles.some((role) => role === 'unknown') ? 'unknown' : 'nobody'
}

/** How that is said beside the passage. */
export const notCountedInWords = {
  interviewer: 'an interviewer’s words: not counted',
  unknown: 'an unknown voice: not counted',
  withdrawn: 'withdrawn: not counted',
  nobody: 'no participant named: not counted',
} as const satisfies Record<NotCounted, string>

/** The roles of those whose turns it touches; none in a text without turns, or read no longer. */
function rolesIn(project: Project, passage: Passage) {
  if (project.tables.source.get(passage.source)?.content !== passage.content) return []
  return turnsIn(turnsOf(project, passage.source), passage).map(({ speaker }) =>
    speaker === undefined ? 'unknown' : (project.tables.speaker.get(speaker)?.role ?? 'unknown'),
  )
}
