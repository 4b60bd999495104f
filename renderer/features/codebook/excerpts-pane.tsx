import { type KeyboardEvent, memo, useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { type CodeTree, childrenOf, descendantsOf } from '../../../shared/analysis/code-tree.ts'
import { hueOf } from '../../../shared/model/code-hue.ts'
import type { Code } from '../../../shared/model/entities.ts'
import type { CodeId, CodingId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { hueStyle } from '../../parts/code-colour.ts'
import { ExcerptFilters } from '../../parts/excerpt-filters.tsx'
import {
  type Excerpt,
  type ExcerptFilter,
  type ExcerptSort,
  excerptsWith,
  filterExcerpts,
  groupExcerpts,
  noFilter,
} from '../../parts/excerpt-filters-rules.ts'
import { ExcerptList } from '../../parts/excerpt-list.tsx'
import { placeOf } from '../../parts/passage-places.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject, useSelected } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ActionMenu } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './codebook-screen.module.css'
import { ExcerptActions } from './excerpt-actions.tsx'
import { exportExcerpts } from './export-excerpts.ts'
import type { CodeCounts } from './use-code-counts.ts'
import { useExcerptActs } from './use-excerpt-acts.ts'

/** The excerpts of a code, to reread, recode and mark. What is done goes to those selected, else to the one that has
    the keyboard. */
export const ExcerptsPane = memo(function ExcerptsPane({
  project,
  tree,
  code,
  counts,
  onChoose,
}: {
  readonly project: Project
  readonly tree: CodeTree
  readonly code: Code
  readonly counts: CodeCounts | null
  readonly onChoose: (code: CodeId) => void
}) {
  const open = useOpenProject()
  const [filter, setFilter] = useState<ExcerptFilter>(noFilter)
  const [below, setBelow] = useState(code.codable === false)
  const hasBelow = childrenOf(tree, code.id).length > 0
  const [sort, setSort] = useState<ExcerptSort>('participant')
  const [selected, setSelected] = useState<ReadonlySet<CodingId>>(new Set())
  const [focused, setFocused] = useState<CodingId | null>(null)
  // Another code begins anew, in the same frame: building its buttons and menus again would hold up its excerpts.
  const [shownCode, setShownCode] = useState(code.id)
  if (shownCode !== code.id) {
    setShownCode(code.id)
    setFilter(noFilter)
    setBelow(code.codable === false)
    setSort('participant')
    setSelected(new Set())
    setFocused(null)
  }
  const all = useExcerpts(project, tree, code, below && hasBelow)
  const ready = useTexts(all)
  const later = useDeferredValue(filter)
  const wanted = filter === noFilter ? noFilter : later
  // biome-ignore lint/correctness/useExhaustiveDependencies: words can be looked for once the texts are there.
  const shown = useMemo(() => filterExcerpts(all, wanted, open.text, dayOf), [all, wanted, open, ready])
  const groups = useMemo(() => groupExcerpts(project, shown, sort), [project, shown, sort])
  const hrefOf = useCallback(({ coding }: Excerpt) => hrefTo(open.id, placeOf(open.project, coding)), [open])
  const inView = new Set(shown.map(({ coding }) => coding.id))
  const chosen = shown.filter(({ coding }) => selected.has(coding.id))
  const targets = chosen.length > 0 ? chosen : shown.filter(({ coding }) => coding.id === focused)
  const acts = useExcerptActs({
    project,
    code,
    targets: targets.map(({ coding }) => coding),
    clear: () => setSelected(new Set()),
  })
  const onKey = (event: KeyboardEvent) => {
    if (acts.onKey(event)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  return (
    <section aria-label={`Excerpts of ${code.name}`} className={styles.middle}>
      <header className={styles.head} style={hueStyle(hueOf(tree.byId, code.id))}>
        <div className={styles.titleLine}>
          <h1>
            <span aria-hidden="true" className={code.codable === false ? styles.group : styles.dot} />
            {code.name}
          </h1>
          <ActionMenu label="Export excerpts" entries={exportEntries(project, open.text, shown, code)}>
            <Button look="quiet" isDisabled={shown.length === 0}>
              Export…
            </Button>
          </ActionMenu>
        </div>
        <p className={styles.summary} role="status">
          {summary(all, shown, counts)}
        </p>
        {all.length === 0 ? null : (
          <ExcerptFilters project={project} filter={filter} onChange={setFilter}>
            <span className={styles.grow} />
            {hasBelow ? (
              <Checkbox isSelected={below} onChange={setBelow}>
                With codes below
              </Checkbox>
            ) : null}
            <Select label="Sort" hideLabel value={sort} options={sorts} onChange={setSort} />
          </ExcerptFilters>
        )}
      </header>
      {all.length === 0 ? null : (
        <ExcerptActions
          tree={tree}
          acts={acts}
          selected={chosen.length}
          shown={shown.length}
          targets={targets}
          onClear={() => setSelected(new Set())}
        />
      )}
      {all.length === 0 ? (
        <NoExcerpts tree={tree} code={code} onBelow={() => setBelow(true)} onChoose={onChoose} />
      ) : !ready ? (
        <p role="status" className="visually-hidden">
          Loading texts
        </p>
      ) : (
        <ExcerptList
          key={code.id}
          project={project}
          texts={open.text}
          groups={groups}
          total={counts ? all.length : null}
          main={code.id}
          hrefOf={hrefOf}
          selected={selected}
          onSelect={(next) => setSelected(new Set([...next].filter((id) => inView.has(id))))}
          onFocus={setFocused}
          onKey={onKey}
          refocus={acts.refocus}
        />
      )}
    </section>
  )
})

const sorts = [
  { key: 'participant', label: 'By participant' },
  { key: 'source', label: 'By source' },
  { key: 'stance', label: 'By stance' },
  { key: 'newest', label: 'Newest first' },
] as const satisfies readonly { key: ExcerptSort; label: string }[]

/** Excerpts change only when codings, people or sources do, not with every word of a definition. */
function useExcerpts(project: Project, tree: CodeTree, code: Code, below: boolean): readonly Excerpt[] {
  const { codings, turns } = project
  const { participant, source, speaker, restriction } = project.tables
  // biome-ignore lint/correctness/useExhaustiveDependencies: these parts of the project are all that is read.
  return useMemo(
    () =>
      excerptsWith(
        project,
        new Set([code.id, ...(below ? descendantsOf(tree, code.id).map((each) => each.id) : [])]),
      ),
    [codings, turns, participant, source, speaker, restriction, below ? tree : null, code.id],
  )
}

/** Loads the texts that excerpts stand in; true once all are there. */
function useTexts(excerpts: readonly Excerpt[]): boolean {
  const open = useOpenProject()
  const hashes = useMemo(() => [...new Set(excerpts.map(({ coding }) => coding.content))], [excerpts])
  useEffect(() => void open.loadTexts(hashes), [open, hashes])
  return useSelected((each) => hashes.every((hash) => each.text(hash) !== undefined))
}

function dayOf(at: number): string {
  const day = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

function summary(all: readonly Excerpt[], shown: readonly Excerpt[], counts: CodeCounts | null): string {
  if (all.length === 0) return ''
  const people = new Set(shown.flatMap(({ participants }) => participants.map((each) => each.id))).size
  const sources = new Set(shown.map(({ source }) => source.id)).size
  const part =
    shown.length === all.length
      ? counted(all.length, 'excerpt')
      : `${shown.length} of ${counted(all.length, 'excerpt')}`
  if (!counts) return shown.length === all.length ? '' : 'Some excerpts are filtered out.'
  return `${part} · ${counted(people, 'participant')} · ${counted(sources, 'source')}`
}

function exportEntries(
  project: Project,
  texts: (hash: Excerpt['coding']['content']) => string | undefined,
  shown: readonly Excerpt[],
  code: Code,
) {
  const kinds = [
    ['xlsx', 'As Excel workbook'],
    ['csv', 'As CSV table'],
    ['docx', 'As Word document'],
  ] as const
  return kinds.map(([ending, label]) => ({
    id: ending,
    label,
    run: () => void exportExcerpts(project, texts, shown, code.name, ending),
  }))
}

function NoExcerpts({
  tree,
  code,
  onBelow,
  onChoose,
}: {
  readonly tree: CodeTree
  readonly code: Code
  readonly onBelow: () => void
  readonly onChoose: (code: CodeId) => void
}) {
  const open = useOpenProject()
  const below = descendantsOf(tree, code.id)
  return (
    <EmptyState
      title={below.length > 0 ? 'No passage has this code itself' : 'No excerpts yet'}
      action={
        below.length > 0 ? (
          <>
            <Button look="do" onPress={onBelow}>
              Show those of codes below
            </Button>
            <Button onPress={() => below[0] && onChoose(below[0].id)}>Open {below[0]?.name}</Button>
          </>
        ) : (
          <Button
            look="do"
            onPress={() => {
              location.hash = hrefTo(open.id, { kind: 'sources' })
            }}
          >
            Read a transcript
          </Button>
        )
      }
    >
      {below.length > 0
        ? `${counted(below.length, 'code')} below it may have some.`
        : 'Tag passages with this code while reading, or search for words and code what you find.'}
    </EmptyState>
  )
}
