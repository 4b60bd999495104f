import { applyEdits } from '../../shared/change/apply-change.ts'
import {
  type Cause,
  type Change,
  type ChangeHeader,
  changeFormat,
  type Edit,
  type Gesture,
} from '../../shared/change/change.ts'
import { combine, invert, inverting } from '../../shared/change/edit.ts'
import { inSlices, type Pause } from '../../shared/change/slices.ts'
import { afterChange, type UndoStack, undoStack } from '../../shared/change/undo-stack.ts'
import type { Making } from '../../shared/commands/making.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type { CoderId, ContentHash, CopyId, NewId, ProjectId } from '../../shared/model/ids.ts'
import { brokenByEdits } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'
import { caughtUp, workedOut } from './large-change.ts'
import { withoutPending } from './named-texts.ts'
import { refusal } from './refusal.ts'
import type { ProjectDatabase } from './stored-project.ts'

/** What the status line shows: everything durable, a write under way, or the last write refused. */
export type SaveState =
  | { readonly kind: 'saved' }
  /** `much`: a change of very many edits is being worked out and written, which takes a moment. */
  | { readonly kind: 'saving'; readonly much?: true }
  | { readonly kind: 'failed'; readonly problem: string }

/** Whether a gesture was kept; if not, one sentence that says why, and the project is as before. */
export type Committed = { readonly ok: true } | { readonly ok: false; readonly problem: string }

/** What an open project is given from its platform. */
export interface Surroundings {
  readonly newId: NewId
  readonly now: () => number
  /** Starts a stretch of long work: what it gives is asked wherever the work may be interrupted, and lets the window
      do something else from time to time. Without it, long work is done at a stretch. */
  readonly pausing?: () => Pause
}

/** A change of more edits than this is worked out and written in slices. */
export const manyEdits = 4000

const savingMuch: SaveState = { kind: 'saving', much: true }

interface Moment {
  readonly project: Project
  readonly log: readonly ChangeHeader[]
  readonly undo: UndoStack
  /** The last number this copy gave a change. */
  readonly seq: number
}

/** A project while its window is open: its value now, its log, and the writing of both to its home.
    Memory comes first; the status reads "saved" only once the database says the change is durable. */
export class OpenProject {
  readonly id: ProjectId
  readonly copy: CopyId
  readonly #database: ProjectDatabase
  readonly #surroundings: Surroundings
  readonly #listeners = new Set<() => void>()
  readonly #contents = new Map<ContentHash, Content>()
  #now: Moment
  #durable: Moment
  #saving: SaveState = { kind: 'saved' }
  #writes: Promise<void> = Promise.resolve()
  #walking: Promise<void> = Promise.resolve()
  /** Large changes, one after another. */
  #large: Promise<void> = Promise.resolve()
  #largeOnes = 0
  /** What was committed while a large change is worked out; null when none is. */
  #meanwhile: Edit[] | null = null
  #generation = 0
  #closed = false
  #coder: CoderId

  constructor(
    id: ProjectId,
    database: ProjectDatabase,
    start: { readonly project: Project; readonly log: readonly ChangeHeader[]; readonly copy: CopyId },
    coder: CoderId,
    surroundings: Surroundings,
  ) {
    this.id = id
    this.copy = start.copy
    this.#database = database
    this.#surroundings = surroundings
    this.#coder = coder
    const seq = start.log.reduce(
      (last, each) => (each.copy === start.copy ? Math.max(last, each.seq) : last),
      0,
    )
    this.#now = { project: start.project, log: start.log, undo: undoStack(start.log), seq }
    this.#durable = this.#now
  }

  get project(): Project {
    return this.#now.project
  }

  get log(): readonly ChangeHeader[] {
    return this.#now.log
  }

  get undoStack(): UndoStack {
    return this.#now.undo
  }

  get saveState(): SaveState {
    return this.#largeOnes > 0 && this.#saving.kind !== 'failed' ? savingMuch : this.#saving
  }

