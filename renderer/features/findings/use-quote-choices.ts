import {
  chooseQuote,
  editQuote,
  forgetQuoteChoice,
  type QuoteRef,
  replaceQuote,
} from '../../../shared/commands/choose-quote.ts'
import type { QuoteChoice } from '../../../shared/model/report-entities.ts'
import { surroundings } from '../../platform/making.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'

/** What the lead decides about quotes, each an undoable change. */
export interface QuoteChoices {
  readonly add: (ref: QuoteRef) => void
  readonly leaveOut: (ref: QuoteRef) => void
  readonly replace: (ref: QuoteRef, by: QuoteRef) => void
  readonly edit: (ref: QuoteRef, words: Pick<QuoteChoice, 'cuts' | 'clarifications'>) => void
  readonly forget: (ref: QuoteRef) => void
}

/** The lead's choices of quotes in the open project. */
export function useQuoteChoices(): QuoteChoices {
  const open = useOpenProject()
  const commit = useCommit()
  const making = () => ({ newId: surroundings.newId, at: surroundings.now(), by: open.coder })
  return {
    add: (ref) => void commit(chooseQuote(open.project, ref, 'show', making())),
    leaveOut: (ref) => void commit(chooseQuote(open.project, ref, 'leave out', making())),
    replace: (ref, by) => void commit(replaceQuote(open.project, ref, by, making())),
    edit: (ref, words) => void commit(editQuote(open.project, ref, words, making())),
    forget: (ref) => void commit(forgetQuoteChoice(open.project, ref)),
  }
}
