import { applyingEdits } from '../../../shared/change/apply-change.ts'
import type { Edit, Gesture } from '../../../shared/change/change.ts'
import { erasedBefore, refusedByErasure } from '../../../shared/change/erase/refused-by-erasure.ts'
import { inSlices, type Pause } from '../../../shared/change/slices.ts'
import type { SourcesImport } from '../../../shared/commands/import-sources.ts'
import { translatedTexts } from '../../../shared/commands/import-translations.ts'
import type { ContentHash, SourceId } from '../../../shared/model/ids.ts'
import { keysBetween } from '../../../shared/model/order.ts'
import { entity, inOrder, type Project } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { givingWay } from '../../platform/give-way.ts'
import { sha256 } from '../../platform/making.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { manyEdits } from '../../project/save-state.ts'
import type { WholeFile } from '../../workers/incoming-messages.ts'
import { bringIn, type ChosenFile } from './bring-in.ts'
import { correctIn, type FileToCorrect } from './correct-in.ts'
import { takenFor } from './correction-choice.ts'
import { type ListedFile, toBringIn } from './import-choices.ts'
import { wholeChoice } from './listed-file.ts'

/** How many sources came in, and how many got a better text. */
interface Brought {
  readonly sources: number
  readonly corrections: number
}

/** What became of an import: what came in, or why nothing did; `problem` is null when it was cancelled. */
export type Kept = ({ readonly ok: true } & Brought) | { readonly ok: false; readonly problem: string | null }

/** How the files are fetched and followed on their way in. */
export interface Keeping {
  /** The whole of a file, by its place in the list. */
  readonly whole: (at: number) => Promise<WholeFile>
  /** So many of the ticked files are put together. */
  readonly onDone: (files: number) => void
  readonly signal: AbortSignal
}

/** Brings the ticked files in as one change. They are fetched a few at a time: their texts and originals are written
    first, then the change that names them all. What was written for an import that does not come about goes again. */
export async function keepFiles(
  open: OpenProject,
  files: readonly ListedFile[],
  keeping: Keeping,
): Promise<Kept> {
  const written: string[] = []
  try {
    const { gesture, ...brought } = await putTogether(open, files, keeping, written)
    const cause = { kind: 'import' } as const
    const committed =
      gesture.edits.length > manyEdits
        ? await open.commitInSlices(gesture, cause, keeping.signal)
        : await open.commit(gesture, cause)
    if (committed.ok) return { ok: true, ...brought }
    await open.discard(written)
    return { ok: false, problem: keeping.signal.aborted ? null : committed.problem }
  } catch (trouble) {
    await open.discard(written).catch(() => undefined)
    if (keeping.signal.aborted) return { ok: false, problem: null }
    if (trouble instanceof FileGone) return { ok: false, problem: trouble.message }
    return { ok: false, problem: noRoom }
  }
}

const noRoom =
  'The texts could not be written: the disk or the space this browser gives Loam is full. Nothing came in.'

class FileGone extends Error {}

/** Enough for one go: a batch is worked out at a stretch. */
const filesInBatch = 8
const turnsInBatch = 1500

async function putTogether(
  open: OpenProject,
  files: readonly ListedFile[],
  { whole, onDone, signal }: Keeping,
  written: string[],
): Promise<{ readonly gesture: Gesture } & Brought> {
  const pause = givingWay()
  const refused = refusedByErasure(open.project)
  const ticked = [...files.entries()].filter(([, file]) => file.ticked && file.draft)
  const gestures: Gesture[] = []
  let project = open.project
  let batch: ChosenFile[] = []
  let sources = 0
  let corrections = 0
  const take = async ({ gesture, contents, originals }: SourcesImport) => {
    const [fresh, applied] = await Promise.all([
      open.keepUnread(contents, originals),
      inSlices(applyingEdits(project, gesture.edits), pause),
    ])
    written.push(...fresh)
    if (!applied.ok) throw new Error(applied.problem)
    project = applied.project
    gestures.push(gesture)
  }
  const flush = async () => {
    if (batch.length === 0) return
    const imported = bringIn(project, batch, open.making)
    sources += batch.length
    batch = []
    await take(imported)
  }
  const fetched = aheadOf(ticked, ([at]) => whole(at))
  for (const [done, [, file]] of ticked.entries()) {
    for (const chosen of await chosenIn(file, await fetched(done))) {
      if (refused({ text: chosen.draft.text, file: chosen.hash }))
        throw new FileGone(`${erasedBefore(chosen.file.name)} Untick it to bring in the others.`)
      const corrected = takenFor(chosen) === 'correction' ? chosen.version?.source : undefined
      if (corrected) {
        await flush()
        await take(correctIn(project, await toCorrect(open, chosen, corrected), open.making))
        corrections++
        continue
      }
      batch.push(chosen)
      // The sources of one survey share its respondents, so they come in together.
      if (!chosen.draft.asked && isFull(batch)) await flush()
      signal.throwIfAborted()
      await pause()
    }
    if (isFull(batch)) await flush()
    onDone(done + 1)
  }
  await flush()
  const told = { sources, corrections }
  return { gesture: await asOne(open.project, gestures, told, pause), ...told }
}

