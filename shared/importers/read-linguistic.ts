import type { DecodedText } from './decode-text.ts'
import type { LinguisticFormat } from './linguistic-format.ts'
import { readCha } from './read-cha.ts'
import { readEaf } from './read-eaf.ts'
import { readExb } from './read-exb.ts'
import { readF4x } from './read-f4x.ts'
import { readStm } from './read-stm.ts'
import { readTei } from './read-tei.ts'
import { readTextGrid } from './read-textgrid.ts'
import { readTrs } from './read-trs.ts'
import type { ImportOutcome } from './source-draft.ts'

/** One reader for each format of the programs that transcribe speech. */
export const LINGUISTIC_READERS: Readonly<
  Record<LinguisticFormat, (name: string, decoded: DecodedText, tiers?: readonly string[]) => ImportOutcome>
> = {
  eaf: readEaf,
  exb: readExb,
  trs: readTrs,
  textgrid: readTextGrid,
  cha: readCha,
  stm: readStm,
  tei: readTei,
  f4x: readF4x,
}
