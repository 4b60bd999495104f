import { cueBlocks } from './cue-blocks.ts'
import type { DecodedText } from './decode-text.ts'
import { draftCaptions } from './draft-captions.ts'
import { sourceNameOf } from './file-name.ts'
import type { ImportOutcome } from './source-draft.ts'

/** A SubRip file as a draft, with names (`Name: text`) or without. */
export function readSrt(fileName: string, decoded: DecodedText): ImportOutcome {
  const file = cueBlocks(decoded.text)
  if (file.cues.length === 0) {
    const problem =
      'This SRT file has no captions with times (such as 00:00:01,000 --> 00:00:04,000): check that it is a subtitle file.'
    return { ok: false, problem }
  }
  const head = {
    name: sourceNameOf(fileName),
    format: 'srt',
    layout: 'Subtitles (SRT)',
    attributes: {},
  } as const
  return { ok: true, draft: draftCaptions(file, decoded, head) }
}
