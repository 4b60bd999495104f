import type { Cause, ChangeHeader, Edit, Gesture } from '../../shared/change/change.ts'
import { invert, inverting } from '../../shared/change/edit.ts'
import { inSlices, type Pause } from '../../shared/change/slices.ts'
import type { UndoStack } from '../../shared/change/undo-stack.ts'
import type { Making } from '../../shared/commands/making.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type { CoderId, ContentHash, CopyId, ProjectId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'
import { type ChangesInLine, changesInLine, untilSteady } from './changes-in-line.ts'
import { durableArchive } from './durable-archive.ts'
import { caughtUp, workedOut, workedOutAtOnce } from './large-change.ts'
import { type LoadedTexts, loadedTexts } from './loaded-texts.ts'
import { changeAt, type Entry, type Moment, momentAfter, momentOf, standsEmpty } from './moment.ts'
import { closed, earlierFailed, otherwiseNow } from './refusal.ts'
import {
  type Committed,
  type MergeToCommit,
  manyEdits,
  type SaveState,
  type Surroundings,
} from './save-state.ts'
import type { ProjectDatabase } from './stored-project.ts'
import { type WritingInOrder, writeInOrder } from './write-in-order.ts'

const savingMuch: SaveState = { kind: 'saving', much: true }
const byCommand: Cause = { kind: 'command' }

/** A project while its window is open: its value now, its log, and the writing of both to its home.
    Memory comes first; the status reads "saved" only once the database says the change is durable. */
