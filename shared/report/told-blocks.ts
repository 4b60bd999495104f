import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import type { Desk } from './desk.ts'
import { briefPrevalence, prevalenceSentences, type Saying } from './prevalence-sentence.ts'
import type { HeadingBlock, PrevalenceBlock } from './report-document.ts'

/** A heading, its text free of names. */
export function heading(desk: Desk, level: 1 | 2 | 3, text: string, anchor: string): HeadingBlock {
  return { kind: 'heading', level, text: desk.cover(text), anchor }
}

/** How a prevalence block is told: under which code, in which layout, and what stands before its sentence. */
export interface PrevalenceTelling extends Pick<Saying, 'turn' | 'underName'> {
  readonly under?: CodeId
  readonly layout?: PrevalenceBlock['layout']
  /** From the counted sentences to the whole text. */
  readonly around?: (sentences: readonly [string, ...string[]]) => string
}

/** A code's prevalence as a block; `under` tells it as one of a theme's parts. */
export function prevalenceBlock(desk: Desk, code: Code, telling: PrevalenceTelling): PrevalenceBlock {
  const { turn, under, layout, around = (sentences) => sentences.join(' ') } = telling
  const found = desk.prevalence(code.id)
  const saying: Saying = {
    counted: desk.counted,
    turn,
    counts: desk.tally.denominator.counts,
    underName: telling.underName === true,
  }
  const codeName = desk.cover(code.name)
  const number = (count: number | null) => (desk.counted ? count : null)
  return {
    kind: 'prevalence',
    code: code.id,
    codeName,
    ...(under ? { under } : {}),
    ...(layout ? { layout } : {}),
    n: number(found.n),
    of: number(found.of),
    denies: number(found.denies),
    overcome: number(found.overcome),
    mixed: number(found.mixed),
    inSessions: number(found.inSessions),
    sessions: number(found.sessions),
    asked: number(found.asked),
    volunteered: number(found.volunteered),
    passages: number(found.passages),
    text: under
      ? briefPrevalence(codeName, found, saying)
      : around(prevalenceSentences(codeName, found, saying)),
  }
}
