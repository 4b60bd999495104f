import { memo, useMemo, useState } from 'react'
import { counted, number } from '../../../shared/text/counted.ts'
import { type RowStanding, TickedList, TickedRow } from '../../parts/ticked-list.tsx'
import { useSelected } from '../../project/project-context.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { takenFor } from './correction-choice.ts'
import { kindOf, type ListedFile } from './import-choices.ts'
import styles from './import-preview.module.css'
import { isRecording, needsALook } from './listed-file.ts'
import type { Reading } from './use-reading.ts'
import { kindOptions, labelIn } from './words.ts'

/** The files of an import: which come in, and which one is looked at. Of very many, only those in sight are drawn. */
export const ImportFileList = memo(function ImportFileList({ reading }: { readonly reading: Reading }) {
  const { files } = reading
  const [showing, setShowing] = useState<Showing>('all')
  const doubtful = useMemo(() => files.filter(needsALook).length, [files])
  const places = useMemo(() => placesOf(files, showing), [files, showing])
  const readable = files.filter((file) => file.draft).length
  const ticked = files.filter((file) => file.ticked).length
  return (
    <>
      {readable > 1 ? (
        <Checkbox
          isSelected={ticked === readable}
          isIndeterminate={ticked > 0 && ticked < readable}
          onChange={(is) => reading.setAll((file) => (file.draft ? { ...file, ticked: is } : file))}
        >
          All {number(readable)}{' '}
          {readable === files.length ? 'files' : `of ${number(files.length)} that can come in`}
        </Checkbox>
      ) : null}
      {doubtful > 0 && files.length > 8 ? (
        <Select
          label="Files shown"
          hideLabel
          options={[
            { key: 'all', label: 'In their order' },
            { key: 'first', label: `${number(doubtful)} of ${number(files.length)} that need a look, first` },
            { key: 'only', label: `Only the ${number(doubtful)} that need a look` },
          ]}
          value={showing}
          onChange={setShowing}
        />
      ) : null}
      <TickedList
        label="Files"
        className={styles.fileList}
        items={places}
        at={places.indexOf(reading.at)}
        onShow={reading.show}
        row={(at, standing) => {
          const file = files[at]
          return file ? (
            <FileItem
              key={at}
              at={at}
              file={file}
              {...standing}
              onTick={reading.tick}
              onShow={reading.show}
            />
          ) : null
        }}
      />
    </>
  )
})

type Showing = 'all' | 'first' | 'only'

/** Which files are listed, in what order, by their number. */
function placesOf(files: readonly ListedFile[], showing: Showing): readonly number[] {
  const all = [...files.keys()]
  if (showing === 'all') return all
  const isDoubtful = (at: number) => files[at] !== undefined && needsALook(files[at])
  const first = all.filter(isDoubtful)
  return showing === 'only' ? first : [...first, ...all.filter((at) => !isDoubtful(at))]
}

const FileItem = memo(function FileItem({
  at,
  file,
  onTick,
  onShow,
  ...standing
}: RowStanding & {
  readonly at: number
  readonly file: ListedFile
  readonly onTick: Reading['tick']
  readonly onShow: Reading['show']
}) {
  return (
    <TickedRow
      standing={standing}
      tick={{
        label: `Import ${file.file.name}`,
        is: file.ticked ? 'all' : 'none',
        isDisabled: file.draft === null,
        onChange: (ticked) => onTick(at, ticked),
      }}
      onShow={() => onShow(at)}
    >
      <strong data-out={!file.ticked || undefined}>{file.draft?.name ?? file.file.name}</strong>
      <FileLine file={file} />
    </TickedRow>
  )
})

function FileLine({ file }: { readonly file: ListedFile }) {
  const { draft, outcome } = file
  if (isRecording(file)) return <span>Recording, to link to a source</span>
  if (!outcome.ok) return <span className={styles.bad}>{outcome.problem}</span>
  if (file.twin !== null) return <span className={styles.doubt}>{file.twin}</span>
  if (!draft) return null
  if (takenFor(file) === 'correction') return <CorrectionLine file={file} />
  const notices = draft.notices.length
  return (
    <span>
      {labelIn(kindOptions, kindOf(file))} · {counted(draft.words, 'word')}
      {notices > 0 ? ` · ${counted(notices, 'notice')}` : ''}
      {ending(file.file.name)}
    </span>
  )
}

/** One interview often comes as several kinds of file, which only this tells apart. */
function ending(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? ` · ${name.slice(dot + 1).toUpperCase()}` : ''
}

function CorrectionLine({ file: { version, draft } }: { readonly file: ListedFile }) {
  const name = useSelected(({ project }) => version && project.tables.source.get(version.source)?.name)
  return (
    <span>
      Corrects “{name}” · {counted(draft?.words ?? 0, 'word')}
    </span>
  )
}
