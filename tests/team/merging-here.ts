import type { Surroundings } from '../../renderer/project/save-state.ts'
import { projectDatabase } from '../../renderer/project/stored-project.ts'
import { comparingCopies } from '../../renderer/workers/compare-copies.ts'
import type { MergeOutcome, Merging } from '../../renderer/workers/merge-client.ts'
import type { MergeAnswer } from '../../renderer/workers/merge-messages.ts'
import { storedArchive } from '../../renderer/workers/stored-archive.ts'
import type { Edit } from '../../shared/change/change.ts'

/** Starts what the merge worker does, without a worker. */
export function mergingHere(surroundings: Surroundings): () => Merging {
  return () => start(surroundings)
}

function start(surroundings: Surroundings): Merging {
  const home = {
    archive: storedArchive,
    keep: (...[id, contents, originals]: Parameters<Parameters<typeof comparingCopies>[0]['keep']>) =>
      projectDatabase(id).keep(contents, originals),
  }
  let heard: (message: MergeAnswer) => void = () => {}
  const respond = comparingCopies(home, surroundings, (message) => heard(message))
  const asked = (request: Parameters<typeof respond>[0]) =>
    new Promise<MergeOutcome>((settle) => {
      const conflicts: Extract<MergeAnswer, { kind: 'conflicts' }>['some'][number][] = []
      const edits: Edit[] = []
      heard = (message) => {
        if (message.kind === 'conflicts') conflicts.push(...message.some)
        if (message.kind === 'edits') edits.push(...message.some)
        if (message.kind === 'compared') settle({ ...message, conflicts })
        if (message.kind === 'settled') settle({ ...message, edits })
        if (message.kind === 'refused' || message.kind === 'erased there') settle(message)
        if (message.kind === 'failed') settle({ kind: 'refused', problem: 'It failed.' })
      }
      void respond(request)
    })
  return {
    compare: (wish) => asked({ kind: 'compare', ...wish }),
    settle: (made, by) => asked({ kind: 'settle', made, coder: by }),
    end: () => {},
  }
}
