import { Fragment } from 'react'
import type { LaidBlock, TogetherBlock } from '../../../shared/report/grouped-blocks.ts'
import type { ProseBlock, TableBlock } from '../../../shared/report/report-document.ts'
import { ProseText } from '../../parts/prose-editor-text.tsx'
import type { WritingWish } from './place-about.ts'
import { PlaceView } from './place-view.tsx'
import { QuoteView } from './quote-view.tsx'
import styles from './report.module.css'
import type { Section } from './sections.ts'
import { ToldText } from './told-text.tsx'

/** One block of a report as it stands on the page. */
export function BlockView({
  section,
  block,
  wish,
}: {
  readonly section: Section
  readonly block: LaidBlock
  /** Somebody wants to write at one of the section's places. */
  readonly wish: WritingWish | null
}) {
  switch (block.kind) {
    case 'prose':
      return block.by === 'lead' ? (
        <PlaceView section={section} block={block} wish={wish?.place === block.place ? wish : null} />
      ) : (
        <LoamsWords block={block} />
      )
    case 'prevalence':
      return (
        <p className={block.layout ? styles.numbers : styles.headline}>
          <ToldText block={block} />
        </p>
      )
    case 'items':
    case 'sentences':
    case 'parts':
      return <Together {...block} />
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
  return (
    <div className={styles.loam}>
      <ProseText doc={block.doc} />
    </div>
  )
}

/** Codes told together: a numbered list, sentences of one paragraph, or the finer kinds of a theme. */
function Together({ kind, parts }: TogetherBlock) {
  if (kind === 'sentences')
    return (
      <p className={styles.numbers}>
        {parts.map((part, i) => (
          <Fragment key={part.code}>
            {i > 0 ? ' ' : null}
            <ToldText block={part} />
          </Fragment>
        ))}
      </p>
    )
  const List = kind === 'items' ? 'ol' : 'ul'
  return (
    <List className={kind === 'items' ? styles.items : styles.parts}>
      {parts.map((part) => (
        <li key={part.code}>
          <ToldText block={part} />
        </li>
      ))}
    </List>
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
