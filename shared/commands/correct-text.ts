import type { Edit, Gesture } from '../change/change.ts'
import { isIdle, update } from '../change/edit.ts'
import type { SourceDraft } from '../importers/source-draft.ts'
import { wordsInTurns } from '../importers/words-in-turns.ts'
import type { Content, OriginalFile } from '../model/archive.ts'
import type { Source } from '../model/entities.ts'
import type { SourceId } from '../model/ids.ts'
import { entity, type Project } from '../model/project.ts'
import type { Original } from '../model/source-entities.ts'
import type { TextAlignment } from '../text/align-texts.ts'
import { countWords } from '../text/count-words.ts'
import { moveAlong } from './correct-passages.ts'
import { type CorrectedTurns, mappedTurns, matchedTurns } from './correct-turns.ts'
import type { CorrectedVersion, Correction } from './correction.ts'
import type { CorrectionOutcome } from './correction-outcome.ts'
import type { Making } from './making.ts'

/** A correction as one change, what must be written before it, and what it comes to. */
export interface TextCorrection {
  readonly gesture: Gesture
  readonly contents: readonly Content[]
  readonly originals: readonly OriginalFile[]
  readonly outcome: CorrectionOutcome
}

/** Gives a source a better text and moves along everything that stands on it: turns and speakers, codings, memos, rules
    about passages, headings, translations, and how quotes are cut. What stands on words that are gone stays on the text
    it was made on. Null when nothing would change. */
export function correctText(
  project: Project,
  id: SourceId,
  correction: Correction,
  making: Making,
): TextCorrection | null {
  const source = entity(project, 'source', id)
  const { alignment, content, version } = correction
  // A version in which nobody is named leaves turns as they are.
  const turns =
    version && version.draft.turns.length > 0
      ? matchedTurns(project, source, correction, version, making)
      : mappedTurns(project, source, alignment)
  const along = moveAlong(project, source, { alignment, content, turns })
  const edits = [sourceEdit(source, correction, turns), ...turns.edits, ...along.edits]
  if (edits.every(isIdle)) return null
  return {
    gesture: { label: labelOf(source, version), edits: withoutIdle(edits) },
    contents: content === source.content ? [] : [contentOf(correction)],
    originals: version ? [version.original] : [],
    outcome: { ...along.fates, ...turns.outcome, stretches: alignment.changed.length },
  }
}

function labelOf(source: Source, version: CorrectedVersion | undefined): string {
  return version ? `Correct ${source.name} from ${version.original.name}` : `Correct words in ${source.name}`
}

function withoutIdle(edits: readonly Edit[]): Edit[] {
  return edits.filter((edit) => !isIdle(edit))
}

function sourceEdit(source: Source, correction: Correction, { turns }: CorrectedTurns): Edit {
  const { alignment, content, version } = correction
  const { after } = alignment
  const blocks = version ? blocksOf(version.draft) : mappedBlocks(source.blocks ?? [], alignment)
  return update('source', source, {
    content,
    words: turns.length === 0 ? countWords(after) : wordsInTurns(after, turns),
    blocks: blocks.length > 0 ? blocks : undefined,
    ...(version ? { format: version.draft.layout } : {}),
    ...(version ? { original: originalOf(version) } : {}),
  })
}

function originalOf({ original, encoding }: CorrectedVersion): Original {
  const { hash, name, bytes } = original
  return { hash, name, bytes: bytes.length, ...(encoding ? { encoding } : {}) }
}

function blocksOf({ blocks }: SourceDraft): number[] {
  return blocks.flatMap(({ kind, start, end }) => [kind === 'heading' ? 0 : 1, start, end])
}

function mappedBlocks(blocks: readonly number[], alignment: TextAlignment): number[] {
  const mapped: number[] = []
  for (let i = 0; i + 2 < blocks.length; i += 3) {
    const start = alignment.mapPosition(blocks[i + 1] ?? 0, -1)
    const end = alignment.mapPosition(blocks[i + 2] ?? 0, 1)
    if (start < end) mapped.push(blocks[i] ?? 0, start, end)
  }
  return mapped
}

function contentOf({ alignment, content, syncPoints = [], version }: Correction): Content {
  const points = version
    ? version.draft.syncPoints.flatMap((point) => [point.position, point.time])
    : syncPoints.map((each, i) => (i % 2 === 0 ? alignment.mapPosition(each, 1) : each))
  return { hash: content, text: alignment.after, ...(points.length > 0 ? { syncPoints: points } : {}) }
}
