import type { Edit } from '../../../shared/change/change.ts'

/** What a correction of a text did to something that stands on it, as the end of a sentence about one or several; null
    when the edit is something else, or more than that. `all` are the edits of its change. */
export function movedAlong({ kind, source, before, after }: Edit, all: readonly Edit[]): string | null {
  const fields = Object.keys(after ?? {})
  if (!before || !after || !fields.every((field) => positions.has(field))) return null
  if (kind === 'turn') return all.some((each) => corrects(each, source)) ? 'moved along with the text' : null
  if (kind === 'memo' || kind === 'restriction' || kind === 'translation' || kind === 'adjudication')
    return fields.some((field) => switching.has(field)) ? 'moved along with the words' : null
  if (kind !== 'coding' || !fields.includes('content')) return null
  return fields.includes('quote') ? 'now on corrected words' : 'moved along with the words'
}

function corrects({ kind, id, before, after }: Edit, source: string | undefined): boolean {
  return kind === 'source' && id === source && before !== null && after !== null && 'content' in after
}

const positions: ReadonlySet<string> = new Set([
  'content',
  'start',
  'end',
  'label',
  'quote',
  'about',
  'of',
  'stretches',
])
const switching: ReadonlySet<string> = new Set(['content', 'about', 'of'])
