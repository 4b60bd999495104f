import { useState } from 'react'
import {
  acceptProposal,
  declineProposal,
  rewordProposal,
  withdrawProposal,
} from '../../../shared/commands/proposals.ts'
import type { CodeProposal, ProposedPassage } from '../../../shared/model/team-entities.ts'
import { useCodeRights } from '../../parts/code-rights.ts'
import { hrefTo } from '../../parts/places.ts'
import { ProposeDialog, wordingOf } from '../../parts/propose-dialog.tsx'
import {
  useBlind,
  useCommit,
  useOpenProject,
  useProject,
  useSelected,
  useText,
} from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './proposals.module.css'
import { SideBySide } from './side-by-side.tsx'

/** One open proposal, with what whoever decides can do, and taking back for whoever made it. */
export function OpenProposal({ proposal }: { readonly proposal: CodeProposal }) {
  const open = useOpenProject()
  const commit = useCommit()
  const { decides } = useCodeRights()
  const me = useSelected(({ coder }) => coder)
  const [sheet, setSheet] = useState<'reword' | 'decline' | null>(null)
  const { id, name } = proposal
  return (
    <article aria-label={`Proposal of ${name}`} className={styles.proposal}>
      <header>
        <h4>
          <Title proposal={proposal} />
        </h4>
        <small>
          <Who id={proposal.by} /> · {day.format(proposal.at)}
        </small>
      </header>
      <SideBySide proposal={proposal} />
      {proposal.reason ? <p className={styles.reason}>{proposal.reason}</p> : null}
      <Noticed proposal={proposal} />
      <div className={styles.acts}>
        {decides ? (
          <>
            <Button look="do" onPress={() => void commit(acceptProposal(open.project, id, open.making))}>
              Accept
            </Button>
            <Button onPress={() => setSheet('reword')}>Change the wording…</Button>
            <Button look="quiet" onPress={() => setSheet('decline')}>
              Decline…
            </Button>
          </>
        ) : null}
        {proposal.by === me ? (
          <Button look="quiet" onPress={() => void commit(withdrawProposal(open.project, id))}>
            Take back
          </Button>
        ) : null}
      </div>
      {sheet === 'reword' ? (
        <ProposeDialog
          title={`Change the wording of “${name}”`}
          start={{ ...wordingOf(proposal), reason: proposal.reason ?? '' }}
          verb="Keep this wording"
          hint="The proposal stays open, and is accepted as it is worded then."
          onPropose={(draft) => void commit(rewordProposal(open.project, id, draft))}
          onClose={() => setSheet(null)}
        />
      ) : null}
      {sheet === 'decline' ? <DeclineDialog proposal={proposal} onClose={() => setSheet(null)} /> : null}
    </article>
  )
}

/** One proposal that was decided: how, by whom, and what came of it. */
export function DecidedProposal({ proposal }: { readonly proposal: CodeProposal }) {
  const open = useOpenProject()
  const code = useProject().tables.code.get(proposal.became ?? '')
  return (
    <li>
      <p>
        <b>
          <Title proposal={proposal} />
        </b>{' '}
        {proposal.status === 'accepted' ? 'Accepted' : 'Declined'}
        {proposal.decidedBy ? (
          <>
            {' '}
            by <Who id={proposal.decidedBy} />
          </>
        ) : null}
        {proposal.decidedAt ? `, ${day.format(proposal.decidedAt)}` : ''}
        {code ? (
          <>
            {' · '}
            <a href={hrefTo(open.id, { kind: 'codebook', code: code.id })}>{code.name}</a>
          </>
        ) : null}
      </p>
      {proposal.decisionReason ? <p className={styles.reason}>{proposal.decisionReason}</p> : null}
      <small>
        Proposed by <Who id={proposal.by} />, {day.format(proposal.at)}
      </small>
    </li>
  )
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

function Title({ proposal }: { readonly proposal: CodeProposal }) {
  const code = useProject().tables.code.get(proposal.code ?? '')
  return code ? `Change of “${code.name}”` : `New code “${proposal.name}”`
}

function Who({ id }: { readonly id: CodeProposal['by'] }) {
  return useProject().tables.coder.get(id)?.name ?? 'Somebody no longer here'
}

/** Where the code was noticed; in blind mode only to whoever noticed it. */
function Noticed({ proposal }: { readonly proposal: CodeProposal }) {
  const me = useSelected(({ coder }) => coder)
  const { isBlind } = useBlind()
  const passages = proposal.passages ?? []
  if (passages.length === 0 || (isBlind && proposal.by !== me)) return null
  return (
    <>
      {passages.map((each) => (
        <Passage key={`${each.source} ${each.start}`} passage={each} />
      ))}
      <p className={styles.hint}>
        Once accepted, {passages.length === 1 ? 'this passage is' : 'these passages are'} coded with it as{' '}
        <Who id={proposal.by} />
        ’s own.
      </p>
    </>
  )
}

function Passage({ passage: { source, content, start, end } }: { readonly passage: ProposedPassage }) {
  const open = useOpenProject()
  const name = useProject().tables.source.get(source)?.name
  const text = useText(content)
  if (name === undefined) return null
  return (
    <blockquote className={styles.quote}>
      {text === null ? '…' : clipped(text.slice(start, end))}{' '}
      <a href={hrefTo(open.id, { kind: 'source', source, at: [start, end] })}>{name}</a>
    </blockquote>
  )
}

function clipped(text: string): string {
  return text.length > 320 ? `${text.slice(0, 319).trimEnd()}…` : text
}

function DeclineDialog({
  proposal: { id, name },
  onClose,
}: {
  readonly proposal: CodeProposal
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [reason, setReason] = useState('')
  const decline = () => {
    void commit(declineProposal(open.project, id, reason, open.making))
    onClose()
  }
  return (
    <Dialog
      title={`Decline “${name}”?`}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={decline} isDisabled={reason.trim() === ''}>
          Decline
        </CancelOr>
      }
    >
      <TextField
        label="Why"
        hint="It stays with the proposal, for whoever made it."
        lines={3}
        value={reason}
        onChange={setReason}
        autoFocus
      />
    </Dialog>
  )
}
