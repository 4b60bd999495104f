import { type Extension, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { Span } from '../../../shared/text/positions.ts'
import type { CodingGroup } from './coding-groups.ts'
import type { TranscriptLine } from './transcript-lines.ts'

/** Passages that are under a rule of their own, or that a memo is about. */
export interface PassageSign extends Span {
  readonly kind: 'restricted' | 'noted' | 'found'
  readonly title: string
}

/** A group with what is needed to draw it. */
export interface ShownGroup extends CodingGroup {
  readonly name: string
  readonly hue: number
  /** Initials of its coders, where there is more than one in the project; else empty. */
  readonly initials: string
  readonly signs: string
}

export const setLines = StateEffect.define<readonly TranscriptLine[]>()
export const setGroups = StateEffect.define<readonly ShownGroup[]>()
export const setSigns = StateEffect.define<readonly PassageSign[]>()
/** Keys of the groups to bring out: those the caret or the mouse is on. */
export const setActive = StateEffect.define<readonly string[]>()

/** The groups shown now, for whoever draws the margin. */
export const shownGroups = StateField.define<readonly ShownGroup[]>({
  create: () => [],
  update: (groups, transaction) => lastOf(transaction.effects, setGroups) ?? groups,
})

/** Keys of the groups brought out. */
export const activeGroups = StateField.define<readonly string[]>({
  create: () => [],
  update: (active, transaction) => lastOf(transaction.effects, setActive) ?? active,
})

const lineMarks = StateField.define<{ readonly all: DecorationSet; readonly labels: DecorationSet }>({
  create: () => ({ all: Decoration.none, labels: Decoration.none }),
  update(marks, transaction) {
    const lines = lastOf(transaction.effects, setLines)
    return lines ? drawLines(lines) : marks
  },
  provide: (field) => [
    EditorView.decorations.from(field, (marks) => marks.all),
    EditorView.atomicRanges.of((view) => view.state.field(field).labels),
  ],
})

const codingMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const groups = lastOf(transaction.effects, setGroups)
    return groups ? Decoration.set(groups.map(drawGroup), true) : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

const activeMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    if (!transaction.effects.some((effect) => effect.is(setActive) || effect.is(setGroups))) return marks
    const active = new Set(transaction.state.field(activeGroups))
    const groups = transaction.state.field(shownGroups).filter((group) => active.has(group.key))
    return Decoration.set(groups.map(drawActive), true)
  },
  provide: (field) => EditorView.decorations.from(field),
})

const signMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const signs = lastOf(transaction.effects, setSigns)
    return signs ? Decoration.set(signs.filter((sign) => sign.start < sign.end).map(drawSign), true) : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** Everything drawn in the text itself. */
export const transcriptMarks: Extension = [
  shownGroups,
  activeGroups,
  lineMarks,
  codingMarks,
  activeMarks,
  signMarks,
]

function lastOf<V>(
  effects: readonly StateEffect<unknown>[],
  kind: ReturnType<typeof StateEffect.define<V>>,
): V | undefined {
  let last: V | undefined
  for (const effect of effects) if (effect.is(kind)) last = effect.value
  return last
}

function drawLines(lines: readonly TranscriptLine[]): { all: DecorationSet; labels: DecorationSet } {
  const all: Range<Decoration>[] = []
  const labels: Range<Decoration>[] = []
  const begin = (
    { who, time, label, isTimed = false }: NonNullable<TranscriptLine['opens']>,
    isWithin: boolean,
  ) => {
    const widget = new WhoWidget(who, time, isWithin, isTimed)
    const hides = label.start < label.end
    const beside = hides
      ? Decoration.replace({ widget }).range(label.start, label.end)
      : Decoration.widget({ widget, side: -1 }).range(label.start)
    all.push(beside)
    if (hides) labels.push(beside)
  }
  for (const line of lines) {
    all.push(lineLook(line).range(line.at))
    if (line.opens) begin(line.opens, false)
    for (const turn of line.within ?? []) {
      begin(turn, true)
      if (turn.label.end < turn.end) all.push(voices[turn.look].range(turn.label.end, turn.end))
    }
  }
  return { all: Decoration.set(all, true), labels: RangeSet.of(labels, true) }
}

