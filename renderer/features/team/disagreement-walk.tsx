import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { CoderDisagreement } from '../../../shared/analysis/agreement/disagreements.ts'
import { codeTree } from '../../../shared/analysis/code-tree.ts'
import type { CodeId, CoderId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'
import { isWriting } from '../../parts/excerpt-list-keys.ts'
import { useProject } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/select.tsx'
import { AcceptAgreedDialog } from './accept-agreed-dialog.tsx'
import styles from './disagreement.module.css'
import { DisagreementList } from './disagreement-list.tsx'
import { DisagreementPlace } from './disagreement-place.tsx'
import { everyPlace, filterPlaces, nextOpen, type PlaceFilter, placeKey } from './disagreement-rules.ts'
import type { RoundPlaces } from './use-round-places.ts'

/** The places where a round's coders disagree, one after another: what each coded, and what is decided. j and k move,
    a and d decide, Escape decides nothing, o leaves a place open. */
export function DisagreementWalk({
  round,
  found: { round: wished, places, decided },
  showsNumbers,
}: {
  readonly round: AgreementRound
  readonly found: RoundPlaces
  readonly showsNumbers: boolean
}) {
  const project = useProject()
  const [filter, setFilter] = useState<PlaceFilter>(() => remembered.get(round.id)?.filter ?? everyPlace)
  const [chosen, setChosen] = useState(() => remembered.get(round.id)?.chosen ?? null)
  const [wish, setWish] = useState<'applies' | 'does not apply' | null>(null)
  const [isAccepting, setAccepting] = useState(false)
  const room = useRef<HTMLDivElement>(null)
  const all = places ?? none
  const shown = useMemo(() => filterPlaces(all, decided, filter), [all, decided, filter])
  // A place that has just been decided stays in sight even where only open ones are listed.
  const place =
    all.find((each) => placeKey(each) === chosen) ?? shown.find((each) => !decided(each)) ?? shown[0]
  const go = (to: CoderDisagreement | null | undefined) => {
    if (!to) return
    setWish(null)
    setChosen(placeKey(to))
    remembered.set(round.id, { filter, chosen: placeKey(to) })
  }
  const narrow = (changes: Partial<PlaceFilter>) => {
    const now = { ...filter, ...changes }
    setFilter(now)
    setChosen(null)
    remembered.set(round.id, { filter: now, chosen: null })
  }
  const here = place ? placeKey(place) : null
  const at = shown.findIndex((each) => placeKey(each) === here)
  const onward = () => {
    go(nextOpen(filterPlaces(all, decided, { ...filter, state: 'all' }), here, decided))
    room.current?.focus()
  }
  const onKeys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && wish && !isAccepting) {
      setWish(null)
      room.current?.focus()
      event.stopPropagation()
      return
    }
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey || isAccepting) return
    const act = {
      j: () => go(shown[at + 1]),
      k: () => go(shown[Math.max(0, at - 1)]),
      a: () => setWish('applies'),
      d: () => setWish('does not apply'),
      o: onward,
    }[event.key]
    if (!act || !place) return
    // The list would go on marking the row its own keys stood on.
    if (event.target instanceof Element && event.target.closest('[role="listbox"]')) room.current?.focus()
    act()
    event.preventDefault()
    event.stopPropagation()
  }
  if (places === null) return <p className={styles.waiting}>Looking for disagreements…</p>
  const done = all.filter((each) => decided(each)).length
  return (
    <div className={styles.walk}>
      <header className={styles.bar}>
        {showsNumbers ? (
          <>
            <progress aria-label="Decided" value={done} max={Math.max(1, all.length)} />
            <b role="status">{`${done} of ${all.length} decided`}</b>
          </>
        ) : null}
        <Filters project={project} round={round} places={all} filter={filter} onChange={narrow} />
        <span className={styles.grow} />
        <Button onPress={() => setAccepting(true)}>Accept what everyone agreed on…</Button>
      </header>
      {place ? (
        <div ref={room} tabIndex={-1} className={styles.room} onKeyDownCapture={onKeys}>
          <DisagreementList
            project={project}
            places={shown}
            decided={decided}
            chosen={here}
            onChoose={(key) => go(all.find((each) => placeKey(each) === key))}
          />
          <DisagreementPlace
            key={here}
            round={round}
            place={place}
            decision={decided(place)}
            wish={wish}
            onWish={setWish}
            onDecided={onward}
            steps={{
              previous: at > 0 ? () => go(shown[at - 1]) : null,
              next: at < shown.length - 1 ? () => go(shown[at + 1]) : null,
            }}
            position={showsNumbers && at >= 0 ? `${at + 1} of ${shown.length}` : ''}
          />
        </div>
      ) : (
        <Nothing isFiltered={all.length > 0} isCompared={round.result !== undefined} />
      )}
      {isAccepting ? <AcceptAgreedDialog wish={wished.wish} onClose={() => setAccepting(false)} /> : null}
    </div>
  )
}

const none: readonly CoderDisagreement[] = []

/** Where somebody was in a round, so that coming back from a transcript leads there again. */
const remembered = new Map<string, { readonly filter: PlaceFilter; readonly chosen: string | null }>()

function Nothing({ isFiltered, isCompared }: { readonly isFiltered: boolean; readonly isCompared: boolean }) {
  if (isFiltered)
    return <EmptyState title="No place fits">Choose all places, all codes or anybody above.</EmptyState>
  return (
    <EmptyState title="No differences to walk through">
      {isCompared
        ? 'Wherever these coders read the same source, they gave the same codes.'
        : 'As soon as two of these coders have coded the same source, the places they coded differently stand here.'}
    </EmptyState>
  )
}

function Filters({
  project,
  round,
  places,
  filter,
  onChange,
}: {
  readonly project: Project
  readonly round: AgreementRound
  readonly places: readonly CoderDisagreement[]
  readonly filter: PlaceFilter
  readonly onChange: (changes: Partial<PlaceFilter>) => void
}) {
  const used = new Set(places.map(({ code }) => code))
  const codes = codeTree(project).inOrder.filter(({ id }) => used.has(id))
  const everyCode: { readonly key: CodeId | 'all'; readonly label: string } = {
    key: 'all',
    label: 'All codes',
  }
  const anybody: { readonly key: CoderId | 'anybody'; readonly label: string } = {
    key: 'anybody',
    label: 'Whoever used it',
  }
  return (
    <>
      <Select
        label="Decided or open"
        hideLabel
        value={filter.state}
        options={states}
        onChange={(state) => onChange({ state })}
      />
      <Select
        label="Code"
        hideLabel
        value={filter.code}
        options={[everyCode, ...codes.map(({ id, name }) => ({ key: id, label: name }))]}
        onChange={(code) => onChange({ code })}
      />
      <Select
        label="Who used it"
        hideLabel
        value={filter.by}
        options={[
          anybody,
          ...round.coders.map((id) => ({
            key: id,
            label: `Used by ${project.tables.coder.get(id)?.name ?? 'somebody who is gone'}`,
          })),
        ]}
        onChange={(by) => onChange({ by })}
      />
    </>
  )
}

const states = [
  { key: 'all', label: 'Open and decided' },
  { key: 'open', label: 'Open' },
  { key: 'decided', label: 'Decided' },
] as const satisfies readonly { key: PlaceFilter['state']; label: string }[]
