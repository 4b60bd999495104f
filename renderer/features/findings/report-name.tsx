import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { changeReport } from '../../../shared/commands/change-report.ts'
import type { Report } from '../../../shared/model/report-entities.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { TextField } from '../../ui/field.tsx'

/** The name of a report just made, to type over. Enter or leaving keeps what is written, Escape the name it has. */
export function ReportName({ report, onNamed }: { readonly report: Report; readonly onNamed: () => void }) {
  const open = useOpenProject()
  const commit = useCommit()
  const box = useRef<HTMLDivElement>(null)
  const [title, setTitle] = useState(report.title)
  useEffect(() => box.current?.querySelector('input')?.select(), [])
  const isOver = useRef(false)
  // Leaving the field comes after Enter and Escape too, as it goes away under the hands.
  const end = (isKept: boolean) => {
    if (isOver.current) return
    isOver.current = true
    onNamed()
    if (isKept) void commit(changeReport(open.project, report.id, { title }))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === 'Escape') end(event.key === 'Enter')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside has the keyboard.
    <div ref={box} onKeyDown={onKey} onBlur={() => end(true)}>
      <TextField label="Name of the report" hideLabel value={title} onChange={setTitle} />
    </div>
  )
}
