import { captionTurns } from './caption-turns.ts'
import { numberedPlace } from './cue-place.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { namedTiers, tiersOnOffer } from './draft-tiers.ts'
import type { FileLines } from './file-lines.ts'
import { sourceNameOf } from './file-name.ts'
import { leftOutTiers } from './left-out-tiers.ts'
import { notice } from './notice.ts'
import type { ImportOutcome } from './source-draft.ts'
import { speechTiers, voiceOfTier } from './speech-tiers.ts'
import { statedLabel } from './stated-label.ts'
import { type GridLabel, type GridTier, textGridTiers } from './textgrid-tiers.ts'
import { inTimeOrder } from './timeline.ts'
import { type Piece, type Utterance, utteranceOf } from './utterance.ts'

/** A Praat TextGrid as a draft: tiers that read as speech in the order of their times. Where tiers carry names, each
    phrase is a turn; without names, phrases are grouped into paragraphs at pauses. Wanted tiers are taken instead of those. */
export function readTextGrid(
  fileName: string,
  decoded: DecodedText,
  wanted?: readonly string[],
): ImportOutcome {
  const grid = textGridTiers(decoded.text)
  const sounding = grid.tiers.map((tier) => ({
    ...tier,
    labels: tier.labels.filter((label) => !isSilence(label)),
  }))
  const chosen = namedTiers(sounding, wanted, (tier) => tier.name)
  const { level, tiers } = chosen
    ? { level: speechTiers(chosen).level, tiers: chosen }
    : speechTiers(sounding)
  const utterances = spokenIn(tiers, level, decoded.lines())
  if (utterances.length === 0)
    return {
      ok: false,
      problem:
        'This Praat TextGrid has no intervals with words in them: check in Praat that it is the right one.',
    }
  const further = sounding.filter((tier) => !tiers.includes(tier))
  const silences = grid.tiers.flatMap((tier, i) => {
    const own = sounding[i]
    return own !== undefined && tiers.includes(own)
      ? tier.labels.filter((label) => /\S/.test(label.text) && isSilence(label))
      : []
  })
  const draft = draftSpeech(utterances, {
    name: sourceNameOf(fileName),
    format: 'textgrid',
    layout: level === 'words' ? 'Praat TextGrid (word by word)' : 'Praat TextGrid',
    units: tiers.reduce((sum, tier) => sum + tier.labels.length, 0),
    attributes: {},
    encoding: decoded.encoding,
    notices: [
      ...decoded.notices,
      ...leftOutTiers(further.map((tier) => ({ name: tier.name, count: tier.labels.length }))),
      ...notice(
        'dropped',
        silences.length,
        ['interval marked as silence left out', 'intervals marked as silence left out'],
        [...new Set(silences.map((label) => label.text))],
      ),
      ...notice('doubt', grid.isCutOff ? 1 : 0, ['file that breaks off before its end', '']),
    ],
  })
  const offered = tiersOnOffer(
    sounding.map((tier) => ({
      name: tier.name,
      count: tier.labels.length,
      isTaken: tiers.includes(tier),
    })),
  )
  return { ok: true, draft: { ...draft, ...offered } }
}

/** What aligners write for silence, besides nothing at all. */
const SILENCE =
  /^\s*(?:|sil|sp|<sil>|<p:?>|<pau>|pau|<s>|<\/s>|<eps>|\{sl\}|\{sp\}|#|_|-|silence|silent|\.)\s*$/i

function isSilence(label: GridLabel): boolean {
  return SILENCE.test(label.text.slice(0, 40)) && label.text.length <= 40
}

function spokenIn(
  tiers: readonly GridTier[],
  level: 'phrases' | 'words',
  file: FileLines,
): readonly Utterance[] {
  const names = tiers.map((tier) => statedLabel(voiceOfTier(tier.name)))
  const named = names.some((name) => name !== null)
  const voices = tiers.map((tier, i) => {
    const speaker = named ? (names[i] ?? statedLabel(tier.name) ?? `Tier ${i + 1}`) : null
    const phrases = level === 'words' ? wordsJoined(tier.labels) : tier.labels.map((label) => [label])
    const placed = (label: GridLabel): Piece => ({
      ...label,
      text: `${label.text} `,
      place: numberedPlace(label.element, file),
    })
    return phrases.flatMap((phrase) => utteranceOf(speaker, phrase.map(placed)) ?? [])
  })
  const utterances = inTimeOrder(voices)
  return level === 'phrases' && named ? utterances : joined(utterances, named)
}

/** Words until a pause of half a second. */
function wordsJoined(labels: readonly GridLabel[]): readonly (readonly GridLabel[])[] {
  const phrases: GridLabel[][] = []
  for (const label of labels) {
    const last = phrases.at(-1)?.at(-1)
    if (last !== undefined && label.time - last.endTime < 500) phrases.at(-1)?.push(label)
    else phrases.push([label])
  }
  return phrases
}

/** Phrases of one voice, or without names those up to a pause, as one paragraph. */
function joined(utterances: readonly Utterance[], named: boolean): readonly Utterance[] {
  const speeches = utterances.map((each) => ({ ...each, utterance: null }))
  return captionTurns(speeches, named).flatMap(
    (turn) => utteranceOf(turn.speaker, turn.speeches.flatMap(stretches)) ?? [],
  )
}

/** What was joined from several places, apart again; its time stands at its beginning. */
function stretches({ text, time, endTime, origins }: Utterance): readonly Piece[] {
  return origins.map(({ start, place }, i) => {
    const words = text.slice(start, origins[i + 1]?.start)
    return { text: `${words} `, time: i === 0 ? time : null, endTime, place }
  })
}
