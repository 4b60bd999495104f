import { useEffect, useMemo, useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import type { AgreedReach } from '../../../shared/analysis/agreement/agreed-passages.ts'
import type { AgreementWish } from '../../../shared/analysis/agreement/agreement-wish.ts'
import { acceptAccount, acceptAgreed } from '../../../shared/commands/accept-agreed.ts'
import { counted } from '../../../shared/text/counted.ts'
import { undoLast } from '../../parts/undo.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './agreement.module.css'

/** Puts everything everybody agreed on into the agreed coding, once it has said how much that is. */
export function AcceptAgreedDialog({
  wish,
  onClose,
}: {
  readonly wish: AgreementWish
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const [reach, setReach] = useState<AgreedReach>('united')
  const [isRead, setRead] = useState(false)
  useEffect(() => {
    let isWanted = true
    const { source } = open.project.tables
    const among = wish.sources && new Set<string>(wish.sources)
    const hashes = [...source.values()]
      .filter(({ id }) => among?.has(id) ?? true)
      .map(({ content }) => content)
    void open.loadTexts(hashes).then(() => {
      if (isWanted) setRead(true)
    })
    return () => {
      isWanted = false
    }
  }, [open, wish])
  const account = useMemo(
    () => (isRead ? acceptAccount(project, open.text, wish, reach) : null),
    [project, open, wish, reach, isRead],
  )
  const count = account?.passages.length ?? 0
  const by = project.tables.coder.get(open.coder)?.name ?? ''
  const accept = async () => {
    const gesture = account && acceptAgreed(open.project, open.text, account.passages, open.making)
    if (!gesture || !(await commit(gesture)).ok) return
    onClose()
    const text = `${counted(count, 'passage')} accepted. Reports that read the agreed coding count them.`
    say({ kind: 'done', text, action: { label: 'Undo', run: () => void undoLast(open) } })
  }
  return (
    <Dialog
      title="Accept what everyone agreed on"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void accept()} isDisabled={count === 0}>
          {`Accept ${counted(count, 'passage')}`}
        </CancelOr>
      }
    >
      <p role="status">
        {account
          ? `${counted(account.agreed, 'passage')} ${account.agreed === 1 ? 'has' : 'have'} the same code from everybody who read ${account.agreed === 1 ? 'it' : 'them'}.${standingInWords(account.standing, account.agreed)} ${count} of ${account.agreed} come into the agreed coding, signed by ${by}.`
          : 'Reading the texts…'}
        {account && account.withoutText > 0
          ? ` ${counted(account.withoutText, 'passage')} left out: the text is not at hand.`
          : ''}
      </p>
      <RadioGroup
        aria-label="Where they marked different words"
        value={reach}
        onChange={(key) => setReach(reaches.find((each) => each.key === key)?.key ?? reach)}
        className={styles.choices ?? ''}
      >
        <h3>Where they marked different words of it</h3>
        {reaches.map(({ key, name }) => (
          <Choice key={key} value={key}>
            {name}
          </Choice>
        ))}
      </RadioGroup>
      <p className={styles.hint}>
        One change, one undo. Stances go along where anybody stated one. Nobody’s own coding changes.
      </p>
    </Dialog>
  )
}

/** How many of the passages need nothing more; empty where there are none. */
function standingInWords(standing: number, of: number): string {
  return standing === 0
    ? ''
    : ` ${standing} of ${of} stay as they are: they are in the agreed coding already, or it was decided that the code does not apply.`
}

const reaches = [
  { key: 'united', name: 'Everything that any of them marked' },
  { key: 'shared', name: 'Only what all of them marked' },
  { key: 'unit', name: 'The whole turn or stretch that was compared' },
] as const satisfies readonly { key: AgreedReach; name: string }[]
