import type { QuoteChoice } from '../model/report-entities.ts'
import { countWords } from '../text/count-words.ts'
import type { Desk } from './desk.ts'
import type { QuoteSlot } from './draft.ts'
import { quoteBlock } from './quote-block.ts'
import type { QuoteCandidate } from './quote-candidates.ts'
import { type MarkedPassages, marks, type PoolEntry } from './quote-pool.ts'
import { quoteReason } from './quote-reason.ts'
import { quoteRule, quotesIn } from './quote-rule.ts'
import { isShown, noteQuote, timesAllowed } from './quote-tally.ts'
import { asCoded, type QuoteShape, quoteShape } from './whole-quote.ts'

/** Slots that share a maximum, while they are being filled. */
export interface QuoteGroup {
  /** How many quotes there may be in all. */
  readonly most: number
  readonly perCode: number
  readonly against: number
  readonly slots: readonly OpenSlot[]
}

/** A slot, what can be quoted in it, and what is. */
export interface OpenSlot {
  readonly slot: QuoteSlot
  readonly passages: readonly MarkedPassages[]
  /** The lead's, by coding. */
  readonly choices: ReadonlyMap<string, QuoteChoice>
  readonly taken: PoolEntry[]
}

/** Groups slots by the maximum they share and puts in what the lead chose: that comes first, always. */
export function openSlots(desk: Desk, slots: readonly QuoteSlot[]): readonly QuoteGroup[] {
  const open = slots.map((slot) => openSlot(desk, slot))
  for (const each of open) if (quotesIn(each.slot.section).perCode > 0) takeOfLead(desk, each)
  return [...new Set(slots.map((slot) => slot.section))].flatMap((section) => {
    const { inSection, perCode, against } = quotesIn(section)
    const here = open.filter((each) => each.slot.section === section)
    return inSection === null
      ? here.map((each) => ({ most: perCode + against, perCode, against, slots: [each] }))
      : [{ most: inSection, perCode, against, slots: here }]
  })
}

/** First each group gets a quote that speaks for it, then one that speaks against it. */
export function fillFirst(desk: Desk, groups: readonly QuoteGroup[]): void {
  for (const group of groups) if (group.perCode > 0 && count(group, false) === 0) take(desk, group, false)
  for (const group of groups) if (count(group, true) < group.against) take(desk, group, true)
}

/** Then, in turns, each is filled up to its maximum, while words may still be quoted. */
export function fillUp(desk: Desk, groups: readonly QuoteGroup[], against = false): void {
  let left = groups
  while (left.length > 0) left = left.filter((group) => take(desk, group, against))
}

function openSlot(desk: Desk, slot: QuoteSlot): OpenSlot {
  const ofCodes = slot.codes.toReversed().flatMap((code) => [...(desk.choices.get(code.id) ?? [])])
  return {
    slot,
    passages: slot.codes.map((code) => desk.pool.passages(code.id)),
    choices: new Map(ofCodes),
    taken: [],
  }
}

function takeOfLead(desk: Desk, open: OpenSlot): void {
  const wanted = new Set(
    [...open.choices.values()].flatMap(({ use, coding }) => (use === 'show' ? coding : [])),
  )
  if (wanted.size === 0) return
  for (const passages of open.passages) {
    for (const [i, coding] of passages.codings.entries()) {
      const entry = wanted.has(coding.id) ? entryAt(desk, open, passages, i) : null
      const candidate = entry && desk.pool.candidate(entry)
      if (entry && candidate && put(desk, open, { entry, candidate, shape: asCoded(candidate.spans) }))
        wanted.delete(coding.id)
    }
  }
}

/** Takes the best quote that a group may still have; false when there is none. */
function take(desk: Desk, group: QuoteGroup, against: boolean): boolean {
  if (count(group, false) + count(group, true) >= group.most) return false
  const looked = bestEntries(desk, group, against)
    .flatMap((each) => lookedAt(desk, each))
    .sort((a, b) => a.rank - b.rank)
  return looked.some((each) => put(desk, each.open, each))
}

function count({ slots }: QuoteGroup, against: boolean): number {
  return slots.reduce((sum, { taken }) => sum + taken.filter((each) => isAgainst(each) === against).length, 0)
}

function isAgainst(entry: PoolEntry): boolean {
  return (entry.marks & marks.against) > 0
}

interface Ranked {
  readonly open: OpenSlot
  readonly entry: PoolEntry
  /** Smaller is better. */
  readonly rank: number
}

/** The entries that fit best by what is known without looking at their words, the best first. */
function bestEntries(desk: Desk, group: QuoteGroup, against: boolean): readonly Ranked[] {
  const best: Ranked[] = []
  const taken = group.slots.flatMap((each) => each.taken)
  const isTold = against || taken.length === 0 || taken.some((each) => (each.marks & marks.overcome) > 0)
  const look: Look = {
    against,
    inGroup: taken.map((each) => each.voice),
    most: timesAllowed(desk.quotes),
    wantsOvercome: !isTold,
  }
  for (const open of group.slots) {
    if (isFull(desk, group, open, against)) continue
    for (const passages of open.passages) keepBest(desk, best, open, passages, look)
  }
  return best
}

