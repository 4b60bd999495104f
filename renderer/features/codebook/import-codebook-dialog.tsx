import { type DragEvent, useMemo, useState } from 'react'
import { applyCodebookComparison, tickedCodes } from '../../../shared/commands/apply-codebook-comparison.ts'
import type { CodebookComparison } from '../../../shared/exchange/code-differences.ts'
import type { CodebookFile } from '../../../shared/exchange/codebook-reading.ts'
import { compareCodebooks, usualTicks } from '../../../shared/exchange/compare-codebooks.ts'
import { codebookFileEndings, readCodebook } from '../../../shared/exchange/read-codebook.ts'
import { receiptSentences } from '../../../shared/exchange/read-receipt.ts'
import { desktop } from '../../platform/desktop.ts'
import { droppedFiles } from '../../platform/dropped-files.ts'
import { useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { type BaseOption, baseOptions, useCodePast } from './codebook-past.ts'
import styles from './comparison.module.css'
import { ComparisonView } from './comparison-view.tsx'
import { summaryOf } from './comparison-words.ts'
import { takeCompared } from './take-compared.ts'
import { counted } from './words.ts'

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
  const [isOver, setOver] = useState(false)
  const take = (
    given: { readonly name: string; readonly bytes: Uint8Array; readonly problem?: string } | undefined,
  ) => {
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
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [first] = await droppedFiles(event.dataTransfer, [])
    take(await first?.read())
  }
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first. */}
      <div
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
      >
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
  const title =
    project.tables.code.size === 0 ? `Look before you import ${file.file}` : `Compare with ${file.file}`
  if (!options || !option)
    return (
      <Dialog title={title} width="full" isOpen onClose={onClose}>
        <p role="status">Reading the history of the codebook…</p>
      </Dialog>
    )
  return (
    <Compared
      key={option.key}
      title={title}
      file={file}
      options={options}
      option={option}
      onOption={setKey}
      onBack={onBack}
      onClose={onClose}
    />
  )
}

function Compared({
  title,
  file,
  options,
  option,
  onOption,
  onBack,
  onClose,
}: {
  readonly title: string
  readonly file: CodebookFile
  readonly options: readonly BaseOption[]
  readonly option: BaseOption
  readonly onOption: (key: string) => void
  readonly onBack: () => void
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const project = useProject()
  const comparison = useMemo(() => compareCodebooks(project, file, option.base), [project, file, option])
  const [ticks, setTicks] = useState(() => usualTicks(comparison))
  const isEmpty = project.tables.code.size === 0
  const apply = async () => {
    const gesture = applyCodebookComparison(open.project, comparison, ticks, file.file)
    onClose()
    await takeCompared(open, gesture, { kind: 'import' })
  }
  return (
    <Dialog
      title={title}
      width="full"
      isOpen
      staysOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onBack}>
            Another file…
          </Button>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <ApplyButton comparison={comparison} ticks={ticks} isEmpty={isEmpty} onApply={() => void apply()} />
        </>
      }
    >
      <div className={styles.whole}>
        <div>
          <div className={styles.head}>
            <p role="status" aria-label="Comparison">
              {summaryOf(comparison.codes, 'file')}.
            </p>
            {isEmpty ? null : (
              <Select label="What both began from" options={options} value={option.key} onChange={onOption} />
            )}
          </div>
          <Receipt file={file} />
        </div>
        <ComparisonView comparison={comparison} to="file" ticks={ticks} onTicks={setTicks} />
      </div>
    </Dialog>
  )
}

function ApplyButton({
  comparison,
  ticks,
  isEmpty,
  onApply,
}: {
  readonly comparison: CodebookComparison
  readonly ticks: ReadonlySet<string>
  readonly isEmpty: boolean
  readonly onApply: () => void
}) {
  const count = tickedCodes(comparison, ticks).length
  return (
    <Button look="do" isDisabled={count === 0} onPress={onApply}>
      {isEmpty ? `Add ${counted(count, 'code')}` : `Apply ${counted(count, 'change')}`}
    </Button>
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
