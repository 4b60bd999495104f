import { memo } from 'react'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { LaidBlock } from '../../../shared/report/grouped-blocks.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { BlockView } from './block-view.tsx'
import { laidSection } from './laid-section.ts'
import { type WritingWish, withPlace } from './place-about.ts'
import { ReadingProvider } from './reading-context.tsx'
import styles from './report.module.css'
import type { Section } from './sections.ts'
import type { ReportReading } from './use-report-reading.ts'

/** The report as readers will have it, with places to write at between the evidence. */
export function ReportView({
  reading,
  wish,
}: {
  readonly reading: ReportReading
  readonly wish: WritingWish | null
}) {
  return (
    <section aria-label="Report" className={styles.report}>
      <ReadingProvider reading={reading}>
        <article>
          <header className={styles.title}>
            <h1>{reading.document.title}</h1>
            <p>{underTitle(reading)}</p>
          </header>
          {reading.sections.map((section) => (
            <SectionView
              key={section.heading.anchor}
              section={section}
              hue={hueOfSection(reading, section)}
              wish={wish?.anchor === section.heading.anchor ? wish : null}
            />
          ))}
        </article>
      </ReadingProvider>
    </section>
  )
}

function underTitle({ document, tally }: ReportReading): string {
  const people = tally.denominator.tookPart.length
  const forWhom = document.audience ? ` Prepared for: ${document.audience}.` : ''
  return `${counted(people, 'participant')}. Reads ${document.layer}.${forWhom}`
}

/** The report's title is the first heading of the page. */
const tags = { 1: 'h2', 2: 'h3', 3: 'h4' } as const

function hueOfSection({ project }: ReportReading, { codes }: Section): number | null {
  const [code] = codes
  return code ? hueOf(project.tables.code, code) : null
}

const SectionView = memo(function SectionView({
  section,
  hue,
  wish,
}: {
  readonly section: Section
  readonly hue: number | null
  readonly wish: WritingWish | null
}) {
  const { heading, blocks } = section
  const Heading = tags[heading.level]
  return (
    <section
      data-anchor={heading.anchor}
      data-level={heading.level}
      className={styles.section}
      style={hue === null ? undefined : hueStyle(hue)}
    >
      <Heading>{heading.text}</Heading>
      {laidSection(wish ? withPlace(blocks, wish) : blocks).map((block, i) => (
        <BlockView key={keyOf(block, i)} section={section} block={block} wish={wish} />
      ))}
    </section>
  )
})

/** Places, quotes and numbers are known by what they are, so that an editor stays open when evidence moves round it. */
function keyOf(block: LaidBlock, index: number): string {
  switch (block.kind) {
    case 'prose':
      return block.by === 'lead' ? `place ${block.place}` : `prose ${index}`
    case 'quote':
      return `quote ${block.coding} ${block.participant}`
    case 'prevalence':
      return `told ${block.code}`
    case 'items':
    case 'sentences':
    case 'parts':
      return `${block.kind} ${block.parts[0]?.code}`
    default:
      return `${block.kind} ${index}`
  }
}
