import type { ContentHash } from '../../shared/model/ids.ts'
import type { Texts } from '../../shared/model/project.ts'
import type { SearchWish } from '../../shared/search/read-query.ts'
import type { SourceHits } from '../../shared/search/scan-texts.ts'
import type { SearchAnswer, SearchRequest, SourceToSearch } from './search-messages.ts'

/** What whoever searches is told, as it goes. */
export interface SearchListener {
  /** Hits of some more sources; `looked` of all sources have been looked through so far. */
  readonly found: (found: readonly SourceHits[], looked: number) => void
  readonly done: () => void
  /** The search was ended because one source took too long; in practice an expression that tries too much. */
  readonly tooLong: () => void
}

/** A worker as far as searching needs it. */
export interface SearchWorker {
  onmessage: ((event: MessageEvent<SearchAnswer>) => void) | null
  postMessage(message: SearchRequest): void
  terminate(): void
}

/** Searches away from the window, one question at a time. */
export interface SearchClient {
  readonly search: (
    wish: SearchWish,
    sources: readonly SourceToSearch[],
    texts: Texts,
    listener: SearchListener,
  ) => void
  /** Ends the question under way. */
  readonly stop: () => void
  readonly close: () => void
}

/** Starts a client. The worker keeps texts from one question to the next; one that is silent for `limit` milliseconds
    is killed, and the next question gets a new one. `later` gives back what stops the timer. */
export function searchClient(
  start: () => SearchWorker,
  later: (run: () => void, milliseconds: number) => () => void,
  limit = 4000,
): SearchClient {
  let worker: SearchWorker | null = null
  let sent = new Set<ContentHash>()
  let number = 0
  let stopTimer = () => {}
  const kill = () => {
    stopTimer()
    worker?.terminate()
    worker = null
    sent = new Set()
  }
  const stop = () => {
    stopTimer()
    number++
    worker?.postMessage({ kind: 'stop' })
  }
  return {
    stop,
    close: kill,
    search: (wish, sources, texts, listener) => {
      stop()
      const asked = number
      worker ??= start()
      const at = worker
      const wait = () => {
        stopTimer()
        stopTimer = later(() => {
          kill()
          listener.tooLong()
        }, limit)
      }
      at.onmessage = ({ data }) => {
        if (data.number !== asked || asked !== number) return
        if (data.kind === 'found') {
          wait()
          listener.found(data.found, data.looked)
        } else {
          stopTimer()
          listener.done()
        }
      }
      const missing = sources
        .filter(({ content }) => !sent.has(content))
        .map(({ content }) => ({ content, text: texts(content) ?? '' }))
      for (const { content } of missing) sent.add(content)
      if (missing.length > 0) at.postMessage({ kind: 'texts', texts: missing })
      wait()
      at.postMessage({ kind: 'search', number: asked, wish, sources })
    },
  }
}

/** The worker that ships with Loam. */
export function startSearchWorker(): SearchWorker {
  return new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' })
}
