import { proseAt, writeProse } from '../../../shared/commands/write-prose.ts'
import type {
  PrevalenceBlock,
  ProseBlock,
  ReportBlock,
  TableBlock,
} from '../../../shared/report/report-document.ts'
import { hrefTo } from '../../parts/places.ts'
import { ProseEditor } from '../../parts/prose-editor.tsx'
import { ProseText } from '../../parts/prose-editor-text.tsx'
import { surroundings } from '../../platform/making.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { draftKey } from './left-drafts.ts'
import { numberParts } from './number-chips.ts'
import { placeName } from './place-name.ts'
import { QuoteView } from './quote-view.tsx'
import { useNewestReading } from './reading-context.tsx'
import styles from './report.module.css'
import type { Section } from './sections.ts'

/** One block of a report as it stands on the page. */
export function BlockView({ section, block }: { readonly section: Section; readonly block: ReportBlock }) {
  switch (block.kind) {
    case 'prose':
      return block.by === 'lead' ? <Place section={section} block={block} /> : <LoamsWords block={block} />
    case 'prevalence':
      return <Numbers block={block} />
    case 'quote':
      return <QuoteView block={block} />
    case 'table':
      return <Table block={block} />
    case 'gap':
      return <p className={styles.gap}>{block.text}</p>
    default:
      return null
  }
}

function LoamsWords({ block }: { readonly block: ProseBlock }) {
  const closing = block.place.endsWith('/closing')
  return (
    <div className={closing ? styles.closing : styles.loam}>
      <ProseText doc={block.doc} />
    </div>
  )
}

/** A named place where the lead writes. The words come from the project as it is now, not as the report last read. */
function Place({ section, block }: { readonly section: Section; readonly block: ProseBlock }) {
  const reading = useNewestReading()
  const open = useOpenProject()
  const commit = useCommit()
  const { report } = reading.current
  const { place } = block
  const now = useSelected((each) => proseAt(each.project, report.id, place))
  const isRead = now === proseAt(reading.current.project, report.id, place)
  const name = placeName(section, block)
  const onWrite = async (doc: NonNullable<typeof now>['doc']) => {
    const making = { newId: surroundings.newId, at: surroundings.now(), by: open.coder }
    const kept = await commit(
      writeProse(open.project, { report: report.id, place, placeName: name, doc }, making),
    )
    return kept.ok
  }
  return (
    <div className={place.endsWith('/after') ? styles.after : styles.opening}>
      <ProseEditor
        label={name}
        invitation={place.endsWith('/after') ? 'Write below the evidence' : 'Write here'}
        doc={now?.doc ?? null}
        {...(isRead && now ? { shown: block.doc } : {})}
        draftKey={draftKey(open, report.id, place)}
        onWrite={onWrite}
      />
    </div>
  )
}

/** A sentence whose numbers lead to the excerpts they count. */
function Numbers({ block }: { readonly block: PrevalenceBlock }) {
  const open = useOpenProject()
  const href = hrefTo(open.id, { kind: 'codebook', code: block.code })
  return (
    <p className={block.under ? styles.partNumbers : styles.numbers}>
      {numberParts(block.text).map((part, i) =>
        part.isNumber ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no identity but their place.
          <a key={i} href={href} className={styles.chip} title={`Show the excerpts of ${block.codeName}`}>
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  )
}

function Table({ block }: { readonly block: TableBlock }) {
  return (
    <div className={styles.tableFrame}>
      <table>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn anew as a whole.
            <tr key={i}>
              {row.map((cell, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={j} data-number={/^\d+( of \d+)?$/.test(cell) ? '' : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
