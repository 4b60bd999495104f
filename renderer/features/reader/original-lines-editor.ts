import { standardKeymap } from '@codemirror/commands'
import { EditorState, RangeSetBuilder, StateEffect, StateField, Text } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view'

/** A file's lines as they are looked at: read, searched through and copied from, never written in. Only the lines in
    sight are drawn, however many there are. */
export interface ShownLines {
  /** How a screen reader calls the lines. */
  readonly name: string
  readonly lines: readonly string[]
  /** What stands beside a line (from 1) in place of its number. */
  readonly beside?: ((line: number) => string) | undefined
  readonly face: 'mono' | 'read'
}

/** A place in the lines: the line from 1, the column from 0 in UTF-16 units. */
export interface LinePlace {
  readonly line: number
  readonly column: number
}

/** Opens lines for looking at. */
export function openLines(parent: HTMLElement, { name, lines, beside, face }: ShownLines): EditorView {
  const numbers = beside ? lineNumbers({ formatNumber: (line) => beside(line) }) : lineNumbers()
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: Text.of(lines.length > 0 ? [...lines] : ['']),
      extensions: [
        EditorState.readOnly.of(true),
        EditorView.cspNonce.of('loam'),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': name,
          'aria-readonly': 'true',
          tabindex: '0',
          spellcheck: 'false',
        }),
        EditorView.editorAttributes.of({ class: face }),
        drawSelection(),
        numbers,
        markedLines,
        linesTheme,
        keymap.of(standardKeymap),
      ],
    }),
  })
}

/** Marks stretches of the lines, each from a place to before another, and brings the first on the screen. */
export function markLines(view: EditorView, stretches: readonly (readonly [LinePlace, LinePlace])[]): void {
  const spans = stretches
    .map(([from, to]) => [positionOf(view, from), positionOf(view, to)] as const)
    .filter(([from, to]) => from < to)
    .toSorted(([a], [b]) => a - b)
  const first = spans[0]?.[0]
  view.dispatch({
    effects: [
      setMarked.of(spans),
      ...(first === undefined ? [] : [inView(view.state.doc, first, spans.at(-1)?.[1] ?? first)]),
    ],
  })
}

/** A short passage moves as little as can be, a long one shows its beginning; both with lines around. */
function inView(doc: Text, from: number, to: number): StateEffect<unknown> {
  const isShort = doc.lineAt(to).number - doc.lineAt(from).number < 6 && to - from < 400
  return EditorView.scrollIntoView(
    from,
    isShort ? { y: 'nearest', yMargin: 130 } : { y: 'start', yMargin: 72 },
  )
}

function positionOf(view: EditorView, { line, column }: LinePlace): number {
  const { doc } = view.state
  const at = doc.line(Math.max(1, Math.min(line, doc.lines)))
  return Math.min(at.from + column, at.to)
}

const setMarked = StateEffect.define<readonly (readonly [number, number])[]>()

const markedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, transaction) =>
    transaction.effects.reduce(
      (now, effect) => (effect.is(setMarked) ? drawn(transaction.state.doc, effect.value) : now),
      marks,
    ),
  provide: (field) => EditorView.decorations.from(field),
})

const wholeLine = Decoration.line({ class: 'here' })
const partOfLine = Decoration.mark({ class: 'here-part' })

/** Whole lines are marked as such; of long lines that hold more, such as one line of JSON, only the part. */
function drawn(doc: Text, spans: readonly (readonly [number, number])[]): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>()
  let reached = 0
  for (const [from, to] of spans) {
    for (let at = doc.lineAt(from); at.from < to; at = doc.line(at.number + 1)) {
      const [start, end] = [Math.max(from, at.from), Math.min(to, at.to)]
      if (start >= reached && start <= end) {
        const around = doc.sliceString(at.from, start) + doc.sliceString(end, at.to)
        if (around.trim() === '') marks.add(at.from, at.from, wholeLine)
        else if (start < end) marks.add(start, end, partOfLine)
        reached = Math.max(end, at.from + 1)
      }
      if (at.number === doc.lines) break
    }
  }
  return marks.finish()
}

const linesTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { overflowY: 'auto', overflowX: 'hidden', lineHeight: '1.55' },
  '&.mono .cm-scroller': {
    fontFamily: 'ui-monospace, "Cascadia Mono", "SF Mono", "DejaVu Sans Mono", monospace',
    fontSize: '12.5px',
  },
  '&.read .cm-scroller': { fontFamily: 'var(--face-read)', fontSize: '15px' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)', cursor: 'text' },
  '.cm-line': { padding: '0 12px 0 10px', overflowWrap: 'anywhere' },
  '&.read .cm-line': { paddingTop: '3px', paddingBottom: '3px' },
  '.cm-gutters': {
    background: 'var(--desk)',
    color: 'var(--ink-3)',
    border: '0',
    borderRight: '1px solid var(--line)',
    fontFamily: 'var(--face-ui)',
    fontSize: '11px',
    fontVariantNumeric: 'tabular-nums',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '1px 8px 0 6px' },
  '&.read .cm-lineNumbers .cm-gutterElement': { paddingTop: '5px' },
  '.cm-line.here': { backgroundColor: 'var(--accent-wash)', boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.here-part': { backgroundColor: 'var(--accent-wash)', boxShadow: '0 0 0 1px var(--accent)' },
})
