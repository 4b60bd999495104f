import { type MemoDraft, rewriteMemo } from '../../../shared/commands/write-memo.ts'
import type { Memo, MemoSubject } from '../../../shared/model/entities.ts'
import type { ContentHash } from '../../../shared/model/ids.ts'
import { WrittenField } from '../../parts/code-form-field.tsx'
import { memoKinds } from '../../parts/memo-editor.tsx'
import { hrefTo } from '../../parts/places.ts'
import { useCommit, useOpenProject, useProject, useText } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { subjectKey, subjectKinds, subjectName, subjectPlace, subjectsOf } from './memo-subject.ts'
import styles from './memos-screen.module.css'

/** One memo, written in place: each pause is kept as one change. */
export function MemoSheet({
  memo,
  isNaming,
  onNaming,
  onRemove,
}: {
  readonly memo: Memo
  readonly isNaming: boolean
  readonly onNaming: () => void
  readonly onRemove: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const change = (changes: Partial<MemoDraft>) => {
    const now = open.project.tables.memo.get(memo.id)
    if (now)
      void commit(
        rewriteMemo(open.project, memo.id, {
          kind: now.kind,
          title: now.title,
          text: now.text,
          about: now.about,
          ...changes,
        }),
      )
  }
  const by = open.project.tables.coder.get(memo.by)?.name ?? 'someone who is no longer here'
  return (
    <article aria-label={memo.title} className={styles.sheet}>
      <div className={styles.page}>
        <WrittenField
          label="Title"
          hideLabel
          look="title"
          oneLine
          value={memo.title}
          onWrite={(title) => change({ title })}
          takesKeyboard={isNaming}
          onTaken={onNaming}
        />
        <p className={styles.meta}>
          {by},{' '}
          {new Date(memo.at).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}
        </p>
        <div className={styles.facts}>
          <Select label="Kind" value={memo.kind} options={memoKinds} onChange={(kind) => change({ kind })} />
          <About about={memo.about} onChange={(about) => change({ about })} />
        </div>
        {memo.about.kind === 'passage' ? (
          <Quote content={memo.about.content} start={memo.about.start} end={memo.about.end} />
        ) : null}
        <div className={styles.text}>
          <WrittenField
            label="Text"
            hideLabel
            look="reading"
            placeholder="What do you notice?"
            value={memo.text}
            onWrite={(text) => change({ text })}
          />
        </div>
        <div className={styles.acts}>
          <Button look="danger" onPress={onRemove}>
            Delete memo
          </Button>
        </div>
      </div>
    </article>
  )
}

function About({
  about,
  onChange,
}: {
  readonly about: MemoSubject
  readonly onChange: (about: MemoSubject) => void
}) {
  const open = useOpenProject()
  const project = useProject()
  const place = subjectPlace(about, project)
  const subjects = subjectsOf(project, about.kind)
  const offered = subjectKinds.filter(({ key }) => key === about.kind || subjectsOf(project, key).length > 0)
  return (
    <>
      <Select
        label="About"
        value={about.kind}
        options={offered}
        onChange={(kind) => {
          const first = subjectsOf(project, kind)[0]
          if (first && kind !== about.kind) onChange(first.about)
        }}
      />
      {subjects.length > 0 && about.kind !== 'project' ? (
        <Select
          label="Which"
          value={subjectKey(about)}
          options={subjects.map(({ key, label }) => ({ key, label }))}
          onChange={(key) => {
            const found = subjects.find((each) => each.key === key)
            if (found) onChange(found.about)
          }}
        />
      ) : null}
      {place ? (
        <a href={hrefTo(open.id, place)} className={styles.link}>
          Open {subjectName(project, about)}
        </a>
      ) : null}
    </>
  )
}

function Quote({
  content,
  start,
  end,
}: {
  readonly content: ContentHash
  readonly start: number
  readonly end: number
}) {
  const text = useText(content)
  return text === null ? null : <blockquote className={styles.quote}>{text.slice(start, end)}</blockquote>
}
