import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { useOpenProject } from '../../project/project-context.tsx'
import { CodebookColumn } from './codebook-column.tsx'
import { OriginalPanel } from './original-panel.tsx'
import { OrphanList } from './orphan-list.tsx'
import { PassageCodes, passageNow } from './passage-codes.tsx'
import styles from './reader.module.css'
import { ReaderHead } from './reader-head.tsx'
import { Sheets } from './reader-open-sheet.tsx'
import { type ReadingPlace, useReading } from './reading-place.ts'
import { RecordingDock } from './recording-dock.tsx'
import { Transcript } from './transcript.tsx'
import type { ShownGroup } from './transcript-marks.ts'
import { type DeskTask, useDesk } from './use-desk.ts'
import { useRecordingDrop } from './use-recording-drop.ts'
import { useWordNumber } from './use-word-number.ts'

/** The reader with its text at hand. */
export function ReaderDesk({ source, text, at, original }: DeskTask) {
  const desk = useDesk({ source, text, at, original })
  const { tree, groups, counts, place, acts, sheet } = desk
  const drop = useRecordingDrop(source)
  // The text comes first: the codebook beside it follows a moment later.
  const around = useDeferredValue(true, false)
  return (
    <div className={styles.reader} data-original={desk.original.isOpen ? '' : undefined}>
      <div className={styles.page} {...drop}>
        <div>
          <ReaderHead
            source={source}
            whose={desk.whose}
            onWhose={desk.setWhose}
            onNextUncoded={desk.goOn}
            onTool={desk.runTool}
            recording={desk.recording.state.kind}
            onHelp={desk.showKeys}
          />
          <OrphanList source={source} text={text} place={place} onDone={desk.backToText} />
        </div>
        <AtReading place={place} groups={groups}>
          {(active) => (
            <Transcript
              text={text}
              lines={desk.lines}
              groups={groups}
              signs={desk.signs}
              active={active}
              translation={desk.translation}
              onOpen={desk.onOpen}
              events={desk.events}
            />
          )}
        </AtReading>
        <RecordingDock source={source} recording={desk.recording} onDone={desk.backToText} />
      </div>
      {desk.original.isOpen ? (
        <div ref={desk.original.onPlace} className={styles.original}>
          <OriginalPanel source={source} text={text} place={place} onClose={desk.original.close} />
        </div>
      ) : null}
      <div className={styles.side}>
        <aside aria-label="Codes on this passage" className={styles.aside}>
          <PassageCodes
            source={source}
            tree={tree}
            groups={groups}
            counts={counts?.byCode}
            place={place}
            acts={acts}
            onRecode={desk.startRecoding}
            onCode={desk.startCoding}
            onDone={desk.backToText}
          />
        </aside>
        {around ? <CodebookColumn tree={tree} counts={counts} onApply={desk.applyFromTree} /> : null}
      </div>
      <WordNumber source={source} text={text} place={place} />
      {sheet ? (
        <Sheets
          sheet={sheet}
          source={source}
          text={text}
          tree={tree}
          recent={desk.recent}
          counts={counts?.byCode}
          tagging={desk.tagging}
          acts={acts}
          recording={desk.recording}
          onClose={desk.closeSheet}
        />
      ) : null}
      {desk.proposing}
    </div>
  )
}

/** Draws nothing: it moves with the caret, which must not draw the desk anew. */
function WordNumber({
  source,
  text,
  place,
}: Omit<DeskTask, 'at' | 'original'> & { readonly place: ReadingPlace }) {
  useWordNumber(source, text, place)
  return null
}

/** Follows the caret and the mouse without drawing the whole desk anew; gives the groups to bring out. */
function AtReading({
  place,
  groups,
  children,
}: {
  readonly place: ReadingPlace
  readonly groups: readonly ShownGroup[]
  readonly children: (active: readonly string[]) => ReactNode
}) {
  const open = useOpenProject()
  const reading = useReading(place)
  const { meant, preview, here } = passageNow(groups, reading, open.coder)
  const isCaret = reading.selection.start === reading.selection.end
  const keys = [reading.pointed, isCaret || preview || here.length === 1 ? meant?.group.key : null].filter(
    (key) => key != null,
  )
  const joined = [...new Set(keys)].join('\n')
  const active = useMemo(() => (joined === '' ? [] : joined.split('\n')), [joined])
  return children(active)
}
