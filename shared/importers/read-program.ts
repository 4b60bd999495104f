import type { DecodedText } from './decode-text.ts'
import type { ProgramFormat } from './program-format.ts'
import { readInqScribe } from './read-inqscribe.ts'
import { readJson } from './read-json.ts'
import { readLrc } from './read-lrc.ts'
import { readNoScribe } from './read-noscribe.ts'
import { readTsv } from './read-tsv.ts'
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
}
