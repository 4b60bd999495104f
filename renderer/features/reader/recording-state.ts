import type { Participant } from '../../../shared/model/entities.ts'
import type { Recording } from '../../../shared/model/source-entities.ts'
import type { ChosenRecording } from '../../parts/link-recording.ts'

/** How far a source's recording has come: none linked; somebody withdrew, so it stays closed; linked, but its file is
    not at hand (`other` was chosen and is another one); or open. */
export type RecordingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'withdrawn'; readonly recording: Recording; readonly who: readonly Participant[] }
  | { readonly kind: 'away'; readonly recording: Recording; readonly other: ChosenRecording | null }
  | { readonly kind: 'open'; readonly recording: Recording; readonly address: string }