export class OpenProject {
  readonly id: ProjectId
  readonly copy: CopyId
  readonly #database: ProjectDatabase
  readonly #surroundings: Surroundings
  readonly #listeners = new Set<() => void>()
  readonly #texts: LoadedTexts
  readonly #large: ChangesInLine
  readonly #writes: WritingInOrder
  readonly #ending = new AbortController()
  #now: Moment
  #walking: Promise<void> = Promise.resolve()
  /** What was committed while a large change is worked out; null when none is. */
  #meanwhile: Edit[] | null = null
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
    this.#texts = loadedTexts(database)
    this.#large = changesInLine(surroundings.pausing, () => this.#notify())
    this.#now = momentOf(start.project, start.log, start.copy)
    this.#writes = writeInOrder(database, this.#now, {
      newest: () => this.#now,
      goBack: (durable) => {
        this.#now = durable
        this.#notify()
      },
      onChange: () => this.#notify(),
    })
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
    const { saving } = this.#writes
    return this.#large.some && saving.kind !== 'failed' ? savingMuch : saving
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
  readonly text = (hash: ContentHash): string | undefined => this.#texts.get(hash)?.text

  /** A loaded content with its sync points. */
  content(hash: ContentHash): Content | undefined {
    return this.#texts.get(hash)
  }

  /** Brings texts into memory; without hashes, all of them. */
  async loadTexts(hashes?: readonly ContentHash[]): Promise<void> {
    if (await this.#texts.load(hashes)) this.#notify()
  }

  /** Writes texts and originals ahead of the change that names them. */
  async keep(contents: readonly Content[], originals: readonly OriginalFile[]): Promise<void> {
    await this.#database.keep(contents, originals)
    this.#texts.put(contents)
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
  commit(gesture: Gesture, cause: Cause = byCommand): Promise<Committed> {
    return this.#commit(gesture, { cause })
  }

  /** The same for a gesture of very many edits: it is worked out in slices that leave the window at hand, on the
      project as it is then, and shown at once when all of it is. Large ones wait for each other. Cancelling by
      `signal` leaves nothing, up to the moment when it is shown. */
  commitInSlices(gesture: Gesture, cause: Cause = byCommand, signal?: AbortSignal): Promise<Committed> {
    return this.#large.run((pause) => this.#workOut(async () => gesture, { cause }, pause), signal)
  }

  /** Brings another copy's work in as one change, made on its heads and on this copy's. One without edits is recorded
      too, so that the next merge compares from here. Refused when the log is not the one it was worked out on. */
  async commitMerge({ gesture, parents, length }: MergeToCommit, signal?: AbortSignal): Promise<Committed> {
    const entry: Entry = { cause: { kind: 'merge' }, parents }
    const obstacle = () => (this.#now.log.length === length ? null : otherwiseNow)
    if (obstacle()) return otherwiseNow
    if (gesture.edits.length <= manyEdits) return this.#commit(gesture, entry)
    return this.#large.run((pause) => this.#workOut(async () => gesture, entry, pause, obstacle), signal)
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
    await this.#writes.ended
    const { project, log } = this.#writes.durable
    return durableArchive(this.#database, project, log.length)
  }

  /** The edits of a change of the log, for history. */
  async editsOf(header: ChangeHeader): Promise<readonly Edit[]> {
    await this.#writes.ended
    return this.#database.edits(header.id)
  }

  /** Waits until everything shown is durable or was taken back, also what is committed while it waits. */
  settled(): Promise<void> {
    return untilSteady(() => [this.#walking, this.#large.ended, this.#writes.ended])
  }

  /** Aborted when it is closed, for those who work for it elsewhere. */
  get ending(): AbortSignal {
    return this.#ending.signal
  }

  /** Goes on in another home on this machine, which `make` makes; what is asked meanwhile waits. */
  moveHome(make: () => Promise<void>): Promise<void> {
    return this.#database.move(make)
  }

  /** Ends its life in the window. */
  async close(): Promise<void> {
    await this.settled()
    this.#ending.abort()
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
    if (this.#large.some) await this.#large.ended
    const next = () => (way === 'undo' ? this.#now.undo.undoable : this.#now.undo.redoable).at(-1)
    const change = next()
    if (!change) return null
    const edits = await this.editsOf(change)
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
    return this.#large.run((pause) =>
      this.#workOut(gesture, { cause }, pause, () => (next() === change ? null : changed)),
    )
  }

  #commit(gesture: Gesture, entry: Entry): Promise<Committed> {
    if (this.#ending.signal.aborted) return Promise.resolve(closed)
    const worked = workedOutAtOnce(this.project, gesture)
    if (!worked.ok) return Promise.resolve(worked)
    const { edits, project } = worked
    if (edits.length === 0 && !standsEmpty(entry)) return Promise.resolve({ ok: true })
    if (this.#meanwhile) for (const edit of edits) this.#meanwhile.push(edit)
    return this.#enter({ label: gesture.label, edits, ...entry }, project)
  }

  /** Works a large change out on the project as it stands, and takes in what was committed in the meantime. */
  async #workOut(
    ask: (pause: Pause) => Promise<Gesture>,
    entry: Entry,
    pause: Pause,
    obstacle: () => Committed | null = () => null,
  ): Promise<Committed> {
    const { refusals } = this.#writes
    const meanwhile: Edit[] = []
    this.#meanwhile = meanwhile
    try {
      const { project } = this
      const gesture = await ask(pause)
      const worked = await workedOut(project, gesture, pause)
      if (!worked.ok) return worked
      if (worked.edits.length === 0 && !standsEmpty(entry)) return { ok: true }
      const inTheWay = obstacle()
      if (inTheWay) return inTheWay
      if (this.#ending.signal.aborted) return closed
      if (refusals !== this.#writes.refusals) return earlierFailed
      const now = caughtUp(worked, meanwhile)
      if (!now) return { ok: false, problem: 'Something else was changed meanwhile, so this was not done.' }
      this.#meanwhile = null
      return await this.#enter({ label: gesture.label, edits: worked.edits, ...entry }, now)
    } finally {
      this.#meanwhile = null
    }
  }

  /** Puts a change at the end of the log, shows the project after it, and writes both. */
  #enter(what: Entry & Gesture, project: Project): Promise<Committed> {
    const place = this.#now.log.length
    const change = changeAt(this.#now, what, { ...this.making, copy: this.copy })
    this.#now = momentAfter(this.#now, change, project)
    // In line for writing before anyone hears of it: a listener may commit at once.
    const outcome = this.#writes.write(change, place, this.#now)
    this.#notify()
    return outcome
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

function nothing(): void {}
