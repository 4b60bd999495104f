import { useState } from 'react'
import { RadioGroup } from 'react-aria-components'
import { changeReport } from '../../../shared/commands/change-report.ts'
import { entity } from '../../../shared/model/project.ts'
import type { Report } from '../../../shared/model/report-entities.ts'
import { composeReport } from '../../../shared/report/compose-report.ts'
import { desktop } from '../../platform/desktop.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { useCommit, useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import { AudienceSelect } from './audience-select.tsx'
import styles from './dialogs.module.css'
import { type ExportFormat, exportFormats, reportFile } from './export-formats.ts'

/** Asks for whom and as what a report leaves Loam. Title and audience are the report's own, so what is exported and
    what is on the desk are the same. */
export function ExportDialog({
  report,
  onClose,
  onPrint,
}: {
  readonly report: Report
  readonly onClose: () => void
  /** Prints the report under this title once it is drawn as decided here. */
  readonly onPrint: (title: string) => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const [format, setFormat] = useState<ExportFormat>('docx')
  const [title, setTitle] = useState(report.title)
  const [audience, setAudience] = useState(report.audience)
  const send = async () => {
    const kept = await commit(changeReport(open.project, report.id, { title, audience }))
    if (!kept.ok) return
    onClose()
    if (format === 'pdf') onPrint(title)
    else await save(open, report, format)
  }
  return (
    <Dialog
      title="Export report"
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void send()} isDisabled={title.trim() === ''}>
          {format === 'pdf' ? 'Print as PDF' : 'Save the file'}
        </CancelOr>
      }
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        problem={title.trim() === '' ? 'Give the report a title.' : undefined}
      />
      <AudienceSelect value={audience} onChange={setAudience} />
      <RadioGroup
        aria-label="Format"
        value={format}
        onChange={(key) => setFormat(exportFormats.find((each) => each.key === key)?.key ?? format)}
        className={styles.choices ?? ''}
      >
        <h3>Format</h3>
        {exportFormats.map((each) => (
          <Choice key={each.key} value={each.key} hint={each.hint}>
            {each.name}
          </Choice>
        ))}
      </RadioGroup>
    </Dialog>
  )
}

async function save(open: OpenProject, { id }: Report, format: Exclude<ExportFormat, 'pdf'>): Promise<void> {
  const document = composeReport(open.project, (hash) => open.text(hash), entity(open.project, 'report', id))
  const saved = await desktop().saveAs(await reportFile(document, format))
  if (saved?.ok) say({ kind: 'done', text: `Exported as ${saved.name}` })
  else if (saved) say({ kind: 'trouble', text: saved.problem })
}
