import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Source } from '../../../shared/model/entities.ts'
import { type Withdrawn, whoWithdrew } from '../../../shared/model/who-withdrew.ts'
import { LossReport } from '../../parts/loss-report.tsx'
import { originalMissing, saveOriginal } from '../../parts/save-original.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import styles from './original.module.css'
import { OriginalPlace } from './original-place.tsx'
import { PanelEdge, usePanelWidth } from './panel-edge.tsx'
import type { ReadingPlace } from './reading-place.ts'
import { type OriginalState, useOriginal } from './use-original.ts'

/** The file a source came from, beside its transcript: where the passage at the caret or selection stands in it, and
    what of it was left out. It is for the team only: nothing of it is copied into the project or an export. */
export function OriginalPanel({
  source,
  text,
  place,
  onClose,
}: {
  readonly source: Source
  readonly text: string
  readonly place: ReadingPlace
  readonly onClose: () => void
}) {
  const open = useOpenProject()
  const tables = useSelected((now) => now.project.tables)
  const withdrawn = whoWithdrew({ ...open.project, tables }, source)
  const [asked, setAsked] = useState(false)
  const isHeld = withdrawn !== null && !asked && source.original !== undefined
  const original = useOriginal(source, text, !isHeld)
  const { width, ...edge } = usePanelWidth()
  return (
    <aside
      aria-label="Original"
      className={styles.panel}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onClose()
      }}
    >
      <PanelEdge width={width} {...edge} />
      <header className={styles.head}>
        <div>
          <h2>Original</h2>
          {source.original ? <p title={source.original.name}>{source.original.name}</p> : null}
        </div>
        {source.original ? (
          <Button look="quiet" onPress={() => void saveOriginal(open, source)}>
            Save a copy…
          </Button>
        ) : null}
        <IconButton name="Close the original" onPress={onClose}>
          ×
        </IconButton>
      </header>
      {isHeld ? (
        <Held withdrawn={withdrawn} onShow={() => setAsked(true)} />
      ) : (
        <Shown source={source} original={original} place={place} />
      )}
    </aside>
  )
}

/** Words that were taken back still stand in the file: it is shown only when somebody asks. */
function Held({ withdrawn, onShow }: { readonly withdrawn: Withdrawn; readonly onShow: () => void }) {
  const names = withdrawn.participants.map((each) => each.pseudonym).join(', ')
  const { passages } = withdrawn
  return (
    <div className={styles.message}>
      <p>
        {names
          ? `${names} withdrew. This file still holds their words, and perhaps their name, so it is not shown unless you ask for it.`
          : `${passages === 1 ? 'A passage' : `${passages} passages`} of this source ${passages === 1 ? 'was' : 'were'} withdrawn. The file still holds ${passages === 1 ? 'it' : 'them'}, so it is not shown unless you ask for it.`}
      </p>
      <Button onPress={onShow}>Show it all the same</Button>
    </div>
  )
}

function Shown({
  source,
  original,
  place,
}: {
  readonly source: Source
  readonly original: OriginalState
  readonly place: ReadingPlace
}) {
  if (original.kind !== 'read') return <Message source={source} original={original} />
  const { reading, file } = original
  return (
    <Tabs className={styles.tabs ?? ''}>
      <TabList aria-label="What to see of the original" className={styles.tabList ?? ''}>
        <Tab id="place" className={styles.tab ?? ''}>
          In the file
        </Tab>
        <Tab id="loss" className={styles.tab ?? ''}>
          What was left out
        </Tab>
      </TabList>
      <TabPanel id="place" className={styles.tabPanel ?? ''}>
        <OriginalPlace file={file} reading={reading} place={place} />
      </TabPanel>
      <TabPanel id="loss" className={`${styles.tabPanel} ${styles.loss}`}>
        <p className={styles.layout}>Read as: {reading.layout}.</p>
        <LossReport notices={reading.notices} />
      </TabPanel>
    </Tabs>
  )
}

function Message({
  source,
  original,
}: {
  readonly source: Source
  readonly original: Exclude<OriginalState, { kind: 'read' }>
}) {
  return (
    <div className={styles.message}>
      <p role="status">{messageOf(source, original)}</p>
    </div>
  )
}

function messageOf(source: Source, original: Exclude<OriginalState, { kind: 'read' }>): string {
  switch (original.kind) {
    case 'none':
      return 'There is no original: this source was typed here, or came from another tool’s project without its file.'
    case 'missing':
      return originalMissing(source)
    case 'reading':
      return 'Reading the original…'
    case 'unreadable':
      return `The original can be saved, but not be shown: ${original.problem}`
  }
}
