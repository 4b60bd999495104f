import { deflateRawSync } from 'node:zlib'
import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import type { Archive } from '../../shared/model/archive.ts'

/** A project's file as of now, packed by Node, which is twice as fast as what also runs in a window. */
export function packProject(archive: Archive, { standardOnly = false } = {}): Uint8Array {
  const deflate = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 1 })
  return writeProjectFile(archive, { at: Date.now(), standardOnly, deflate })
}
