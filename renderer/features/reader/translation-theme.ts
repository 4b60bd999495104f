import { EditorView } from '@codemirror/view'

/** How a translation is set: smaller, in the face of the desk rather than the book's, so that nobody takes it for what
    was said. */
export const translationTheme = EditorView.theme({
  '.under': {
    padding: '4px calc(var(--room-right) + var(--room-beside, 0px)) 2px var(--room-left)',
    background: 'var(--paper)',
    cursor: 'default',
    userSelect: 'text',
  },
  '.translated': { position: 'relative', font: '400 14px/1.5 var(--face-ui)', color: 'var(--ink-2)' },
  '.translated p': {
    margin: '0',
    paddingInlineStart: '12px',
    borderInlineStart: '2px dotted var(--line-strong)',
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
  '.translations': { position: 'absolute', top: '0', height: '0', zIndex: '4' },
  '.beside-turn': { position: 'absolute', left: '0', right: '0', padding: '20px 0 4px' },
  '.translated-acts': {
    position: 'absolute',
    insetInlineEnd: '0',
    top: '100%',
    zIndex: '6',
    display: 'flex',
    gap: '2px',
    padding: '2px',
    background: 'var(--raised)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--round-s)',
    boxShadow: 'var(--shadow)',
    visibility: 'hidden',
  },
  '.translated:hover .translated-acts': { visibility: 'visible' },
  '.translated-acts button': {
    padding: '3px 8px',
    border: '0',
    borderRadius: 'var(--round-s)',
    background: 'none',
    font: '500 12px/1.4 var(--face-ui)',
    color: 'var(--ink-2)',
    cursor: 'pointer',
  },
  '.translated-acts button:hover': { background: 'var(--accent-wash)', color: 'var(--ink)' },
})
