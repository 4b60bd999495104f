import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { placeLabels, type Stripe } from './margin-labels.ts'
import { activeGroups, type ShownGroup, setActive, setGroups, shownGroups } from './transcript-marks.ts'
import { roomRight } from './translation-beside.ts'

/** What the margin tells: a stripe was pointed at (null: no longer), or pressed. */
export interface MarginActions {
  readonly onPoint: (key: string | null) => void
  readonly onPress: (group: ShownGroup) => void
}

const laneWidth = 8
const nameHeight = 19
const drift = 46

/** Stripes with names at the right of the text, real elements for what is on the screen, inside the scroller. */
export function marginStripes(actions: MarginActions) {
  return ViewPlugin.define((view) => new Margin(view, actions))
}

interface NamePlace {
  readonly at: number
  readonly left: number
}

interface Drawn {
  readonly left: number
  readonly stripes: readonly (Stripe & { readonly group: ShownGroup })[]
}

class Margin {
  readonly #view: EditorView
  readonly #actions: MarginActions
  readonly #box = document.createElement('div')
  readonly #elements = new Map<string, HTMLElement>()
  readonly #shown = new Map<string, ShownGroup>()
  readonly #measure = {
    key: 'margin-stripes',
    read: (view: EditorView) => readStripes(view),
    write: (drawn: Drawn) => this.#draw(drawn),
  }

  constructor(view: EditorView, actions: MarginActions) {
    this.#view = view
    this.#actions = actions
    this.#box.className = 'stripes'
    this.#box.setAttribute('aria-hidden', 'true')
    this.#box.addEventListener('mouseover', (event) => actions.onPoint(this.#groupOf(event)?.key ?? null))
    this.#box.addEventListener('mouseleave', () => actions.onPoint(null))
    this.#box.addEventListener('mousedown', (event) => {
      const group = this.#groupOf(event)
      if (!group) return
      event.preventDefault()
      this.#actions.onPress(group)
    })
    view.scrollDOM.append(this.#box)
    view.requestMeasure(this.#measure)
  }

  update(update: ViewUpdate): void {
    const effects = update.transactions.flatMap((transaction) => transaction.effects)
    const told = effects.some((effect) => effect.is(setGroups) || effect.is(setActive))
    if (told || update.viewportChanged || update.geometryChanged) this.#view.requestMeasure(this.#measure)
  }

  destroy(): void {
    this.#box.remove()
  }

  #groupOf(event: Event): ShownGroup | undefined {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null
    return element?.dataset.key === undefined ? undefined : this.#shown.get(element.dataset.key)
  }

  #draw({ left, stripes }: Drawn): void {
    const active = new Set(this.#view.state.field(activeGroups))
    const { placed, crowded } = placeLabels(stripes, nameHeight, drift)
    const before = new Set(this.#elements.keys())
    this.#shown.clear()
    setStyle(this.#box, 'left', `${left}px`)
    for (const { key, group, top, bottom } of stripes) {
      this.#shown.set(key, group)
      const isActive = active.has(key)
      const stripe = this.#element(`stripe ${key}`, before)
      setClass(stripe, isActive ? 'stripe active' : 'stripe')
      tell(stripe, group)
      setStyle(stripe, 'top', `${top}px`)
      setStyle(stripe, 'height', `${bottom - top}px`)
      setStyle(stripe, 'left', `${group.lane * laneWidth}px`)
      const at = placed.get(key)
      if (at === undefined) continue
      const left = besideStripes(stripes, at)
      this.#drawName(group, { at, left }, isActive, before)
      const leftOut = crowded.get(key)
      if (leftOut) this.#drawMore(group, leftOut, { at, left }, before)
    }
    for (const gone of before) {
      this.#elements.get(gone)?.remove()
      this.#elements.delete(gone)
    }
  }

  #drawName(group: ShownGroup, { at, left }: NamePlace, isActive: boolean, before: Set<string>): void {
    const name = this.#element(`name ${group.key}`, before)
    setClass(name, isActive ? 'stripe-name active' : 'stripe-name')
    tell(name, group)
    setStyle(name, 'top', `${at - 1}px`)
    setStyle(name, 'left', `${left}px`)
    const words = `${group.name}\n${group.signs}\n${group.initials}`
    if (name.dataset.words === words) return
    name.dataset.words = words
    const [b, i] = [document.createElement('b'), document.createElement('i')]
    b.textContent = group.name
    i.textContent = [group.signs, group.initials].filter((part) => part !== '').join(' ')
    name.replaceChildren(b, ...(i.textContent ? [i] : []))
  }

  #drawMore(group: ShownGroup, keys: readonly string[], { at, left }: NamePlace, before: Set<string>): void {
    const more = this.#element(`more ${group.key}`, before)
    setClass(more, 'stripe-more')
    setStyle(more, 'top', `${at + nameHeight - 4}px`)
    setStyle(more, 'left', `${left}px`)
    const words = `and ${keys.length} more`
    if (more.textContent !== words) more.textContent = words
    more.title = keys
      .map((key) => this.#view.state.field(shownGroups).find((each) => each.key === key)?.name ?? '')
      .join('\n')
  }

  #element(key: string, before: Set<string>): HTMLElement {
    before.delete(key)
    const known = this.#elements.get(key)
    if (known) return known
    const fresh = document.createElement('div')
    this.#elements.set(key, fresh)
    this.#box.append(fresh)
    return fresh
  }
}

/** How far right a name must stand to be clear of the stripes that pass it. */
function besideStripes(stripes: Drawn['stripes'], at: number): number {
  let lanes = 0
  for (const { top, bottom, group } of stripes) {
    if (top < at + nameHeight && bottom > at) lanes = Math.max(lanes, group.lane + 1)
  }
  return lanes * laneWidth + 5
}

/** Which group an element is of; written only when it is another, since every write costs the next frame. */
function tell(element: HTMLElement, group: ShownGroup): void {
  const title = titleOf(group)
  if (element.dataset.key === group.key && element.title === title) return
  element.dataset.key = group.key
  element.title = title
  element.style.setProperty('--h', String(group.hue))
}

function titleOf(group: ShownGroup): string {
  return group.initials ? `${group.name} (${group.initials})` : group.name
}

function setStyle(element: HTMLElement, property: 'top' | 'left' | 'height', value: string): void {
  if (element.style[property] !== value) element.style[property] = value
}

function setClass(element: HTMLElement, name: string): void {
  if (element.className !== name) element.className = name
}

/** Reads where the stripes on the screen begin and end; long ones reach past the drawn text. */
function readStripes(view: EditorView): Drawn {
  const { from, to } = view.viewport
  const scroller = view.scrollDOM.getBoundingClientRect()
  const content = view.contentDOM.getBoundingClientRect()
  const room = roomRight(view)
  const offset = view.scrollDOM.scrollTop - scroller.top
  const stripes = view.state
    .field(shownGroups)
    .filter((group) => group.start < to && group.end > from)
    .map((group) => ({
      key: group.key,
      group,
      top: lineTop(view, Math.max(group.start, from), 1, 'top', offset),
      bottom: lineTop(view, Math.min(group.end, to), -1, 'bottom', offset),
    }))
    .sort((a, b) => a.top - b.top || a.group.lane - b.group.lane)
  return { left: content.right - scroller.left - room + 18, stripes }
}

function lineTop(view: EditorView, at: number, side: 1 | -1, edge: 'top' | 'bottom', offset: number): number {
  const place = view.coordsAtPos(at, side)
  if (place) return Math.round(place[edge] + offset)
  const block = view.lineBlockAt(at)
  return Math.round(view.documentTop + offset + block[edge])
}
