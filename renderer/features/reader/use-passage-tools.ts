import { whoSpeaks } from '../../../shared/analysis/who-speaks.ts'
import { joinTurns } from '../../../shared/commands/join-turns.ts'
import { consentWords } from '../../../shared/commands/restrict-passage.ts'
import { splitTurn } from '../../../shared/commands/split-turn.ts'
import { passageConsent } from '../../../shared/model/consent.ts'
import type { Source } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { citedQuote } from '../../parts/passage-places.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import type { PassageTool } from './passage-menu.tsx'
import type { OpenSheet } from './reader-open-sheet.tsx'
import type { ReadingPlace } from './reading-place.ts'
import { turnSpan } from './reading-targets.ts'
import type { RecordingTool } from './recording-settings.ts'
import { turnAt } from './transcript-lines.ts'
import type { Tagging } from './use-tagging.ts'

/** Does what the passage menu offers, on the selection or the turn at the caret. */
export function usePassageTools({
  source,
  text,
  place,
  tagging,
  onSheet,
}: {
  readonly source: Source
  readonly text: string
  readonly place: ReadingPlace
  readonly tagging: Tagging
  readonly onSheet: (sheet: OpenSheet) => void
}): (tool: Exclude<PassageTool, 'original' | RecordingTool>) => void {
  const open = useOpenProject()
  const commit = useCommit()
  const copy = async (span: { start: number; end: number }) => {
    const passage = { ...span, source: source.id, content: source.content }
    const consent = passageConsent(open.project, passage, whoSpeaks(open.project, passage).participants)
    try {
      await navigator.clipboard.writeText(citedQuote(open.project, passage, text))
    } catch {
      return say({ kind: 'trouble', text: 'The quote could not be copied: the clipboard was refused.' })
    }
    const mind = consent === 'quote' ? '' : ` Mind that this passage is ${consentWords[consent]}.`
    say({ kind: 'done', text: `Quote copied with its citation.${mind}` })
  }
  return (tool) => {
    if (tool === 'translate' || tool === 'about-translation') return onSheet({ kind: tool })
    if (tool === 'mend') return onSheet({ kind: 'mend', at: place.now().caret })
    if (tool === 'correct') {
      const words = turnSpan(text, turnsOf(open.project, source.id), place.now().caret)
      if (words) onSheet({ kind: 'correct', span: words })
      else say({ kind: 'done', text: 'There are no words here to correct.' })
      return
    }
    const turn = turnAt(turnsOf(open.project, source.id), place.now().caret)
    const span = tagging.target()
    if (tool === 'memo' || tool === 'restrict' || tool === 'erase' || tool === 'copy') {
      if (!span) say({ kind: 'done', text: 'There are no words here. Select some first.' })
      else if (tool === 'copy') void copy(span)
      else onSheet({ kind: tool, span })
      return
    }
    if (!turn) return say({ kind: 'done', text: 'Put the caret in a turn first.' })
    if (tool === 'speaker') return onSheet({ kind: 'speaker', turn })
    if (tool === 'question') {
      const role = turn.speaker && open.project.tables.speaker.get(turn.speaker)?.role
      if (role !== 'participant') return onSheet({ kind: 'question', turn })
      return say({ kind: 'done', text: 'A participant speaks here. Put the caret in a turn that asks.' })
    }
    if (tool === 'join') {
      const joined = joinTurns(open.project, source.id, turn.id)
      if (joined.ok) void commit(joined.gesture)
      else say({ kind: 'done', text: joined.problem })
      return
    }
    const gesture = splitTurn(open.project, source.id, turn.id, place.now().caret, text, open.making)
    if (gesture) void commit(gesture)
    else say({ kind: 'done', text: 'Put the caret between two words of the turn to split it there.' })
  }
}
