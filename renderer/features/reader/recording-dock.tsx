import type { KeyboardEvent } from 'react'
import type { Source } from '../../../shared/model/entities.ts'
import { chooseAndLink, linkChosen } from '../../parts/link-recording.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { readerAct } from './reader-keys.ts'
import styles from './recording.module.css'
import { RecordingBar } from './recording-bar.tsx'
import { RecordingMedia } from './recording-media.tsx'
import { usePlaying } from './recording-player.ts'
import type { RecordingState } from './recording-state.ts'
import type { RecordingDesk } from './use-recording.ts'

/** The recording at the foot of the transcript: its player, or what keeps it from playing. Nothing where none is
    linked. */
export function RecordingDock({
  source,
  recording,
  onDone,
}: {
  readonly source: Source
  readonly recording: RecordingDesk
  /** Goes on in the text. */
  readonly onDone: () => void
}) {
  const { state, following, player } = recording
  const cannot = usePlaying(player, (playing) => playing.cannot)
  if (state.kind === 'none') return null
  const onKeyDown = (event: KeyboardEvent) => {
    // What opens above the page is inside for React only.
    if (!(event.target instanceof Node && event.currentTarget.contains(event.target))) return
    if (event.key === 'Escape') onDone()
    if (event.ctrlKey || event.metaKey || event.altKey || writesIn(event.target)) return
    const act = readerAct(event.key)
    if (act?.kind === 'recording' && recording.acts.run(act.act)) event.preventDefault()
  }
  return (
    <section aria-label="Recording" className={styles.dock} onKeyDown={onKeyDown}>
      {following.isAway ? (
        <div className={styles.back}>
          <Button onPress={following.goOn}>Back to where it plays</Button>
        </div>
      ) : null}
      {state.kind === 'open' ? (
        <RecordingMedia
          key={state.address}
          recording={state.recording}
          address={state.address}
          player={player}
        />
      ) : null}
      {state.kind === 'open' && !cannot ? (
        <RecordingBar source={source} desk={recording} recording={state.recording} />
      ) : (
        <NotPlaying source={source} desk={recording} state={state} />
      )}
    </section>
  )
}

function NotPlaying({
  source,
  desk,
  state,
}: {
  readonly source: Source
  readonly desk: RecordingDesk
  readonly state: Exclude<RecordingState, { kind: 'none' }>
}) {
  const open = useOpenProject()
  const { name } = state.recording
  const linkAnother = (
    <Button look="quiet" onPress={() => void chooseAndLink(open, source)}>
      Link another file…
    </Button>
  )
  if (state.kind === 'withdrawn')
    return (
      <p className={styles.line}>
        <span>
          {state.who.map((person) => person.pseudonym).join(' and ')} withdrew from the inquiry, so {name}{' '}
          stays closed.
        </span>
        <Button onPress={desk.allow}>Open it all the same</Button>
      </p>
    )
  if (state.kind === 'open')
    return (
      <p className={styles.line} role="alert">
        <span>
          {name} cannot be played here. Save it as MP3, M4A or WAV in the program that made it, or in a free
          one such as VLC, and link that file.
        </span>
        {linkAnother}
      </p>
    )
  const { other } = state
  if (other)
    return (
      <p className={styles.line} role="alert">
        <span>
          {other.facts.name === name
            ? `This ${name} is another file than the one that was linked: ${sizes(other.facts.bytes, state.recording.bytes)}.`
            : `${other.facts.name} is not the file that was linked: that was ${name}.`}
        </span>
        <Button
          onPress={() => {
            desk.dropOther()
            void linkChosen(open, source, other)
          }}
        >
          Use it all the same
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            desktop().closeRecording(other.file.address)
            desk.dropOther()
          }}
        >
          Leave it
        </Button>
      </p>
    )
  return (
    <p className={styles.line}>
      <span title={name}>{shortened(name)} is not open. It is not kept in the project.</span>
      <Button onPress={() => void desk.openFile()}>Choose {shortened(name)} again</Button>
      {linkAnother}
    </p>
  )
}

/** A name that fits on a button: of a long one its beginning and its end, where recorders put dates and numbers. */
function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 20).trimEnd()}…${name.slice(-16).trimStart()}` : name
}

function sizes(chosen: number, linked: number): string {
  return chosen === linked
    ? 'its sound differs'
    : `it has ${chosen.toLocaleString('en')} bytes, not ${linked.toLocaleString('en')}`
}

/** A slider keeps the keys that move it, a list those that find in it. */
function writesIn(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'range'
}
