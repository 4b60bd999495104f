import type { SourceDraft } from './source-draft.ts'

/** Text to put before a position of a draft's text. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** The draft with texts put in (insertions in the order of the text); everything behind one moves along, what begins
    or ends exactly at it stays, so that a turn takes in what is put before its words. */
export function insertTexts(draft: SourceDraft, insertions: readonly Insertion[]): SourceDraft {
  if (insertions.length === 0) return draft
  const moved = mover(insertions)
  return {
    ...draft,
    text: withInsertions(draft.text, insertions),
    turns: draft.turns.map((turn) => {
      const isEmpty = turn.end === turn.start
      return { ...turn, label: moved(turn.label), start: moved(turn.start), end: moved(turn.end, isEmpty) }
    }),
    blocks: draft.blocks.map((block) => ({ ...block, start: moved(block.start), end: moved(block.end) })),
    syncPoints: draft.syncPoints.map((point) => ({ ...point, position: moved(point.position) })),
    origins: draft.origins.map((origin) => ({ ...origin, start: moved(origin.start) })),
    ...(draft.translations === undefined
      ? {}
      : {
          translations: draft.translations.map((each) => ({
            ...each,
            stretches: each.stretches.map((stretch) => ({ ...stretch, at: moved(stretch.at) })),
          })),
        }),
  }
}

function withInsertions(text: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = []
  let from = 0
  for (const insertion of insertions) {
    pieces.push(text.slice(from, insertion.at), insertion.text)
    from = insertion.at
  }
  return pieces.join('') + text.slice(from)
}

/** Moves a position by the length of all that was put in before it, or (`past`) at it. */
function mover(insertions: readonly Insertion[]): (position: number, past?: boolean) => number {
  const lengths: number[] = []
  let total = 0
  for (const insertion of insertions) {
    total += insertion.text.length
    lengths.push(total)
  }
  return (position, past = false) => {
    let low = 0
    let high = insertions.length
    while (low < high) {
      const middle = (low + high) >> 1
      const at = insertions[middle]?.at ?? 0
      if (past ? at <= position : at < position) low = middle + 1
      else high = middle
    }
    return position + (lengths[low - 1] ?? 0)
  }
}
