import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { clockTime } from '../../../shared/exchange/label-lines.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { Recording } from '../../../shared/model/source-entities.ts'
import { readClock, signedClock, writtenClock } from '../../../shared/recording/clock-time.ts'
import { chooseAndLink, unlink } from '../../parts/link-recording.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { doneTo } from './done-to.ts'
import styles from './recording.module.css'
import { usePlaying } from './recording-player.ts'
import { setSkipLength, skipLength } from './recording-settings.ts'
import type { RecordingDesk } from './use-recording.ts'

/** What is set rarely: where the transcript begins, how far a press skips, how loud it is, and which file it is. */
export function RecordingOptions(given: {
  readonly source: Source
  readonly desk: RecordingDesk
  readonly recording: Recording
}) {
  return (
    <DialogTrigger>
      <IconButton name="Recording options">⋯</IconButton>
      <Popover placement="top end" className={styles.popover ?? ''}>
        <Dialog aria-label="Recording options" className={styles.options ?? ''}>
          {({ close }) => <Options {...given} close={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Options({
  source,
  desk,
  recording,
  close,
}: Parameters<typeof RecordingOptions>[0] & { readonly close: () => void }) {
  const open = useOpenProject()
  const [skip, setSkip] = useState(skipLength)
  const volume = usePlaying(desk.player, (playing) => playing.volume)
  return (
    <>
      <p className={styles.file}>
        {recording.name}
        <small>{factsOf(recording)}</small>
      </p>
      <Beginning recording={recording} desk={desk} close={close} />
      <Select
        label="One press skips"
        options={SKIPS}
        value={String(skip / 1000)}
        onChange={(key) => {
          setSkipLength(Number(key) * 1000)
          setSkip(skipLength())
        }}
      />
      <label className={styles.volume}>
        Volume
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(volume * 100)}
          aria-valuetext={`${Math.round(volume * 100)} percent`}
          style={doneTo(volume)}
          onChange={(event) => desk.player.setVolume(Number(event.target.value) / 100)}
        />
      </label>
      <div className={styles.ends}>
        <Button
          onPress={() => {
            close()
            void chooseAndLink(open, source)
          }}
        >
          Link another file…
        </Button>
        <Button
          look="danger"
          onPress={() => {
            close()
            void unlink(open, source)
          }}
        >
          Unlink
        </Button>
      </div>
    </>
  )
}

function Beginning({
  recording: { offset = 0 },
  desk,
  close,
}: {
  readonly recording: Recording
  readonly desk: RecordingDesk
  readonly close: () => void
}) {
  const [written, setWritten] = useState(offset < 0 ? signedClock(offset) : writtenClock(offset))
  const at = readSigned(written)
  return (
    <form
      className={styles.beginning}
      onSubmit={(event) => {
        event.preventDefault()
        if (at === null) return
        desk.acts.setOffset(at)
        close()
      }}
    >
      <div className={styles.pair}>
        <TextField
          label="The transcript begins at"
          value={written}
          onChange={setWritten}
          problem={at === null ? 'Write it as 0:12 or 1:02:03.' : undefined}
        />
        <Button type="submit" isDisabled={at === null || at === offset}>
          Set
        </Button>
      </div>
      <Button
        look="quiet"
        onPress={() => {
          desk.acts.alignHere()
          close()
        }}
      >
        So that the turn at the caret is now
      </Button>
    </form>
  )
}

const SKIPS = Array.from({ length: 10 }, (_, i) => ({
  key: String(i + 1),
  label: i === 0 ? '1 second' : `${i + 1} seconds`,
}))

function readSigned(written: string): number | null {
  const [, minus, rest = ''] = /^\s*([−-]?)(.*)$/.exec(written) ?? []
  const time = readClock(rest)
  return time === null ? null : minus ? -time : time
}

function factsOf({ duration, bytes }: Recording): string {
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
  return duration === undefined ? size : `${clockTime(duration)} · ${size}`
}
