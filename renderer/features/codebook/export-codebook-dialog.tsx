import { useState } from 'react'
import type { CodebookEnding } from '../../../shared/exchange/codebook-files.ts'
import { inOrder, inquiryOf } from '../../../shared/model/project.ts'
import { desktop } from '../../platform/desktop.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'

/** Writes the codebook to a file of the kind somebody chooses. */
export function ExportCodebookDialog({ onClose }: { readonly onClose: () => void }) {
  const open = useOpenProject()
  const [ending, setEnding] = useState<CodebookEnding>('docx')
  const save = async () => {
    onClose()
    const { name, description } = inquiryOf(open.project)
    const { writeCodebook } = await import('../../../shared/exchange/codebook-files.ts')
    const codebook = {
      name: `${name}: codebook`,
      description: description ?? '',
      codes: inOrder(open.project.tables.code),
    }
    const bytes = await writeCodebook(codebook, ending)
    const saved = await desktop().saveAs({
      suggestedName: `${fileName(name)} codebook.${ending}`,
      title: 'Export codebook',
      bytes,
      mediaType: mediaTypes[ending],
    })
    if (saved?.ok) say({ kind: 'done', text: `The codebook is in ${saved.name}.` })
    else if (saved) say({ kind: 'trouble', text: saved.problem })
  }
  return (
    <Dialog
      title="Export codebook"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="do" onPress={() => void save()}>
            Export codebook
          </Button>
        </>
      }
    >
      <Select label="As" value={ending} options={endings} onChange={setEnding} />
    </Dialog>
  )
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
