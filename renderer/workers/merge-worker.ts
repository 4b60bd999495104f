import { surroundings } from '../platform/making.ts'
import { holdKeys } from '../project/keyring.ts'
import { projectDatabase } from '../project/stored-project.ts'
import { comparingCopies, type HomeOfMine } from './compare-copies.ts'
import type { MergeRequest } from './merge-messages.ts'
import { storedArchive } from './stored-archive.ts'

/* Compares and merges copies of a project away from the window. It reads the database itself, and writes texts and
   files there itself: none of them has to pass through the window. */

/** The only place where this worker opens a database, with the keys that came with the question. */
const home: HomeOfMine = {
  archive: storedArchive,
  keep: async (project, contents, originals) => {
    const database = projectDatabase(project)
    try {
      return await database.keep(contents, originals)
    } finally {
      database.close()
    }
  },
}

const respond = comparingCopies(home, surroundings, (message) => postMessage(message))

addEventListener('message', ({ data }: MessageEvent<MergeRequest>) => {
  if (data.kind === 'compare') holdKeys(data.project, data.keys)
  void respond(data)
})
