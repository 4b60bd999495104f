import type { Gesture } from '../change/change.ts'
import { remove, update } from '../change/edit.ts'
import type { SpeakerId } from '../model/ids.ts'
import { entity, type Project, turnsOf } from '../model/project.ts'

/** Joins two labels of one source that are one voice: the second's turns go to the first, which keeps its label and
    role. Null when they are the same label or stand in different sources. */
export function joinLabels(project: Project, keep: SpeakerId, gone: SpeakerId): Gesture | null {
  const kept = entity(project, 'speaker', keep)
  const other = entity(project, 'speaker', gone)
  if (keep === gone || kept.source !== other.source) return null
  const turns = turnsOf(project, kept.source).filter((turn) => turn.speaker === gone)
  return {
    label: `Join ${other.label} with ${kept.label}`,
    edits: [...turns.map((turn) => update('turn', turn, { speaker: keep })), remove('speaker', other)],
  }
}
