import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { OriginalReading } from '../../../shared/importers/read-original.ts'
import type { OriginalFile } from '../../../shared/model/archive.ts'
import type { Span } from '../../../shared/text/positions.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './original.module.css'
import { OriginalLines } from './original-lines.tsx'
import {
  type OriginalLook,
  type OriginalPassage,
  originalLook,
  originalPassage,
  paragraphLines,
  useFileLines,
} from './original-passage.ts'
import { OriginalRows } from './original-rows.tsx'
import { placeInWords } from './place-in-words.ts'
import { type ReadingPlace, useReading } from './reading-place.ts'
import { useAfterFrame } from './use-after-frame.ts'

const OriginalPages = lazy(async () => ({ default: (await import('./original-pages.tsx')).OriginalPages }))

/** A file with the passage at the caret or selection marked in it, following them while that is wanted. */
export function OriginalPlace({
  file,
  reading,
  place,
}: {
  readonly file: OriginalFile
  readonly reading: OriginalReading
  readonly place: ReadingPlace
}) {
  const [follows, setFollows] = useState(true)
  const { start, end } = useFollowed(place, follows)
  const passage = useMemo(() => originalPassage(reading, { start, end }), [reading, start, end])
  const look = useMemo(() => originalLook(reading, file.bytes), [reading, file])
  return (
    <>
      <div className={styles.where}>
        <p role="status" aria-label="Place in the original">
          {whereInWords(reading, passage, look)}
        </p>
        <Checkbox isSelected={follows} onChange={setFollows}>
          Follow the text
        </Checkbox>
      </div>
      <Look look={look} file={file} reading={reading} passage={passage} />
    </>
  )
}

/** The passage that is shown: where somebody is now, or where they were when following was switched off. */
function useFollowed(place: ReadingPlace, follows: boolean): Span {
  // Beside the text: the caret moves first.
  const now = useAfterFrame(useReading(place).selection)
  const kept = useRef(now)
  if (follows) kept.current = now
  return kept.current
}

function whereInWords(reading: OriginalReading, passage: OriginalPassage, look: OriginalLook): string {
  if (passage.places.length > 0) return placeInWords(passage.places)
  if (passage.stretches !== null && look === 'paragraphs')
    return 'Its place in the file is not known: this is the text as Loam reads it from the file.'
  if (reading.starts === null)
    return 'The place in the file is not known: the text here is no longer the file’s.'
  return 'The place of these words in the file is not known.'
}

interface LookProps {
  readonly file: OriginalFile
  readonly reading: OriginalReading
  readonly passage: OriginalPassage
}

function Look({ look, ...props }: LookProps & { readonly look: OriginalLook }) {
  switch (look) {
    case 'pages':
      return (
        <Suspense fallback={<p className={styles.waiting}>Loading the page…</p>}>
          <OriginalPages bytes={props.file.bytes} places={props.passage.places} />
        </Suspense>
      )
    case 'lines':
      return <Lines {...props} />
    case 'rows':
      return props.reading.table ? (
        <OriginalRows table={props.reading.table} places={props.passage.places} />
      ) : (
        <Paragraphs {...props} />
      )
    case 'paragraphs':
      return <Paragraphs {...props} />
  }
}

function Lines({ file, reading, passage }: LookProps) {
  const { shown, marked } = useFileLines(file.bytes, reading.encoding, passage.places)
  return <OriginalLines shown={shown} marked={marked} />
}

function Paragraphs({ reading, passage: { stretches } }: LookProps) {
  const { shown, starts } = useMemo(() => paragraphLines(reading.stretches), [reading])
  const line = (stretch: number) => ({ line: starts[stretch] ?? 1, column: 0 })
  const last = (stretch: number) => {
    const at = (starts[stretch + 1] ?? 2) - 1
    return { line: at, column: shown.lines[at - 1]?.length ?? 0 }
  }
  const marked = stretches ? [[line(stretches.first), last(stretches.last)] as const] : []
  return <OriginalLines shown={shown} marked={marked} />
}
