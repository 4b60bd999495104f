import { type ReactNode, useState } from 'react'
import type { Passages } from '../../shared/commands/apply-code.ts'
import { proposeChange, proposeCode } from '../../shared/commands/proposals.ts'
import type { Code } from '../../shared/model/entities.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { useCommit, useOpenProject } from '../project/project-context.tsx'
import { say } from '../ui/messages.tsx'
import { useCodeRights } from './code-rights.ts'
import { hrefTo } from './places.ts'
import { type ProposalDraft, ProposeDialog, wordingOf } from './propose-dialog.tsx'

type Asked =
  | { readonly kind: 'new'; readonly name: string; readonly parent?: CodeId; readonly passages?: Passages }
  | { readonly kind: 'change'; readonly code: Code }

/** Proposing a code or a change of one, for whoever does not decide about codes. `dialog` is drawn by whoever asks. */
export function useProposing(): { readonly ask: (what: Asked) => void; readonly dialog: ReactNode } {
  const open = useOpenProject()
  const commit = useCommit()
  const { lead } = useCodeRights()
  const [asked, ask] = useState<Asked | null>(null)
  const propose = async (what: Asked, draft: ProposalDraft) => {
    const gesture =
      what.kind === 'change'
        ? proposeChange(open.project, what.code.id, draft, open.making)
        : proposeCode(open.project, { ...what, ...draft }, open.making)
    if (!gesture) return say({ kind: 'done', text: 'The code is worded so already.' })
    if (!(await commit(gesture)).ok) return
    const go = { label: 'Show', run: () => goToProposals(open.id) }
    say({ kind: 'done', text: `Proposed. ${lead} decides.`, action: go })
  }
  return {
    ask,
    dialog: asked ? (
      <ProposeDialog
        title={asked.kind === 'change' ? `Propose a change of “${asked.code.name}”` : 'Propose a code'}
        start={asked.kind === 'change' ? wordingOf(asked.code) : { name: asked.name }}
        hint={hintFor(asked, lead)}
        onPropose={(draft) => void propose(asked, draft)}
        onClose={() => ask(null)}
      />
    ) : null,
  }
}

function goToProposals(project: Parameters<typeof hrefTo>[0]): void {
  location.hash = hrefTo(project, { kind: 'team', part: 'proposals' })
}

function hintFor(asked: Asked, lead: string): string {
  if (asked.kind === 'new' && asked.passages)
    return `${lead} decides about codes. Once this one is accepted, the passage is coded with it as yours.`
  return `${lead} decides about codes.`
}
