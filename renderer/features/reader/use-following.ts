import type { EditorView } from '@codemirror/view'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Source } from '../../../shared/model/entities.ts'
import { type FollowTimes, heardAt } from '../../../shared/recording/follow-times.ts'
import { type HeardMark, isSameMark, markOf, setHeard } from './recording-marks.ts'
import type { RecordingPlayer } from './recording-player.ts'

/** Following a recording along its transcript. */
export interface Following {
  readonly isOn: boolean
  readonly set: (isOn: boolean) => void
  /** True while somebody scrolled away by hand: the mark goes on, the page stays. */
  readonly isAway: boolean
  /** Comes back to where it plays. */
  readonly goOn: () => void
}

/** Marks what is heard and keeps it on the screen. Scrolling by hand comes first: from then on the page stays where it
    is until somebody asks to come back. */
export function useFollowing({
  view,
  player,
  times,
  source,
  isOpen,
}: {
  readonly view: RefObject<EditorView | null>
  readonly player: RecordingPlayer
  readonly times: FollowTimes
  readonly source: Source
  readonly isOpen: boolean
}): Following {
  const [isOn, setOn] = useState(() => localStorage.getItem(KEY) !== 'off')
  const [isAway, setAway] = useState(false)
  const away = useRef(false)
  const leave = (is: boolean) => {
    away.current = is
    setAway(is)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another source begins anew.
  useEffect(() => leave(false), [source.id])
  const offset = source.recording?.offset ?? 0
  const follows = isOpen && isOn
  useEffect(() => {
    if (!follows) return
    let drawn: HeardMark | null = null
    let on: EditorView | null = null
    let before = player.now().at
    const step = () => {
      const { at, isPlaying } = player.now()
      const heard = heardAt(times, at - offset)
      const mark = markOf(heard)
      if (view.current && (on !== view.current || !isSameMark(mark, drawn)))
        view.current.dispatch({ effects: setHeard.of(mark) })
      drawn = mark
      on = view.current
      const isMoved = isPlaying || Math.abs(at - before) > 900
      before = at
      if (view.current && heard && isMoved && !away.current) keepOnScreen(view.current, heard.near)
    }
    step()
    const end = player.subscribe(step)
    return () => {
      end()
      on?.dispatch({ effects: setHeard.of(null) })
    }
  }, [follows, times, offset, player, view])
  useEffect(() => {
    const scroller = view.current?.scrollDOM
    if (!follows || !scroller) return
    return onScrollByHand(scroller, () => {
      if (player.now().isPlaying) leave(true)
    })
  })
  return {
    isOn,
    isAway: follows && isAway,
    set: (on) => {
      localStorage.setItem(KEY, on ? 'on' : 'off')
      setOn(on)
      leave(false)
    },
    goOn: () => {
      leave(false)
      const heard = follows ? heardAt(times, player.now().at - offset) : null
      if (heard && view.current) keepOnScreen(view.current, heard.near)
    },
  }
}

const KEY = 'loam-follow'

/** Scrolls when a position comes near the foot of the page or is off it, to a quarter below the top: so it is not the
    page that moves with every line. Only the text moves: the editor's own way would scroll what is around it too. */
function keepOnScreen(view: EditorView, at: number): void {
  const { scrollDOM } = view
  const box = scrollDOM.getBoundingClientRect()
  const position = Math.min(at, view.state.doc.length)
  const line = view.lineBlockAt(position)
  // Off the screen a long line's height is a guess: its middle comes right at the next look.
  const place = view.coordsAtPos(position) ?? {
    top: view.documentTop + line.top,
    bottom: view.documentTop + line.top,
  }
  if (place.top > box.top + 8 && place.bottom < box.bottom - box.height * 0.18) return
  scrollDOM.scrollTop += place.top - box.top - box.height * 0.25
}

/** Wheel, finger, scroll bar and the keys that page: what only a person does. */
function onScrollByHand(scroller: HTMLElement, tell: () => void): () => void {
  const ending = new AbortController()
  const options = { signal: ending.signal, passive: true }
  scroller.addEventListener('wheel', tell, options)
  scroller.addEventListener('touchmove', tell, options)
  scroller.addEventListener(
    'pointerdown',
    (event) => {
      const isBar = event.target === scroller && event.offsetX >= scroller.clientWidth
      if (isBar) tell()
    },
    options,
  )
  scroller.addEventListener(
    'keydown',
    (event) => {
      if (SCROLLING.has(event.key)) tell()
    },
    { ...options, capture: true },
  )
  return () => ending.abort()
}

const SCROLLING: ReadonlySet<string> = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'])
