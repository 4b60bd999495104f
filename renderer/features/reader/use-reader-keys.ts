import type { EditorView } from '@codemirror/view'
import type { RefObject } from 'react'
import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import type { Span } from '../../../shared/text/positions.ts'
import type { NearPlace } from '../../parts/code-palette-place.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import { passageNow } from './passage-codes.tsx'
import { type ReaderAct, readerAct } from './reader-keys.ts'
import type { OpenSheet } from './reader-open-sheet.tsx'
import type { ReadingPlace } from './reading-place.ts'
import { codableSpans, sentenceSpan, turnSpan, uncodedSpan } from './reading-targets.ts'
import { showStretch } from './transcript-editor.ts'
import type { ShownGroup } from './transcript-marks.ts'
import type { CodingActs } from './use-coding-acts.ts'
import type { OriginalDoor } from './use-original-door.ts'
import type { RecordingActs } from './use-recording-acts.ts'
import type { Tagging } from './use-tagging.ts'

interface Desk {
  readonly source: Source
  readonly text: string
  readonly place: ReadingPlace
  readonly view: RefObject<EditorView | null>
  readonly groups: readonly ShownGroup[]
  readonly tagging: Tagging
  readonly acts: CodingActs
  readonly recent: readonly CodeId[]
  readonly tree: CodeTree
  readonly openPalette: () => void
  readonly onSheet: (sheet: OpenSheet) => void
  readonly near: () => NearPlace | null
  readonly recording: RecordingActs
  readonly original: OriginalDoor
  /** Asks for better words of the turn at the caret. */
  readonly correct: () => void
}

/** What keys and dropped codes do in the transcript, and the way to the next turn without a code. */
export function useReaderKeys(desk: Desk) {
  const open = useOpenProject()
  const { place, view, text, source } = desk
  const select = (span: Span | null) => {
    if (span && view.current) showStretch(view.current, span, 'nearest')
  }
  const goUncoded = (towards: 'next' | 'previous') => {
    const { selection } = place.now()
    const spans = codableSpans(text, open.project, source.id)
    const found = uncodedSpan(
      spans,
      desk.groups,
      // From the very beginning the first turn is a next one too.
      towards === 'next' ? (selection.end === 0 ? -1 : selection.start) : selection.end,
      towards,
    )
    if (!found)
      return say({
        kind: 'done',
        text: spans.length === 0 ? 'There is nothing to code here.' : 'Every turn has a code.',
      })
    if (view.current) showStretch(view.current, found)
    view.current?.focus()
  }
  const read = (act: ReaderAct): boolean => {
    const { caret } = place.now()
    const turns = turnsOf(open.project, source.id)
    switch (act.kind) {
      case 'code':
        desk.openPalette()
        return true
      case 'repeat':
        desk.tagging.repeat()
        return true
      case 'turn':
        select(turnSpan(text, turns, caret))
        return true
      case 'sentence':
        select(sentenceSpan(text, turns, caret))
        return true
      case 'next':
      case 'previous':
        goUncoded(act.kind)
        return true
      case 'help':
        desk.onSheet({ kind: 'keys' })
        return true
      case 'correct':
        desk.correct()
        return true
      case 'original':
        desk.original.show()
        return true
      case 'recording':
        return desk.recording.run(act.act)
      case 'let-go':
        if (place.now().selection.start === place.now().selection.end) desk.original.close()
        select({ start: caret, end: caret })
        return true
      case 'recent':
        return applyRecent(desk, act.index)
      default:
        return onCoding(
          desk,
          act,
          passageNow(desk.groups, { ...place.now(), pointed: null }, open.coder).meant?.coding,
        )
    }
  }
  return {
    goUncoded,
    onKey: (event: KeyboardEvent): boolean => {
      // With Shift, arrows and the like select; letters there are the same letters.
      const act = event.shiftKey && event.key.length > 1 ? null : readerAct(event.key)
      return act !== null && read(act)
    },
    onDrop: (code: string, at: number) => {
      const dropped = desk.tree.byId.get(code)
      if (!dropped || dropped.codable === false) return
      const { selection } = place.now()
      const isSelected = selection.start < selection.end
      if (!isSelected) view.current?.dispatch({ selection: { anchor: at } })
      desk.tagging.apply([dropped.id])
      view.current?.focus()
    },
  }
}

function applyRecent({ recent, tree, tagging }: Desk, index: number): boolean {
  const known = recent.filter((code) => tree.byId.has(code))
  const code = known[index]
  if (code) tagging.apply([code])
  else
    say({
      kind: 'done',
      text:
        known.length === 0
          ? 'Digits apply the codes used last; none was used yet.'
          : `Only ${counted(known.length, 'code was', 'codes were')} used so far.`,
    })
  return true
}

function onCoding({ acts, onSheet, near }: Desk, act: ReaderAct, coding: Coding | undefined): boolean {
  if (!coding) {
    say({ kind: 'done', text: 'Put the caret in a coded passage first.' })
    return true
  }
  switch (act.kind) {
    case 'stance':
      acts.remark(coding, { stance: act.stance })
      return true
    case 'origin':
      acts.remark(coding, { origin: act.origin })
      return true
    case 'star':
      acts.remark(coding, { star: coding.star !== true })
      return true
    case 'flag':
      acts.remark(coding, { flag: coding.flag !== true })
      return true
    case 'note':
      onSheet({ kind: 'note', coding })
      return true
    case 'recode':
      onSheet({ kind: 'recode', coding, near: near() })
      return true
    case 'remove':
      acts.remove(coding)
      return true
    case 'move':
      acts.move(coding, act)
      return true
    default:
      return false
  }
}
