import { useMemo, useState } from 'react'
import { freezeCodebook } from '../../../shared/commands/freeze-codebook.ts'
import { everythingSaid } from '../../../shared/exchange/codebook-reading.ts'
import { compareCodebooks } from '../../../shared/exchange/compare-codebooks.ts'
import type { CodebookVersion } from '../../../shared/model/entities.ts'
import type { Project } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCodeRights } from '../../parts/code-rights.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ComparedDialog } from './compared-dialog.tsx'
import styles from './comparison.module.css'
import { ExportCodebookDialog } from './export-codebook-dialog.tsx'
import { dayAndTime } from './words.ts'

type Doing = { readonly kind: 'compare' | 'export'; readonly version: CodebookVersion } | null

/** The codebook as it was kept under a name: keeps it as it is now, lays a version beside it, brings back from it. */
export function VersionsDialog({ onClose }: { readonly onClose: () => void }) {
  const [doing, setDoing] = useState<Doing>(null)
  const back = () => setDoing(null)
  if (doing?.kind === 'export') return <ExportCodebookDialog version={doing.version} onClose={back} />
  if (doing?.kind === 'compare')
    return <CompareVersion version={doing.version} onBack={back} onClose={onClose} />
  return <VersionList onDo={setDoing} onClose={onClose} />
}

function VersionList({
  onDo,
  onClose,
}: {
  readonly onDo: (doing: Doing) => void
  readonly onClose: () => void
}) {
  const project = useProject()
  const versions = [...project.tables.codebookVersion.values()].toSorted((a, b) => b.at - a.at)
  const { decides } = useCodeRights()
  return (
    <Dialog
      title="Versions of the codebook"
      width="wide"
      isOpen
      onClose={onClose}
      actions={
        <Button look="quiet" onPress={onClose}>
          Close
        </Button>
      }
    >
      <p>
        A version keeps every code as it is now, so that you can say later what was coded with, see what
        changed since, and bring it back.
      </p>
      {decides && project.tables.code.size > 0 ? <Freeze taken={versions.length} /> : null}
      {versions.length === 0 ? (
        <p className={styles.quiet}>No version has been kept yet.</p>
      ) : (
        <ul className={styles.versions} aria-label="Versions">
          {versions.map((version) => (
            <li key={version.id}>
              <div>
                <strong>{version.name}</strong>
                <span className={styles.quiet}>
                  {counted(version.codes.length, 'code')}, {dayAndTime(version.at)},{' '}
                  {keptBy(project, version)}
                  {version.note ? `. ${version.note}` : ''}
                </span>
              </div>
              <Button
                aria-label={`Compare ${version.name} with now`}
                onPress={() => onDo({ kind: 'compare', version })}
              >
                Compare with now
              </Button>
              <Button
                look="quiet"
                aria-label={`Export ${version.name}…`}
                onPress={() => onDo({ kind: 'export', version })}
              >
                Export…
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Freeze({ taken }: { readonly taken: number }) {
  const open = useOpenProject()
  const commit = useCommit()
  const [name, setName] = useState(`Version ${taken + 1}`)
  const [note, setNote] = useState('')
  const keep = async () => {
    const { gesture } = freezeCodebook(open.project, { name, note }, open.making)
    if (!(await commit(gesture)).ok) return
    setName(`Version ${taken + 2}`)
    setNote('')
  }
  return (
    <div className={styles.freeze}>
      <TextField label="Name of the version" value={name} onChange={setName} />
      <TextField label="Note" placeholder="Why it is kept, what is new" value={note} onChange={setNote} />
      <Button look="do" isDisabled={name.trim() === ''} onPress={() => void keep()}>
        Keep this version
      </Button>
    </div>
  )
}

function CompareVersion({
  version,
  onBack,
  onClose,
}: {
  readonly version: CodebookVersion
  readonly onBack: () => void
  readonly onClose: () => void
}) {
  const project = useProject()
  const { mayUnite, why } = useCodeRights()
  const comparison = useMemo(
    () =>
      compareCodebooks(project, {
        codes: version.codes,
        stated: new Set(version.codes.map(({ id }) => id)),
        says: everythingSaid,
      }),
    [project, version],
  )
  return (
    <ComparedDialog
      title={`${version.name} beside the codebook now`}
      comparison={comparison}
      to="version"
      from={version.name}
      ticked={() => new Set()}
      act={(count) => (count === 0 ? 'Bring back what is ticked' : `Bring back ${counted(count, 'change')}`)}
      mayTake={mayUnite}
      onBack={onBack}
      onClose={onClose}
      below={
        <p className={styles.quiet}>
          Kept {dayAndTime(version.at)} by {keptBy(project, version)}. {why}
        </p>
      }
    />
  )
}

function keptBy(project: Project, { by }: CodebookVersion): string {
  return project.tables.coder.get(by)?.name ?? 'somebody no longer here'
}
