import { applyEdits } from '../../shared/change/apply-change.ts'
import {
  type Cause,
  type Change,
  type ChangeHeader,
  changeFormat,
  type Edit,
  type Gesture,
} from '../../shared/change/change.ts'
import { combine, invert } from '../../shared/change/edit.ts'
import { afterChange, type UndoStack, undoStack } from '../../shared/change/undo-stack.ts'
import type { Making } from '../../shared/commands/making.ts'
import type { Archive, Content, OriginalFile } from '../../shared/model/archive.ts'
import type { CoderId, ContentHash, CopyId, NewId, ProjectId } from '../../shared/model/ids.ts'
import { brokenByEdits } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'
import { refusal } from './refusal.ts'
import type { ProjectDatabase } from './stored-project.ts'

/** What the status line shows: everything durable, a write under way, or the last write refused. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly problem: string }

/** Whether a gesture was kept; if not, one sentence that says why, and the project is as before. */
export type Committed = { readonly ok: true } | { readonly ok: false; readonly problem: string }

/** What an open project is given from its platform. */
export interface Surroundings {
  readonly newId: NewId
  readonly now: () => number
}

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
    return this.#saving
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
    const change = this.#change(gesture.label, edits, cause)
    const place = this.#now.log.length
    const { edits: _, ...header } = change
    const log = [...this.#now.log, header]
    this.#now = { project: applied.project, log, undo: afterChange(this.#now.undo, header), seq: header.seq }
    this.#saving = { kind: 'saving' }
    // In line for writing before anyone hears of it: a listener may commit at once.
    const outcome = this.#write(change, place, this.#now)
    this.#notify()
    return outcome
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
    const [contents, originals, changes] = await Promise.all([
      this.#database.allContents(),
      this.#database.originals(),
      this.#database.changes(),
    ])
    return {
      project,
      contents: new Map(contents.map((content) => [content.hash, content])),
      originals: new Map(originals.map((file) => [file.hash, file])),
      changes: changes.slice(0, log.length),
    }
  }

  /** The edits of a change of the log, for history. */
  editsOf(header: ChangeHeader): Promise<readonly Edit[]> {
    return this.#editsOf(header)
  }

  /** Waits until everything shown is durable or was taken back, also what is committed while it waits. */
  async settled(): Promise<void> {
    for (let walking: unknown, writes: unknown; walking !== this.#walking || writes !== this.#writes; ) {
      walking = this.#walking
      writes = this.#writes
      await Promise.all([walking, writes])
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
    const next = () => (way === 'undo' ? this.#now.undo.undoable : this.#now.undo.redoable).at(-1)
    const change = next()
    if (!change) return null
    const edits = await this.#editsOf(change)
    if (next() !== change)
      return {
        ok: false,
        problem: `Something else was changed meanwhile, so this was not ${way === 'undo' ? 'undone' : 'done again'}.`,
      }
    const gesture = { label: change.label, edits: way === 'undo' ? edits.toReversed().map(invert) : edits }
    return this.commit(gesture, { kind: way, of: change.id })
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
