import { useEffect, useMemo, useState } from 'react'
import type { Edit } from '../../../shared/change/change.ts'
import type { Project } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useBlind, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { manyEdits } from '../../project/save-state.ts'
import { Scrolled } from '../../ui/scrolled.tsx'
import { editsInWords } from './edits-in-words.ts'
import { editsSeenBy } from './edits-seen-by.ts'
import { editsTogether } from './edits-together.ts'
import styles from './history.module.css'
import type { LogRow } from './log-rows.ts'
import { dayAndTime } from './moments.ts'

const shownAtMost = 200

/** One change told in full: who, when, why, and every edit in words. */
export function ChangeDetail({ row, project }: { readonly row: LogRow; readonly project: Project }) {
  const whole = useEdits(row)
  const { isBlind } = useBlind()
  const me = useSelected(({ coder }) => coder)
  // A correction of one's own moves what others coded, too.
  const edits = useMemo(
    () => (whole && isBlind ? editsSeenBy(whole, project, me) : whole),
    [whole, isBlind, project, me],
  )
  const lines = useMemo(() => {
    if (!edits) return []
    return edits.length > manyEdits ? editsTogether(edits) : editsInWords(edits, project)
  }, [edits, project])
  return (
    <Scrolled label="What this change did" className={styles.detail}>
      <h2>{row.title}</h2>
      <p className={styles.by}>
        {row.who} · {dayAndTime(row.header.at)}
        {row.cause ? ` · ${row.cause}` : ''}
      </p>
      {edits ? <p className={styles.by}>{counted(edits.length, 'edit')}</p> : <p role="status">Reading…</p>}
      <ul>
        {lines.slice(0, shownAtMost).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever shown in one order.
          <li key={i}>{line}</li>
        ))}
      </ul>
      {lines.length > shownAtMost ? <p className={styles.by}>and {lines.length - shownAtMost} more</p> : null}
    </Scrolled>
  )
}

function useEdits(row: LogRow): readonly Edit[] | null {
  const open = useOpenProject()
  const [edits, setEdits] = useState<readonly Edit[] | null>(null)
  useEffect(() => {
    let wanted = true
    void open.editsOf(row.header).then((found) => {
      if (wanted) setEdits(found)
    })
    return () => {
      wanted = false
    }
  }, [open, row.header])
  return edits
}
