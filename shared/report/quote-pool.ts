import { several, type Tally } from '../analysis/tally.ts'
import { consentOf, passageConsent } from '../model/consent.ts'
import type { Coding, Participant } from '../model/entities.ts'
import type { CodeId, SourceId } from '../model/ids.ts'
import type { Project, Texts } from '../model/project.ts'
import type { QuoteChoice } from '../model/report-entities.ts'
import { type QuoteCandidate, quoteCandidates } from './quote-candidates.ts'
import { quoteRule } from './quote-rule.ts'

/** What choosing looks at first in a passage, as bits. The first three decide the order: the higher the number they
    make, the later the passage comes. */
export const marks = {
  tooShort: 1,
  ofOthers: 2,
  noKeyQuote: 4,
  against: 8,
  overcome: 16,
  /** Of a length that tells little or is not read to its end. */
  unfitting: 32,
} as const

/** One code's passages side by side with their voices and marks; a passage over several voices stands once for each. */
export interface MarkedPassages {
  readonly codings: readonly Coding[]
  /** Indices in `Tally.voices.participants`. */
  readonly voices: readonly number[]
  readonly marks: Uint8Array
}

/** A passage somebody may be quoted with. Its words are looked at only when it may be taken. */
export interface PoolEntry {
  readonly coding: Coding
  readonly voice: number
  readonly participant: Participant
  readonly marks: number
  /** The lead's choice, where there is one. */
  readonly choice: QuoteChoice | undefined
}

/** What a report's quotes are taken from. */
export interface QuotePool {
  readonly passages: (code: CodeId) => MarkedPassages
  /** By voice: 1 where their words may be quoted to the report's audience. */
  readonly mayQuote: Uint8Array
  /** True where nothing restricts a passage of somebody who may be quoted. */
  readonly isOpen: (coding: Coding, voice: number) => boolean
  /** The words of an entry that are its participant's own, trimmed; null where its text is not at hand. */
  readonly candidate: (entry: Pick<PoolEntry, 'coding' | 'participant'>) => QuoteCandidate | null
}

/** Opens the pool of a report. Each code's passages are read once, when they are first asked for. */
export function quotePool(project: Project, texts: Texts, tally: Tally): QuotePool {
  const { audience, voices } = tally
  const known = new Map<CodeId, MarkedPassages>()
  const restricted = new Set<SourceId>([...project.tables.restriction.values()].map((each) => each.source))
  const candidates = (coding: Coding) => quoteCandidates(project, texts, [coding], audience)
  return {
    passages: (code) => {
      const found = known.get(code) ?? readPassages(tally, code, candidates)
      known.set(code, found)
      return found
    },
    mayQuote: Uint8Array.from(voices.participants, (each) => (consentOf(each, audience) === 'quote' ? 1 : 0)),
    isOpen: (coding, voice) => {
      const participant = voices.participants[voice]
      const isFree = !restricted.has(coding.source)
      return (
        isFree ||
        (participant !== undefined && passageConsent(project, coding, [participant], audience) === 'quote')
      )
    },
    candidate: ({ coding, participant }) =>
      candidates(coding).find((each) => each.participant.id === participant.id) ?? null,
  }
}

/** True where somebody may be quoted with a passage of a code; with `among`, with one of these. */
export function hasWords(pool: QuotePool, code: CodeId, among?: ReadonlySet<Coding>): boolean {
  const { codings, voices } = pool.passages(code)
  return codings.some((coding, i) => {
    const voice = voices[i] ?? -1
    return (!among || among.has(coding)) && pool.mayQuote[voice] === 1 && pool.isOpen(coding, voice)
  })
}

function readPassages(
  { codes, byCode, byCodeVoices, voices }: Tally,
  code: CodeId,
  candidates: (coding: Coding) => readonly QuoteCandidate[],
): MarkedPassages {
  const row = codes.get(code) ?? -1
  const all = byCode[row] ?? []
  const speakers = byCodeVoices[row] ?? []
  if (!speakers.includes(several)) return { codings: all, voices: speakers, marks: marksOf(all) }
  const indexOf = new Map(voices.participants.map((each, i) => [each.id, i]))
  const apart = all.flatMap((coding, i) => {
    const voice = speakers[i] ?? several
    if (voice !== several) return [{ coding, voice }]
    return candidates(coding).map((each) => ({ coding, voice: indexOf.get(each.participant.id) ?? -1 }))
  })
  const codings = apart.map((each) => each.coding)
  return { codings, voices: apart.map((each) => each.voice), marks: marksOf(codings) }
}

function marksOf(codings: readonly Coding[]): Uint8Array {
  const bits = new Uint8Array(codings.length)
  for (let i = 0; i < codings.length; i++) {
    const coding = codings[i]
    if (coding) bits[i] = marksOfOne(coding)
  }
  return bits
}

function marksOfOne({ start, end, stance, star }: Coding): number {
  const length = end - start
  const { from, to } = quoteRule.telling
  return (
    (length < quoteRule.shortest && !star ? marks.tooShort : 0) |
    (star ? 0 : marks.noKeyQuote) |
    (length < from || length > to ? marks.unfitting : 0) |
    (stance === undefined ? 0 : stanceMarks[stance])
  )
}

const stanceMarks = {
  affirms: 0,
  mixed: 0,
  denies: marks.against,
  overcome: marks.overcome,
  reports: marks.ofOthers,
} as const
