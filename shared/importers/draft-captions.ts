import { captionSpeech, type Speech } from './caption-speech.ts'
import { captionTurns, turnUtterance } from './caption-turns.ts'
import type { CueFile } from './cue-blocks.ts'
import type { DecodedText } from './decode-text.ts'
import { draftSpeech } from './draft-speech.ts'
import { notice } from './notice.ts'
import { repeatedSpeech } from './repeated-speech.ts'
import { unrollCaptions } from './rolling-captions.ts'
import type { ImportNotice, SourceDraft } from './source-draft.ts'

/** The draft of a caption file: one line a turn, names beside the text; without names, readable paragraphs. */
export function draftCaptions(
  file: CueFile,
  decoded: DecodedText,
  head: Pick<SourceDraft, 'name' | 'format' | 'layout' | 'attributes'>,
): SourceDraft {
  const { cues, repeated } = unrollCaptions(file.cues)
  const spoken = captionSpeech(cues, decoded.lines()).filter((speech) => speech.text !== '')
  const named = spoken.some((speech) => speech.speaker !== null)
  const turns = captionTurns(spoken, named).map((turn) => turnUtterance(turn))
  return draftSpeech(turns, {
    ...head,
    units: file.cues.length,
    encoding: decoded.encoding,
    notices: [...decoded.notices, ...captionNotices(file, spoken, repeated)],
  })
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
    ...repeatedSpeech(spoken),
    ...notice('dropped', countSilent(file), [
      'caption without words left out',
      'captions without words left out',
    ]),
  ]
}

function countSilent(file: CueFile): number {
  return file.cues.filter((cue) => cue.lines.every((line) => line.trim() === '')).length
}