  /** Who codes in this window; somebody else of the project when undo took that person away. */
  get coder(): CoderId {
    const { coder } = this.project.tables
    return coder.has(this.#coder) ? this.#coder : (coder.values().next().value?.id ?? this.#coder)
  }

  set coder(coder: CoderId) {
    this.#coder = coder
    this.#notify()
  }

  /** What commands need to make something now. */
  get making(): Making {
    return { newId: this.#surroundings.newId, at: this.#surroundings.now(), by: this.coder }
  }

  /** Calls back after every change of the project, the save state or the loaded texts. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A loaded text; undefined until `loadTexts` brought it. */
  readonly text = (hash: ContentHash): string | undefined => this.#contents.get(hash)?.text

  /** A loaded content with its sync points. */
  content(hash: ContentHash): Content | undefined {
    return this.#contents.get(hash)
  }

  /** Brings texts into memory; without hashes, all of them. */
  async loadTexts(hashes?: readonly ContentHash[]): Promise<void> {
    const missing = hashes?.filter((hash) => !this.#contents.has(hash))
    if (missing?.length === 0) return
    const found = missing ? await this.#database.contents(missing) : await this.#database.allContents()
    for (const content of found) this.#contents.set(content.hash, content)
    if (found.length > 0) this.#notify()
  }

  /** Writes texts and originals ahead of the change that names them. */
  async keep(contents: readonly Content[], originals: readonly OriginalFile[]): Promise<void> {
    await this.#database.keep(contents, originals)
    for (const content of contents) this.#contents.set(content.hash, content)
  }

  /** The same for very many, which are loaded only when they are read; gives the hashes of those that are new here. */
  keepUnread(contents: readonly Content[], originals: readonly OriginalFile[]): Promise<readonly string[]> {
    return this.#database.keep(contents, originals)
  }

  /** Takes away texts and originals that were written for a change that did not come about. */
  discard(hashes: readonly string[]): Promise<void> {
    return hashes.length > 0 ? this.#database.discard(hashes) : Promise.resolve()
  }

  /** An original file's bytes. */
  original(hash: string): Promise<OriginalFile | undefined> {
    return this.#database.original(hash)
  }

  /** Applies a gesture at once; the promise settles when it is durable or was taken back. */
  commit(gesture: Gesture, cause: Cause = { kind: 'command' }): Promise<Committed> {
    if (this.#closed)
      return Promise.resolve({ ok: false, problem: 'The project is closed. Nothing was changed.' })
    const edits = combine(gesture.edits)
    // Taking back a change without edits is recorded too: else it would be the next to undo for ever.
    if (edits.length === 0 && !('of' in cause)) return Promise.resolve({ ok: true })
    const applied = applyEdits(this.project, edits)
    if (!applied.ok)
      return Promise.resolve({ ok: false, problem: `${applied.problem}. Nothing was changed.` })
    const [broken] = brokenByEdits(applied.project, edits)
    if (broken) throw new Error(`"${gesture.label}" would leave a ${broken.kind} that ${broken.rule}`)
    if (this.#meanwhile) for (const edit of edits) this.#meanwhile.push(edit)
    return this.#enter(this.#change(gesture.label, edits, cause), applied.project)
  }

  /** The same for a gesture of very many edits: it is worked out in slices that leave the window at hand, on the
      project as it is then, and shown at once when all of it is. Large ones wait for each other. Cancelling by
      `signal` leaves nothing, up to the moment when it is shown. */
  commitInSlices(
    gesture: Gesture,
    cause: Cause = { kind: 'command' },
    signal?: AbortSignal,
  ): Promise<Committed> {
    return this.#afterLargeOnes((pause) => this.#workOut(async () => gesture, cause, pause), signal)
  }

  /** Takes the last change back, whatever it was. Null when there is nothing to undo. */
  undo(): Promise<Committed | null> {
    return this.#walk('undo')
  }

  /** Does again what was last undone. Null when there is nothing to redo. */
  redo(): Promise<Committed | null> {
    return this.#walk('redo')
  }

  /** Everything of the project, for its file. Waits for writes under way; changes that come in while it reads
      are left out altogether. */
  async archive(): Promise<Archive> {
    await this.#writes
    const { project, log } = this.#durable
    const before = await this.#database.pending()
    const [contents, originals, changes] = await Promise.all([
      this.#database.allContents(),
      this.#database.originals(),
      this.#database.changes(),
    ])
    const archive = {
      project,
      contents: new Map(contents.map((content) => [content.hash, content])),
      originals: new Map(originals.map((file) => [file.hash, file])),
      changes: changes.slice(0, log.length),
    }
    return withoutPending(archive, [...before, ...(await this.#database.pending())])
  }

  /** The edits of a change of the log, for history. */
  editsOf(header: ChangeHeader): Promise<readonly Edit[]> {
    return this.#editsOf(header)
  }

  /** Waits until everything shown is durable or was taken back, also what is committed while it waits. */
  async settled(): Promise<void> {
    for (let known: readonly unknown[] = []; ; ) {
      const now = [this.#walking, this.#large, this.#writes]
      if (now.every((each, i) => each === known[i])) return
      known = now
      await Promise.all(now)
    }
  }

  /** Ends its life in the window. */
  async close(): Promise<void> {
    await this.settled()
    this.#closed = true
    this.#listeners.clear()
    this.#database.close()
  }

  /** One step through the stacks after another, so that two quick presses are two steps. */
  #walk(way: 'undo' | 'redo'): Promise<Committed | null> {
    const outcome = this.#walking.then(() => this.#step(way))
    this.#walking = outcome.then(nothing, nothing)
    return outcome
  }

  async #step(way: 'undo' | 'redo'): Promise<Committed | null> {
    if (this.#largeOnes > 0) await this.#large
    const next = () => (way === 'undo' ? this.#now.undo.undoable : this.#now.undo.redoable).at(-1)
    const change = next()
    if (!change) return null
    const edits = await this.#editsOf(change)
    const changed: Committed = {
      ok: false,
      problem: `Something else was changed meanwhile, so this was not ${way === 'undo' ? 'undone' : 'done again'}.`,
    }
    if (next() !== change) return changed
    const { label } = change
    const cause = { kind: way, of: change.id }
    if (edits.length <= manyEdits)
      return this.commit({ label, edits: way === 'undo' ? edits.toReversed().map(invert) : edits }, cause)
    const gesture = async (pause: Pause) => ({
      label,
      edits: way === 'undo' ? await inSlices(inverting(edits), pause) : edits,
    })
    return this.#afterLargeOnes((pause) =>
      this.#workOut(gesture, cause, pause, () => (next() === change ? null : changed)),
    )
  }

  /** One large change after another; the status says so while there are some. */
  #afterLargeOnes(work: (pause: Pause) => Promise<Committed>, signal?: AbortSignal): Promise<Committed> {
    this.#largeOnes++
    this.#notify()
    const outcome = this.#large.then(async (): Promise<Committed> => {
      try {
        return await work(this.#pausing(signal))
      } catch (trouble) {
        if (signal?.aborted !== true) throw trouble
        return { ok: false, problem: 'It was cancelled. Nothing was changed.' }
      } finally {
        this.#meanwhile = null
        this.#largeOnes--
        this.#notify()
      }
    })
    this.#large = outcome.then(nothing, nothing)
    return outcome
  }

  #pausing(signal: AbortSignal | undefined): Pause {
    const pause = this.#surroundings.pausing?.() ?? (() => null)
    return () => {
      signal?.throwIfAborted()
      return pause()
    }
  }

  /** Works a large change out on the project as it stands, and takes in what was committed in the meantime. */
  async #workOut(
    ask: (pause: Pause) => Promise<Gesture>,
    cause: Cause,
    pause: Pause,
    obstacle: () => Committed | null = () => null,
  ): Promise<Committed> {
    const generation = this.#generation
    const meanwhile: Edit[] = []
    this.#meanwhile = meanwhile
    const { project } = this
    const gesture = await ask(pause)
    const worked = await workedOut(project, gesture, pause)
    if (!worked.ok) return worked
    if (worked.edits.length === 0 && !('of' in cause)) return { ok: true }
    const inTheWay = obstacle()
    if (inTheWay) return inTheWay
    if (this.#closed) return { ok: false, problem: 'The project is closed. Nothing was changed.' }
    if (generation !== this.#generation)
      return { ok: false, problem: 'An earlier change could not be saved.' }
    const now = caughtUp(worked, meanwhile)
    if (!now) return { ok: false, problem: 'Something else was changed meanwhile, so this was not done.' }
    this.#meanwhile = null
    return this.#enter(this.#change(gesture.label, worked.edits, cause), now)
  }

  /** Puts a change at the end of the log, shows the project after it, and writes both. */
  #enter(change: Change, project: Project): Promise<Committed> {
    const place = this.#now.log.length
    const { edits: _, ...header } = change
    const log = [...this.#now.log, header]
    this.#now = { project, log, undo: afterChange(this.#now.undo, header), seq: header.seq }
    this.#saving = { kind: 'saving' }
    // In line for writing before anyone hears of it: a listener may commit at once.
    const outcome = this.#write(change, place, this.#now)
    this.#notify()
    return outcome
  }

  #change(label: string, edits: readonly Edit[], cause: Cause): Change {
    const last = this.#now.log.at(-1)
    return {
      id: this.#surroundings.newId<'change'>(),
      copy: this.copy,
      seq: this.#now.seq + 1,
      parents: last ? [last.id] : [],
      at: this.#surroundings.now(),
      by: this.coder,
      label,
      cause,
      format: changeFormat,
      edits,
    }
  }

  #write(change: Change, place: number, after: Moment): Promise<Committed> {
    const generation = this.#generation
    const outcome = this.#writes.then(async (): Promise<Committed> => {
      if (generation !== this.#generation)
        return { ok: false, problem: 'An earlier change could not be saved.' }
      try {
        await this.#database.write(change, place, after.project)
      } catch (trouble) {
        return this.#goBack(trouble)
      }
      this.#durable = after
      if (this.#now === after) {
        this.#saving = { kind: 'saved' }
        this.#notify()
      }
      return { ok: true }
    })
    this.#writes = outcome.then(nothing, nothing)
    return outcome
  }

  /** Memory returns to what is durable, so that nothing is shown that would be gone tomorrow. */
  #goBack(trouble: unknown): Committed {
    this.#generation++
    this.#now = this.#durable
    const problem = refusal(trouble)
    this.#saving = { kind: 'failed', problem }
    this.#notify()
    return { ok: false, problem }
  }

  async #editsOf(header: ChangeHeader): Promise<readonly Edit[]> {
    await this.#writes
    return this.#database.edits(header.id)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

function nothing(): void {}
