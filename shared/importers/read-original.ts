import { carryStarts } from './carry-starts.ts'
import type { Place } from './origin.ts'
import { type ReadOptions, readSource } from './read-source.ts'
import type { ImportNotice, ImportProblem, SourceDraft, SourceFile, TableRows } from './source-draft.ts'
import { type SourceOfToday, sourceOfSurvey } from './source-of-survey.ts'

/** A source's file read once more, to look things up in it. */
export interface OriginalReading {
  readonly ok: true
  readonly layout: string
  /** What was repaired, left out or is doubtful, with as many pieces as can be looked at. */
  readonly notices: readonly ImportNotice[]
  /** WHATWG label of the encoding it was read in; null for files that are no plain text. */
  readonly encoding: string | null
  /** The stretches of the file in its order; where its reader tells no places, the lines of the text as it read it. */
  readonly stretches: readonly OriginalStretch[]
  /** For each stretch, where it begins in the source's text of today (UTF-16 units); null where that text is not the
      file's any more. */
  readonly starts: readonly number[] | null
  /** Where the file is a table, its rows. */
  readonly table: TableRows | null
}

/** What stands at one place of a file, as Loam read it. */
export interface OriginalStretch {
  /** Null where its reader does not tell. */
  readonly place: Place | null
  /** Who speaks it, where the name stands beside the words. */
  readonly label: string | null
  readonly words: string
}

/** Reads the file of a source again, as it was read when it came in, and finds for each stretch of it the place in the
    source's text of today; or one sentence about what is wrong with the file. */
export async function readOriginal(
  file: SourceFile,
  source: SourceOfToday,
  options: ReadOptions = {},
): Promise<OriginalReading | ImportProblem> {
  const outcome = await readSource(file, { ...options, toLookUp: true })
  if (!outcome.ok) return outcome
  const { survey } = outcome.draft
  // A table of answers is the file of many sources.
  const own = survey ? sourceOfSurvey(survey, source) : outcome.draft
  const draft = own ?? outcome.draft
  const stretches = stretchesOf(draft)
  return {
    ok: true,
    layout: draft.layout,
    // What the reading of a table of answers left out is told with the whole of it.
    notices: outcome.draft.notices,
    encoding: draft.encoding?.name ?? null,
    stretches: stretches.map(({ place, label, words }) => ({ place, label, words })),
    starts:
      own &&
      carryStarts(
        stretches.map((stretch) => stretch.start),
        draft.text,
        source.text,
      ),
    table: outcome.draft.table ?? null,
  }
}

type Stretch = OriginalStretch & { readonly start: number }

function stretchesOf(draft: SourceDraft): readonly Stretch[] {
  const { text, turns, speakers } = draft
  const begins = draft.origins?.length ? draft.origins : lines(text)
  let turn = 0
  return begins.map(({ start, place }, i) => {
    const end = begins[i + 1]?.start ?? text.length
    while ((turns[turn]?.label ?? Number.POSITIVE_INFINITY) < start) turn += 1
    const spoken = turns[turn]
    const isBeside = spoken && spoken.label < end && spoken.label === spoken.start && spoken.speaker !== null
    const label = isBeside ? (speakers[spoken.speaker ?? -1]?.label ?? null) : null
    return { start, place, label, words: text.slice(start, end).trim() }
  })
}

function lines(text: string): readonly { readonly start: number; readonly place: null }[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index }) => ({ start: index, place: null }))
}
