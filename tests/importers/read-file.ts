import { type ReadOptions, readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The draft of a small file; fails the test when it does not come in. */
export async function draftOf(
  name: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<SourceDraft> {
  const outcome = await readSource(
    { name, bytes: typeof content === 'string' ? bytesOf(content) : content },
    options,
  )
  if (!outcome.ok) throw new Error(outcome.problem)
  return outcome.draft
}

/** The sentence a file is turned away with; "came in" when it is not. */
export async function problemOf(
  name: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<string> {
  const outcome = await readSource(
    { name, bytes: typeof content === 'string' ? bytesOf(content) : content },
    options,
  )
  return outcome.ok ? 'came in' : outcome.problem
}

/** Turns as "Name: words", a dash for nobody; line ends inside as " / ". */
export function spoken(draft: SourceDraft): readonly string[] {
  return draft.turns.map((turn) => {
    const name = turn.speaker === null ? '-' : draft.speakers[turn.speaker]?.label
    return `${name}: ${draft.text.slice(turn.start, turn.end).replaceAll('\n', ' / ')}`
  })
}

/** Labels with their roles. */
export function roles(draft: SourceDraft): readonly string[] {
  return draft.speakers.map((speaker) => `${speaker.label} ${speaker.role} ${speaker.turns}`)
}

/** The loss report as "count what". */
export function report(draft: SourceDraft): readonly string[] {
  return draft.notices.map((notice) => `${notice.count} ${notice.what}`)
}

/** What a draft breaks of the rules every draft keeps; empty for a sound one. */
export function unsound(draft: SourceDraft): readonly string[] {
  const { text, turns, speakers, syncPoints, blocks, origins = [], notices } = draft
  const broken: string[] = []
  if (!text.isWellFormed() || /[\r\u2028\u2029]/.test(text)) broken.push('text is not normalised')
  let last = 0
  for (const turn of turns) {
    if (turn.label < last || turn.start < turn.label || turn.end < turn.start || turn.end > text.length)
      broken.push('turn out of place')
    if (turn.speaker !== null && speakers[turn.speaker] === undefined) broken.push('turn of nobody')
    last = turn.end
  }
  const counts = speakers.map(() => 0)
  for (const { speaker } of turns) if (speaker !== null) counts[speaker] = (counts[speaker] ?? 0) + 1
  if (speakers.some((speaker, i) => counts[i] !== speaker.turns)) broken.push('turns miscounted')
  syncPoints.forEach((point, i) => {
    if (point.position < (syncPoints[i - 1]?.position ?? 0) || point.position > text.length)
      broken.push('time out of order')
  })
  if (blocks.some((block) => block.start > block.end || block.end > text.length))
    broken.push('block out of place')
  if (origins.length > 0 && text.slice(0, origins[0]?.start).trim() !== '')
    broken.push('words before all origins')
  origins.forEach(({ start }, i) => {
    if (start < (origins[i - 1]?.start ?? 0) || start > text.length) broken.push('origin out of order')
  })
  if (notices.some((notice) => notice.count < 1)) broken.push('notice of nothing')
  return broken
}
