import { codingIn } from '../../../shared/model/project.ts'
import { quoteContext, type TurnBeside } from '../../../shared/report/quote-context.ts'
import type { QuoteBlock } from '../../../shared/report/report-document.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import styles from './report.module.css'

/** What was said just before or just after a quote: for the lead's eyes, in no export. */
export function QuoteAround({
  block,
  side,
}: {
  readonly block: QuoteBlock
  readonly side: 'before' | 'after'
}) {
  const { project, text } = useOpenProject()
  const coding = codingIn(project, block.source, block.coding)
  const turn: TurnBeside | null = coding ? quoteContext(project, text, coding)[side] : null
  const nothing = side === 'before' ? 'The talk begins here.' : 'The talk ends here.'
  return (
    <p className={styles.around}>
      {turn ? (
        <>
          {turn.label ? <b>{turn.label}</b> : null} {turn.text}
        </>
      ) : (
        nothing
      )}
    </p>
  )
}
