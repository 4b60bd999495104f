import { notice } from './notice.ts'
import type { ImportNotice } from './source-draft.ts'

/** The text without the lines transcription services put in for themselves. */
export interface BareText {
  readonly text: string
  readonly notices: readonly ImportNotice[]
}

/** Takes out lines that only advertise a transcription service, and reports them. */
export function withoutAdverts(text: string): BareText {
  if (!HINT.test(text)) return { text, notices: [] }
  const dropped: string[] = []
  const bare = text.replace(ADVERT_LINE, (line) => {
    dropped.push(line)
    return ''
  })
  return { text: bare, notices: notice('dropped', dropped.length, ADVERT_WORDS, dropped) }
}

/** Words for the loss report, for one and for many. */
export const ADVERT_WORDS = [
  'line of the transcription service left out',
  'lines of the transcription service left out',
] as const

const HINT = /otter\.ai|TurboScribe|Rev\.com|transcript was exported on/i
const ADVERT_LINE =
  /^[ \t]*(?:\(?Transcribed by (?:https?:\/\/)?(?:www\.)?(?:otter\.ai|TurboScribe\.ai)[^\n]{0,80}|Transcript by Rev\.com[^\n]{0,40}|This transcript was exported on [^\n]{0,160})[ \t]*(?:\n|$)/gim
