import { captionSpeech, type Speech } from './caption-speech.ts'
import { type CaptionTurn, captionTurns } from './caption-turns.ts'
import { countedSpeakers } from './counted-speakers.ts'
import type { CueFile } from './cue-blocks.ts'
import type { DecodedText } from './decode-text.ts'
import { guessRoles } from './guess-roles.ts'
import { likelyMerges } from './likely-merges.ts'
import { notice } from './notice.ts'
import { unrollCaptions } from './rolling-captions.ts'
import type { DraftTurn, ImportNotice, SourceDraft, SyncPoint } from './source-draft.ts'
import { wordsInTurns } from './words-in-turns.ts'

/** The draft of a caption file: one line a turn, names beside the text; without names, readable paragraphs. */
export function draftCaptions(
  file: CueFile,
  decoded: DecodedText,
  head: Pick<SourceDraft, 'name' | 'format' | 'layout' | 'attributes'>,
): SourceDraft {
  const { cues, repeated } = unrollCaptions(file.cues)
  const speeches = captionSpeech(cues)
  const spoken = speeches.filter((speech) => speech.text !== '')
  const named = spoken.some((speech) => speech.speaker !== null)
  const built = buildText(captionTurns(spoken, named))
  const labels = [...new Set(built.speakers.flatMap((label) => (label === null ? [] : [label])))]
  const index = new Map(labels.map((label, i) => [label, i]))
  const turns = built.turns.map((turn, i) => ({
    ...turn,
    speaker: index.get(built.speakers[i] ?? '') ?? null,
  }))
  const speakers = countedSpeakers(labels, turns)
  return {
    ...head,
    text: built.text,
    words: wordsInTurns(built.text, []),
    units: file.cues.length,
    turns,
    turnsAre: named ? 'stated' : 'none',
    speakers: guessRoles(speakers, turns, built.text, head.attributes),
    likelyMerges: likelyMerges(speakers),
    blocks: [],
    syncPoints: built.syncPoints,
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...captionNotices(file, spoken, repeated)],
  }
}

interface BuiltText {
  readonly text: string
  readonly turns: readonly Omit<DraftTurn, 'speaker'>[]
  readonly speakers: readonly (string | null)[]
  readonly syncPoints: readonly SyncPoint[]
}

function buildText(turns: readonly CaptionTurn[]): BuiltText {
  const pieces: string[] = []
  const built: Omit<DraftTurn, 'speaker'>[] = []
  const syncPoints: SyncPoint[] = []
  let length = 0
  for (const turn of turns) {
    const start = length
    turn.speeches.forEach((speech, i) => {
      if (i > 0) pieces.push(' ')
      length += i > 0 ? 1 : 0
      syncPoints.push({ position: length, time: speech.time })
      pieces.push(speech.text)
      length += speech.text.length
    })
    const endTime = Math.max(...turn.speeches.slice(-3).map((speech) => speech.endTime))
    built.push({ label: start, start, end: length, time: turn.speeches[0]?.time ?? null, endTime })
    pieces.push('\n')
    length += 1
  }
  return {
    text: pieces.slice(0, -1).join(''),
    turns: built,
    speakers: turns.map((turn) => turn.speaker),
    syncPoints,
  }
}

function captionNotices(file: CueFile, spoken: readonly Speech[], repeated: number): readonly ImportNotice[] {
  return [
    ...notice('repaired', file.oddTimes, [
      'time before the start or with 60 seconds and more repaired',
      'times before the start or with 60 seconds and more repaired',
    ]),
    ...notice('doubt', file.backwards, [
      'caption that ends before it begins, kept',
      'captions that end before they begin, kept',
    ]),
    ...notice('doubt', file.outOfOrder, [
      'caption that begins before the one above it, kept in its place',
      'captions that begin before the one above them, kept in their place',
    ]),
    ...notice('dropped', repeated, [
      'line that scrolling captions repeat left out',
      'lines that scrolling captions repeat left out',
    ]),
    ...notice(
      'dropped',
      file.notes.length,
      ['line of notes (NOTE) left out', 'lines of notes (NOTE) left out'],
      file.notes,
    ),
    ...notice('dropped', file.styles, ['style block left out', 'style blocks left out']),
    ...notice(
      'dropped',
      file.strays.length,
      ['piece before the first caption left out', 'pieces before the first caption left out'],
      file.strays,
    ),
    ...repeats(spoken),
    ...notice('dropped', countSilent(file), [
      'caption without words left out',
      'captions without words left out',
    ]),
  ]
}

function countSilent(file: CueFile): number {
  return file.cues.filter((cue) => cue.lines.every((line) => line.trim() === '')).length
}

/** Speech recognition invents: the same sentence three times running is worth a look. */
function repeats(spoken: readonly Speech[]): readonly ImportNotice[] {
  const same = spoken.filter(
    (speech, i) =>
      i > 1 &&
      speech.text.includes(' ') &&
      speech.text === spoken[i - 1]?.text &&
      speech.text === spoken[i - 2]?.text,
  )
  const what = [
    'caption that repeats the two before it word for word; speech recognition may have made it up',
    'captions that repeat the two before them word for word; speech recognition may have made them up',
  ] as const
  return notice('doubt', same.length, what, [...new Set(same.map((each) => each.text))])
}
