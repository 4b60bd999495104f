import { type RefObject, useEffect, useRef } from 'react'
import { proseAt, writeProse } from '../../../shared/commands/write-prose.ts'
import type { ProseBlock } from '../../../shared/report/report-document.ts'
import { ProseEditor } from '../../parts/prose-editor.tsx'
import { surroundings } from '../../platform/making.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { draftKey } from './left-drafts.ts'
import { isToldTogether, type WritingWish } from './place-about.ts'
import { placeName } from './place-name.ts'
import { useNewestReading } from './reading-context.tsx'
import styles from './report.module.css'
import type { Section } from './sections.ts'

/** A named place where the lead writes. The words come from the project as it is now, not as the report last read. */
export function PlaceView({
  section,
  block,
  wish,
}: {
  readonly section: Section
  readonly block: ProseBlock
  readonly wish: WritingWish | null
}) {
  const reading = useNewestReading()
  const open = useOpenProject()
  const commit = useCommit()
  const { report } = reading.current
  const { place } = block
  const now = useSelected((each) => proseAt(each.project, report.id, place))
  const isRead = now === proseAt(reading.current.project, report.id, place)
  const name = placeName(section, block)
  const closes = place.endsWith('/after')
  const together = isToldTogether(section.blocks, place.split('/')[1] ?? '')
  const frame = useWished(wish)
  const onWrite = async (doc: NonNullable<typeof now>['doc']) => {
    const making = { newId: surroundings.newId, at: surroundings.now(), by: open.coder }
    const kept = await commit(
      writeProse(open.project, { report: report.id, place, placeName: name, doc }, making),
    )
    return kept.ok
  }
  return (
    <div ref={frame} className={together ? styles.about : closes ? styles.after : styles.opening}>
      {together ? <small>{name}</small> : null}
      <ProseEditor
        label={name}
        invitation={together ? `Write about “${name}”` : closes ? 'Write below the evidence' : 'Write here'}
        doc={now?.doc ?? null}
        {...(isRead && now ? { shown: block.doc } : {})}
        draftKey={draftKey(open, report.id, place)}
        onWrite={onWrite}
      />
    </div>
  )
}

/** Begins to write where somebody wished to, as if they had pressed the place's own button. */
function useWished(wish: WritingWish | null): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!wish) return
    frame.current?.scrollIntoView({ block: 'center' })
    frame.current?.querySelector<HTMLElement>('[data-write-place], [aria-label^="Edit "]')?.click()
  }, [wish])
  return frame
}