async function toCorrect(open: OpenProject, file: ChosenFile, source: SourceId): Promise<FileToCorrect> {
  const { name, content } = entity(open.project, 'source', source)
  await open.loadTexts([content])
  const before = open.text(content)
  if (before === undefined) throw new FileGone(`The text of “${name}” is missing. Nothing came in.`)
  return { file, source, before, content: file.content }
}

/** Asks for the next few while one is used. */
function aheadOf<T, R>(all: readonly T[], ask: (one: T) => Promise<R>): (at: number) => Promise<R> {
  const asked = new Map<number, Promise<R>>()
  return (at) => {
    for (let next = at; next <= at + 2; next++) {
      const one = all[next]
      if (one !== undefined && !asked.has(next)) asked.set(next, ask(one))
    }
    const found = asked.get(at)
    if (!found) throw new Error('There is no such file')
    asked.delete(at)
    return found
  }
}

async function chosenIn(file: ListedFile, whole: WholeFile): Promise<readonly ChosenFile[]> {
  if (!whole.outcome.ok) throw new FileGone(`“${file.file.name}”: ${whole.outcome.problem} Nothing came in.`)
  const chosen: ChosenFile[] = []
  for (const choice of toBringIn([wholeChoice(file, whole)]))
    chosen.push({
      ...choice,
      content: await hashOf(choice.draft.text),
      translated: await Promise.all(translatedTexts(choice.draft).map(({ text }) => hashOf(text))),
    })
  return chosen
}

function hashOf(text: string): Promise<ContentHash> {
  return sha256(new TextEncoder().encode(text))
}

function isFull(batch: readonly ChosenFile[]): boolean {
  return batch.length >= filesInBatch || turnsIn(batch) >= turnsInBatch
}

function turnsIn(batch: readonly ChosenFile[]): number {
  return batch.reduce((sum, { draft }) => sum + draft.turns.length, 0)
}

/** One gesture from several. Sources and new people get the keys they would have had at once: added one by one, they
    would grow long. */
async function asOne(
  project: Project,
  gestures: readonly Gesture[],
  told: Brought,
  pause: Pause,
): Promise<Gesture> {
  const [first] = gestures
  if (!first || gestures.length === 1) return first ?? { label: 'Import', edits: [] }
  const edits: Edit[] = []
  const keys = {
    source: keysAfter(project.tables.source, gestures, 'source'),
    participant: keysAfter(project.tables.participant, gestures, 'participant'),
  }
  for (const gesture of gestures) {
    for (const edit of gesture.edits) {
      const { kind } = edit
      const isNew = edit.before === null && (kind === 'source' || kind === 'participant')
      edits.push(isNew ? { ...edit, after: { ...edit.after, order: keys[kind].next().value ?? 'V' } } : edit)
    }
    await pause()
  }
  return { label: labelOf(told), edits }
}

function labelOf({ sources, corrections }: Brought): string {
  const imported = counted(sources, 'source')
  const corrected = counted(corrections, 'source')
  if (corrections === 0) return `Import ${imported}`
  return sources === 0 ? `Correct ${corrected}` : `Import ${imported}, correct ${corrected}`
}

function keysAfter(
  table: Project['tables']['source' | 'participant'],
  gestures: readonly Gesture[],
  kind: 'source' | 'participant',
): ArrayIterator<string> {
  const last = inOrder<{ readonly id: string; readonly order: string }>(table).at(-1)?.order ?? null
  const count = gestures
    .flatMap(({ edits }) => edits)
    .reduce((sum, edit) => sum + (edit.kind === kind && edit.before === null ? 1 : 0), 0)
  return keysBetween(last, null, count).values()
}
