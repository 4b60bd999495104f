import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Moment } from '../../shared/model/units.ts'

/** What is written as a project file. */
export interface PacketRequest {
  readonly archive: Archive
  readonly at: Moment
}

addEventListener('message', ({ data: { archive, at } }: MessageEvent<PacketRequest>) => {
  const bytes = writeProjectFile(archive, { at })
  postMessage(bytes, { transfer: [bytes.buffer] })
})
