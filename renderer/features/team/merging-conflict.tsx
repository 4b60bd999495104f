import { memo, useId, useMemo, useState } from 'react'
import type { Side } from '../../../shared/change/merge/conflict.ts'
import type { ToldConflict } from '../../../shared/change/merge/conflict-in-words.ts'
import { Button } from '../../ui/button.tsx'
import { aroundDifferences, longText, type MarkedPiece, markedWords } from './marked-words.ts'
import styles from './merging.module.css'

/** One thing that both copies decided differently: what it was, and mine and theirs side by side to choose from. */
export const MergingConflict = memo(function MergingConflict({
  conflict,
  side,
  onDecide,
}: {
  readonly conflict: ToldConflict
  readonly side: Side | null
  readonly onDecide: (keys: readonly string[], side: Side) => void
}) {
  const { key, thing, field, base, mine, theirs } = conflict
  const [isWhole, setWhole] = useState(false)
  const [chosen, choose] = useFollowed(side)
  const title = useId()
  const marked = useMemo(() => markedWords(mine ?? '', theirs ?? ''), [mine, theirs])
  const isLong = Math.max(mine?.length ?? 0, theirs?.length ?? 0, base?.length ?? 0) > longText
  const shown = (pieces: readonly MarkedPiece[]) => (isLong && !isWhole ? aroundDifferences(pieces) : pieces)
  return (
    <article aria-labelledby={title} className={styles.conflict}>
      <h5 id={title}>
        {thing} <span>{field}</span>
      </h5>
      {base === null ? null : (
        <p className={styles.before}>
          <b>Before</b>{' '}
          {isLong && !isWhole && base.length > longText ? `${base.slice(0, 240).toWellFormed()}…` : base}
        </p>
      )}
      {/* Plain radios: there may be hundreds of them. */}
      <div role="radiogroup" aria-labelledby={title} className={styles.sides}>
        {sides.map((each) => (
          <OneSide
            key={each}
            side={each}
            group={title}
            value={conflict[each]}
            pieces={shown(marked[each])}
            isChosen={chosen === each}
            onChoose={() => {
              choose(each)
              onDecide([key], each)
            }}
          />
        ))}
      </div>
      {isLong ? (
        <Button look="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
          {isWhole ? 'Show what differs' : 'Show both whole'}
        </Button>
      ) : null}
    </article>
  )
})

/** What was chosen here shows at once; what was decided for many shows when it is this one's turn to be drawn. */
function useFollowed(side: Side | null) {
  const [followed, setFollowed] = useState(side)
  const [chosen, choose] = useState(side)
  if (followed !== side) {
    setFollowed(side)
    choose(side)
  }
  return [chosen, choose] as const
}

const sides: readonly Side[] = ['mine', 'theirs']

function OneSide({
  side,
  group,
  value,
  pieces,
  isChosen,
  onChoose,
}: {
  readonly side: Side
  readonly group: string
  readonly value: string | null
  readonly pieces: readonly MarkedPiece[]
  readonly isChosen: boolean
  readonly onChoose: () => void
}) {
  const words = useId()
  return (
    <div className={styles.side}>
      <label className={styles.choice}>
        <input type="radio" name={group} aria-describedby={words} checked={isChosen} onChange={onChoose} />
        {side === 'mine' ? 'Mine' : 'Theirs'}
      </label>
      <p id={words}>
        {value === null ? (
          <i>Nothing there</i>
        ) : (
          pieces.map((piece, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
            piece.differs ? <mark key={i}>{shownWords(piece.text)}</mark> : <span key={i}>{piece.text}</span>,
          )
        )}
      </p>
    </div>
  )
}

/** A difference in spaces or lines alone is shown by a sign. */
function shownWords(text: string): string {
  return text.trim() === '' ? (text.includes('\n') ? '¶' : '␣') : text
}
