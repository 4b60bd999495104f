import { useCallback, useState } from 'react'
import type { Recording } from '../../../shared/model/source-entities.ts'
import styles from './recording.module.css'
import type { RecordingPlayer } from './recording-player.ts'
import {
  heardUntil,
  keepVideoHeight,
  rememberHeard,
  videoHeight,
  videoHeights,
} from './recording-settings.ts'

/** The element that plays: unseen for a sound, small and sizeable for a video. It begins where it was stopped the
    last time. */
export function RecordingMedia({
  recording: { kind, mark, name },
  address,
  player,
}: {
  readonly recording: Recording
  readonly address: string
  readonly player: RecordingPlayer
}) {
  const attach = useCallback(
    (element: HTMLMediaElement | null) => {
      if (!element) return
      player.attach(element, heardUntil(mark))
      return () => {
        const { at, duration } = player.now()
        rememberHeard(mark, duration !== null && at > duration - 500 ? 0 : at)
        player.attach(null)
      }
    },
    [player, mark],
  )
  // biome-ignore lint/a11y/useMediaCaption: the transcript stands beside it.
  if (kind === 'audio') return <audio ref={attach} src={address} preload="metadata" />
  return <SizeableVideo attach={attach} address={address} name={name} />
}

function SizeableVideo({
  attach,
  address,
  name,
}: {
  readonly attach: (element: HTMLMediaElement | null) => (() => void) | undefined
  readonly address: string
  readonly name: string
}) {
  const [height, setHeight] = useState(videoHeight)
  const resize = (to: number) => setHeight(keepVideoHeight(to))
  return (
    <div className={styles.video} style={{ height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this separator can. */}
      <div
        role="separator"
        aria-label="Height of the video"
        aria-orientation="horizontal"
        aria-valuemin={videoHeights.least}
        aria-valuemax={videoHeights.most}
        aria-valuenow={height}
        tabIndex={0}
        className={styles.edge}
        onKeyDown={(event) => {
          const by = { ArrowUp: 20, ArrowDown: -20 }[event.key]
          if (by === undefined) return
          event.preventDefault()
          resize(height + by)
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(height - event.movementY)
        }}
      />
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript stands beside it. */}
      <video
        ref={attach}
        src={address}
        aria-label={name}
        preload="metadata"
        playsInline
        disablePictureInPicture
      />
    </div>
  )
}
