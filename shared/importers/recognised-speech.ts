import { namedSpeech, type Speech } from './caption-speech.ts'
import { type CaptionTurn, captionTurns, turnUtterance } from './caption-turns.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { sourceNameOf } from './file-name.ts'
import { notice } from './notice.ts'
import { repeatedSpeech } from './repeated-speech.ts'
import type { ImportNotice, ImportOutcome, SourceDraft } from './source-draft.ts'

/** What a program that hears speech wrote down: pieces of speech in order, with speakers where it tells them apart. */
export interface RecognisedSpeech {
  /** The layout in words, such as "Deepgram transcript (JSON)". */
  readonly layout: string
  readonly speeches: readonly Speech[]
  /** Segments, utterances or words found in the file. */
  readonly units: number
  readonly attributes: Readonly<Record<string, string>>
  readonly notices: readonly ImportNotice[]
}

/** The draft of recognised speech: turns are changes of speaker; without speakers, readable paragraphs. A file without
    a single word is a problem. */
export function draftRecognised(
  found: RecognisedSpeech,
  fileName: string,
  decoded: DecodedText,
  format: SourceDraft['format'],
): ImportOutcome {
  const spoken = found.speeches.filter((speech) => speech.text !== '')
  if (spoken.length === 0) {
    const problem = `This ${found.layout} holds no words: transcribe the recording and export it once more.`
    return { ok: false, problem }
  }
  const head = {
    name: sourceNameOf(fileName),
    format,
    layout: found.layout,
    attributes: found.attributes,
    units: found.units,
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...found.notices, ...speechNotices(found.speeches, spoken)],
  }
  const turns = turnsOf(spoken).map((turn) => turnUtterance(turn))
  return { ok: true, draft: draftSpeech(turns, head) }
}

/** Where the file names speakers, a piece without one is nobody's: it is never given to the voice before it. */
function turnsOf(spoken: readonly Speech[]): readonly CaptionTurn[] {
  if (spoken.some((speech) => speech.speaker !== null)) return voiceTurns(spoken)
  const named = namedSpeech(spoken).filter((speech) => speech.text !== '')
  return captionTurns(
    named,
    named.some((speech) => speech.speaker !== null),
  )
}

/** Consecutive pieces of one voice as one turn; nobody is a voice of its own. */
function voiceTurns(spoken: readonly Speech[]): readonly CaptionTurn[] {
  const turns: { speaker: string | null; speeches: Speech[] }[] = []
  for (const speech of spoken) {
    const turn = turns.at(-1)
    if (turn !== undefined && turn.speaker === speech.speaker) turn.speeches.push(speech)
    else turns.push({ speaker: speech.speaker, speeches: [speech] })
  }
  return turns
}

function speechNotices(all: readonly Speech[], spoken: readonly Speech[]): readonly ImportNotice[] {
  const timed = spoken.filter((speech) => speech.time !== null)
  const timeless = timed.length === 0 ? 0 : spoken.length - timed.length
  const named = spoken.some((speech) => speech.speaker !== null)
  const nobodys = named ? spoken.filter((speech) => speech.speaker === null) : []
  return [
    ...notice('doubt', timeless, [
      'piece of speech without a time that can be right, kept without one',
      'pieces of speech without a time that can be right, kept without one',
    ]),
    ...notice('doubt', backwards(timed), [
      'piece of speech that begins before the one above it, kept in its place',
      'pieces of speech that begin before the one above them, kept in their place',
    ]),
    ...notice(
      'doubt',
      nobodys.length,
      ['piece of speech that names no speaker', 'pieces of speech that name no speaker'],
      nobodys.map((speech) => speech.text),
    ),
    ...repeatedSpeech(spoken),
    ...notice('dropped', all.length - spoken.length, [
      'piece without words left out',
      'pieces without words left out',
    ]),
  ]
}

function backwards(timed: readonly Speech[]): number {
  return timed.filter((speech, i) => (speech.time ?? 0) < (timed[i - 1]?.time ?? 0)).length
}
