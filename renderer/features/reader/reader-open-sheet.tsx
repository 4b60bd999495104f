import { useMemo } from 'react'
import type { CodeTree } from '../../../shared/analysis/code-tree.ts'
import { changeTurnSpeaker } from '../../../shared/commands/change-turn-speaker.ts'
import { linkQuestions, unlinkQuestion } from '../../../shared/commands/link-question.ts'
import { restrictPassage } from '../../../shared/commands/restrict-passage.ts'
import { writeMemo } from '../../../shared/commands/write-memo.ts'
import type { Coding, Source, Turn } from '../../../shared/model/entities.ts'
import type { CodeId } from '../../../shared/model/ids.ts'
import { inOrder, inquiryOf, turnsOf } from '../../../shared/model/project.ts'
import type { Span } from '../../../shared/text/positions.ts'
import { AddTranslation } from '../../parts/add-translation.tsx'
import { CodePalette } from '../../parts/code-palette.tsx'
import type { NearPlace } from '../../parts/code-palette-place.ts'
import type { CodeCount } from '../../parts/code-tree-rows.ts'
import { EraseDialog } from '../../parts/erase-dialog.tsx'
import { MemoEditor } from '../../parts/memo-editor.tsx'
import { SpeakerSheet } from '../../parts/speaker-sheet.tsx'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { AboutTranslation } from './about-translation.tsx'
import { CorrectTurn } from './correct-turn.tsx'
import { MendTranslation } from './mend-translation.tsx'
import { QuestionSheet } from './question-sheet.tsx'
import { KeysSheet, NoteSheet, OthersSheet, RestrictSheet, VoicesSheet } from './reader-sheets.tsx'
import { setTranslationSetting } from './translation-setting.ts'
import { TurnTimeSheet } from './turn-time-sheet.tsx'
import type { CodingActs, OthersQuestion } from './use-coding-acts.ts'
import type { RecordingDesk } from './use-recording.ts'
import type { Tagging, VoicesQuestion } from './use-tagging.ts'

/** What lies above the desk now. */
export type OpenSheet =
  | { readonly kind: 'palette'; readonly span: Span; readonly near: NearPlace | null }
  | { readonly kind: 'recode'; readonly coding: Coding; readonly near: NearPlace | null }
  | { readonly kind: 'voices'; readonly question: VoicesQuestion }
  | { readonly kind: 'note'; readonly coding: Coding }
  | { readonly kind: 'others'; readonly question: OthersQuestion }
  | { readonly kind: 'speaker' | 'question'; readonly turn: Turn }
  | { readonly kind: 'time'; readonly turn: Turn }
  | { readonly kind: 'restrict' | 'memo'; readonly span: Span }
  | { readonly kind: 'correct' | 'erase'; readonly span: Span }
  | { readonly kind: 'keys' | 'translate' | 'about-translation' }
  | { readonly kind: 'mend'; readonly at: number }

interface SheetsProps {
  readonly sheet: OpenSheet
  readonly source: Source
  readonly text: string
  readonly tree: CodeTree
  readonly recent: readonly CodeId[]
  readonly counts: ReadonlyMap<CodeId, CodeCount> | undefined
  readonly tagging: Tagging
  readonly acts: CodingActs
  readonly recording: RecordingDesk
  readonly onClose: () => void
}

/** Draws the sheet that is open and does what it was opened for. */
export function Sheets(props: SheetsProps) {
  const { sheet, acts, onClose } = props
  switch (sheet.kind) {
    case 'palette':
    case 'recode':
      return <Palette {...props} sheet={sheet} />
    case 'voices':
      return <VoicesSheet question={sheet.question} onClose={onClose} />
    case 'others':
      return <OthersSheet question={sheet.question} onClose={onClose} />
    case 'note':
      return (
        <NoteSheet
          start={sheet.coding.note ?? ''}
          onSave={(note) => acts.remark(sheet.coding, { note })}
          onClose={onClose}
        />
      )
    case 'keys':
      return <KeysSheet onClose={onClose} />
    case 'translate':
      return (
        <AddTranslation
          source={props.source}
          onAdded={(id) => setTranslationSetting(props.source.id, { place: 'under', id })}
          onClose={onClose}
        />
      )
    case 'mend':
      return <MendTranslation source={props.source} text={props.text} at={sheet.at} onClose={onClose} />
    case 'about-translation':
      return <AboutTranslation source={props.source} onClose={onClose} />
    case 'time':
      return <TimeSheet {...props} turn={sheet.turn} />
    case 'correct':
      return <CorrectTurn source={props.source} text={props.text} span={sheet.span} onClose={onClose} />
    case 'erase':
      return <EraseSheet {...props} span={sheet.span} />
    case 'speaker':
    case 'question':
      return <TurnSheet {...props} sheet={sheet} />
    default:
      return <PassageSheet {...props} sheet={sheet} />
  }
}

