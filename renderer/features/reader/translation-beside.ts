import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import { firstIndex } from '../../../shared/text/positions.ts'
import type { ShownStretch, ShownTranslation } from './shown-translation.ts'
import { blockPlace, setTranslation, shownNow } from './translation-under.ts'
import { type TranslationActs, translationWords } from './translation-words.ts'

/** Translated words in a column beside their turns, real elements for what is on the screen, inside the scroller.
    Where a translation is longer than its turn, room is left below the turn, so that each stands beside its own. */
export function translationBeside(acts: TranslationActs): Extension {
  return [rooms, ViewPlugin.define((view) => new Column(view, acts))]
}

/** Room to leave below turns, in pixels, by where the turn begins. */
const setRooms = StateEffect.define<ReadonlyMap<number, number>>()

const rooms = StateField.define<{
  readonly heights: ReadonlyMap<number, number>
  readonly drawn: DecorationSet
}>({
  create: () => ({ heights: new Map(), drawn: Decoration.none }),
  update(now, { effects, state }) {
    let changed: ReadonlyMap<number, number> | undefined
    for (const effect of effects) if (effect.is(setRooms)) changed = effect.value
    const anew = effects.some((effect) => effect.is(setTranslation))
    if (!changed && !anew) return now
    const heights = changed ?? new Map<number, number>()
    const stretches = state.field(shownNow)?.stretches ?? []
    const blocks = stretches.flatMap((stretch): readonly Range<Decoration>[] => {
      const height = heights.get(stretch.start) ?? 0
      if (height <= 0) return []
      const widget = new RoomWidget(height)
      return [Decoration.widget({ widget, block: true, side: 1 }).range(blockPlace(state, stretch))]
    })
    return { heights, drawn: Decoration.set(blocks, true) }
  },
  provide: (field) => EditorView.decorations.from(field, (now) => now.drawn),
})

class RoomWidget extends WidgetType {
  readonly height: number
  constructor(height: number) {
    super()
    this.height = height
  }
  override eq(other: RoomWidget): boolean {
    return other.height === this.height
  }
  override toDOM(): HTMLElement {
    const room = document.createElement('div')
    room.setAttribute('aria-hidden', 'true')
    room.style.height = `${this.height}px`
    return room
  }
  override get estimatedHeight(): number {
    return this.height
  }
}

/** A stretch on the screen: where its turn begins, and how high that is without the room below it. */
interface Placed {
  readonly stretch: ShownStretch
  readonly top: number
  readonly height: number
}

interface Read {
  readonly shown: ShownTranslation | null
  readonly left: number
  readonly width: number
  readonly placed: readonly Placed[]
}

