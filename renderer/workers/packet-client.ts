import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Moment } from '../../shared/model/units.ts'
import { askOnce } from './ask-once.ts'
import type { PacketRequest } from './packet-worker.ts'

/** Writes an archive as a project file without keeping the window waiting, where there are workers. */
export async function writeArchive(archive: Archive, at: Moment): Promise<Uint8Array> {
  const here = () => writeProjectFile(archive, { at })
  if (typeof Worker === 'undefined') return here()
  const worker = new Worker(new URL('./packet-worker.ts', import.meta.url), {
    type: 'module',
    name: 'packet',
  })
  const request: PacketRequest = { archive, at }
  return (await askOnce<Uint8Array>(worker, request).answer) ?? here()
}
