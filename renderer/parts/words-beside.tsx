import { useMemo } from 'react'
import { alignTexts, type TextAlignment } from '../../shared/text/align-texts.ts'
import styles from './words-beside.module.css'

/** Two texts side by side, the words that differ marked: what is only in the first struck out, what is only in the second
    underlined. */
export function WordsBeside({
  before,
  after,
  beforeLabel,
  afterLabel,
}: {
  readonly before: string
  readonly after: string
  readonly beforeLabel: string
  readonly afterLabel: string
}) {
  const alignment = useMemo(() => alignTexts(before, after), [before, after])
  return (
    <div className={styles.sides}>
      <Side label={beforeLabel} pieces={piecesOf(alignment, 'before')} mark="del" />
      <Side label={afterLabel} pieces={piecesOf(alignment, 'after')} mark="ins" />
    </div>
  )
}

interface Piece {
  readonly at: number
  readonly text: string
  readonly differs: boolean
}

function piecesOf({ before, after, changed }: TextAlignment, side: 'before' | 'after'): readonly Piece[] {
  const text = side === 'before' ? before : after
  const pieces: Piece[] = []
  let reached = 0
  const upTo = (end: number, differs: boolean) => {
    if (end > reached) pieces.push({ at: reached, text: text.slice(reached, end), differs })
    reached = Math.max(reached, end)
  }
  for (const { from, to, newFrom, newTo } of changed) {
    upTo(side === 'before' ? from : newFrom, false)
    upTo(side === 'before' ? to : newTo, true)
  }
  upTo(text.length, false)
  return pieces
}

function Side({
  label,
  pieces,
  mark: Mark,
}: {
  readonly label: string
  readonly pieces: readonly Piece[]
  readonly mark: 'del' | 'ins'
}) {
  return (
    <div>
      <h4>{label}</h4>
      {pieces.length === 0 ? (
        <p className={styles.nothing}>Nothing</p>
      ) : (
        <p>
          {pieces.map(({ at, text, differs }) =>
            differs ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>,
          )}
        </p>
      )}
    </div>
  )
}
