import { setRecordingOffset } from '../../../shared/commands/link-recording.ts'
import { setTurnTime } from '../../../shared/commands/set-turn-time.ts'
import { clockTime } from '../../../shared/exchange/label-lines.ts'
import type { Source, Turn } from '../../../shared/model/entities.ts'
import { signedClock } from '../../../shared/recording/clock-time.ts'
import { type FollowTimes, timeOfPlace } from '../../../shared/recording/follow-times.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import type { ReadingPlace } from './reading-place.ts'
import type { RecordingPlayer } from './recording-player.ts'
import { type RecordingAct, skipLength } from './recording-settings.ts'
import type { RecordingState } from './recording-state.ts'
import { turnAt } from './transcript-lines.ts'

/** What can be done with the recording from the transcript. */
export interface RecordingActs {
  /** Does what a key asks for; false where no recording is linked, so that the key keeps its other meaning. */
  readonly run: (act: RecordingAct) => boolean
  /** Plays from a turn's beginning, or from a finer time before a position in it. */
  readonly playTurn: (turn: Turn, position?: number) => void
  /** Says that a turn begins at this moment of the recording. */
  readonly beginsNow: (turn: Turn) => void
  /** Sets a turn's time, in milliseconds of the transcript; null takes it away. */
  readonly setTime: (turn: Turn, time: number | null) => void
  /** Says where in the recording the transcript begins, in milliseconds. */
  readonly setOffset: (offset: number) => void
  /** Moves the transcript so that the turn at the caret begins at this moment. */
  readonly alignHere: () => void
  /** This moment in the transcript's own times; null while nothing is open. */
  readonly now: () => number | null
}

/** Keys, margin and menus do these. */
export function useRecordingActs({
  source,
  state,
  player,
  times,
  turns,
  place,
  onPlayHere,
}: {
  readonly source: Source
  readonly state: RecordingState
  readonly player: RecordingPlayer
  readonly times: FollowTimes
  readonly turns: readonly Turn[]
  readonly place: ReadingPlace
  readonly onPlayHere: () => void
}): RecordingActs {
  const open = useOpenProject()
  const commit = useCommit()
  const offset = source.recording?.offset ?? 0
  const here = () => turnAt(turns, place.now().selection.start)
  const now = () => (state.kind === 'open' ? player.now().at - offset : null)
  const playTurn = (turn: Turn, position = turn.start) => {
    const found = timeOfPlace(times, turn, position)
    if (!found) return tell('No time is known for this turn. Set it where the recording is now, with =.')
    player.playFrom(found.time + offset)
    onPlayHere()
    if (found.isEstimated) tell('This turn has no time of its own: where it begins is estimated.')
  }
  const setTime = (turn: Turn, time: number | null) => {
    const { gesture, warning } = setTurnTime(open.project, source.id, turn.id, time)
    if (!gesture) return
    void commit(gesture)
    if (time !== null) tell(warning ?? `This turn begins at ${clockTime(time)}.`)
  }
  const beginsNow = (turn: Turn) => {
    const at = now()
    if (at === null) return
    if (at >= 0) setTime(turn, at)
    else tell(`The transcript begins at ${clockTime(offset)}, and the recording is not there yet.`)
  }
  const setOffset = (to: number) => {
    const gesture = setRecordingOffset(open.project, source.id, to)
    if (!gesture) return
    void commit(gesture)
    tell(`The transcript begins at ${signedClock(to)} of the recording.`)
  }
  const alignHere = () => {
    const turn = here()
    const at = turn === turns[0] ? (turn?.time ?? 0) : turn?.time
    if (at === undefined) tell('Put the caret in a turn that has a time first.')
    else setOffset(Math.round(player.now().at - at))
  }
  const run = (act: RecordingAct): boolean => {
    if (state.kind === 'none') return false
    const caret = here()
    if (state.kind !== 'open') tell('The recording is not open: see at the foot of the page.')
    else if (act === 'play') player.toggle()
    else if (act === 'back') player.skip(-skipLength())
    else if (act === 'on') player.skip(skipLength())
    else if (act === 'slower' || act === 'faster') {
      player.changeRate(act === 'faster' ? 1 : -1)
      tell(`Plays ${player.now().rate} times as fast.`)
    } else if (!caret) tell('Put the caret in a turn first.')
    else if (act === 'here') playTurn(caret, place.now().selection.start)
    else beginsNow(caret)
    return true
  }
  return { run, playTurn, beginsNow, setTime, setOffset, alignHere, now }
}

function tell(text: string): void {
  say({ kind: 'done', text })
}
