import type { ImportedCorrection } from '../../shared/cli.ts'
import type { ImportWithCorrections, SourceToCorrect } from '../../shared/commands/correct-sources.ts'
import { codingsInWords } from '../../shared/commands/correction-outcome.ts'
import type { DraftToKeep } from '../../shared/commands/import-sources.ts'
import { namesOf, versionRecogniser } from '../../shared/commands/recognise-version.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { SourceId } from '../../shared/model/ids.ts'
import { entity } from '../../shared/model/project.ts'
import { alignTexts } from '../../shared/text/align-texts.ts'
import { sketchText } from '../../shared/text/text-sketch.ts'

/** Drafts told apart: those that correct a source, and those that become one. */
export interface DraftsSorted {
  readonly corrections: readonly SourceToCorrect[]
  readonly fresh: readonly DraftToKeep[]
  /** What was recognised and left as it is, in words. */
  readonly messages: readonly string[]
}

/** Finds drafts that are better versions of sources of the project. They are taken for corrections only when that is
    wished; else each is a new source, and is named. Of two for one source the first counts. */
export function sortDrafts(
  before: Archive | undefined,
  drafts: readonly DraftToKeep[],
  wished: boolean,
): DraftsSorted {
  if (!before || before.project.tables.source.size === 0)
    return { corrections: [], fresh: drafts, messages: [] }
  const { project, contents } = before
  const recognise = versionRecogniser(
    [...project.tables.source.values()].map((source) => ({
      id: source.id,
      names: namesOf(source),
      sketch: sketchText(contents.get(source.content)?.text ?? ''),
    })),
  )
  const corrections = new Map<SourceId, SourceToCorrect>()
  const fresh: DraftToKeep[] = []
  const messages: string[] = []
  for (const draft of drafts) {
    const sketch = sketchText(draft.draft.text)
    const found = draft.draft.asked ? null : recognise({ name: draft.original.name, sketch })
    const known = found && entity(project, 'source', found.source)
    const old = known && contents.get(known.content)
    if (known && old && wished && !corrections.has(known.id)) {
      const alignment = alignTexts(old.text, draft.draft.text)
      const { content, original } = draft
      corrections.set(known.id, {
        source: known.id,
        correction: { alignment, content, version: { draft: draft.draft, original } },
      })
      continue
    }
    fresh.push(draft)
    if (known) messages.push(leftAsNew(draft.original.name, known.name, wished))
  }
  return { corrections: [...corrections.values()], fresh, messages }
}

function leftAsNew(file: string, source: string, wished: boolean): string {
  return wished
    ? `“${file}” looks like another version of “${source}”, which this import corrects already; it came in as a new source.`
    : `“${file}” looks like a better version of “${source}” and came in as a new source. With --correct it keeps that source’s codings.`
}

/** Corrections that were made, for the command's JSON. */
export function correctionsMade(
  before: Archive | undefined,
  corrections: readonly SourceToCorrect[],
  { outcomes }: Pick<ImportWithCorrections, 'outcomes'>,
): readonly ImportedCorrection[] {
  if (!before) return []
  return corrections.flatMap(({ source, correction }, i) => {
    const outcome = outcomes[i]
    if (!outcome) return []
    const { same, changed, gone } = outcome.codings
    return [
      {
        file: correction.version.original.name,
        source: entity(before.project, 'source', source).name,
        stretches: outcome.stretches,
        codings: { unchanged: same, changed, gone },
        turns: outcome.turns,
        summary: codingsInWords(outcome),
      },
    ]
  })
}
