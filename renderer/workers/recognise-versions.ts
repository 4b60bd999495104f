import { namesOf, type Recognised } from '../../shared/commands/recognise-version.ts'
import type { ProjectId } from '../../shared/model/ids.ts'
import { type Project, sourcesInOrder } from '../../shared/model/project.ts'
import type { TextSketch } from '../../shared/text/text-sketch.ts'
import { keysOf } from '../project/keyring.ts'
import type { RecogniseAnswer, RecogniseRequest } from './recognise-messages.ts'

/** Tells, away from the window, which source a file is a new version of. */
export interface VersionFinder {
  /** Null when it is none, or when nobody can tell any more. */
  find(name: string, sketch: TextSketch): Promise<Recognised | null>
  end(): void
}

/** Starts for the sources that a project has now. */
export function findVersions(id: ProjectId, project: Project): VersionFinder {
  const sources = sourcesInOrder(project).map((source) => ({
    id: source.id,
    names: namesOf(source),
    content: source.content,
  }))
  if (sources.length === 0) return { find: async () => null, end: () => {} }
  const worker = new Worker(new URL('./recognise-worker.ts', import.meta.url), {
    type: 'module',
    name: 'recognise',
  })
  const waiting = new Map<number, (found: Recognised | null) => void>()
  let count = 0
  let ended = false
  const end = () => {
    ended = true
    worker.terminate()
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
  }
  const send = (request: RecogniseRequest) => worker.postMessage(request)
  worker.onmessage = ({ data }: MessageEvent<RecogniseAnswer>) => {
    waiting.get(data.number)?.(data.found)
    waiting.delete(data.number)
  }
  worker.onerror = end
  worker.onmessageerror = end
  send({ kind: 'start', project: id, keys: keysOf(id), sources })
  return {
    find: (name, sketch) => {
      if (ended) return Promise.resolve(null)
      const number = ++count
      return new Promise((settle) => {
        waiting.set(number, settle)
        send({ kind: 'ask', number, name, sketch })
      })
    },
    end,
  }
}
