import { useState } from 'react'
import { changeReport, removeReport } from '../../../shared/commands/change-report.ts'
import { inquiryOf, type Project } from '../../../shared/model/project.ts'
import type { LayerChoice, Report } from '../../../shared/model/report-entities.ts'
import { hrefTo } from '../../parts/places.ts'
import { undoLast } from '../../parts/undo.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import { AudienceSelect } from './audience-select.tsx'
import styles from './dialogs.module.css'

type Choice = LayerChoice | 'usual'

/** What one report is called, reads, and is for; and its end. Nothing here touches the codings. */
export function ReportDialog({ report, onClose }: { readonly report: Report; readonly onClose: () => void }) {
  const open = useOpenProject()
  const project = useProject()
  const commit = useCommit()
  const [title, setTitle] = useState(report.title)
  const [layer, setLayer] = useState<Choice>(report.layer ?? 'usual')
  const [audience, setAudience] = useState(report.audience)
  const [counts, setCounts] = useState(report.counts === true)
  const [translations, setTranslations] = useState<Translations>(report.translations ?? 'none')
  const reflexive = inquiryOf(project).approach === 'reflexive'
  const keep = async () => {
    const changes = {
      title,
      audience,
      layer: layer === 'usual' ? undefined : layer,
      counts: counts || undefined,
      translations: translations === 'none' ? undefined : translations,
    }
    const kept = await commit(changeReport(open.project, report.id, changes))
    if (kept.ok) onClose()
  }
  const remove = async () => {
    onClose()
    const gone = await commit(removeReport(open.project, report.id))
    if (!gone.ok) return
    location.hash = hrefTo(open.id, { kind: 'findings' })
    say({
      kind: 'done',
      text: `Deleted “${report.title}”`,
      action: { label: 'Undo', run: () => void undoLast(open) },
    })
  }
  return (
    <Dialog
      title="Report settings"
      isOpen
      onClose={onClose}
      aside={
        <Button look="danger" onPress={() => void remove()}>
          Delete report
        </Button>
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" isDisabled={title.trim() === ''} onPress={() => void keep()}>
            Keep
          </Button>
        </>
      }
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        problem={title.trim() === '' ? 'Give the report a title.' : undefined}
      />
      <Select label="Codings it reads" options={layersOf(project)} value={layer} onChange={setLayer} />
      <AudienceSelect value={audience} onChange={setAudience} />
      {project.tables.translation.size > 0 || report.translations ? (
        <Select
          label="Quotes of translated sources"
          options={translationOptions}
          value={translations}
          onChange={setTranslations}
        />
      ) : null}
      {reflexive ? (
        <div>
          <Checkbox isSelected={counts} onChange={setCounts}>
            Show counts in this report
          </Checkbox>
          <p className={styles.hint}>
            In a reflexive inquiry themes are read, not counted: how many spoke of something says little about
            how much it matters. Counts are off unless your readers need them.
          </p>
        </div>
      ) : null}
    </Dialog>
  )
}

type Translations = NonNullable<Report['translations']> | 'none'

const translationOptions: readonly {
  readonly key: Translations
  readonly label: string
  readonly hint: string
}[] = [
  { key: 'none', label: 'As they were said', hint: 'Only the original words.' },
  { key: 'under', label: 'With the translation under them', hint: 'Labelled with its translator.' },
  {
    key: 'instead',
    label: 'Only in translation',
    hint: 'Marked as translated, never as a quote. What nobody translated stays as it was said.',
  },
]

function layersOf(
  project: Project,
): readonly { readonly key: Choice; readonly label: string; readonly hint?: string }[] {
  return [
    {
      key: 'usual',
      label: 'As usual',
      hint: 'The agreed layer where there is one, else everyone’s coding together.',
    },
    { key: 'agreed', label: 'The agreed layer' },
    { key: 'all', label: 'Everyone’s coding together' },
    ...[...project.tables.coder.values()].map((coder) => ({
      key: coder.id,
      label: `Only ${coder.name}’s coding`,
    })),
  ]
}
