import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Moment } from '../../shared/model/units.ts'
import type { PacketRequest } from './packet-worker.ts'

/** Writes an archive as a project file without keeping the window waiting, where there are workers. */
export function writeArchive(archive: Archive, at: Moment): Promise<Uint8Array> {
  const here = () => writeProjectFile(archive, { at })
  if (typeof Worker === 'undefined') return Promise.resolve(here())
  const worker = new Worker(new URL('./packet-worker.ts', import.meta.url), {
    type: 'module',
    name: 'packet',
  })
  return new Promise<Uint8Array>((settle) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => settle(data)
    worker.onerror = () => settle(here())
    worker.onmessageerror = () => settle(here())
    worker.postMessage({ archive, at } satisfies PacketRequest)
  }).finally(() => worker.terminate())
}
