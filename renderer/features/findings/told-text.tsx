import type { PrevalenceBlock } from '../../../shared/report/report-document.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { useNewestReading } from './reading-context.tsx'
import styles from './report.module.css'
import { type ToldPart, toldParts } from './told-parts.ts'

/** What is told of a code, its names and numbers leading to the excerpts they stand for. */
export function ToldText({ block }: { readonly block: PrevalenceBlock }) {
  const reading = useNewestReading()
  const codes = reading.current.project.tables.code
  const finer = [...codes.values()].filter((each) => each.parent === block.code)
  return toldParts(block, finer).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no identity but their place.
    <Part key={i} part={part} />
  ))
}

const looks = { opening: styles.codeName, name: styles.codeName, number: styles.chip }

function Part({ part: { kind, text, leadsTo } }: { readonly part: ToldPart }) {
  const open = useOpenProject()
  if (kind === 'words') return text
  const link = (
    <a
      href={hrefTo(open.id, { kind: 'codebook', code: leadsTo.id })}
      className={looks[kind]}
      title={`Show the excerpts of ${leadsTo.name}`}
    >
      {kind === 'number' ? <Count text={text} /> : text}
    </a>
  )
  return kind === 'opening' ? <strong>{link}</strong> : link
}

/** "3 of 8 participants": the numbers keep together, and only they are set off in running text. */
function Count({ text }: { readonly text: string }) {
  const count = /^\d+ of (?:all )?\d+/.exec(text)?.[0] ?? text
  return (
    <>
      <span className={styles.count}>{count}</span>
      {text.slice(count.length)}
    </>
  )
}
