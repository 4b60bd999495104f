import { useSyncExternalStore } from 'react'

/** What a player does now. Times are milliseconds of the recording. */
export interface Playing {
  readonly at: number
  /** Null until it is known, and where the file does not say. */
  readonly duration: number | null
  readonly isPlaying: boolean
  readonly rate: number
  readonly volume: number
  /** True once the platform said that it cannot play this file. */
  readonly cannot: boolean
}

/** Plays one recording. A small store, so that playing draws what shows the time anew and nothing else. */
export interface RecordingPlayer {
  readonly now: () => Playing
  readonly subscribe: (listener: () => void) => () => void
  /** Takes the element that plays, and lets it go with null. It begins where `start` says. */
  readonly attach: (element: HTMLMediaElement | null, start?: number) => void
  readonly toggle: () => void
  readonly seek: (at: number) => void
  readonly playFrom: (at: number) => void
  /** Goes on (or back, below nothing) by so many milliseconds. */
  readonly skip: (by: number) => void
  /** Takes the next faster (1) or slower (−1) rate. */
  readonly changeRate: (by: 1 | -1) => void
  readonly setRate: (rate: number) => void
  readonly setVolume: (volume: number) => void
}

/** Rates that can be chosen, slowest first. */
export const rates: readonly number[] = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]

/** How often the time is told while playing, in milliseconds: finely enough for single words. */
const TOLD_EVERY = 100

/** Makes a player without a recording. */
export function recordingPlayer(): RecordingPlayer {
  const listeners = new Set<() => void>()
  let now: Playing = { at: 0, duration: null, isPlaying: false, rate: 1, volume: 1, cannot: false }
  let element: HTMLMediaElement | null = null
  let listening = new AbortController()
  let ticking: number | undefined
  const set = (changes: Partial<Playing>) => {
    now = { ...now, ...changes }
    for (const listener of listeners) listener()
  }
  const tell = () => {
    if (!element) return
    const { currentTime, duration, paused } = element
    set({
      at: currentTime * 1000,
      duration: Number.isFinite(duration) && duration > 0 ? duration * 1000 : null,
      isPlaying: !paused,
    })
    clearInterval(ticking)
    if (!paused)
      ticking = window.setInterval(() => set({ at: (element?.currentTime ?? 0) * 1000 }), TOLD_EVERY)
  }
  const play = () => void element?.play().catch(() => tell())
  const seek = (at: number) => {
    if (!element) return
    const end = now.duration ?? Number.POSITIVE_INFINITY
    element.currentTime = Math.min(Math.max(0, at), end) / 1000
    tell()
  }
  const setRate = (rate: number) => {
    if (element) element.playbackRate = rate
    set({ rate })
  }
  return {
    now: () => now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attach: (next, start = 0) => {
      listening.abort()
      clearInterval(ticking)
      element?.pause()
      element = next
      set({ at: start, duration: null, isPlaying: false, cannot: false })
      if (!next) return
      listening = new AbortController()
      const { signal } = listening
      for (const event of TELLING) next.addEventListener(event, tell, { signal })
      next.addEventListener('error', () => set({ cannot: true, isPlaying: false }), { signal })
      next.defaultPlaybackRate = now.rate
      next.playbackRate = now.rate
      next.volume = now.volume
      if (start > 0) next.currentTime = start / 1000
    },
    toggle: () => (now.isPlaying ? element?.pause() : play()),
    seek,
    playFrom: (at) => {
      seek(at)
      play()
    },
    skip: (by) => seek(now.at + by),
    changeRate: (by) => {
      const i = rates.findIndex((rate) => rate >= now.rate)
      setRate(rates[i + by] ?? now.rate)
    },
    setRate,
    setVolume: (volume) => {
      if (element) element.volume = volume
      set({ volume })
    },
  }
}

const TELLING = [
  'play',
  'pause',
  'ended',
  'seeked',
  'durationchange',
  'loadedmetadata',
  'timeupdate',
] as const

/** One part of what a player does; draws anew only when that part is another value. */
export function usePlaying<T>(player: RecordingPlayer, select: (playing: Playing) => T): T {
  return useSyncExternalStore(player.subscribe, () => select(player.now()))
}
