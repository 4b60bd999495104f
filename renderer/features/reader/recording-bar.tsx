import { ToggleButton } from 'react-aria-components'
import { clockTime } from '../../../shared/exchange/label-lines.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { Recording } from '../../../shared/model/source-entities.ts'
import { spokenClock } from '../../../shared/recording/clock-time.ts'
import { counted } from '../../../shared/text/counted.ts'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { doneTo } from './done-to.ts'
import styles from './recording.module.css'
import { RecordingOptions } from './recording-options.tsx'
import { type RecordingPlayer, rates, usePlaying } from './recording-player.ts'
import { skipLength } from './recording-settings.ts'
import type { RecordingDesk } from './use-recording.ts'

/** Plays, skips, seeks, sets the rate, and follows. */
export function RecordingBar({
  source,
  desk,
  recording,
}: {
  readonly source: Source
  readonly desk: RecordingDesk
  readonly recording: Recording
}) {
  const { player, following, acts } = desk
  const seconds = skipLength() / 1000
  const skipped = counted(seconds, 'second')
  return (
    <div className={styles.bar}>
      <div className={styles.keys}>
        <IconButton name={`Back ${skipped}`} onPress={() => acts.run('back')}>
          <span className={styles.skip}>−{seconds}</span>
        </IconButton>
        <PlayButton player={player} />
        <IconButton name={`Forward ${skipped}`} onPress={() => acts.run('on')}>
          <span className={styles.skip}>+{seconds}</span>
        </IconButton>
      </div>
      <Position desk={desk} known={recording.duration ?? null} />
      <div className={styles.choices}>
        <Rate player={player} />
        <ToggleButton className={styles.toggle ?? ''} isSelected={following.isOn} onChange={following.set}>
          {({ isSelected }) => (
            <>
              <span aria-hidden="true">{isSelected ? '✓' : ''}</span> Follow
            </>
          )}
        </ToggleButton>
        <RecordingOptions source={source} desk={desk} recording={recording} />
      </div>
    </div>
  )
}

function PlayButton({ player }: { readonly player: RecordingPlayer }) {
  const isPlaying = usePlaying(player, (playing) => playing.isPlaying)
  return (
    <span className={styles.play}>
      <IconButton name={isPlaying ? 'Pause' : 'Play'} onPress={player.toggle}>
        <svg aria-hidden="true" viewBox="0 0 16 16" width="16" height="16" fill="currentColor">
          {isPlaying ? <path d="M3.5 2.5h3v11h-3zM9.5 2.5h3v11h-3z" /> : <path d="M4 2.2v11.6L13.6 8z" />}
        </svg>
      </IconButton>
    </span>
  )
}

/** A native slider: arrows move it by a second, Page Up and Down by a tenth. */
function Position({
  desk: { player, following },
  known,
}: {
  readonly desk: RecordingDesk
  readonly known: number | null
}) {
  const second = usePlaying(player, (playing) => Math.floor(playing.at / 1000))
  const duration = usePlaying(player, (playing) => playing.duration) ?? known
  const at = second * 1000
  const end = Math.max(1, Math.ceil((duration ?? at) / 1000))
  const shown = duration === null ? clockTime(at) : `${clockTime(at)} of ${clockTime(duration)}`
  const said = duration === null ? spokenClock(at) : `${spokenClock(at)} of ${spokenClock(duration)}`
  return (
    <div className={styles.position}>
      <input
        type="range"
        aria-label="Position in the recording"
        aria-valuetext={said}
        min={0}
        max={end}
        step={1}
        value={second}
        disabled={duration === null}
        onChange={(event) => {
          player.seek(Number(event.target.value) * 1000)
          following.goOn()
        }}
        style={doneTo(second / end)}
      />
      <span className={styles.time}>{shown}</span>
    </div>
  )
}

function Rate({ player }: { readonly player: RecordingPlayer }) {
  const rate = usePlaying(player, (playing) => playing.rate)
  return (
    <Select
      label="Rate"
      hideLabel
      options={rates.map((each) => ({ key: String(each), label: `${each}×` }))}
      value={String(rate)}
      onChange={(key) => player.setRate(Number(key))}
    />
  )
}
