import type { DecodedText } from './decode-text.ts'
import type { ProgramFormat } from './program-format.ts'
import { readAss } from './read-ass.ts'
import { readInqScribe } from './read-inqscribe.ts'
import { readJson } from './read-json.ts'
import { readLrc } from './read-lrc.ts'
import { readNoScribe } from './read-noscribe.ts'
import { readSbv } from './read-sbv.ts'
import { readTimedText } from './read-timedtext.ts'
import { readTsv } from './read-tsv.ts'
import { readTtml } from './read-ttml.ts'
import { readZoomChat } from './read-zoom-chat.ts'
import type { ImportOutcome } from './source-draft.ts'

/** One reader for each format of the programs that hear speech or help to type it. */
export const PROGRAM_READERS: Readonly<
  Record<ProgramFormat, (name: string, decoded: DecodedText) => ImportOutcome>
> = {
  json: readJson,
  otr: readJson,
  tsv: readTsv,
  lrc: readLrc,
  noscribe: readNoScribe,
  inqscribe: readInqScribe,
  'zoom-chat': readZoomChat,
  sbv: readSbv,
  ass: readAss,
  ttml: readTtml,
  timedtext: readTimedText,
}
