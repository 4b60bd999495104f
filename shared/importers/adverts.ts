import { notice } from './notice.ts'
import type { ImportNotice } from './source-draft.ts'
import type { Cut } from './uncut.ts'

/** The text without the lines transcription services put in for themselves. */
export interface BareText {
  readonly text: string
  readonly notices: readonly ImportNotice[]
  readonly cuts: readonly Cut[]
}

/** Takes out lines that only advertise a transcription service, and reports them. */
export function withoutAdverts(text: string): BareText {
  if (!HINT.test(text)) return { text, notices: [], cuts: [] }
  const dropped: string[] = []
  const cuts: Cut[] = []
  let taken = 0
  const bare = text.replace(ADVERT_LINE, (line: string, _name: unknown, at: number) => {
    dropped.push(line)
    cuts.push({ at: at - taken, length: line.length })
    taken += line.length
    return ''
  })
  return { text: bare, notices: notice('dropped', dropped.length, ADVERT_WORDS, dropped), cuts }
}

/** Words for the loss report, for one and for many. */
export const ADVERT_WORDS = [
  'line of the transcription service left out',
  'lines of the transcription service left out',
] as const

const HINT =
  /otter\.ai|TurboScribe|Rev\.com|transcript was exported on|transcript(?:ion ended after| was computer)|(?:started|stopped) transcription|\d [sс]\p{L}{2,8}(?: ?\d{1,2}:[\d:]{2,5})?\n/iu
/** Teams' window, copied, says who speaks and when three times over; the last of them stays. */
const WORDED = String.raw`(?:\d{1,2} \p{L}{1,8} ){0,2}\d{1,2} [sс]\p{L}{2,8}`
const ADVERT_LINE = new RegExp(
  String.raw`^[ \t]*(?:\(?Transcribed by (?:https?://)?(?:www\.)?(?:otter\.ai|TurboScribe\.ai)[^\n]{0,80}|Transcript by Rev\.com[^\n]{0,40}|This transcript was exported on [^\n]{0,160}|(?:#{1,6} )?[*_]{0,2}Transcription ended after \d[\d:]{3,8}[*_]{0,2}|\*?This editable transcript was computer[- ]generated[^\n]{0,160}|\S[^\n]{0,80} (?:started|stopped) transcription|([^\s\d][^\n]{0,59})\n\n?${WORDED} ?\n?\d{1,2}:[\d:]{2,5}\n{1,2}(?=\1 ${WORDED}[ \t]*\n))[ \t]*(?:\n|$|(?=\1))`,
  'gimu',
)
