import type { ProjectId } from '../../shared/model/ids.ts'
import { type Home, type IncomingFile, openHome } from './database.ts'

/** Files of one import, waiting in the project's database instead of in memory. What an import leaves behind is
    cleared when the project is opened again. */
export interface IncomingFiles {
  put(file: Omit<IncomingFile, 'batch'>): Promise<void>
  get(file: number): Promise<IncomingFile | undefined>
  clear(): Promise<void>
  close(): void
}

/** Opens the place where one import's files wait. */
export function incomingFiles(project: ProjectId, batch: string): IncomingFiles {
  const db = openHome(project)
  return {
    put: async (file) => {
      await db.incoming.put({ ...file, batch })
    },
    get: (file) => db.incoming.get([batch, file]),
    clear: async () => {
      await db.incoming.where(':id').between([batch, 0], [batch, Number.POSITIVE_INFINITY]).delete()
    },
    close: () => db.close(),
  }
}

/** Clears what broken-off imports left behind. */
export async function clearIncoming(db: Home): Promise<void> {
  if ((await db.incoming.count()) > 0) await db.incoming.clear()
}
