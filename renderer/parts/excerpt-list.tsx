import {
  type KeyboardEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import {
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import { hueOf } from '../../shared/model/code-hue.ts'
import type { CodeId, CodingId, ContentHash } from '../../shared/model/ids.ts'
import type { Project, Texts } from '../../shared/model/project.ts'
import { counted } from '../../shared/text/counted.ts'
import { paragraphAt, paragraphStarts } from '../../shared/text/paragraphs.ts'
import { useLatest } from '../ui/use-latest.ts'
import { hueStyle } from './code-colour.ts'
import { ExcerptCard } from './excerpt-card.tsx'
import type { Excerpt, ExcerptGroup } from './excerpt-filters-rules.ts'
import styles from './excerpt-list.module.css'
import { enter, focusedRow, isOnLink, isWriting, pressKey, toggled } from './excerpt-list-keys.ts'
import { useRememberedRow } from './excerpt-list-place.ts'
import { useMoreAndMore } from './excerpt-list-slices.ts'

/** Excerpts under headings, thousands of them: only those in view are drawn. j and k or the arrows move, Enter opens
    the transcript, x or the space bar selects (with Shift a stretch), e shows more around; every other key is
    `onKey`'s. The focused excerpt is told to `onFocus`. */
export function ExcerptList({
  project: newest,
  texts,
  groups: all,
  total,
  main,
  hrefOf,
  selected,
  onSelect,
  onFocus,
  onKey,
  refocus,
}: {
  readonly project: Project
  readonly texts: Texts
  readonly groups: readonly ExcerptGroup[]
  /** Excerpts of the code altogether, to say how many of them a group holds; null where nothing is counted. */
  readonly total: number | null
  /** The code looked at: excerpts of another one say which. */
  readonly main: CodeId
  readonly hrefOf: (excerpt: Excerpt) => string
  readonly selected: ReadonlySet<CodingId>
  readonly onSelect: (selected: ReadonlySet<CodingId>) => void
  readonly onFocus: (coding: CodingId | null) => void
  readonly onKey: (event: KeyboardEvent) => void
  /** Each new number brings the keyboard back to the excerpt that had it, or its neighbour; 0 does not. */
  readonly refocus: number
}) {
  const groups = useDeferredValue(useMoreAndMore(all))
  // Together with them, so that a change draws them once.
  const project = useDeferredValue(newest)
  const counts = useMemo(() => new Map(all.map((group) => [group.key, group.excerpts.length])), [all])
  const byId = useMemo(
    () =>
      new Map(
        groups.flatMap((group) => group.excerpts.map((each) => [String(each.coding.id), each] as const)),
      ),
    [groups],
  )
  const [wide, setWide] = useState<ReadonlySet<string>>(new Set())
  const paragraphs = useParagraphs(texts)
  const box = useRef<HTMLDivElement>(null)
  useRememberedRow(box, main, groups === all ? byId : null)
  const widen = useCallback(
    (id: string, on: boolean) =>
      setWide((now) => new Set(on ? [...now, id] : [...now].filter((each) => each !== id))),
    [],
  )
  // Built anew only when excerpts change: moving and selecting among thousands stays quick.
  const sections = useMemo(
    () =>
      groups.map((group) => (
        <Section
          key={group.key}
          group={group}
          count={counts.get(group.key) ?? 0}
          total={total}
          project={project}
          texts={texts}
          main={main}
          hrefOf={hrefOf}
          paragraphs={paragraphs}
          wide={wide}
          widen={widen}
        />
      )),
    [groups, counts, project, texts, main, total, wide, widen, hrefOf, paragraphs],
  )
  const onKeys = (event: KeyboardEvent) => {
    const id = focusedRow()
    const focused = id === undefined ? undefined : byId.get(id)
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const act = {
      j: () => pressKey('ArrowDown', event.shiftKey),
      k: () => pressKey('ArrowUp', event.shiftKey),
      x: () => focused && onSelect(toggled(selected, focused.coding.id)),
      e: () => id && widen(id, !wide.has(id)),
      [enter]: () => {
        if (!focused || isOnLink(event.target)) return false
        location.hash = hrefOf(focused)
        return true
      },
    }[event.key]
    if (act) {
      if (act() === false) return
      event.preventDefault()
      event.stopPropagation()
    } else onKey(event)
  }
  useEffect(() => {
    const grid = refocus ? box.current?.querySelector('[role="grid"]') : null
    if (grid instanceof HTMLElement && !grid.contains(document.activeElement)) grid.focus()
  }, [refocus])
  const select = useLatest((keys: 'all' | ReadonlySet<unknown>) =>
    onSelect(
      new Set(
        [...byId.values()].flatMap(({ coding }) =>
          keys === 'all' || keys.has(coding.id) ? [coding.id] : [],
        ),
      ),
    ),
  )
  // Drawn anew, it draws every excerpt in view: only when one is another, or selected.
  const grid = useMemo(
    () => (
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label="Excerpts"
          className={styles.list ?? ''}
          selectionMode="multiple"
          selectionBehavior="toggle"
          disallowTypeAhead
          escapeKeyBehavior="none"
          selectedKeys={selected}
          onSelectionChange={select}
          renderEmptyState={() => <p className={styles.none}>No excerpt is like that.</p>}
        >
          {sections}
        </GridList>
      </Virtualizer>
    ),
    [sections, selected, select],
  )
  return (
    // Capturing, so that letters act here before the list takes them for the beginning of a name.
    <div
      ref={box}
      className={styles.box}
      onKeyDownCapture={onKeys}
      onFocusCapture={() => onFocus(byId.get(focusedRow() ?? '')?.coding.id ?? null)}
    >
      {grid}
    </div>
  )
}

/** One heading and what stands under it; drawn anew only when that changes, not when more groups follow. */
const Section = memo(function Section({
  group,
  count,
  total,
  project,
  texts,
  main,
  hrefOf,
  paragraphs,
  wide,
  widen,
}: {
  readonly group: ExcerptGroup
  readonly count: number
  readonly total: number | null
  readonly project: Project
  readonly texts: Texts
  readonly main: CodeId
  readonly hrefOf: (excerpt: Excerpt) => string
  readonly paragraphs: (content: ContentHash, position: number) => number
  readonly wide: ReadonlySet<string>
  readonly widen: (id: string, on: boolean) => void
}) {
  return (
    <GridListSection id={`group ${group.key}`} aria-label={group.title}>
      <GridListHeader className={styles.header ?? ''}>
        <Heading group={group} count={count} total={total} />
      </GridListHeader>
      {group.excerpts.map((excerpt) => {
        const { coding } = excerpt
        return (
          <GridListItem
            key={coding.id}
            id={coding.id}
            textValue={
              texts(coding.content)?.slice(coding.start, Math.min(coding.end, coding.start + 80)) ?? 'Excerpt'
            }
            className={styles.item ?? ''}
            style={hueStyle(hueOf(project.tables.code, coding.code))}
          >
            {({ isSelected }) => (
              <div className={styles.row}>
                <span aria-hidden="true" className={styles.tick}>
                  {isSelected ? '✓' : ''}
                </span>
                <ExcerptCard
                  excerpt={excerpt}
                  project={project}
                  text={texts(coding.content) ?? null}
                  href={hrefOf(excerpt)}
                  paragraph={paragraphs(coding.content, coding.start)}
                  codeName={
                    coding.code === main ? null : (project.tables.code.get(coding.code)?.name ?? null)
                  }
                  isWide={wide.has(coding.id)}
                  onWiden={(on) => widen(coding.id, on)}
                />
              </div>
            )}
          </GridListItem>
        )
      })}
    </GridListSection>
  )
})

const layoutOptions = { estimatedRowSize: 120, estimatedHeadingSize: 44 }

function Heading({
  group,
  count,
  total,
}: {
  readonly group: ExcerptGroup
  readonly count: number
  readonly total: number | null
}) {
  return (
    <>
      <b>{group.title}</b>
      <span className={styles.detail}>{group.detail}</span>
      {total === null ? null : (
        <span className={styles.count}>
          {count} of {counted(total, 'excerpt')}
        </span>
      )}
    </>
  )
}

/** Numbers of paragraphs; each text is read through once. */
function useParagraphs(texts: Texts): (content: ContentHash, position: number) => number {
  const starts = useRef(new Map<ContentHash, readonly number[]>())
  useEffect(() => () => starts.current.clear(), [])
  return useCallback(
    (content, position) => {
      const text = texts(content)
      if (text === undefined) return 0
      const known = starts.current.get(content) ?? paragraphStarts(text)
      starts.current.set(content, known)
      return Math.max(1, paragraphAt(known, position))
    },
    [texts],
  )
}
