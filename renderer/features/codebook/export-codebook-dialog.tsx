import { useState } from 'react'
import type { CodebookEnding } from '../../../shared/exchange/codebook-files.ts'
import { codebookLosses } from '../../../shared/exchange/codebook-losses.ts'
import { codebookState } from '../../../shared/exchange/codebook-state.ts'
import { mayQuoteWithdrawn, withToldCodes } from '../../../shared/exchange/told-codes.ts'
import type { CodebookVersion } from '../../../shared/model/entities.ts'
import { inOrder, inquiryOf } from '../../../shared/model/project.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { CancelOr } from '../../ui/cancel-or.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import { type CodeCounts, useCodeCounts } from './use-code-counts.ts'
import { countedSoFar } from './words.ts'

const nothingBeside = { contents: new Map(), originals: new Map(), changes: [] }

/** Writes the codebook, as it is or as a version kept it, to a file of the kind somebody chooses. */
export function ExportCodebookDialog({
  version,
  onClose,
}: {
  readonly version?: CodebookVersion
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const { counts } = useCodeCounts()
  const [ending, setEnding] = useState<CodebookEnding>('docx')
  const [withCounts, setWithCounts] = useState(false)
  const mayCount = counts !== null && version === undefined && isDocument(ending)
  const { id, name, description } = inquiryOf(open.project)
  const plain = {
    name: version ? `${name}, ${version.name}` : name,
    description: version?.note ?? description ?? '',
    codes: version?.codes ?? inOrder(open.project.tables.code),
  }
  const losses = codebookLosses(ending, plain)
  const save = async () => {
    onClose()
    const { writeCodebook } = await import('../../../shared/exchange/codebook-files.ts')
    const told = withToldCodes(
      mayQuoteWithdrawn(open.project) ? await open.archive() : { ...nothingBeside, project: open.project },
    )
    const codebook = {
      ...plain,
      codes: (version && told.tables.codebookVersion.get(version.id)?.codes) ?? inOrder(told.tables.code),
      state: codebookState(id, open.log, open.making.at, version?.id),
      ...(mayCount && withCounts ? { counts: countsInWords(counts) } : {}),
    }
    const bytes = await writeCodebook(codebook, ending)
    const suggestedName = `${fileName(version ? `${name} codebook ${version.name}` : `${name} codebook`)}.${ending}`
    const saved = await desktop().saveAs({
      suggestedName,
      title: 'Export codebook',
      bytes,
      mediaType: mediaTypes[ending],
    })
    if (saved?.ok) say({ kind: 'done', text: `The codebook is in ${saved.name}.` })
    else if (saved) say({ kind: 'trouble', text: saved.problem })
  }
  return (
    <Dialog
      title={version ? `Export ${version.name}` : 'Export codebook'}
      isOpen
      onClose={onClose}
      actions={
        <CancelOr onCancel={onClose} onDo={() => void save()}>
          Export codebook
        </CancelOr>
      }
    >
      <Select label="As" value={ending} options={endings} onChange={setEnding} />
      <p role="status">{losses === '' ? 'Everything in the codebook goes along.' : losses}</p>
      {mayCount ? (
        <Checkbox isSelected={withCounts} onChange={setWithCounts}>
          Say of each code how widely it is used
        </Checkbox>
      ) : null}
    </Dialog>
  )
}

/** Kinds of file that are for reading. */
function isDocument(ending: CodebookEnding): boolean {
  return ending === 'docx' || ending === 'html' || ending === 'md'
}

function countsInWords({ byCode, layer }: CodeCounts): ReadonlyMap<string, string> {
  return new Map([...byCode].map(([code, count]) => [code, countedSoFar(count, layer)]))
}

/** A name without the signs that file systems refuse. */
export function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'Loam'
}

const endings = [
  { key: 'docx', label: 'Word document', hint: 'To read and to print' },
  { key: 'qdc', label: 'REFI-QDA codebook', hint: 'For NVivo, MAXQDA, ATLAS.ti and others' },
  { key: 'xlsx', label: 'Excel workbook', hint: 'One row a code' },
  { key: 'csv', label: 'CSV table', hint: 'One row a code, for any tool' },
  { key: 'html', label: 'Web page', hint: 'To read in any browser' },
  { key: 'md', label: 'Markdown', hint: 'Plain text with headings' },
  { key: 'json', label: 'JSON', hint: 'Everything, for programs' },
] as const satisfies readonly { key: CodebookEnding; label: string; hint: string }[]

const mediaTypes = {
  qdc: 'application/xml',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  md: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<CodebookEnding, string>
