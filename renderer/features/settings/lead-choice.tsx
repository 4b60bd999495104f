import { changeInquiry } from '../../../shared/commands/change-inquiry.ts'
import { codebookLead } from '../../../shared/model/decides-about-codes.ts'
import type { Coder } from '../../../shared/model/entities.ts'
import { useCommit, useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './settings.module.css'

/** Who decides about codes: everybody, or one person to whom the others propose. */
export function LeadChoice({ coders }: { readonly coders: readonly Coder[] }) {
  const open = useOpenProject()
  const commit = useCommit()
  const lead = useSelected(({ project }) => codebookLead(project)?.id)
  const options: readonly { readonly key: Coder['id'] | 'everybody'; readonly label: string }[] = [
    { key: 'everybody', label: 'Everybody' },
    ...coders.map(({ id, name }) => ({ key: id, label: name })),
  ]
  return (
    <div>
      <Select
        label="Who decides about codes"
        value={lead ?? 'everybody'}
        options={options}
        onChange={(key) =>
          void commit(changeInquiry(open.project, { lead: key === 'everybody' ? undefined : key }))
        }
      />
      <p className={styles.hint}>
        Where one person decides, the others propose codes and changes of them, and that person accepts,
        rewords or declines. It is an agreement among you, not a lock.
      </p>
    </div>
  )
}
