import type { Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { Recording } from '../model/source-entities.ts'
import { signedClock } from '../recording/clock-time.ts'

/** Links a recording to the source that is its transcript; one linked before makes room for it. Null when the same
    one is linked already. */
export function linkRecording(project: Project, id: SourceId, recording: Recording): Gesture | null {
  const source = entity(project, 'source', id)
  const edit = update('source', source, { recording })
  return isIdle(edit) ? null : { label: `Link ${recording.name} to ${source.name}`, edits: [edit] }
}

/** Takes the recording's link away; the file itself is not touched. Null when none is linked. */
export function unlinkRecording(project: Project, id: SourceId): Gesture | null {
  const source = entity(project, 'source', id)
  if (!source.recording) return null
  const edit = update('source', source, { recording: undefined })
  return { label: `Unlink ${source.recording.name} from ${source.name}`, edits: [edit] }
}

/** Says where in the recording the transcript's time 0:00 is, in whole milliseconds; below nothing when the recording
    begins later than the transcript. Null when none is linked, or it stands so already. */
export function setRecordingOffset(project: Project, id: SourceId, offset: number): Gesture | null {
  const source = entity(project, 'source', id)
  if (!source.recording || !Number.isFinite(offset)) return null
  const { offset: before = 0, ...recording } = source.recording
  const at = Math.round(offset)
  if (at === before) return null
  const edit = update('source', source, { recording: at === 0 ? recording : { ...recording, offset: at } })
  return { label: `Begin ${source.name} at ${signedClock(at)} of its recording`, edits: [edit] }
}
