import { useState } from 'react'
import { choiceFor } from '../../../shared/commands/choose-quote.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import { clock } from '../../../shared/report/quote-source.ts'
import type { QuoteBlock } from '../../../shared/report/report-document.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { placeOfCoding } from '../../parts/passage-places.ts'
import { hrefTo } from '../../parts/places.ts'
import { Translated } from '../../parts/translated.tsx'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { EditQuoteDialog } from './edit-quote-dialog.tsx'
import { QuoteAround } from './quote-around.tsx'
import { useNewestReading } from './reading-context.tsx'
import { ReplaceQuoteDialog } from './replace-quote-dialog.tsx'
import styles from './report.module.css'
import { useQuoteChoices } from './use-quote-choices.ts'

/** Someone's own words with the way back to where they stand, why they were chosen, and what can be done with them. */
export function QuoteView({ block }: { readonly block: QuoteBlock }) {
  const reading = useNewestReading()
  const open = useOpenProject()
  const choices = useQuoteChoices()
  const [dialog, setDialog] = useState<'edit' | 'replace' | null>(null)
  const [around, setAround] = useState(false)
  const ref = {
    report: reading.current.report.id,
    code: block.code,
    source: block.source,
    coding: block.coding,
  }
  const decided = useSelected(({ project }) => choiceFor(project, ref) !== undefined)
  const source = hrefTo(open.id, placeOfCoding(open.project, block.source, block.coding, block))
  return (
    <figure
      className={block.against ? `${styles.quote} ${styles.against}` : styles.quote}
      style={hueStyle(hueOf(reading.current.project.tables.code, block.code))}
    >
      {block.against ? <p className={styles.speaksAgainst}>Speaks against</p> : null}
      {around ? <QuoteAround block={block} side="before" /> : null}
      {block.translation?.instead ? null : <blockquote dir="auto">{block.text}</blockquote>}
      {block.translation ? <Translated translation={block.translation} /> : null}
      {around ? <QuoteAround block={block} side="after" /> : null}
      <figcaption>
        {block.participant}
        {block.role ? `, ${block.role}` : ''} · {block.citation} ·{' '}
        <a href={source} title="Go to this place in the transcript">
          {block.sourceName}
          {block.time === undefined ? '' : `, ${clock(block.time)}`}
        </a>
        <span className={styles.reason}> · {block.reason}</span>
      </figcaption>
      <fieldset className={styles.acts} aria-label={`Quote of ${block.participant}`}>
        <button type="button" aria-pressed={around} onClick={() => setAround(!around)}>
          {around ? 'Hide context' : 'Show context'}
        </button>
        <button type="button" onClick={() => setDialog('edit')}>
          Cut or clarify
        </button>
        <button type="button" onClick={() => setDialog('replace')}>
          Replace
        </button>
        <button type="button" onClick={() => choices.leaveOut(ref)}>
          Leave out
        </button>
        {decided ? (
          <button type="button" onClick={() => choices.forget(ref)}>
            Let Loam choose
          </button>
        ) : null}
      </fieldset>
      {dialog === 'edit' ? (
        <EditQuoteDialog reading={reading.current} block={block} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'replace' ? (
        <ReplaceQuoteDialog reading={reading.current} block={block} onClose={() => setDialog(null)} />
      ) : null}
    </figure>
  )
}
