import { type KeyboardEvent, useMemo } from 'react'
import {
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import type { SourceId } from '../../../shared/model/ids.ts'
import { type Project, type Texts, turnsOf } from '../../../shared/model/project.ts'
import type { Found } from '../../../shared/search/read-query.ts'
import type { SourceHits } from '../../../shared/search/scan-texts.ts'
import { counted } from '../../../shared/text/counted.ts'
import { firstIndex } from '../../../shared/text/positions.ts'
import { clock } from '../../parts/excerpt-card.tsx'
import { enter, focusedRow, isOnLink, isWriting, pressKey, toggled } from '../../parts/excerpt-list-keys.ts'
import { hrefTo } from '../../parts/places.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import styles from './search-screen.module.css'

/** Hits as keywords in their context, under their sources. Enter or a double click opens the place; x or the space
    bar selects; j and k move. */
export function SearchHits({
  project,
  texts,
  found,
  selected,
  onSelect,
}: {
  readonly project: Project
  readonly texts: Texts
  readonly found: readonly SourceHits[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}) {
  const open = useOpenProject()
  const places = useMemo(
    () =>
      new Map(
        found.flatMap(({ source, hits }) =>
          hits.map((hit) => [keyOf(source, hit), { source, hit }] as const),
        ),
      ),
    [found],
  )
  const go = (key: string | undefined) => {
    const place = key === undefined ? undefined : places.get(key)
    if (place)
      location.hash = hrefTo(open.id, {
        kind: 'source',
        source: place.source,
        at: [place.hit.start, place.hit.end],
      })
  }
  const onKeys = (event: KeyboardEvent) => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey || isOnLink(event.target))
      return
    const key = focusedRow()
    const act = {
      j: () => pressKey('ArrowDown', event.shiftKey),
      k: () => pressKey('ArrowUp', event.shiftKey),
      x: () => key && onSelect(toggled(selected, key)),
      [enter]: () => go(key),
    }[event.key]
    if (!act) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list inside has the keyboard; this only adds keys to it.
    <div className={styles.hits} onKeyDownCapture={onKeys} onDoubleClick={() => go(focusedRow())}>
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <GridList
          aria-label="Hits"
          className={styles.list ?? ''}
          selectionMode="multiple"
          selectionBehavior="toggle"
          disallowTypeAhead
          selectedKeys={selected}
          onSelectionChange={(keys) =>
            onSelect(keys === 'all' ? new Set(places.keys()) : new Set([...keys].map(String)))
          }
          dependencies={[project, found]}
        >
          {found.map(({ source, content, hits }) => (
            <GridListSection
              key={source}
              id={`source ${source}`}
              aria-label={project.tables.source.get(source)?.name ?? 'Source'}
            >
              <GridListHeader className={styles.source ?? ''}>
                <b>{project.tables.source.get(source)?.name}</b>
                <span>{counted(hits.length, 'hit')}</span>
              </GridListHeader>
              {hits.map((hit) => (
                <GridListItem
                  key={keyOf(source, hit)}
                  id={keyOf(source, hit)}
                  textValue={texts(content)?.slice(hit.start, hit.end) ?? ''}
                  className={styles.hit ?? ''}
                >
                  {({ isSelected }) => (
                    <Line
                      project={project}
                      source={source}
                      text={texts(content) ?? ''}
                      hit={hit}
                      isSelected={isSelected}
                    />
                  )}
                </GridListItem>
              ))}
            </GridListSection>
          ))}
        </GridList>
      </Virtualizer>
    </div>
  )
}

const layoutOptions = { estimatedRowSize: 34, estimatedHeadingSize: 44 }

function keyOf(source: SourceId, { start, end }: Found): string {
  return `${source} ${start}-${end}`
}

function Line({
  project,
  source,
  text,
  hit,
  isSelected,
}: {
  readonly project: Project
  readonly source: SourceId
  readonly text: string
  readonly hit: Found
  readonly isSelected: boolean
}) {
  const turns = turnsOf(project, source)
  const turn = turns[firstIndex(turns, (each) => each.end > hit.start)]
  const from = turn ? turn.start : text.lastIndexOf('\n', hit.start - 1) + 1
  const stop = text.indexOf('\n', hit.end)
  const to = turn ? turn.end : stop < 0 ? text.length : stop
  return (
    <div className={styles.line}>
      <span aria-hidden="true" className={styles.tick}>
        {isSelected ? '✓' : ''}
      </span>
      <span className={styles.who}>
        {whoOf(project, turn?.speaker)}
        {turn?.time === undefined ? null : <time>{clock(turn.time)}</time>}
      </span>
      <span className={styles.before}>
        {/* The inner part keeps its direction while the outer one cuts at its beginning. */}
        <bdi>{text.slice(Math.max(from, hit.start - reach), hit.start).replace(/\s+/g, ' ')}</bdi>
      </span>
      <span className={styles.after}>
        {marked(text, hit)}
        {text.slice(hit.end, Math.min(to, hit.end + reach)).replace(/\s+/g, ' ')}
      </span>
    </div>
  )
}

/** Units of context kept on each side; what does not fit the line is cut by the screen. */
const reach = 220

function marked(text: string, { marks }: Found) {
  return marks.map(({ start, end }, i) => {
    const previous = marks[i - 1]
    return (
      <span key={start}>
        {previous ? between(text.slice(previous.end, start)) : ''}
        <mark>{text.slice(start, end)}</mark>
      </span>
    )
  })
}

function between(words: string): string {
  return words.length > 60 ? `${words.slice(0, 24)} … ${words.slice(-24)}` : words
}

function whoOf(project: Project, id: string | undefined): string {
  const speaker = id === undefined ? undefined : project.tables.speaker.get(id)
  if (!speaker) return ''
  if (speaker.role === 'interviewer') return 'Interviewer'
  return (
    (speaker.participant && project.tables.participant.get(speaker.participant)?.pseudonym) ?? speaker.label
  )
}
