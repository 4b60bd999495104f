import type { QuoteChoice } from '../model/entities.ts'
import type { ContentHash, ParticipantId } from '../model/ids.ts'
import type { Texts } from '../model/project.ts'
import { overlaps, type Span } from '../text/positions.ts'
import { isWhole, type QuoteCandidate } from './quote-candidates.ts'

/** A quote chosen for a code, and why. */
export interface QuotePick {
  readonly candidate: QuoteCandidate
  /** Speaks against the code it stands under. */
  readonly against: boolean
  /** In words: "key quote; first time this voice is quoted". */
  readonly reason: string
  readonly choice: QuoteChoice | undefined
}

/** Who was quoted how often so far in one report, and what. Choosing adds to it. */
export interface QuoteTally {
  readonly byParticipant: Map<ParticipantId, number>
  /** Passages quoted, by their content. */
  readonly picked: Map<ContentHash, Span[]>
  total: number
}

/** An empty tally, for the start of a report. */
export function startQuoteTally(): QuoteTally {
  return { byParticipant: new Map(), picked: new Map(), total: 0 }
}

/** Lengths of a quote in UTF-16 units; longer ones are cut at a sentence, shorter ones shown only for want of others. */
export const quoteLength = { shortest: 30, longest: 700 } as const

/** How many quotes to choose: that speak for the code, and that speak against it. */
export interface QuotesWanted {
  readonly supporting: number
  readonly against: number
}

/** Chooses a code's quotes. What the lead chose comes first and what the lead left out never comes. Then words not
    quoted yet, voices not above their share, key quotes, voices quoted least; at last fitting lengths, whole
    sentences and the order of the passages. One quote a participant, and beside those that affirm one that denies. */
export function chooseQuotes(
  candidates: readonly QuoteCandidate[],
  texts: Texts,
  choices: ReadonlyMap<string, QuoteChoice>,
  tally: QuoteTally,
  wanted: QuotesWanted = { supporting: 2, against: 1 },
): readonly QuotePick[] {
  const allowed = candidates.filter((each) => choices.get(each.coding.id)?.use !== 'leave out')
  const ofLead = allowed.filter((each) => choices.get(each.coding.id)?.use === 'show')
  const round: Round = {
    tally,
    texts,
    voices: new Set(allowed.map((each) => each.participant.id)).size,
    choices,
    used: new Set(),
  }
  const picks = onePerCodingAndVoice(ofLead).map((each) => pick(round, each, true))
  const support = allowed.filter((each) => !isAgainst(each) && isFit(each))
  const against = allowed.filter((each) => isAgainst(each) && isFit(each))
  const missing = (number: number, opposing: boolean) =>
    number - picks.filter((each) => each.against === opposing).length
  const supporting = choose(round, support, missing(wanted.supporting, false))
  return [...picks, ...supporting, ...choose(round, against, missing(wanted.against, true))].sort(
    (a, b) => Number(a.against) - Number(b.against),
  )
}

interface Round {
  readonly tally: QuoteTally
  readonly texts: Texts
  /** How many participants can be quoted for the code. */
  readonly voices: number
  readonly choices: ReadonlyMap<string, QuoteChoice>
  /** Participants already quoted for the code. */
  readonly used: Set<ParticipantId>
}

function isAgainst(candidate: QuoteCandidate): boolean {
  return candidate.coding.stance === 'denies'
}

/** Twelve signs at least, unless marked as a key quote. */
function isFit({ length, coding }: QuoteCandidate): boolean {
  return coding.star === true || length >= 12
}

function onePerCodingAndVoice(candidates: readonly QuoteCandidate[]): readonly QuoteCandidate[] {
  const seen = new Set<string>()
  return candidates.filter((each) => !seen.has(each.coding.id) && seen.add(each.coding.id))
}

function choose(round: Round, pool: readonly QuoteCandidate[], wanted: number): QuotePick[] {
  const picks: QuotePick[] = []
  while (picks.length < wanted) {
    const next = best(round, pool)
    if (!next) break
    picks.push(pick(round, next, false))
  }
  return picks
}

/** The lowest rank; among equals the first that is whole sentences, else the first. */
function best(round: Round, pool: readonly QuoteCandidate[]): QuoteCandidate | undefined {
  let equals: QuoteCandidate[] = []
  let lowest = Number.POSITIVE_INFINITY
  for (const candidate of pool) {
    if (round.used.has(candidate.participant.id)) continue
    const rank = rankOf(round, candidate)
    if (rank < lowest) equals = []
    if (rank <= lowest) equals.push(candidate)
    lowest = Math.min(lowest, rank)
  }
  return equals.find((each) => isWhole(round.texts(each.coding.content) ?? '', each)) ?? equals[0]
}

/** Smaller is better; each reason outweighs all that come after it. */
function rankOf({ tally }: Round, candidate: QuoteCandidate): number {
  const { coding, participant, length } = candidate
  const reasons = [
    quotedAlready(tally, candidate),
    aboveShare(tally, participant.id),
    !coding.star,
    coding.stance === 'reports',
    length < quoteLength.shortest,
  ]
  const weight = reasons.reduce((sum, against) => sum * 2 + (against ? 1 : 0), 0)
  return (
    weight * 20_000 +
    Math.min(9_999, timesQuoted(tally, participant.id)) * 2 +
    (length > quoteLength.longest ? 1 : 0)
  )
}

function quotedAlready(tally: QuoteTally, candidate: QuoteCandidate): boolean {
  return (
    tally.picked.get(candidate.coding.content)?.some((other) => overlaps(other, candidate.coding)) ?? false
  )
}

/** A voice is above its share when it has a quote more than the average of the voices quoted, and two at least. */
function aboveShare(tally: QuoteTally, participant: ParticipantId): boolean {
  const average = tally.total / Math.max(1, tally.byParticipant.size)
  return timesQuoted(tally, participant) >= Math.max(2, Math.ceil(average) + 1)
}

function timesQuoted(tally: QuoteTally, participant: ParticipantId): number {
  return tally.byParticipant.get(participant) ?? 0
}

function pick(round: Round, candidate: QuoteCandidate, byLead: boolean): QuotePick {
  const { tally, used, choices } = round
  const reason = reasonFor(round, candidate, byLead)
  tally.byParticipant.set(candidate.participant.id, timesQuoted(tally, candidate.participant.id) + 1)
  tally.total++
  tally.picked.set(candidate.coding.content, [
    ...(tally.picked.get(candidate.coding.content) ?? []),
    candidate.coding,
  ])
  used.add(candidate.participant.id)
  return { candidate, against: isAgainst(candidate), reason, choice: choices.get(candidate.coding.id) }
}

function reasonFor({ tally, voices }: Round, candidate: QuoteCandidate, byLead: boolean): string {
  const times = timesQuoted(tally, candidate.participant.id)
  const reasons = [
    byLead ? 'chosen by hand' : '',
    isAgainst(candidate) ? 'speaks against' : '',
    candidate.coding.star ? 'key quote' : '',
    times === 0
      ? 'first time this voice is quoted'
      : times === 1
        ? 'voice quoted once before'
        : `voice quoted ${times} times before`,
    voices === 1 ? 'the only voice that can be quoted here' : '',
    quotedAlready(tally, candidate) ? 'these words are quoted elsewhere too' : '',
    candidate.coding.stance === 'reports' ? 'tells of others' : '',
  ]
  return reasons.filter((each) => each !== '').join('; ')
}
