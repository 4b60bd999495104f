import type { OpenedFile } from '../../../shared/bridge.ts'
import type { Side } from '../../../shared/change/merge/conflict.ts'
import type { ToldConflict } from '../../../shared/change/merge/conflict-in-words.ts'
import type { ChangeId } from '../../../shared/model/ids.ts'
import { keysOf } from '../../project/keyring.ts'
import type { OpenProject } from '../../project/open-project.ts'
import type { Committed } from '../../project/save-state.ts'
import type { ErasedThere } from '../../workers/erased-there.ts'
import type { MergeOutcome, Merging } from '../../workers/merge-client.ts'
import type { Comparison, MergeStep } from '../../workers/merge-messages.ts'
import { changedMeanwhile, stillOpen } from './merging-words.ts'

/** A copy on the desk: its file's name, what merging it would do, and what was decided. */
export interface ComparedCopy {
  readonly file: string
  readonly comparison: Comparison
  readonly conflicts: readonly ToldConflict[]
  readonly made: ReadonlyMap<string, Side>
  /** What is to be known before going on, in a sentence. */
  readonly said?: string
}

/** How far a merge has come. */
export type MergingState =
  | { readonly kind: 'nothing'; readonly problem?: string }
  | { readonly kind: 'working'; readonly file: string; readonly step: MergeStep | 'merging' }
  | ({ readonly kind: 'compared' } & ComparedCopy)
  /** It cannot be merged before what was erased in it is erased here too. */
  | {
      readonly kind: 'to erase'
      readonly file: string
      readonly told: ErasedThere
      readonly bytes: Uint8Array
    }
  | {
      readonly kind: 'merged'
      readonly file: string
      readonly comparison: Comparison
      readonly change: ChangeId
    }

/** What a desk needs of an open project. */
export type ProjectToMerge = Pick<
  OpenProject,
  'id' | 'coder' | 'log' | 'settled' | 'commitMerge' | 'discard' | 'ending'
>

/** One merge at a time, from choosing a copy to what came of it. It stays while the person looks at other rooms, until
    the project is closed. */
export class MergingDesk {
  readonly #open: ProjectToMerge
  readonly #start: () => Merging
  readonly #listeners = new Set<() => void>()
  #state: MergingState = { kind: 'nothing' }
  #merging: Merging | null = null
  #cancelling = new AbortController()