function lineLook({ look, opens, paragraph }: TranscriptLine): Decoration {
  const place = look === 'blank' ? '' : opens ? ' opens' : ' para'
  return Decoration.line({
    class: look + place,
    // Each line reads in the direction of its own first word.
    attributes: { dir: 'auto', ...(paragraph === undefined ? {} : { 'data-n': String(paragraph) }) },
  })
}

/** The words of a turn that begins within a line; the line's own look is that of its first words. */
const voices = {
  say: Decoration.mark({ class: 'voice-say' }),
  ask: Decoration.mark({ class: 'voice-ask' }),
} as const

/** Who speaks, in the column of names. Within a line it breaks the line first. */
class WhoWidget extends WidgetType {
  readonly who: string
  readonly time: string
  readonly isWithin: boolean
  readonly isTimed: boolean
  constructor(who: string, time: string, isWithin: boolean, isTimed: boolean) {
    super()
    this.isTimed = isTimed
    this.who = who
    this.time = time
    this.isWithin = isWithin
  }
  override eq(other: WhoWidget): boolean {
    return (
      other.who === this.who &&
      other.time === this.time &&
      other.isWithin === this.isWithin &&
      other.isTimed === this.isTimed
    )
  }
  override toDOM(): HTMLElement {
    const beside = this.#name()
    if (!this.isWithin) return beside
    const gap = document.createElement('span')
    gap.className = 'gap'
    gap.append(beside)
    return gap
  }
  #name(): HTMLElement {
    const beside = document.createElement('span')
    beside.className = 'who'
    // A direction of its own, so that a name does not decide that of the words.
    beside.dir = 'auto'
    beside.textContent = this.who
    if (this.isTimed) beside.append(timeButton(this.time))
    else if (this.time) {
      const time = document.createElement('time')
      time.textContent = this.time
      beside.append(time)
    }
    return beside
  }
  /** The caret at a turn's beginning stands at its first word, not in the column of names. */
  override coordsAt(beside: HTMLElement) {
    const line = beside.closest('.cm-line')
    if (!line) return null
    const box = line.getBoundingClientRect()
    const style = getComputedStyle(line)
    const left = box.left + Number.parseFloat(style.paddingLeft)
    const top = this.isWithin
      ? beside.getBoundingClientRect().bottom
      : box.top + Number.parseFloat(style.paddingTop)
    return { left, right: left, top, bottom: top + Number.parseFloat(style.lineHeight) }
  }
  override ignoreEvent(): boolean {
    return false
  }
}

/** A turn's time to press: it plays from there, or (where there is none yet) sets it to this moment. The keys of the
    text do the same. */
function timeButton(time: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.className = time ? 'time' : 'time missing'
  button.textContent = time || 'set time'
  button.title = time ? `Play from ${time}` : 'Set time to this moment'
  button.setAttribute('aria-label', button.title)
  return button
}

function drawGroup(group: ShownGroup): Range<Decoration> {
  return washOf(group.hue).range(group.start, group.end)
}

const washes = new Map<number, Decoration>()

function washOf(hue: number): Decoration {
  const known = washes.get(hue)
  if (known) return known
  // Inclusive of nothing at its ends, and never joined with a neighbour of the same colour.
  const wash = Decoration.mark({ class: 'c', attributes: { style: `--h: ${hue}` } })
  washes.set(hue, wash)
  return wash
}

function drawActive(group: ShownGroup): Range<Decoration> {
  return Decoration.mark({ class: 'c-active', attributes: { style: `--h: ${group.hue}` } }).range(
    group.start,
    group.end,
  )
}

function drawSign({ kind, title, start, end }: PassageSign): Range<Decoration> {
  return Decoration.mark({ class: kind, ...(title ? { attributes: { title } } : {}) }).range(start, end)
}
