import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { type FocusEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { ToggleButton, Toolbar } from 'react-aria-components'
import type { ProseDoc } from '../../shared/model/report-entities.ts'
import { desktop } from '../platform/desktop.ts'
import { styleNonce } from '../platform/style-nonce.ts'
import { Button } from '../ui/button.tsx'
import styles from './prose-editor.module.css'
import { forgetDraft, keepDraft } from './prose-editor-draft.ts'
import { readProseDoc } from './prose-editor-json.ts'
import { type PausedWriting, pausedWriting, windowTimer } from './prose-editor-pause.ts'
import type { Caret, ProsePlace } from './prose-editor-place.ts'

const extensions = [
  StarterKit.configure({
    code: false,
    codeBlock: false,
    dropcursor: false,
    heading: { levels: [1, 2, 3] },
    horizontalRule: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
]

/** The editor while somebody writes. `onLeave` says whether they left by key, so that focus can stay near. */
export function ProseWriting({
  label,
  doc,
  draftKey,
  onWrite,
  caret,
  onLeave,
}: ProsePlace & { readonly caret: Caret; readonly onLeave: (byKey: boolean) => void }) {
  const writing = useKeptWriting(draftKey, onWrite)
  const editor = useEditor({
    extensions,
    content: doc ? JSON.parse(JSON.stringify(doc)) : '',
    injectNonce: styleNonce(),
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        class: styles.prose ?? '',
      },
    },
    onUpdate: (event) => writing.note(readProseDoc(event.editor.getJSON())),
  })
  useEffect(() => {
    if (!editor) return
    const point = caret === 'end' ? null : editor.view.posAtCoords(caret)
    editor.commands.focus(point?.pos ?? 'end', { scrollIntoView: caret === 'end' })
  }, [editor, caret])
  const leave = (byKey: boolean) => {
    writing.flush()
    onLeave(byKey)
  }
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
    // The whole window lost the focus: keep the words and stay where we are.
    if (document.hasFocus()) leave(false)
    else writing.flush()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    leave(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for what leaves the editor inside.
    <div className={`${styles.place} ${styles.writing}`} onBlur={onBlur} onKeyDown={onKeyDown}>
      {editor ? <Faces editor={editor} onDone={() => leave(true)} /> : null}
      <EditorContent editor={editor} />
    </div>
  )
}

/** Writes at pauses; on leaving the screen or the window, at once. */
function useKeptWriting(draftKey: string, onWrite: ProsePlace['onWrite']): PausedWriting<ProseDoc> {
  const newest = useRef(onWrite)
  newest.current = onWrite
  const kept = useRef<PausedWriting<ProseDoc> | null>(null)
  kept.current ??= pausedWriting((doc: ProseDoc) => {
    keepDraft(draftKey, doc)
    void newest.current(doc).then((durable) => {
      if (durable) forgetDraft(draftKey)
    })
  }, windowTimer)
  const writing = kept.current
  useEffect(() => {
    const flush = () => writing.flush()
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    const end = desktop().onRequest((request) => {
      if (request.kind === 'flush') flush()
    })
    return () => {
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      end()
      flush()
    }
  }, [writing])
  return writing
}

/** What can be done to the words: few things, so that reports look alike. */
function Faces({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      heading: now.isActive('heading'),
      list: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
    }),
  })
  const faces = [
    { name: 'Bold', sign: <b>B</b>, on: on.bold, run: () => editor.chain().focus().toggleBold().run() },
    { name: 'Italic', sign: <i>I</i>, on: on.italic, run: () => editor.chain().focus().toggleItalic().run() },
    {
      name: 'Heading',
      sign: 'Heading',
      on: on.heading,
      run: () => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    },
    { name: 'List', sign: 'List', on: on.list, run: () => editor.chain().focus().toggleBulletList().run() },
    {
      name: 'Numbered list',
      sign: '1.',
      on: on.numbers,
      run: () => editor.chain().focus().toggleOrderedList().run(),
    },
    {
      name: 'Block quote',
      sign: '”',
      on: on.quote,
      run: () => editor.chain().focus().toggleBlockquote().run(),
    },
  ]
  return (
    <Toolbar aria-label="Text" className={styles.bar ?? ''}>
      {faces.map((face) => (
        <ToggleButton key={face.name} aria-label={face.name} isSelected={face.on} onChange={face.run}>
          {face.sign}
        </ToggleButton>
      ))}
      <Button look="quiet" onPress={onDone}>
        Done
      </Button>
    </Toolbar>
  )
}
