import { languageTag } from '../text/language-tag.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { namedTiers, tiersOnOffer } from './draft-tiers.ts'
import {
  type ExmaraldaEvent,
  type ExmaraldaFile,
  type ExmaraldaTier,
  exmaraldaTiers,
} from './exmaralda-tiers.ts'
import type { FileLines } from './file-lines.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import type { ImportOutcome } from './source-draft.ts'
import { statedLabel } from './stated-label.ts'
import { type TranslatedTier, withTranslations } from './tier-translations.ts'
import { interpolated } from './timeline.ts'
import { saysTranslation } from './translation-names.ts'
import { type Piece, type Utterance, utteranceOf } from './utterance.ts'

/** An EXMARaLDA transcription as a draft: events of a speaker's own tier joined until a gap, in HIAT until the
    utterance ends; all in the order of the timeline. */
export function readExb(fileName: string, decoded: DecodedText, names?: readonly string[]): ImportOutcome {
  const file = exmaraldaTiers(decoded.text)
  if (!file.ok) return file
  const spoken = namedTiers(file.tiers, names, (tier) => tier.name) ?? spokenTiers(file.tiers)
  const timeline = timelineOf(file)
  const utterances = spoken
    .flatMap((tier) => utterancesOf(tier, file, timeline, decoded.lines()))
    .toSorted((a, b) => a.at - b.at)
    .map((each) => each.utterance)
  if (utterances.length === 0)
    return {
      ok: false,
      problem: 'This EXMARaLDA file has no transcribed speech in it: check there that it is the right one.',
    }
  const taken = new Set(spoken)
  const further = file.tiers.filter((tier) => !taken.has(tier))
  const said = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'exb',
    layout: file.isHiat ? 'EXMARaLDA transcript (EXB, HIAT)' : 'EXMARaLDA transcript (EXB)',
    units: file.tiers.reduce((sum, tier) => sum + tier.events.length, 0),
    attributes: file.attributes,
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...notice('repaired', file.timeline.filter((point) => point.time === null).length, [
        'point without a time set between its neighbours',
        'points without a time set between their neighbours',
      ]),
    ],
  })
  const second = new Set(further.filter((tier) => isTranslation(tier) || isInLanguage(tier, spoken)))
  return {
    ok: true,
    draft: {
      ...withTranslations(
        said,
        [...second].map((tier) => translatedTier(tier, file, timeline, spoken)),
        further
          .filter((tier) => !second.has(tier))
          .map((tier) => ({ name: tier.name, count: tier.events.length })),
      ),
      ...tiersOnOffer(
        file.tiers.map((tier) => ({ name: tier.name, count: tier.events.length, isTaken: taken.has(tier) })),
      ),
    },
  }
}

function isTranslation({ category, name }: ExmaraldaTier): boolean {
  return saysTranslation(category) || saysTranslation(name)
}

/** A category that is a language's code alone is a translation into it where it says about as much as its speaker
    does: "cs" marks switches of language, a word each. */
function isInLanguage(tier: ExmaraldaTier, spoken: readonly ExmaraldaTier[]): boolean {
  if (!/^[a-z]{2}$/.test(tier.category) || languageTag(tier.category) === undefined) return false
  const own = spoken.filter((each) => each.speaker === tier.speaker)
  return own.length > 0 && letters(tier) * 3 >= own.reduce((sum, each) => sum + letters(each), 0)
}

function letters({ events }: ExmaraldaTier): number {
  return events.reduce((sum, event) => sum + event.text.trim().length, 0)
}

function translatedTier(
  tier: ExmaraldaTier,
  file: ExmaraldaFile,
  { place, times }: Timeline,
  spoken: readonly ExmaraldaTier[],
): TranslatedTier {
  // Events may part a word; a translation is parted where what it translates is.
  const own = spoken.filter((each) => each.speaker === tier.speaker).flatMap((each) => each.events)
  const within = new Set(own.filter((event) => /\S$/.test(event.text)).map((event) => event.end))
  return {
    name: tier.name,
    kind: tier.category === '' ? tier.name : tier.category,
    speaker: tier.speaker === '' ? null : statedLabel(file.speakers.get(tier.speaker) ?? tier.speaker),
    pieces: tier.events.map((event) => ({
      text: within.has(event.end) ? event.text : `${event.text} `,
      time: times[place(event.start)] ?? null,
      endTime: times[place(event.end)] ?? null,
    })),
  }
}

/** Transcription tiers (type t), of the verbal category where a file marks that. */
function spokenTiers(tiers: readonly ExmaraldaTier[]): readonly ExmaraldaTier[] {
  const transcribed = tiers.filter((tier) => tier.type === 't')
  const verbal = transcribed.filter((tier) => /^v/i.test(tier.category))
  const own = transcribed.filter((tier) => !isTranslation(tier))
  return verbal.length > 0 ? verbal : own.length > 0 ? own : transcribed
}

interface Placed {
  /** Where on the timeline it begins. */
  readonly at: number
  readonly utterance: Utterance
}

/** Where each point stands on the timeline, and when. */
interface Timeline {
  readonly place: (id: string) => number
  readonly times: readonly (number | null)[]
}

function timelineOf(file: ExmaraldaFile): Timeline {
  const places = new Map(file.timeline.map((point, i) => [point.id, i]))
  return {
    place: (id) => places.get(id) ?? -1,
    times: interpolated(file.timeline.map((point) => point.time)),
  }
}

function utterancesOf(
  tier: ExmaraldaTier,
  file: ExmaraldaFile,
  { place, times }: Timeline,
  lines: FileLines,
): readonly Placed[] {
  const events = tier.events.toSorted((a, b) => place(a.start) - place(b.start))
  const named = tier.speaker === '' ? tier.name : tier.speaker
  const speaker = statedLabel(file.speakers.get(tier.speaker) ?? named)
  const pieceOf = (event: ExmaraldaEvent): Piece => ({
    text: event.text,
    time: times[place(event.start)] ?? null,
    endTime: times[place(event.end)] ?? null,
    place: numberedPlace(event.element, lines),
  })
  return runs(events, file.isHiat).flatMap((run) => {
    const utterance = utteranceOf(speaker, run.map(pieceOf))
    return utterance === null ? [] : [{ at: place(run[0]?.start ?? ''), utterance }]
  })
}

/** Events that follow each other without a gap; in HIAT an end sign closes an utterance. */
function runs(events: readonly ExmaraldaEvent[], isHiat: boolean): readonly (readonly ExmaraldaEvent[])[] {
  const found: ExmaraldaEvent[][] = []
  for (const event of events) {
    const run = found.at(-1)
    const last = run?.at(-1)
    const goesOn =
      last !== undefined && last.end === event.start && !(isHiat && UTTERANCE_END.test(last.text.slice(-12)))
    if (run !== undefined && goesOn) run.push(event)
    else found.push([event])
  }
  return found
}

const UTTERANCE_END = /[.!?…˙]["“”'’»)]{0,3}\s*$/