class Column {
  readonly #view: EditorView
  readonly #acts: TranslationActs
  readonly #box = document.createElement('div')
  readonly #elements = new Map<number, HTMLElement>()
  #drawnFor: ShownTranslation | null = null
  #later = 0
  readonly #place = {
    key: 'translation-beside',
    read: (view: EditorView) => readPlaces(view),
    write: (read: Read) => this.#draw(read),
  }
  readonly #heights = {
    key: 'translation-heights',
    read: () => this.#roomsWanted(),
    write: (wanted: ReadonlyMap<number, number> | null) => this.#leaveRoom(wanted),
  }

  constructor(view: EditorView, acts: TranslationActs) {
    this.#view = view
    this.#acts = acts
    this.#box.className = 'translations'
    view.scrollDOM.append(this.#box)
    view.requestMeasure(this.#place)
  }

  update(update: ViewUpdate): void {
    const isTold = update.transactions.some(({ effects }) =>
      effects.some((effect) => effect.is(setTranslation) || effect.is(setRooms)),
    )
    const isShown = update.state.field(shownNow)?.place === 'beside'
    if (isTold || (isShown && (update.viewportChanged || update.geometryChanged)))
      this.#view.requestMeasure(this.#place)
  }

  destroy(): void {
    clearTimeout(this.#later)
    this.#box.remove()
  }

  #draw({ shown, left, width, placed }: Read): void {
    if (shown !== this.#drawnFor) {
      this.#drawnFor = shown
      this.#box.replaceChildren()
      this.#elements.clear()
    }
    setStyle(this.#box, 'left', `${left}px`)
    setStyle(this.#box, 'width', `${width}px`)
    const gone = new Set(this.#elements.keys())
    for (const { stretch, top } of placed) {
      gone.delete(stretch.start)
      const element = this.#elements.get(stretch.start) ?? this.#made(shown, stretch)
      setStyle(element, 'top', `${top}px`)
    }
    for (const start of gone) {
      this.#elements.get(start)?.remove()
      this.#elements.delete(start)
    }
    if (placed.length > 0) this.#view.requestMeasure(this.#heights)
  }

  #made(shown: ShownTranslation | null, stretch: ShownStretch): HTMLElement {
    const element = document.createElement('div')
    element.className = 'beside-turn'
    if (shown) element.append(translationWords(shown, stretch, this.#acts))
    this.#elements.set(stretch.start, element)
    this.#box.append(element)
    return element
  }

  /** Null where every turn has the room it needs. */
  #roomsWanted(): ReadonlyMap<number, number> | null {
    const now = this.#view.state.field(rooms).heights
    const wanted = new Map(now)
    let differs = false
    for (const { stretch, height } of readPlaces(this.#view).placed) {
      const element = this.#elements.get(stretch.start)
      if (!element) continue
      const room = Math.max(0, Math.ceil(element.offsetHeight - height))
      if (Math.abs(room - (now.get(stretch.start) ?? 0)) <= 1) continue
      wanted.set(stretch.start, room)
      differs = true
    }
    return differs ? wanted : null
  }

  /** Not at once: the view is being measured now, and must not be changed meanwhile. */
  #leaveRoom(wanted: ReadonlyMap<number, number> | null): void {
    if (!wanted) return
    clearTimeout(this.#later)
    this.#later = window.setTimeout(() => this.#view.dispatch({ effects: setRooms.of(wanted) }))
  }
}

function setStyle(element: HTMLElement, property: 'top' | 'left' | 'width', value: string): void {
  if (element.style[property] !== value) element.style[property] = value
}

const gap = 24

function readPlaces(view: EditorView): Read {
  const shown = view.state.field(shownNow)
  if (shown?.place !== 'beside') return { shown: null, left: 0, width: 0, placed: [] }
  const scroller = view.scrollDOM.getBoundingClientRect()
  const content = view.contentDOM.getBoundingClientRect()
  const line = view.contentDOM.querySelector('.cm-line')
  const room = line ? Number.parseFloat(getComputedStyle(line).paddingRight) : 0
  const offset = view.documentTop + view.scrollDOM.scrollTop - scroller.top
  const { from, to } = view.viewport
  const { stretches } = shown
  const placed: Placed[] = []
  for (let i = firstIndex(stretches, (each) => each.end > from); i < stretches.length; i++) {
    const stretch = stretches[i]
    if (!stretch || stretch.start >= to) break
    const { top } = view.lineBlockAt(stretch.start)
    const bottom = wordsBottom(view, blockPlace(view.state, stretch))
    placed.push({ stretch, top: Math.round(top + offset), height: bottom - top })
  }
  return {
    shown,
    left: content.right - scroller.left - room + gap,
    width: Math.max(120, room - roomRight(view) - gap),
    placed,
  }
}

/** The bottom of a line's words, without what is left below them. */
function wordsBottom(view: EditorView, at: number): number {
  const block = view.lineBlockAt(at)
  const parts = typeof block.type === 'number' ? [block] : block.type
  return (parts[0] ?? block).bottom
}

/** The room that stripes have at the right of everything, in pixels. */
export function roomRight(view: EditorView): number {
  return Number.parseFloat(getComputedStyle(view.contentDOM).getPropertyValue('--room-right')) || 0
}
