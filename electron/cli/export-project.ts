import { type SharePart, shareCopy, shareParts, whyNotShared } from '../../shared/exchange/share-copy.ts'
import { type ShareNumbers, shareNumbers } from '../../shared/exchange/share-numbers.ts'
import { type Loss, lossLines } from '../../shared/exchange/standard-loss.ts'
import { standardLosses } from '../../shared/exchange/standard-losses.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { packProject } from './pack-project.ts'
import type { Arguments } from './parse-arguments.ts'

/** A project's bytes, and what is said about them; or why there are none. */
export type Exported =
  | {
      readonly ok: true
      readonly bytes: Uint8Array
      readonly messages?: readonly string[]
      readonly losses?: readonly Loss[]
    }
  | { readonly ok: false; readonly problem: string }

/** What a .qdpx is asked to be: whole, for other tools, or a copy to share; a sentence where that makes no sense. */
export function projectWish(given: Arguments): string | ReadonlySet<SharePart> | null {
  const stated = given.texts('with').flatMap((each) => each.split(','))
  if (!given.flag('share')) return stated.length > 0 ? '--with goes with --share.' : null
  if (given.flag('standard-only')) return 'Either --share or --standard-only, not both.'
  const parts = new Set<SharePart>()
  for (const each of stated.map((part) => part.trim()).filter((part) => part !== '')) {
    const part = shareParts.find((known) => known.replaceAll(' ', '-') === each)
    if (!part)
      return `A copy is shared with ${shareParts.map((known) => known.replaceAll(' ', '-')).join(', ')}.`
    parts.add(part)
  }
  return parts
}

/** A copy to hand to somebody, with the parts asked for. */
export async function sharedCopy(archive: Archive, parts: ReadonlySet<SharePart>): Promise<Exported> {
  const problem = whyNotShared(archive, parts)
  if (problem !== null) return { ok: false, problem }
  const [coder] = archive.project.tables.coder.values()
  if (!coder) return { ok: false, problem: 'Nobody codes in this project, so there is nobody to share it.' }
  const by = archive.changes.findLast((change) => archive.project.tables.coder.has(change.by))?.by ?? coder.id
  const bytes = await packProject(shareCopy(archive, { with: parts, at: Date.now(), by }))
  return { ok: true, bytes, messages: leftOut(shareNumbers(archive), parts) }
}

/** What a copy does not have, and whose names stand in it all the same. */
function leftOut(numbers: ShareNumbers, wanted: ReadonlySet<SharePart>): readonly string[] {
  const { withdrawn, participants, namesInTexts, sources } = numbers
  // The history takes earlier texts along, and the names in it.
  const goes = (part: SharePart) =>
    wanted.has(part) ||
    (wanted.has('history') && (part === 'earlier texts' || (part === 'names' && numbers.historyHoldsNames)))
  const out = shareParts.filter((part) => !goes(part) && numbers.parts[part].count > 0)
  const counts = out.map((part) => `${partNames[part]} (${numbers.parts[part].count})`)
  return [
    ...(counts.length > 0 ? [`Left out: ${counts.join(', ')}.`] : []),
    ...(withdrawn > 0
      ? [`${withdrawn} of ${participants + withdrawn} participants withdrew: their words are blacked out.`]
      : []),
    ...(namesInTexts > 0
      ? [`In ${namesInTexts} of ${sources} sources a name behind a pseudonym still stands in what was said.`]
      : []),
  ]
}

const partNames = {
  originals: 'files that sources came from',
  history: 'changes of the history',
  'earlier texts': 'texts before corrections',
  names: 'names behind pseudonyms',
} as const satisfies Record<SharePart, string>

/** The standard's part alone, with the list of what it cannot hold. */
export async function forOtherTools(archive: Archive, given: Arguments): Promise<Exported> {
  const withWithdrawn = given.flag('with-withdrawn')
  const losses = standardLosses(archive, { withWithdrawn })
  const told = withWithdrawn ? null : withoutWithdrawn(archive)
  const names = told?.sources.map((name) => `“${name}”`).join(', ')
  const blacked = names
    ? [`Words that were withdrawn are blacked out in ${names}. With --with-withdrawn they stay.`]
    : []
  return {
    ok: true,
    bytes: await packProject(told?.archive ?? archive, { standardOnly: true }),
    messages: [...blacked, ...lossLines(losses)],
    losses,
  }
}
