import type { EditorView } from '@codemirror/view'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { codeTree } from '../../../shared/analysis/code-tree.ts'
import type { Coding, Source } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { useProposing } from '../../parts/use-proposing.tsx'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { useLatest } from '../../ui/use-latest.ts'
import type { WhoseCodings } from './coding-groups.ts'
import type { PassageTool } from './passage-menu.tsx'
import type { OpenSheet } from './reader-open-sheet.tsx'
import { readingPlace } from './reading-place.ts'
import { turnSpan } from './reading-targets.ts'
import { useRecentCodes } from './recent-codes.ts'
import { isRecordingTool } from './recording-settings.ts'
import { rememberedPlace, rememberPlace } from './remembered-places.ts'
import { selectionPlace, showStretch, type TranscriptEvents } from './transcript-editor.ts'
import { transcriptLines } from './transcript-lines.ts'
import { useCodeCounts } from './use-code-counts.ts'
import { type OthersQuestion, useCodingActs } from './use-coding-acts.ts'
import { useKeptSelection } from './use-kept-selection.ts'
import { useOriginalDoor } from './use-original-door.ts'
import { usePassageTools } from './use-passage-tools.ts'
import { useReaderKeys } from './use-reader-keys.ts'
import { useRecording } from './use-recording.ts'
import { useRecordingTools, useTimedLines } from './use-recording-tools.ts'
import { usePassageSigns, useShownGroups } from './use-shown-groups.ts'
import { useShownTranslation } from './use-shown-translation.ts'
import { useTagging } from './use-tagging.ts'

/** What a reader opens with: a source, its text, and the stretch somebody asked to see. */
export interface DeskTask {
  readonly source: Source
  readonly text: string
  readonly at: readonly [number, number] | undefined
  /** Whether the file it came from is shown from the beginning. */
  readonly original: boolean
}

/** Everything the reader's parts share: what is shown, where somebody is, and what can be done. */
export function useDesk(task: DeskTask) {
  const { source, text, at } = task
  const shown = useShown(task)
  const open = useOpenProject()
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const [place] = useState(readingPlace)
  const [recent, noteRecent] = useRecentCodes(open.id)
  const view = useRef<EditorView | null>(null)
  const recording = useRecording({ source, place, view })
  const takeOpened = useLatest(recording.onOpen)
  const onOpen = useCallback(
    (opened: EditorView | null) => {
      view.current = opened
      takeOpened(opened)
    },
    [takeOpened],
  )
  const near = () => (view.current ? selectionPlace(view.current) : null)
  const askOthers = useCallback((question: OthersQuestion) => setSheet({ kind: 'others', question }), [])
  const acts = useCodingActs(source, text, askOthers)
  const proposing = useProposing()
  const tagging = useTagging({
    source,
    text,
    place,
    onUsed: noteRecent,
    onAsk: (question) => setSheet({ kind: 'voices', question }),
    onPropose: (name, passages) => proposing.ask({ kind: 'new', name, passages }),
  })
  const openPalette = () => {
    const span = tagging.target()
    if (span) setSheet({ kind: 'palette', span, near: near() })
  }
  const original = useOriginalDoor(task.original, () => view.current?.focus())
  const tools = usePassageTools({ source, text, place, tagging, onSheet: setSheet })
  const correct = () => tools('correct')
  const keys = useReaderKeys({
    ...shown,
    source,
    text,
    place,
    view,
    tagging,
    acts,
    recent,
    openPalette,
    onSheet: setSheet,
    near,
    correct,
    recording: recording.acts,
    original,
  })
  const recordingTools = useRecordingTools({
    source,
    place,
    recording,
    onTime: (turn) => setSheet({ kind: 'time', turn }),
  })
  useGoingTo(view, source, at)
  const isPalette = sheet?.kind === 'palette' || sheet?.kind === 'recode'
  const kept = useKeptSelection(view, place, sheet !== null && !isPalette)
  const events: TranscriptEvents = {
    onMove: (selection, caret) => {
      if (!kept.isAway()) place.set({ selection, caret, chosen: null })
    },
    onPoint: (pointed) => {
      if (pointed !== place.now().pointed) place.set({ pointed })
    },
    onPress: (group) => {
      if (view.current) showStretch(view.current, group, 'nearest')
      place.set({ chosen: group.codings[0]?.id ?? null })
      view.current?.focus()
    },
    onKey: (event) => {
      kept.putBack()
      return keys.onKey(event)
    },
    onDrop: keys.onDrop,
    onScroll: (position) => rememberPlace(source.id, position),
    onTranslation: (act, at) => {
      if (act === 'mend') return setSheet({ kind: 'mend', at })
      const span = turnSpan(text, turnsOf(open.project, source.id), at)
      if (span) setSheet({ kind: 'palette', span, near: near() })
    },
  }
  return {
    ...shown,
    lines: useTimedLines(shown.lines, recording.state.kind === 'open'),
    sheet,
    place,
    recent,
    acts,
    tagging,
    events,
    onOpen,
    closeSheet: () => {
      setSheet((now) => (now === sheet ? null : now))
      view.current?.focus()
    },
    goOn: useLatest(() => keys.goUncoded('next')),
    original,
    recording,
    proposing: proposing.dialog,
    runTool: useLatest((tool: PassageTool) => {
      if (tool === 'original') original.show()
      else if (isRecordingTool(tool)) recordingTools(tool)
      else tools(tool)
    }),
    showKeys: useLatest(() => setSheet({ kind: 'keys' })),
    startRecoding: useLatest((coding: Coding) => setSheet({ kind: 'recode', coding, near: near() })),
    startCoding: useLatest(openPalette),
    backToText: useLatest(() => view.current?.focus()),
    applyFromTree: useLatest((code: CodeId) => {
      if (shown.tree.byId.get(code)?.codable !== false) tagging.apply([code])
      view.current?.focus()
    }),
  }
}

/** What is drawn: lines, codings, signs, and the codebook with its counts. */
function useShown({ source, text, at }: DeskTask) {
  const [whose, setWhose] = useState<WhoseCodings>('everyone')
  const codes = useSelected(({ project }) => project.tables.code)
  const tree = useMemo(() => codeTree({ tables: { code: codes } }), [codes])
  return {
    whose,
    setWhose,
    tree,
    lines: useLines(source, text),
    translation: useShownTranslation(source, text),
    groups: useShownGroups(source, whose),
    signs: usePassageSigns(source, at, text.length),
    counts: useCodeCounts(),
  }
}

function useLines(source: Source, text: string) {
  const turns = useSelected(({ project }) => turnsOf(project, source.id))
  const speakers = useSelected(({ project }) => project.tables.speaker)
  const { blocks } = source
  return useMemo(() => transcriptLines(text, blocks ?? [], turns, speakers), [text, blocks, turns, speakers])
}

/** Brings the asked stretch on the screen, or where somebody stopped reading the last time. */
function useGoingTo(view: React.RefObject<EditorView | null>, source: Source, at: DeskTask['at']): void {
  const [start, end] = at ?? [-1, -1]
  useEffect(() => {
    if (!view.current) return
    const { length } = view.current.state.doc
    const remembered = rememberedPlace(source.id)
    if (start >= 0 && start <= end && end <= length) showStretch(view.current, { start, end: start })
    else if (remembered !== null && remembered < length)
      showStretch(view.current, { start: remembered, end: remembered }, 'start')
    view.current.focus()
  }, [view, source.id, start, end])
}
