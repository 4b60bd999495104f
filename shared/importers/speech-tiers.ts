import { countWords } from '../text/count-words.ts'
import type { GridLabel, GridTier } from './textgrid-tiers.ts'

/** The tiers of a TextGrid that read as speech, phrase by phrase or word by word. */
export interface SpeechTiers {
  readonly level: 'phrases' | 'words'
  readonly tiers: readonly GridTier[]
}

/** Chooses the tiers that read as speech: those whose labels are phrases, with short answers of other voices; failing
    these, words. Sounds, translations (the same boundaries once more) and notes are not chosen while there is anything
    else. Silent labels must have been taken out. */
export function speechTiers(tiers: readonly GridTier[]): SpeechTiers {
  const filled = tiers
    .filter((tier) => tier.kind === 'intervals' && tier.labels.length > 0)
    .slice(0, MOST_TIERS)
  const named = filled.filter((tier) => !SOUNDS.test(tier.name) && !NOTES.test(tier.name))
  const measured = (named.length > 0 ? named : filled).map(measure)
  const phrases = withoutParallels(
    measured.filter((each) => !each.isWords && each.words >= each.tier.labels.length * 1.5),
  )
  const single = measured.filter((each) => each.isWords || each.words < each.tier.labels.length * 1.5)
  const inPhrases = phrases.reduce((sum, each) => sum + each.words, 0)
  const mostSingle = Math.max(0, ...single.map((each) => each.words))
  if (phrases.length > 0 && inPhrases * 2 >= mostSingle) {
    const answers = single.filter(
      (each) =>
        !each.isWords &&
        each.tier.labels.length * 2 <= inPhrases &&
        !phrases.some((phrase) => repeats(each.tier, phrase.tier)),
    )
    const chosen = new Set([...phrases, ...answers].map((each) => each.tier))
    return { level: 'phrases', tiers: tiers.filter((tier) => chosen.has(tier)) }
  }
  return { level: 'words', tiers: wordTiers(single.length > 0 ? single : phrases) }
}

/** Who a tier's name says is speaking; null where it only says what is written on it ("words"). */
export function voiceOfTier(name: string): string | null {
  const bare = name
    .trim()
    .replace(/\s*[-–_:/.]?\s*(?:words?|utterances?|phrases?|sentences?|text|transcript(?:ion)?|ort)$/i, '')
  return GENERIC.test(bare) ? null : bare
}

/** Nobody records more voices than this in one file. */
const MOST_TIERS = 60

const SOUNDS =
  /phon|segm|syll|silb|sampa|\bipa\b|^(?:kan|mau|mas|kas)(?:$|[-_])|-(?:mau|kan|mas)$|tone|tobi|pitch|\bf0\b|formant|vowel|vokal|stress|accent|break|intens|\bcv\b/i
const NOTES =
  /comment|kommentar|note|error|gloss|transl|übersetz|traduc|\bpos\b|tag|mute|gesture|gaze|noise|event|misc|topic|silence|vad|quality/i
const WORDS = /word|wort|wörter|wrd|token|mots?\b|palabra|^ort(?:$|[-_])/i
const GENERIC =
  /^(?:|tiers?\s*\d*|\d+|words?|wort|wörter|wrd|tokens?|mots?|utt(?:erances?)?|phrases?|sentences?|satz|sätze|text|orthogr\w*|ort(?:[-_]mau)?|tro|trn|transcri\w*|transkri\w*|speech|intervals?|main|labels?|annotations?|default|labels)$/i

interface Measured {
  readonly tier: GridTier
  readonly starts: ReadonlySet<number>
  readonly words: number
  readonly isWords: boolean
}

function measure(tier: GridTier): Measured {
  const words = tier.labels.reduce((sum, label) => sum + countWords(label.text), 0)
  return {
    tier,
    starts: new Set(tier.labels.map((label) => label.time)),
    words,
    isWords: WORDS.test(tier.name),
  }
}

/** A tier with the boundaries of one above it tells the same once more: a translation or another spelling. */
function withoutParallels(measured: readonly Measured[]): readonly Measured[] {
  const kept: Measured[] = []
  for (const each of measured)
    if (each.tier.labels.length < 2 || !kept.some((other) => isParallel(each.tier, other))) kept.push(each)
  return kept
}

function isParallel(tier: GridTier, { starts }: Measured): boolean {
  return tier.labels.filter((label) => starts.has(label.time)).length >= tier.labels.length * 0.8
}

/** Whether most labels of a tier stand, at the same time, in those of another. */
function repeats(tier: GridTier, other: GridTier): boolean {
  let at = 0
  let found = 0
  for (const label of tier.labels) {
    const middle = (label.time + label.endTime) / 2
    while (at < other.labels.length - 1 && (other.labels[at]?.endTime ?? 0) < middle) at += 1
    if (holds(other.labels[at], label)) found += 1
  }
  return found >= tier.labels.length * 0.6
}

function holds(phrase: GridLabel | undefined, label: GridLabel): boolean {
  return (
    phrase !== undefined &&
    phrase.time <= label.endTime &&
    phrase.text.toLowerCase().includes(label.text.trim().toLowerCase())
  )
}

/** Word tiers by name; failing one, the tiers with the longest labels, for sounds are written shorter than words. */
function wordTiers(measured: readonly Measured[]): readonly GridTier[] {
  const called = measured.filter((each) => each.isWords)
  const longest = Math.max(0, ...measured.map(meanLength))
  const chosen = called.length > 0 ? called : measured.filter((each) => meanLength(each) >= longest * 0.7)
  return withoutParallels(chosen).map((each) => each.tier)
}

function meanLength({ tier }: Measured): number {
  return tier.labels.reduce((sum, label) => sum + label.text.trim().length, 0) / tier.labels.length
}
