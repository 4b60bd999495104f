import type { DragEvent } from 'react'
import type { Source } from '../../../shared/model/entities.ts'
import { recordingKind } from '../../../shared/recording/recording-kind.ts'
import { linkFile } from '../../parts/link-recording.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'

/** Takes a recording that is dropped on the transcript: it is linked to its source. */
export function useRecordingDrop(source: Source): {
  readonly onDragOver: (event: DragEvent) => void
  readonly onDropCapture: (event: DragEvent) => void
} {
  const open = useOpenProject()
  return {
    onDragOver: (event) => {
      if (event.dataTransfer.types.includes('Files')) event.preventDefault()
    },
    onDropCapture: (event) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.stopPropagation()
      const files = [...event.dataTransfer.files]
      const file = files.find((each) => recordingKind(each.name) !== null)
      if (file) void linkFile(open, source, file)
      else
        say({
          kind: 'done',
          text: 'Only a recording can be dropped here. Transcripts are dropped on Sources.',
        })
    },
  }
}
