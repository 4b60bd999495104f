import { useMemo } from 'react'
import type { Source, Turn } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { chooseAndLink } from '../../parts/link-recording.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import type { ReadingPlace } from './reading-place.ts'
import type { RecordingTool } from './recording-settings.ts'
import { type TranscriptLine, turnAt, withTimes } from './transcript-lines.ts'
import type { RecordingDesk } from './use-recording.ts'

/** Does what the passage menu offers of the recording. */
export function useRecordingTools({
  source,
  place,
  recording,
  onTime,
}: {
  readonly source: Source
  readonly place: ReadingPlace
  readonly recording: RecordingDesk
  /** Asks for a turn's time. */
  readonly onTime: (turn: Turn) => void
}): (tool: RecordingTool) => void {
  const open = useOpenProject()
  return (tool) => {
    if (tool === 'link') return void chooseAndLink(open, source)
    if (tool === 'play') return void recording.acts.run('here')
    const turn = turnAt(turnsOf(open.project, source.id), place.now().selection.start)
    if (turn) onTime(turn)
    else say({ kind: 'done', text: 'Put the caret in a turn first.' })
  }
}

/** The lines of a transcript, with times that can be pressed while its recording is open. */
export function useTimedLines(lines: readonly TranscriptLine[], isOpen: boolean): readonly TranscriptLine[] {
  return useMemo(() => (isOpen ? withTimes(lines) : lines), [lines, isOpen])
}