function Palette({
  sheet,
  text,
  tree,
  recent,
  counts,
  tagging,
  acts,
  onClose,
}: SheetsProps & { readonly sheet: Extract<OpenSheet, { kind: 'palette' | 'recode' }> }) {
  const isNew = sheet.kind === 'palette'
  const span = isNew ? sheet.span : sheet.coding
  const known = useMemo(() => recent.filter((code) => tree.byId.has(code)), [recent, tree])
  return (
    <CodePalette
      tree={tree}
      recent={known}
      counts={counts}
      near={sheet.near}
      several={isNew}
      quote={text.slice(span.start, Math.min(span.end, span.start + 90))}
      onApply={(codes) => {
        onClose()
        if (sheet.kind === 'palette') tagging.apply(codes, sheet.span)
        else if (codes[0]) acts.recode(sheet.coding, codes[0])
      }}
      onCreate={
        sheet.kind === 'palette'
          ? (name, besides) => {
              onClose()
              tagging.create(name, besides, sheet.span)
            }
          : undefined
      }
      onClose={onClose}
    />
  )
}

function TimeSheet({ turn, source, text, recording, onClose }: SheetsProps & { readonly turn: Turn }) {
  const open = useOpenProject()
  return (
    <TurnTimeSheet
      turn={turn}
      turns={turnsOf(open.project, source.id)}
      quote={text.slice(turn.start, turn.end)}
      now={recording.acts.now()}
      onSet={(time) => recording.acts.setTime(turn, time)}
      onClose={onClose}
    />
  )
}

function EraseSheet({ source, text, span, onClose }: SheetsProps & { readonly span: Span }) {
  const passage = { ...span, source: source.id, quote: text.slice(span.start, span.end) }
  return <EraseDialog start={{ passage }} onClose={onClose} />
}

function TurnSheet({
  sheet: { kind, turn },
  source,
  text,
  onClose,
}: SheetsProps & { readonly sheet: Extract<OpenSheet, { kind: 'speaker' | 'question' }> }) {
  const open = useOpenProject()
  const commit = useCommit()
  const { tables } = open.project
  return kind === 'speaker' ? (
    <SpeakerSheet
      title="Who speaks this turn?"
      verb="Change speaker"
      speakers={[...tables.speaker.values()].filter((speaker) => speaker.source === source.id)}
      participants={inOrder(tables.participant)}
      now={turn.speaker}
      onChoose={(choice) =>
        void commit(changeTurnSpeaker(open.project, source.id, turn.id, choice, open.making))
      }
      onClose={onClose}
    />
  ) : (
    <QuestionSheet
      quote={text.slice(turn.start, turn.end)}
      questions={inOrder(tables.question)}
      now={turn.question}
      onLink={(question) =>
        void commit(linkQuestions(open.project, [{ source: source.id, turn: turn.id, question }]))
      }
      onUnlink={() => void commit(unlinkQuestion(open.project, source.id, turn.id))}
      onClose={onClose}
    />
  )
}

function PassageSheet({
  sheet,
  source,
  text,
  onClose,
}: SheetsProps & { readonly sheet: Extract<OpenSheet, { kind: 'restrict' | 'memo' }> }) {
  const open = useOpenProject()
  const commit = useCommit()
  const { span } = sheet
  const quote = text.slice(span.start, span.end)
  if (sheet.kind === 'restrict') {
    return (
      <RestrictSheet
        quote={quote}
        audiences={inquiryOf(open.project).audiences ?? []}
        onSave={(terms) =>
          void commit(restrictPassage(open.project, { source: source.id, text, span }, terms, open.making))
        }
        onClose={onClose}
      />
    )
  }
  return (
    <MemoEditor
      about={{ kind: 'passage', source: source.id, content: source.content, ...span }}
      quote={quote}
      onSave={(draft) => void commit(writeMemo(draft, open.making)?.gesture ?? null)}
      onClose={onClose}
    />
  )
}
