import { useMemo, useState } from 'react'
import type { OpenedFile } from '../../../shared/bridge.ts'
import type { CodebookFile } from '../../../shared/exchange/codebook-reading.ts'
import { compareCodebooks, usualTicks } from '../../../shared/exchange/compare-codebooks.ts'
import { codebookFileEndings, readCodebook } from '../../../shared/exchange/read-codebook.ts'
import { receiptSentences } from '../../../shared/exchange/read-receipt.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useDrop } from '../../parts/use-drop.ts'
import { desktop } from '../../platform/desktop.ts'
import { droppedFiles } from '../../platform/dropped-files.ts'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { baseOptions, useCodePast } from './codebook-past.ts'
import { ComparedDialog } from './compared-dialog.tsx'
import styles from './comparison.module.css'

/** Brings in a codebook from a file: first it is laid beside the one here, then what is ticked is taken. */
export function ImportCodebookDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<CodebookFile | null>(null)
  return file ? (
    <CompareFile file={file} onBack={() => setFile(null)} onClose={onClose} />
  ) : (
    <ChooseFile onFile={setFile} onClose={onClose} />
  )
}

function ChooseFile({
  onFile,
  onClose,
}: {
  readonly onFile: (file: CodebookFile) => void
  readonly onClose: () => void
}) {
  const [problem, setProblem] = useState('')
  const take = (given: OpenedFile | undefined) => {
    if (!given) return
    const read =
      given.problem === undefined
        ? readCodebook(given.name, given.bytes)
        : { ok: false as const, problem: given.problem }
    if (read.ok) onFile(read)
    else setProblem(`${given.name}: ${read.problem}`)
  }
  const choose = async () => {
    const endings = [...codebookFileEndings]
    const [chosen] = await desktop().openFiles({ title: 'Import a codebook', endings, several: false })
    take(chosen)
  }
  const drop = async (dropped: DataTransfer) => {
    const [first] = await droppedFiles(dropped, [])
    take(await first?.read())
  }
  const { isOver, zone } = useDrop((dropped) => void drop(dropped))
  return (
    <Dialog
      title="Import a codebook"
      isOpen
      onClose={onClose}
      actions={
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
      }
    >
      <div {...zone} className={styles.drop} data-over={isOver || undefined}>
        <p>
          A codebook from Loam, from another tool (REFI-QDA, Taguette), or your own table: CSV, Excel or JSON,
          a row a code.
        </p>
        <Button look="do" onPress={() => void choose()}>
          Choose a file…
        </Button>
        <p className={styles.quiet}>Or drop it here. You look at it before anything changes.</p>
      </div>
      {problem ? <p role="alert">{problem}</p> : null}
    </Dialog>
  )
}

function CompareFile({
  file,
  onBack,
  onClose,
}: {
  readonly file: CodebookFile
  readonly onBack: () => void
  readonly onClose: () => void
}) {
  const project = useProject()
  const past = useCodePast()
  const options = useMemo(() => (past ? baseOptions(project, file, past) : null), [project, file, past])
  const [key, setKey] = useState<string | null>(null)
  const option = options?.find((each) => each.key === key) ?? options?.[0]
  const comparison = useMemo(
    () => (option ? compareCodebooks(project, file, option.base) : null),
    [project, file, option],
  )
  const isEmpty = project.tables.code.size === 0
  const title = isEmpty ? `Look before you import ${file.file}` : `Compare with ${file.file}`
  if (!options || !option || !comparison)
    return (
      <Dialog title={title} width="full" isOpen onClose={onClose}>
        <p role="status">Reading the history of the codebook…</p>
      </Dialog>
    )
  return (
    <ComparedDialog
      key={option.key}
      title={title}
      comparison={comparison}
      to="file"
      from={file.file}
      ticked={() => usualTicks(comparison)}
      act={(count) => (isEmpty ? `Add ${counted(count, 'code')}` : `Apply ${counted(count, 'change')}`)}
      onBack={onBack}
      onClose={onClose}
      beside={
        isEmpty ? null : (
          <Select label="What both began from" options={options} value={option.key} onChange={setKey} />
        )
      }
      below={<Receipt file={file} />}
    />
  )
}

/** What was repaired or left out when the file was read. */
function Receipt({ file: { receipt, sets } }: { readonly file: CodebookFile }) {
  const sentences = [...receiptSentences(receipt), ...sets.map((set) => `Set ${set}.`)]
  if (sentences.length === 0) return null
  return (
    <details className={styles.receipt} open={sentences.length < 3}>
      <summary>
        {receipt.origin ? `Read from ${receipt.origin}: ` : ''}
        {counted(sentences.length, 'note')} about the file
      </summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>– {sentence}</li>
        ))}
      </ul>
    </details>
  )
}
