import type { Speech } from './caption-speech.ts'
import {
  facts,
  firstMember,
  isRecord,
  list,
  member,
  milliseconds,
  plainLine,
  speakerLabel,
} from './json-values.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import { timeUnit } from './table-times.ts'

/** JSON of many programs that lists what was said piece by piece, whatever its keys are called: the longest list in it
    whose objects hold words and say who speaks, or from when to when. Null where there is none. */
export function fromTurns(json: unknown): RecognisedSpeech | null {
  const found = longestTalk(json)
  if (found === null) return null
  const keyed = keysOf(found)
  const texts = found.map(wordsOf)
  const starts = found.map((each) => plainLine(startOf(each, keyed.start)))
  const unit = timeUnit(keyed.start ?? '', starts, texts) === 1 ? 1 : 1000
  return {
    layout: 'Transcript turn by turn (JSON)',
    speeches: found.map((each, i) => turnSpeech(each, texts[i] ?? '', keyed, unit)),
    units: found.length,
    attributes: facts({ Title: member(json, 'title'), Language: firstMember(json, ['language', 'locale']) }),
    notices: [],
  }
}

interface Keys {
  readonly start: string | null
  readonly end: string | null
  readonly length: string | null
}

function turnSpeech(turn: unknown, text: string, { start, end, length }: Keys, unit: 1000 | 1): Speech {
  const time = milliseconds(startOf(turn, start), unit)
  const lasts =
    length === null ? null : milliseconds(member(turn, length), /ms|milli/i.test(length) ? 1 : unit)
  const stated = end === null ? null : milliseconds(timeIn(member(turn, end)), unit)
  return {
    speaker: voiceOf(turn),
    text,
    time,
    endTime: stated ?? (time === null || lasts === null ? null : time + lasts),
    utterance: null,
    elements: [turn, turn],
  }
}

const TEXTS = [
  'text',
  'body',
  'content',
  'transcript',
  'sentence',
  'utterance',
  'display',
  'message',
  'words',
]
const VOICES =
  'speaker speaker_name speakerName speaker_label speakerLabel speaker_id speakerId speakerTag participant role author who sender from name source'.split(
    ' ',
  )
const STARTS =
  'start start_time startTime begin start_ms startMs start_offset data_start startSeconds start_sec start_seconds offset offset_ms timestamp time ts'.split(
    ' ',
  )
const ENDS =
  'end end_time endTime end_ms endMs end_offset data_end endSeconds end_sec end_seconds stop'.split(' ')
const LENGTHS = ['duration', 'dur', 'duration_ms', 'durationMs']
const NAMES = ['name', 'display_name', 'displayName', 'full_name', 'label', 'email', 'id']

/** Lists of lists are looked into some levels deep, and not more than so many values. */
const DEEPEST = 6
const MOST_VALUES = 200_000

function longestTalk(json: unknown): readonly unknown[] | null {
  let best: readonly unknown[] | null = null
  let most = 0
  let seen = 0
  let level: readonly unknown[] = [json]
  for (let depth = 0; depth < DEEPEST && level.length > 0 && seen < MOST_VALUES; depth += 1) {
    const next: unknown[] = []
    for (const value of level) {
      seen += 1
      if (seen > MOST_VALUES) break
      const inside: readonly unknown[] = Array.isArray(value)
        ? value
        : isRecord(value)
          ? Object.values(value)
          : []
      const size = Array.isArray(value) ? talkSize(inside) : 0
      if (size > most) [best, most] = [inside, size]
      for (const each of inside) if (typeof each === 'object' && each !== null) next.push(each)
    }
    level = next
  }
  return best
}

/** How many signs are said in a list of turns; nothing where it is none. */
function talkSize(values: readonly unknown[]): number {
  const texts = values.map(wordsOf)
  const spoken = texts.filter((text) => text !== '').length
  if (spoken < 2 || spoken < values.length * 0.6) return 0
  const { start, end, length } = keysOf(values)
  const named = values.filter((each) => voiceOf(each) !== null).length
  const timed = start !== null && (end !== null || length !== null)
  const voices = new Set(values.map(voiceOf)).size
  const isTalk = named >= values.length * 0.5 && voices < values.length && (voices > 1 || start !== null)
  return isTalk || timed ? texts.reduce((sum, text) => sum + text.length, 0) : 0
}

function wordsOf(turn: unknown): string {
  const written = TEXTS.map((key) => member(turn, key)).find((each) => typeof each === 'string')
  if (written !== undefined) return plainLine(written)
  const words = list(member(turn, 'words')).map((word) => firstMember(word, ['text', 'word']))
  const whole = words.some((each) => typeof each === 'string' && /^\s|\s$/.test(each))
  return plainLine(words.filter((each) => typeof each === 'string').join(whole ? '' : ' '))
}

function voiceOf(turn: unknown): string | null {
  for (const key of VOICES) {
    const value = member(turn, key)
    const name = speakerLabel(isRecord(value) ? firstMember(value, NAMES) : value)
    if (name !== null) return name
  }
  return null
}

function keysOf(turns: readonly unknown[]): Keys {
  const used = (keys: readonly string[]): string | null =>
    keys.find((key) => turns.filter((each) => isTime(member(each, key))).length * 2 > turns.length) ?? null
  return { start: used(STARTS), end: used(ENDS), length: used(LENGTHS) }
}

function isTime(value: unknown): boolean {
  return milliseconds(timeIn(value), 1) !== null
}

function timeIn(value: unknown): unknown {
  return isRecord(value) ? (firstMember(value, ['relative', 'seconds']) ?? value) : value
}

/** The start of a turn, or of its first word or place in the recording. */
function startOf(turn: unknown, key: string | null): unknown {
  if (key !== null) return timeIn(member(turn, key))
  const word = list(member(turn, 'words'))[0] ?? list(member(turn, 'instances'))[0]
  return timeIn(firstMember(word, [...STARTS, 'start_timestamp']))
}
