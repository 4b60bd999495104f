import { type Extension, type Range, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Heard } from '../../../shared/recording/follow-times.ts'
import type { Span } from '../../../shared/text/positions.ts'

/** What the recording says now, as it is marked: a turn, and the part of it that is heard where that is known. */
export interface HeardMark {
  readonly turn: Span
  readonly stretch: Span | null
  readonly isEstimated: boolean
}

/** The mark for what is heard; null where nothing is. */
export function markOf(heard: Heard | null): HeardMark | null {
  if (!heard) return null
  const { turn, stretch, isEstimated } = heard
  // A label on a line of its own is drawn as one line with the words below it.
  return { turn: { start: turn.label, end: turn.end }, stretch, isEstimated }
}

/** True when two marks are drawn alike. */
export function isSameMark(a: HeardMark | null, b: HeardMark | null): boolean {
  if (!a || !b) return a === b
  return (
    a.turn.start === b.turn.start &&
    a.stretch?.start === b.stretch?.start &&
    a.stretch?.end === b.stretch?.end &&
    a.isEstimated === b.isEstimated
  )
}

export const setHeard = StateEffect.define<HeardMark | null>()

const heardMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setHeard)) return draw(effect.value, transaction.state.doc)
    return marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** A bar beside the turn that is heard (broken where its time is only estimated) and a line under the words that are:
    shapes, not colours alone. */
const heardTheme = EditorView.theme({
  '.cm-line.heard::after': {
    content: '""',
    position: 'absolute',
    left: 'calc(var(--room-left) - 11px)',
    top: '4px',
    bottom: '2px',
    width: '4px',
    borderRadius: '2px',
    background: 'var(--accent)',
  },
  '.cm-line.heard.opens::after': { top: '21px' },
  '.cm-line.heard.estimated::after': {
    borderRadius: '0',
    background: 'repeating-linear-gradient(to bottom, var(--accent) 0 6px, transparent 6px 10px)',
  },
  '.heard-words': {
    textDecoration: 'underline solid var(--accent) 2px',
    textUnderlineOffset: '5px',
    textDecorationSkipInk: 'none',
  },
  '.who .time': {
    display: 'block',
    width: '100%',
    padding: '0',
    border: '0',
    background: 'none',
    textAlign: 'right',
    font: '400 12px/1.5 var(--face-ui)',
    fontVariantNumeric: 'tabular-nums',
    color: 'var(--ink-3)',
    cursor: 'pointer',
  },
  '.who .time:hover': { color: 'var(--accent)', textDecoration: 'underline', textUnderlineOffset: '2px' },
  '.who .time.missing': {
    fontSize: '11.5px',
    textDecoration: 'underline dotted',
    textUnderlineOffset: '3px',
    // Offered where somebody is: beside every turn it would speak louder than the names.
    opacity: '0',
    background: 'var(--paper)',
  },
  '.cm-line:hover .who .time.missing, .cm-line.heard .who .time.missing, .who .time.missing:focus-visible': {
    opacity: '1',
    position: 'relative',
    zIndex: '1',
  },
})

/** Marks what is heard, and tells when a time beside the text is pressed: the position where its turn begins. */
export function recordingMarks(onTime: (at: number) => void): Extension {
  return [
    heardMarks,
    heardTheme,
    EditorView.domEventHandlers({
      // The caret and the focus stay where they are.
      mousedown: (event) => {
        if (!timeIn(event)) return false
        event.preventDefault()
        return true
      },
      click: (event, view) => {
        const time = timeIn(event)
        if (!time) return false
        onTime(view.posAtDOM(time))
        return true
      },
    }),
  ]
}

function timeIn(event: Event): Element | null {
  return event.target instanceof Element ? event.target.closest('.who .time') : null
}

function draw(mark: HeardMark | null, doc: EditorView['state']['doc']): DecorationSet {
  if (!mark) return Decoration.none
  const { turn, stretch, isEstimated } = mark
  const drawn: Range<Decoration>[] = []
  const line = isEstimated ? estimatedLine : heardLine
  for (let at = Math.min(turn.start, doc.length); at <= Math.min(turn.end, doc.length); ) {
    const { from, to } = doc.lineAt(at)
    drawn.push(line.range(from))
    at = to + 1
  }
  if (stretch && stretch.start < Math.min(stretch.end, doc.length))
    drawn.push(heardWords.range(stretch.start, Math.min(stretch.end, doc.length)))
  return Decoration.set(drawn, true)
}

const heardLine = Decoration.line({ class: 'heard' })
const estimatedLine = Decoration.line({ class: 'heard estimated' })
const heardWords = Decoration.mark({ class: 'heard-words' })
