import { useMemo } from 'react'
import type { TextAlignment } from '../../shared/text/align-texts.ts'
import { type ChangedPiece, changedPassages } from '../../shared/text/changed-passages.ts'
import { Scrolled } from '../ui/scrolled.tsx'
import styles from './changed-words.module.css'

/** What a better text changes, passage by passage: words that go are struck out, words that come are underlined. */
export function ChangedWords({
  alignment,
  most = 100,
}: {
  readonly alignment: TextAlignment
  readonly most?: number
}) {
  const { passages, all } = useMemo(() => changedPassages(alignment, most), [alignment, most])
  if (all === 0) return null
  return (
    <Scrolled label="What changes" className={styles.changes}>
      <ol>
        {passages.map(({ at, pieces }) => (
          <li key={at}>
            {pieces.map((piece, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
              <Piece key={i} piece={piece} />
            ))}
          </li>
        ))}
      </ol>
      {all > passages.length ? (
        <p>
          The first {passages.length} of {all.toLocaleString('en')} changed passages.
        </p>
      ) : null}
    </Scrolled>
  )
}

function Piece({ piece: { kind, text } }: { readonly piece: ChangedPiece }) {
  if (kind === 'same') return text
  const Mark = kind === 'out' ? 'del' : 'ins'
  return (
    <Mark>
      <span className="visually-hidden">{kind === 'out' ? ' goes: ' : ' comes: '}</span>
      {text.trim() === '' ? <i>{text.includes('\n') ? '¶' : '␣'}</i> : text}
    </Mark>
  )
}
