import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react'
import { useWindow } from '../../parts/use-window.ts'
import { useSelected } from '../../project/project-context.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { takenFor } from './correction-choice.ts'
import { kindOf, type ListedFile } from './import-choices.ts'
import styles from './import-preview.module.css'
import { isRecording, needsALook } from './listed-file.ts'
import type { Reading } from './use-reading.ts'
import { counted, kindOptions, labelIn, number } from './words.ts'

/** The files of an import: which come in, and which one is looked at. Of very many, only those in sight are drawn. */
export const ImportFileList = memo(function ImportFileList({ reading }: { readonly reading: Reading }) {
  const { files } = reading
  const [showing, setShowing] = useState<Showing>('all')
  const doubtful = useMemo(() => files.filter(needsALook).length, [files])
  const places = useMemo(() => placesOf(files, showing), [files, showing])
  const sight = useWindow(places.length, rowHeight, 0)
  const list = useRef<HTMLUListElement>(null)
  const following = useRef<'input' | 'button' | null>(null)
  const readable = files.filter((file) => file.draft).length
  const ticked = files.filter((file) => file.ticked).length
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const from = places.indexOf(reading.at)
    const to = places[from + step]
    if (step === 0 || to === undefined) return
    event.preventDefault()
    following.current = event.target instanceof HTMLInputElement ? 'input' : 'button'
    reading.show(to)
    sight.reveal(from + step)
  }
  // The keyboard goes along with the arrows, once the row is drawn.
  useEffect(() => {
    const next =
      following.current && list.current?.querySelector<HTMLElement>(`[data-here] ${following.current}`)
    if (!next) return
    following.current = null
    next.focus({ preventScroll: true })
  })
  const drawn = places.slice(sight.first, sight.end)
  const stop = drawn.includes(reading.at) ? reading.at : drawn[0]
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
      <div ref={sight.ref} onScroll={sight.onScroll} className={styles.scroller}>
        <ul ref={list} aria-label="Files" className={styles.fileList} onKeyDown={move}>
          <Space rows={sight.first} />
          {drawn.map((at, i) => {
            const file = files[at]
            return file ? (
              <FileItem
                key={at}
                at={at}
                place={sight.first + i + 1}
                of={places.length}
                file={file}
                isHere={at === reading.at}
                isStop={at === stop}
                onTick={reading.tick}
                onShow={reading.show}
              />
            ) : null
          })}
          <Space rows={places.length - sight.end} />
        </ul>
      </div>
    </>
  )
})

type Showing = 'all' | 'first' | 'only'

/** Two lines, and the space around them. */
const rowHeight = 52

/** Which files are listed, in what order, by their number. */
function placesOf(files: readonly ListedFile[], showing: Showing): readonly number[] {
  const all = [...files.keys()]
  if (showing === 'all') return all
  const isDoubtful = (at: number) => files[at] !== undefined && needsALook(files[at])
  const first = all.filter(isDoubtful)
  return showing === 'only' ? first : [...first, ...all.filter((at) => !isDoubtful(at))]
}

function Space({ rows }: { readonly rows: number }) {
  return rows > 0 ? (
    <li aria-hidden="true" style={{ height: rows * rowHeight }} className={styles.space} />
  ) : null
}

const FileItem = memo(function FileItem({
  at,
  place,
  of,
  file,
  isHere,
  isStop,
  onTick,
  onShow,
}: {
  readonly at: number
  readonly place: number
  readonly of: number
  readonly file: ListedFile
  readonly isHere: boolean
  /** Where Tab stops in the list; arrows go on from there. */
  readonly isStop: boolean
  readonly onTick: Reading['tick']
  readonly onShow: Reading['show']
}) {
  return (
    <li
      aria-posinset={place}
      aria-setsize={of}
      data-here={isHere || undefined}
      data-out={!file.ticked || undefined}
    >
      <Checkbox
        aria-label={`Import ${file.file.name}`}
        isSelected={file.ticked}
        isDisabled={file.draft === null}
        excludeFromTabOrder={!isStop}
        onChange={(ticked) => onTick(at, ticked)}
      >
        {''}
      </Checkbox>
      <button type="button" tabIndex={isStop ? 0 : -1} aria-current={isHere} onClick={() => onShow(at)}>
        <strong>{file.draft?.name ?? file.file.name}</strong>
        <FileLine file={file} />
      </button>
    </li>
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
