import type { Piece } from './utterance.ts'

/** What stands in an utterance: a word or sign of its own, text as it runs, or something heard besides. */
export interface TeiItem {
  readonly kind: 'word' | 'sign' | 'text' | 'heard'
  readonly text: string
  /** Stated to stand close to what is before or behind it. */
  readonly left: boolean
  readonly right: boolean
  /** What stood in the file before it: nothing, a space or a new line. */
  readonly gap: 'none' | 'space' | 'line'
  /** The time from which it is said, where one is given here. */
  readonly time: number | null
}

export interface TeiSpeech {
  readonly items: readonly TeiItem[]
  readonly time: number | null
  readonly endTime: number | null
}

/** Whether a file writes spaces between its words; where it does, words without one between them belong together. */
export function hasSpacedWords(utterances: readonly (readonly TeiItem[])[]): boolean {
  return utterances.some((items) =>
    items.some((item, i) => i > 0 && item.kind === 'word' && item.gap !== 'none'),
  )
}

/** The words of an utterance, joined as the file states or as punctuation goes, in pieces from time to time. */
export function teiPieces(speech: TeiSpeech, spaced: boolean): readonly Piece[] {
  const pieces: { text: string[]; time: number | null }[] = [{ text: [], time: speech.time }]
  speech.items.forEach((item, i) => {
    if (item.time !== null) pieces.push({ text: [], time: item.time })
    pieces.at(-1)?.text.push(between(speech.items[i - 1], item, spaced), item.text)
  })
  return pieces.map(({ text, time }, i) => ({
    text: text.join(''),
    time,
    endTime: pieces[i + 1]?.time ?? speech.endTime,
  }))
}

function between(before: TeiItem | undefined, item: TeiItem, spaced: boolean): string {
  if (before === undefined) return ''
  if (before.kind === 'heard' || item.kind === 'heard') return ' '
  if (before.right || item.left) return ''
  if (item.gap === 'space') return ' '
  if (before.kind === 'text' || item.kind === 'text') return item.gap === 'none' ? '' : ' '
  if (item.kind === 'sign' && CLOSES.test(item.text)) return ''
  if (before.kind === 'sign' && OPENS.test(before.text)) return ''
  return item.gap === 'line' || !spaced ? ' ' : ''
}

const CLOSES = /^\s*[.,;:?!…)\]}»”’%。，、！？；：]/
const OPENS = /^\s*[([{«“‘„¿¡]\s*$/
