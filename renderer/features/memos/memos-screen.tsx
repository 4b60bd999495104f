import { useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { removeMemo, writeMemo } from '../../../shared/commands/write-memo.ts'
import type { Memo } from '../../../shared/model/entities.ts'
import type { MemoId } from '../../../shared/model/ids.ts'
import { inquiryOf } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { memoKinds } from '../../parts/memo-editor.tsx'
import { hrefTo } from '../../parts/places.ts'
import { undoLast } from '../../parts/undo.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { say } from '../../ui/messages.tsx'
import { Select } from '../../ui/select.tsx'
import { MemoSheet } from './memo-sheet.tsx'
import { filterMemos, type MemoFilter, subjectKinds, subjectName } from './memo-subject.ts'
import styles from './memos-screen.module.css'

/** All memos: found at the left, written at the right. */
export function MemosScreen({ memo: chosen }: { readonly memo: MemoId | undefined }) {
  const open = useOpenProject()
  const commit = useCommit()
  const project = useProject()
  const [filter, setFilter] = useState<MemoFilter>({ text: '', kind: 'any', about: 'any' })
  // The memo whose title is to be written, until the cursor is there.
  const [naming, setNaming] = useState<MemoId | null>(null)
  const memos = filterMemos(project, filter)
  const total = project.tables.memo.size
  const memo = chosen === undefined ? undefined : project.tables.memo.get(chosen)
  const choose = (id: MemoId | undefined) =>
    location.replace(hrefTo(open.id, { kind: 'memos', ...(id ? { memo: id } : {}) }))
  const make = () => {
    const kind =
      filter.kind === 'any'
        ? inquiryOf(project).approach === 'reflexive'
          ? 'reflexive'
          : 'analytic'
        : filter.kind
    const made = writeMemo({ about: { kind: 'project' }, kind, title: 'New memo', text: '' }, open.making)
    if (!made) return
    void commit(made.gesture)
    choose(made.memo)
    setNaming(made.memo)
  }
  const remove = async (id: MemoId) => {
    const gesture = removeMemo(open.project, id)
    const next = memos[memos.findIndex((each) => each.id === id) + 1]
    choose(next?.id)
    if (gesture && (await commit(gesture)).ok) {
      say({ kind: 'done', text: gesture.label, action: { label: 'Undo', run: () => void undoLast(open) } })
    }
  }
  if (total === 0) {
    return (
      <EmptyState
        isScreen
        title="No memos yet"
        action={
          <Button look="do" onPress={make}>
            New memo
          </Button>
        }
      >
        Memos keep what you notice, what you bring, and how you decided: about the inquiry, a code, a
        participant, a source, or a passage while reading.
      </EmptyState>
    )
  }
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">Memos</h1>
      <section aria-label="All memos" className={styles.left}>
        <div className={styles.tools}>
          <TextField
            label="Words in memos"
            hideLabel
            placeholder="Words in memos"
            value={filter.text}
            onChange={(text) => setFilter({ ...filter, text })}
          />
          <Button onPress={make}>New memo</Button>
          <Select
            label="Kind"
            hideLabel
            value={filter.kind}
            options={[{ key: 'any', label: 'Every kind' }, ...kinds]}
            onChange={(kind) => setFilter({ ...filter, kind })}
          />
          <Select
            label="About"
            hideLabel
            value={filter.about}
            options={[{ key: 'any', label: 'About anything' }, ...abouts]}
            onChange={(about) => setFilter({ ...filter, about })}
          />
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the keyboard; this only adds a key to it. */}
        <div
          className={styles.scroll}
          onKeyDown={(event) => {
            if (event.key === 'Delete' && memo) void remove(memo.id)
          }}
        >
          <GridList
            aria-label="Memos"
            className={styles.list ?? ''}
            items={memos}
            dependencies={[project]}
            selectionMode="single"
            selectionBehavior="replace"
            selectedKeys={memo ? [memo.id] : []}
            onSelectionChange={(keys) => {
              const found = memos.find((each) => keys !== 'all' && keys.has(each.id))
              if (found) choose(found.id)
            }}
            renderEmptyState={() => <p className={styles.none}>No memo is like that.</p>}
          >
            {(each) => <Row memo={each} about={subjectName(project, each.about)} />}
          </GridList>
        </div>
        <footer className={styles.foot}>
          {memos.length} of {counted(total, 'memo')}
        </footer>
      </section>
      {memo ? (
        <MemoSheet
          key={memo.id}
          memo={memo}
          isNaming={naming === memo.id}
          onNaming={() => setNaming(null)}
          onRemove={() => void remove(memo.id)}
        />
      ) : (
        <EmptyState title="Choose a memo">
          Read and write it here. What you write is kept as you pause.
        </EmptyState>
      )}
    </div>
  )
}

const kinds = memoKinds.map(({ key, label }) => ({ key, label }))
const abouts = subjectKinds.map(({ key, label }) => ({ key, label: `About ${label}` }))

function Row({ memo, about }: { readonly memo: Memo; readonly about: string }) {
  return (
    <GridListItem id={memo.id} textValue={memo.title} className={styles.row ?? ''}>
      <b>{memo.title}</b>
      <small>
        {memo.kind} · {about}
      </small>
      <p>{memo.text}</p>
    </GridListItem>
  )
}
