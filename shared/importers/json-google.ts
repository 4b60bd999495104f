import { countWords } from '../text/count-words.ts'
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
import { notice } from './notice.ts'
import type { RecognisedSpeech } from './recognised-speech.ts'
import type { ImportNotice } from './source-draft.ts'
import { byTime, type SpokenWord, spelledSpeech, wordSpeech } from './word-speech.ts'

/** Google Speech-to-Text's JSON, version 1 and 2. Where speakers were told apart, version 1 repeats every word with its
    speaker in the last result: only that one is read then. Null for other JSON. */
export function fromGoogle(json: unknown): RecognisedSpeech | null {
  const recordings = resultLists(json)
  const results = (recordings[0] ?? []).map(readResult)
  if (!results.some((result) => result.words.length > 0 || result.text !== '')) return null
  const { speeches, notices } = withSpeakers(results) ?? { speeches: withoutSpeakers(results), notices: [] }
  const first = recordings[0]?.[0]
  return {
    layout: 'Google Speech-to-Text transcript (JSON)',
    speeches,
    units: results.length,
    attributes: facts({ Language: firstMember(first, ['languageCode', 'language_code']) }),
    notices: [
      ...notices,
      ...notice('dropped', Math.max(0, recordings.length - 1), [
        'further recording in the file left out',
        'further recordings in the file left out',
      ]),
    ],
  }
}

interface Result {
  readonly text: string
  readonly words: readonly SpokenWord[]
  readonly endTime: number | null
  readonly channel: string | null
  readonly element: unknown
}

/** The lists of results a file holds: one, or in a batch one a recording. */
function resultLists(json: unknown): readonly (readonly unknown[])[] {
  const answer = isRecord(member(json, 'response')) ? member(json, 'response') : json
  const results = member(answer, 'results')
  if (Array.isArray(results)) return isGoogles(results) ? [results] : []
  if (!isRecord(results)) return []
  return Object.values(results).flatMap((recording) => {
    const inline = member(recording, 'inlineResult') ?? member(recording, 'inline_result') ?? recording
    const found = list(member(member(inline, 'transcript'), 'results'))
    return isGoogles(found) ? [found] : []
  })
}

function isGoogles(results: readonly unknown[]): boolean {
  return results.some((result) => {
    const best = list(member(result, 'alternatives'))[0]
    return typeof member(best, 'transcript') === 'string' || list(member(best, 'words')).length > 0
  })
}

function readResult(result: unknown): Result {
  const best = list(member(result, 'alternatives'))[0]
  const channel = plainLine(firstMember(result, ['channelTag', 'channel_tag']))
  return {
    text: plainLine(member(best, 'transcript')),
    words: list(member(best, 'words')).map(readWord),
    endTime: milliseconds(
      firstMember(result, ['resultEndTime', 'resultEndOffset', 'result_end_time', 'result_end_offset']),
      1000,
    ),
    channel: channel === '' || channel === '0' ? null : `Channel ${channel}`,
    element: result,
  }
}

function readWord(word: unknown): SpokenWord {
  const tag = firstMember(word, ['speakerLabel', 'speaker_label', 'speakerTag', 'speaker_tag'])
  return {
    // Japanese words bring their reading along (今日|キョウ), others the mark of a word's beginning.
    text: plainLine(member(word, 'word')).replace(/(?<=.)\|[\p{Script=Katakana}ー]+$|^▁/u, ''),
    speaker: tag === 0 || tag === '0' ? null : speakerLabel(tag),
    time: milliseconds(firstMember(word, ['startTime', 'startOffset', 'start_time', 'start_offset']), 1000),
    endTime: milliseconds(firstMember(word, ['endTime', 'endOffset', 'end_time', 'end_offset']), 1000),
    joins: false,
    element: word,
  }
}

function withSpeakers(results: readonly Result[]): Pick<RecognisedSpeech, 'speeches' | 'notices'> | null {
  const tagged = results.filter((result) => result.words.some((word) => word.speaker !== null))
  const last = tagged.at(-1)
  if (last === undefined) return null
  if (!repeatsAll(last, results))
    return { speeches: results.flatMap((result) => taggedSpeech(result)), notices: [] }
  return { speeches: wordSpeech(last.words), notices: missing(last, results) }
}

/** Whether a result's words begin where the whole recording begins, so that it holds those before it as well. */
function repeatsAll(last: Result, results: readonly Result[]): boolean {
  const before = results.slice(0, results.indexOf(last))
  const first = last.words.find((word) => word.time !== null)?.time ?? 0
  const begin = before.flatMap((result) => result.words[0]?.time ?? result.endTime ?? [])[0]
  return before.length > 0 && first <= (begin ?? Number.POSITIVE_INFINITY)
}

function taggedSpeech(result: Result): readonly Speech[] {
  return result.words.length > 0 ? wordSpeech(result.words) : resultSpeech(result)
}

/** The list with speakers may be shorter than what was heard. */
function missing(last: Result, results: readonly Result[]): readonly ImportNotice[] {
  const heard = results.reduce((sum, result) => sum + countWords(result.text), 0)
  const told = last.words.reduce((sum, word) => sum + countWords(word.text), 0)
  const lost = heard - told
  return notice('doubt', lost > Math.max(2, heard * 0.02) ? lost : 0, [
    'word of the text without speakers is not in the list with speakers',
    'words of the text without speakers are not in the list with speakers',
  ])
}

function withoutSpeakers(results: readonly Result[]): readonly Speech[] {
  const channels = new Set(results.map((result) => result.channel))
  if (channels.size < 2)
    return results.flatMap((result) => resultSpeech(result).map((speech) => ({ ...speech, speaker: null })))
  return byTime(results.flatMap(resultSpeech))
}

/** A result as a whole, in sentences where its words spell it; a result of words alone as these. */
function resultSpeech(result: Result): readonly Speech[] {
  const { words, text, channel } = result
  if (text === '') return wordSpeech(words).map((speech) => ({ ...speech, speaker: channel }))
  const time = words[0]?.time ?? null
  const whole: Speech = {
    speaker: channel,
    text,
    time,
    endTime: result.endTime,
    utterance: null,
    elements: [result.element, result.element],
  }
  return spelledSpeech(whole, words)
}
