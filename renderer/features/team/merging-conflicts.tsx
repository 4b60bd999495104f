import { startTransition, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Side } from '../../../shared/change/merge/conflict.ts'
import type { ToldConflict } from '../../../shared/change/merge/conflict-in-words.ts'
import type { BaseTold } from '../../../shared/change/merge/whose-copy.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './merging.module.css'
import { MergingConflict } from './merging-conflict.tsx'
import { conflictGroups, decidedInWords, toDecideInWords } from './merging-words.ts'

/** What both copies decided differently, under what it concerns. Very many are put up a stretch at a time, as the
    person comes near the end of those that are up. */
export function MergingConflicts({
  conflicts,
  base,
  made,
  onDecide,
}: {
  readonly conflicts: readonly ToldConflict[]
  /** What the two are compared with. */
  readonly base: BaseTold['kind']
  readonly made: ReadonlyMap<string, Side>
  readonly onDecide: (keys: readonly string[], side: Side) => void
}) {
  const title = useId()
  // Hundreds decided at once are drawn a few at a time; their number is told at once.
  const drawn = useDeferredValue(made)
  const { hidden, canHide, hideDecided } = useHidden(conflicts, made)
  const inSight = useMemo(() => conflicts.filter(({ key }) => !hidden?.has(key)), [conflicts, hidden])
  const groups = useMemo(() => conflictGroups(inSight), [inSight])
  const { upTo, end, showMore, beginAgain } = useStretches(inSight.length)
  const decide = useStable(onDecide)
  let before = 0
  return (
    <section aria-labelledby={title} className={styles.section}>
      <h3 id={title}>{toDecideInWords(conflicts.length, base)}</h3>
      <p>Say whose stands. Nothing is merged before all are decided.</p>
      {canHide ? (
        <Checkbox
          isSelected={hidden !== null}
          onChange={(on) => {
            hideDecided(on)
            beginAgain()
          }}
        >
          Only undecided
          {hidden ? (
            <small>
              {' '}
              {number(inSight.length)} of {counted(conflicts.length, 'thing')}; what you decide now stays in
              view
            </small>
          ) : null}
        </Checkbox>
      ) : null}
      {groups.map(({ group, name, conflicts: some }) => {
        const shown = some.slice(0, Math.max(0, upTo - before))
        before += some.length
        if (shown.length === 0) return null
        const keys = some.map(({ key }) => key)
        return (
          <section key={group} aria-label={name} className={styles.group}>
            <header>
              <h4>{name}</h4>
              <small>{decidedInWords(keys.filter((key) => made.has(key)).length, keys.length)}</small>
              {some.length > 1 && groups.length > 1 ? (
                <>
                  <Button look="quiet" onPress={() => decide(keys, 'mine')}>
                    Mine for these {number(some.length)}
                  </Button>
                  <Button look="quiet" onPress={() => decide(keys, 'theirs')}>
                    Theirs for these {number(some.length)}
                  </Button>
                </>
              ) : null}
            </header>
            {shown.map((conflict) => (
              <MergingConflict
                key={conflict.key}
                conflict={conflict}
                side={drawn.get(conflict.key) ?? null}
                onDecide={decide}
              />
            ))}
          </section>
        )
      })}
      {upTo < inSight.length ? (
        <p ref={end} className={styles.more}>
          <Button onPress={showMore}>
            Show more: {number(upTo)} of {number(inSight.length)} are up
          </Button>
        </p>
      ) : null}
    </section>
  )
}

/** What was decided when the person asked to see only what is not: it is out of sight, and nothing that is decided
    afterwards moves away under their hands. Offered where not all fits on a screen. */
function useHidden(conflicts: readonly ToldConflict[], made: ReadonlyMap<string, Side>) {
  const [hidden, setHidden] = useState<ReadonlySet<string> | null>(null)
  return {
    hidden,
    canHide: conflicts.length > first,
    hideDecided: (on: boolean) => setHidden(on ? new Set(made.keys()) : null),
  }
}

const first = 8
const stretch = 20

/** How many are up, and what brings up more: coming near `end`, or pressing. Where the list becomes another one it
    begins again, as hundreds put up at once keep the window waiting. */
function useStretches(all: number) {
  const [upTo, setUpTo] = useState(first)
  const end = useRef<HTMLParagraphElement>(null)
  const showMore = () => startTransition(() => setUpTo((now) => now + stretch))
  useEffect(() => {
    const mark = end.current
    if (!mark || upTo >= all) return
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some(({ isIntersecting }) => isIntersecting)) return
        startTransition(() => setUpTo((now) => now + stretch))
      },
      { rootMargin: '600px' },
    )
    watch.observe(mark)
    return () => watch.disconnect()
  }, [upTo, all])
  return { upTo, end, showMore, beginAgain: () => setUpTo(first) }
}

/** The same function for ever, so that a decision draws one conflict anew and not all. */
function useStable(onDecide: (keys: readonly string[], side: Side) => void): typeof onDecide {
  const newest = useRef(onDecide)
  newest.current = onDecide
  return useRef((keys: readonly string[], side: Side) => newest.current(keys, side)).current
}
