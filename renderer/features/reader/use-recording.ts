import { StateEffect } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Source, Turn } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { followTimes } from '../../../shared/recording/follow-times.ts'
import { withdrawnVoices } from '../../../shared/recording/withdrawn-voices.ts'
import { type ChosenRecording, chooseAgain, openLinked } from '../../parts/link-recording.ts'
import { onPlayable, playableRecording } from '../../platform/recordings.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import type { ReadingPlace } from './reading-place.ts'
import { recordingMarks } from './recording-marks.ts'
import { type RecordingPlayer, recordingPlayer, usePlaying } from './recording-player.ts'
import type { RecordingState } from './recording-state.ts'
import { turnAt } from './transcript-lines.ts'
import { type Following, useFollowing } from './use-following.ts'
import { type RecordingActs, useRecordingActs } from './use-recording-acts.ts'

/** A source's recording in the reader: its state, its player, following along, and what can be done. */
export interface RecordingDesk {
  readonly state: RecordingState
  readonly player: RecordingPlayer
  readonly following: Following
  readonly acts: RecordingActs
  /** Opens it although somebody withdrew. */
  readonly allow: () => void
  /** Opens the linked file: without asking where that is possible, else by asking for it. */
  readonly openFile: () => Promise<void>
  /** Lets go of another file that was chosen. */
  readonly dropOther: () => void
  /** Takes the transcript that was opened. */
  readonly onOpen: (view: EditorView | null) => void
}

/** Everything about the recording of the source that is read. */
export function useRecording({
  source,
  place,
  view,
}: {
  readonly source: Source
  readonly place: ReadingPlace
  readonly view: RefObject<EditorView | null>
}): RecordingDesk {
  const [player] = useState(recordingPlayer)
  const { state, allow, setOther } = useRecordingState(source)
  const times = useTimes(source, player)
  const following = useFollowing({ view, player, times, source, isOpen: state.kind === 'open' })
  const turns = useSelected(({ project }) => turnsOf(project, source.id))
  const acts = useRecordingActs({ source, state, player, times, turns, place, onPlayHere: following.goOn })
  const onTime = useLatest((at: number) => {
    const turn = openingAt(turns, at)
    if (!turn) return
    if (turn.time === undefined) acts.beginsNow(turn)
    else acts.playTurn(turn)
  })
  const [marks] = useState(() => recordingMarks(onTime))
  return {
    state,
    player,
    following,
    acts,
    allow,
    openFile: async () => {
      if (state.kind !== 'away' || (await openLinked(state.recording))) return
      setOther(await chooseAgain(state.recording))
    },
    dropOther: () => setOther(null),
    onOpen: (opened) => opened?.dispatch({ effects: StateEffect.appendConfig.of(marks) }),
  }
}

function useRecordingState(source: Source): {
  readonly state: RecordingState
  readonly allow: () => void
  readonly setOther: (other: ChosenRecording | null) => void
} {
  const open = useOpenProject()
  const { recording } = source
  const [allowed, setAllowed] = useState<string | null>(null)
  // Belongs to the recording it was chosen for: another source may be read by now.
  const [chosen, setChosen] = useState<{ readonly mark: string; readonly other: ChosenRecording } | null>(
    null,
  )
  const other = chosen && chosen.mark === recording?.mark ? chosen.other : null
  const people = useSelected(({ project }) => project.tables.participant)
  const speakers = useSelected(({ project }) => project.tables.speaker)
  const who = useMemo(
    () =>
      withdrawnVoices(
        { ...open.project, tables: { ...open.project.tables, participant: people, speaker: speakers } },
        source,
      ),
    [open, people, speakers, source],
  )
  const isClosed = who.length > 0 && allowed !== source.id
  const playable = useSyncExternalStore(onPlayable, () =>
    recording && !isClosed ? playableRecording(recording.mark) : null,
  )
  useEffect(() => {
    if (recording && !isClosed) void openLinked(recording)
  }, [recording, isClosed])
  const state = useMemo((): RecordingState => {
    if (!recording) return { kind: 'none' }
    if (isClosed) return { kind: 'withdrawn', recording, who }
    return playable
      ? { kind: 'open', recording, address: playable.address }
      : { kind: 'away', recording, other }
  }, [recording, isClosed, who, playable, other])
  return {
    state,
    allow: () => setAllowed(source.id),
    setOther: (found) => setChosen(found && recording ? { mark: recording.mark, other: found } : null),
  }
}

/** When everything of the transcript is heard, in its own times. */
function useTimes(source: Source, player: RecordingPlayer) {
  const turns = useSelected(({ project }) => turnsOf(project, source.id))
  const points = useSelected((open) => open.content(source.content)?.syncPoints)
  const { offset = 0, duration: known } = source.recording ?? {}
  const duration = usePlaying(player, (playing) => playing.duration) ?? known ?? null
  return useMemo(
    () => followTimes(turns, points, duration === null ? null : duration - offset),
    [turns, points, duration, offset],
  )
}

/** The turn that opens at a position, before one that ends there. */
function openingAt(turns: readonly Turn[], at: number): Turn | undefined {
  return turns.find((turn) => turn.label === at || turn.start === at) ?? turnAt(turns, at)
}