  /** `start` starts what works out a merge. */
  constructor(open: ProjectToMerge, start: () => Merging) {
    this.#open = open
    this.#start = start
    open.ending.addEventListener('abort', () => this.#end())
  }

  get state(): MergingState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Compares a file with the project; with another copy on the desk, takes its place. */
  async choose(file: OpenedFile): Promise<void> {
    this.#end()
    if (file.problem !== undefined) return this.#show({ kind: 'nothing', problem: file.problem })
    await this.#compare(file.name, { theirs: file.bytes })
  }

  /** Compares again with the copy that both began from. */
  async giveBase(file: OpenedFile): Promise<void> {
    const copy = this.#copy()
    if (!copy) return
    if (file.problem !== undefined) return this.#show({ ...copy, kind: 'compared', said: file.problem })
    await this.#compare(copy.file, { base: file.bytes }, copy)
  }

  /** Decides conflicts by their keys. */
  decide(keys: readonly string[], side: Side): void {
    const copy = this.#copy()
    if (!copy) return
    const made = new Map(copy.made)
    for (const key of keys) made.set(key, side)
    this.#show({ ...copy, kind: 'compared', made })
  }

  /** Merges as decided. Where the project went on meanwhile, it is compared again instead, and that is said. */
  async merge(): Promise<void> {
    const copy = this.#copy()
    if (!copy) return
    const { file, made, comparison } = copy
    const { signal } = this.#cancelling
    this.#work(file, 'merging')
    await this.#open.settled()
    if (!this.#merging || signal.aborted) return
    if (this.#open.log.length !== comparison.length) return this.#compare(file, {}, copy, changedMeanwhile)
    const outcome = await this.#merging.settle(made, this.#open.coder, (step) =>
      this.#work(file, step, signal),
    )
    if (outcome.kind === 'settled') return this.#commit(outcome, copy, signal)
    if (!signal.aborted) this.#arrive(outcome, { ...copy, said: stillOpen }, copy)
  }

  /** Clears the desk; what is under way is cancelled and leaves nothing. */
  clear(): void {
    this.#end()
    this.#show({ kind: 'nothing' })
  }

  #copy(): ComparedCopy | null {
    if (this.#state.kind !== 'compared') return null
    const { kind: _, ...copy } = this.#state
    return copy
  }

  async #compare(
    file: string,
    given: { readonly theirs?: Uint8Array; readonly base?: Uint8Array },
    kept?: ComparedCopy,
    said?: string,
  ): Promise<void> {
    this.#merging ??= this.#start()
    const merging = this.#merging
    const { signal } = this.#cancelling
    this.#work(file, given.theirs ? 'reading the copy' : 'reading this project')
    await this.#open.settled()
    if (signal.aborted) return
    const { id, coder, log } = this.#open
    const made = kept?.made ?? new Map<string, Side>()
    const wish = { project: id, keys: keysOf(id), length: log.length, coder, made, ...given }
    const outcome = await merging.compare(wish, (step) => this.#work(file, step, signal))
    if (!signal.aborted) this.#arrive(outcome, { file, made, ...(said ? { said } : {}) }, kept)
  }

  /** What came of comparing; `kept` is what was on the desk before, and stays where the new answer is a refusal. */
  #arrive(
    outcome: MergeOutcome,
    { file, made, said }: Pick<ComparedCopy, 'file' | 'made' | 'said'>,
    kept: ComparedCopy | undefined,
  ): void {
    const problem = outcome.kind === 'refused' ? outcome.problem : 'It was cancelled. Nothing was changed.'
    if (outcome.kind === 'compared') {
      const { comparison, conflicts } = outcome
      this.#show({ kind: 'compared', file, comparison, conflicts, made, ...(said ? { said } : {}) })
    } else if (outcome.kind === 'erased there') {
      this.#end()
      this.#show({ kind: 'to erase', file, told: outcome.told, bytes: outcome.bytes })
    } else if (kept) {
      this.#show({ kind: 'compared', ...kept, said: problem })
    } else {
      this.#end()
      this.#show({ kind: 'nothing', problem: `“${file}” cannot be merged. ${problem}` })
    }
  }

  async #commit(
    { label, edits, parents, length, kept, comparison }: Extract<MergeOutcome, { kind: 'settled' }>,
    copy: ComparedCopy,
    signal: AbortSignal,
  ): Promise<void> {
    const committed: Committed = signal.aborted
      ? { ok: false, problem: 'It was cancelled.' }
      : await this.#open.commitMerge({ gesture: { label, edits }, parents, length }, signal)
    const change = this.#open.log.findLast(({ cause }) => cause.kind === 'merge')
    if (committed.ok && change) {
      this.#end()
      return this.#show({ kind: 'merged', file: copy.file, comparison, change: change.id })
    }
    if (!committed.ok) await this.#open.discard(kept)
    if (signal.aborted) return
    if (this.#open.log.length !== length) return this.#compare(copy.file, {}, copy, changedMeanwhile)
    this.#show({ ...copy, kind: 'compared', ...(committed.ok ? {} : { said: committed.problem }) })
  }

  #work(file: string, step: MergeStep | 'merging', signal?: AbortSignal): void {
    if (signal?.aborted !== true) this.#show({ kind: 'working', file, step })
  }

  #end(): void {
    this.#merging?.end()
    this.#merging = null
    this.#cancelling.abort()
    this.#cancelling = new AbortController()
  }

  #show(next: MergingState): void {
    this.#state = next
    for (const listener of this.#listeners) listener()
  }
}