/** A second quote only where three speak of it: two of two would be everything that was said. */
function isFull(desk: Desk, group: QuoteGroup, { slot, taken }: OpenSlot, against: boolean): boolean {
  const here = taken.filter((each) => isAgainst(each) === against).length
  if (against) return here > 0
  return here >= group.perCode || (here > 0 && desk.prevalence(slot.code.id).n < 3)
}

interface Look {
  readonly against: boolean
  /** Voices quoted in the group so far. */
  readonly inGroup: readonly number[]
  /** How often a voice may be quoted. */
  readonly most: number
  readonly wantsOvercome: boolean
}

function keepBest(desk: Desk, best: Ranked[], open: OpenSlot, passages: MarkedPassages, look: Look): void {
  const { mayQuote } = desk.pool
  const { times } = desk.quotes
  const { voices, marks: bits } = passages
  for (let i = 0; i < voices.length; i++) {
    const voice = voices[i] ?? -1
    const mark = bits[i] ?? 0
    const heard = times[voice] ?? 0
    if (mayQuote[voice] !== 1 || heard >= look.most || (mark & marks.against) > 0 !== look.against) continue
    const rank = rankOf(mark, heard, voice, look)
    if (best.length === quoteRule.tried && rank >= (best.at(-1)?.rank ?? 0)) continue
    const entry = entryAt(desk, open, passages, i)
    if (!entry || !mayStand(desk, open, entry)) continue
    const at = best.findIndex((each) => each.rank > rank)
    best.splice(at < 0 ? best.length : at, 0, { open, entry, rank })
    if (best.length > quoteRule.tried) best.pop()
  }
}

/** Key quotes and own experience first; then voices heard least here and in the whole report. A length that does not
    fit counts as much as two or three quotes before. */
function rankOf(mark: number, heard: number, voice: number, { inGroup, wantsOvercome }: Look): number {
  let here = 0
  for (const other of inGroup) if (other === voice) here++
  const order = mark & (marks.tooShort | marks.ofOthers | marks.noKeyQuote)
  const past = wantsOvercome && (mark & marks.overcome) === 0 ? 8 : 0
  return (past + order) * 1000 + Math.min(400, here * 3 + heard) * 2 + ((mark & marks.unfitting) > 0 ? 5 : 0)
}

function entryAt(desk: Desk, open: OpenSlot, { codings, voices, marks: bits }: MarkedPassages, i: number) {
  const coding = codings[i]
  const voice = voices[i] ?? -1
  const participant = desk.tally.voices.participants[voice]
  const choice = coding && open.choices.get(coding.id)
  const isClosed = !coding || !participant || choice?.use === 'leave out' || desk.pool.mayQuote[voice] !== 1
  if (isClosed || !desk.pool.isOpen(coding, voice)) return null
  return { coding, voice, participant, marks: bits[i] ?? 0, choice } satisfies PoolEntry
}

function mayStand({ quotes }: Desk, { taken }: OpenSlot, { coding, voice }: PoolEntry): boolean {
  return !taken.some((other) => other.voice === voice) && !isShown(quotes, coding.content, coding)
}

interface Looked extends Ranked {
  readonly candidate: QuoteCandidate
  readonly shape: QuoteShape
}

/** A fragment that nothing makes whole stands behind whole sentences of voices quoted three times more. */
const worse = { whole: 0, widened: 1, fragment: 6 } as const

function lookedAt(desk: Desk, ranked: Ranked): readonly Looked[] {
  const candidate = desk.pool.candidate(ranked.entry)
  // Less than twelve signs say nothing, unless somebody marked them as saying much.
  if (!candidate || (candidate.length < 12 && !ranked.entry.coding.star)) return []
  const shape = quoteShape(desk, candidate)
  return [{ ...ranked, candidate, shape, rank: ranked.rank + worse[shape.kind] }]
}

/** Prints a quote into its slot; false where it cannot be printed or would be too many words. */
function put(
  desk: Desk,
  { slot, taken }: OpenSlot,
  { entry, candidate, shape }: Pick<Looked, 'entry' | 'candidate' | 'shape'>,
): boolean {
  const reason = quoteReason(desk.quotes, entry, shape)
  const block = quoteBlock(desk, slot.code, { candidate, shape, reason, choice: entry.choice })
  const words = countWords(block?.text ?? '')
  const isTooMuch = desk.quotes.words + words > desk.quotes.mostWords && entry.choice?.use !== 'show'
  if (!block || isTooMuch) return false
  noteQuote(desk.quotes, entry.voice, entry.coding.content, { start: block.start, end: block.end, words })
  slot.quotes.push(block)
  taken.push(entry)
  return true
}
