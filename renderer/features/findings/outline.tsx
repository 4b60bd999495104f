import { useEffect, useRef } from 'react'
import type { ReportId } from '../../../shared/model/ids.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import styles from './findings.module.css'
import type { Section } from './sections.ts'

/** The report's sections at a glance, in two levels as in its table of contents; those below a chapter show while one
    is in that chapter. */
export function Outline({
  report,
  sections,
  current,
  onGo,
}: {
  readonly report: ReportId
  readonly sections: readonly Section[]
  readonly current: Section | undefined
  readonly onGo: (anchor: string) => void
}) {
  const open = useOpenProject()
  const list = useRef<HTMLElement>(null)
  const here = current && outlined(sections, current).heading.anchor
  useEffect(() => {
    if (here !== undefined)
      list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [here])
  const shown = sections.filter(
    ({ heading, chapter }) => heading.level === 1 || (heading.level === 2 && chapter === current?.chapter),
  )
  return (
    <nav ref={list} aria-label="Outline" className={styles.outline}>
      <h2>Outline</h2>
      {shown.map(({ heading }) => (
        <a
          key={heading.anchor}
          href={hrefTo(open.id, { kind: 'findings', report, anchor: heading.anchor })}
          aria-current={heading.anchor === here ? 'location' : undefined}
          data-level={heading.level}
          onClick={() => onGo(heading.anchor)}
        >
          {heading.text}
        </a>
      ))}
    </nav>
  )
}

/** A section deeper than the outline shows stands under the one before it that is shown. */
function outlined(sections: readonly Section[], current: Section): Section {
  const before = sections.slice(0, sections.indexOf(current) + 1)
  return before.findLast(({ heading }) => heading.level < 3) ?? current
}
