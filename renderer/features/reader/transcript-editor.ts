import { standardKeymap } from '@codemirror/commands'
import { EditorState, Prec, type StateEffect } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import type { Span } from '../../../shared/text/positions.ts'
import { draggedCode } from '../../parts/code-tree-drag.ts'
import { groupsOn } from './coding-groups.ts'
import { marginStripes } from './margin-stripes.ts'
import { noteScrolling, onLeaving } from './note-scrolling.ts'
import { type ShownGroup, shownGroups, transcriptMarks } from './transcript-marks.ts'
import { transcriptTheme } from './transcript-theme.ts'
import { translationBeside } from './translation-beside.ts'
import { translationTheme } from './translation-theme.ts'
import { translationUnder } from './translation-under.ts'
import type { TranslationActs } from './translation-words.ts'

/** What happens in a transcript, told to whoever opened it. Positions are UTF-16 units of its text. */
export interface TranscriptEvents {
  readonly onMove: (selection: Span, caret: number) => void
  readonly onPoint: (group: string | null) => void
  readonly onPress: (group: ShownGroup) => void
  /** True when the key did something. */
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly onDrop: (code: string, at: number) => void
  /** The first position on the screen, after scrolling and before leaving. */
  readonly onScroll: (at: number) => void
  /** Something is asked of a translated stretch; `at` is where its turn begins. */
  readonly onTranslation: TranslationActs['onTranslation']
}

/** Opens a text for reading and selecting. It cannot be written in, yet caret and keyboard work: the editor is
    read-only, not uneditable. */
export function openTranscript(
  parent: HTMLElement,
  text: string,
  first: readonly StateEffect<unknown>[],
  events: TranscriptEvents,
): EditorView {
  const state = EditorState.create({
    doc: text,
    extensions: [
      EditorState.readOnly.of(true),
      EditorView.cspNonce.of('loam'),
      EditorView.lineWrapping,
      // Asking each line for its direction costs several milliseconds a step, so only where a line may run from right.
      EditorView.perLineTextDirection.of(RIGHT_TO_LEFT.test(text)),
      EditorView.contentAttributes.of({
        'aria-label': 'Transcript',
        'aria-readonly': 'true',
        spellcheck: 'false',
      }),
      drawSelection({ cursorBlinkRate: 1000 }),
      transcriptTheme,
      translationTheme,
      transcriptMarks,
      marginStripes(events),
      translationUnder(events),
      translationBeside(events),
      noteScrolling(events.onScroll, onLeaving),
      Prec.highest(EditorView.domEventHandlers(handlersFor(events))),
      keymap.of(standardKeymap),
      EditorView.updateListener.of((update) => {
        if (!update.selectionSet) return
        const { from, to, head } = update.state.selection.main
        events.onMove({ start: from, end: to }, head)
      }),
    ],
  })
  return new EditorView({ parent, state: state.update({ effects: [...first] }).state })
}

/** Letters of Hebrew, Arabic and the other scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/

function handlersFor(events: TranscriptEvents) {
  return {
    keydown: (event: KeyboardEvent) => {
      const held = (event.ctrlKey || event.metaKey || event.altKey) && !event.getModifierState('AltGraph')
      if (held || event.isComposing) return false
      // What means nothing here must not reach the text, which the browser would let itself be typed into.
      return events.onKey(event) || event.key.length === 1
    },
    beforeinput: (event: InputEvent) => {
      event.preventDefault()
      return true
    },
    mousemove: (event: MouseEvent, view: EditorView) => {
      events.onPoint(event.buttons === 0 ? pointedGroup(event, view) : null)
      return false
    },
    mouseleave: () => {
      events.onPoint(null)
      return false
    },
    dragover: (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes(draggedCode)) return false
      event.preventDefault()
      return true
    },
    drop: (event: DragEvent, view: EditorView) => {
      const code = event.dataTransfer?.getData(draggedCode)
      if (!code) return false
      event.preventDefault()
      // The tree's library takes drops that reach the window for lost ones.
      event.stopPropagation()
      events.onDrop(code, view.posAtCoords({ x: event.clientX, y: event.clientY }, false))
      return true
    },
  }
}

function pointedGroup(event: MouseEvent, view: EditorView): string | null {
  if (!(event.target instanceof Element) || !event.target.closest('.c')) return null
  const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
  return at === null ? null : (groupsOn(view.state.field(shownGroups), at, at)[0]?.key ?? null)
}

/** Selects a stretch and brings it on the screen; without taking the focus. */
export function showStretch(
  view: EditorView,
  span: Span,
  where: 'center' | 'start' | 'nearest' = 'center',
): void {
  view.dispatch({
    selection: { anchor: span.start, head: span.end },
    effects: EditorView.scrollIntoView(span.start, { y: where, yMargin: where === 'start' ? 0 : 60 }),
  })
}

/** Where the selection is in the window, for what opens beside it. */
export function selectionPlace(view: EditorView): { left: number; top: number; bottom: number } {
  const { from, to } = view.state.selection.main
  const box = view.scrollDOM.getBoundingClientRect()
  const start = view.coordsAtPos(from, 1)
  const end = view.coordsAtPos(to, -1)
  const top = Math.max(box.top, start?.top ?? box.top + 80)
  const bottom = Math.min(box.bottom, end?.bottom ?? top + 28)
  return { left: Math.min(start?.left ?? box.left + 140, end?.left ?? Number.POSITIVE_INFINITY), top, bottom }
}
