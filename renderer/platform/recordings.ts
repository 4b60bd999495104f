import type { FileHandle, OpenedRecording } from '../../shared/bridge.ts'
import type { Recording } from '../../shared/model/source-entities.ts'
import { recordingKind } from '../../shared/recording/recording-kind.ts'
import { markBytes } from '../../shared/recording/recording-mark.ts'
import { sha256 } from './making.ts'

/** A recording that this window can play: what is kept of it in a project, and where it plays from. */
export interface PlayableRecording {
  readonly facts: Recording
  readonly address: string
}

/** Recordings opened since the window was, by their mark: one that several sources are the transcript of, or that is
    read again, is not asked for twice. */
const opened = new Map<string, PlayableRecording>()
const listeners = new Set<() => void>()

/** The recording with a mark, if it was opened since the window was; else null. */
export function playableRecording(mark: string): PlayableRecording | null {
  return opened.get(mark) ?? null
}

/** Calls back when a recording can be played that could not before. Gives back what ends that. */
export function onPlayable(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is known of an opened recording: its mark, how long it is, and whether it is a video, as far as this platform
    can tell. */
export async function recordingFacts(file: OpenedRecording): Promise<Recording> {
  const mark = await sha256(markBytes(file.bytes, file.first, file.last))
  const kind = recordingKind(file.name) ?? 'audio'
  const { duration, hasPicture } = await probe(file.address)
  return {
    kind: kind === 'video' && hasPicture === false ? 'audio' : kind,
    name: file.name,
    bytes: file.bytes,
    mark,
    ...(duration === null ? {} : { duration }),
  }
}

/** Keeps an opened recording for as long as the window is open, and its handle beyond that where there is one. */
export function keepPlayable(file: OpenedRecording, facts: Recording): void {
  opened.set(facts.mark, { facts, address: file.address })
  if (file.handle !== null) localStorage.setItem(handleKey(facts.mark), file.handle)
  for (const listener of listeners) listener()
}

/** How a recording was reached the last time on this machine; null where it was never kept. */
export function recordingHandle(mark: string): FileHandle | null {
  return localStorage.getItem(handleKey(mark))
}

const handleKey = (mark: string) => `loam-recording-${mark}`

/** What the platform's own player says of a recording. Null for what it does not know; a format that it cannot play is
    still linked, since another program may. */
function probe(
  address: string,
): Promise<{ readonly duration: number | null; readonly hasPicture: boolean | null }> {
  return new Promise((resolve) => {
    const player = document.createElement('video')
    player.preload = 'metadata'
    const settle = (known: boolean) => {
      clearTimeout(longest)
      const duration = known && Number.isFinite(player.duration) ? Math.round(player.duration * 1000) : null
      resolve({ duration, hasPicture: known ? player.videoWidth > 0 : null })
      player.removeAttribute('src')
      player.load()
    }
    // A damaged file may say neither; then it is linked without these facts.
    const longest = setTimeout(() => settle(false), 8_000)
    player.addEventListener('loadedmetadata', () => {
      if (Number.isFinite(player.duration)) return settle(true)
      // What browsers record says nothing of its length until its end was looked at.
      player.addEventListener('durationchange', () => Number.isFinite(player.duration) && settle(true))
      player.currentTime = 1e9
    })
    player.addEventListener('error', () => settle(false), { once: true })
    player.src = address
  })
}
