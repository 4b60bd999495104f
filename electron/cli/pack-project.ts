import { crc32, deflateRaw } from 'node:zlib'
import { projectFileEntries } from '../../shared/exchange/project-file.ts'
import { isPacked, type PackedBytes, startZip } from '../../shared/exchange/write-zip.ts'
import type { Archive } from '../../shared/model/archive.ts'

/** A project's file as of now. Node packs it on its own threads while the next part is being made, which takes half
    the time of what also runs in a window. */
export async function packProject(archive: Archive, { standardOnly = false } = {}): Promise<Uint8Array> {
  const files: (readonly [string, Promise<PackedBytes>])[] = []
  for (const [name, bytes] of projectFileEntries(archive, { at: Date.now(), standardOnly }))
    files.push([name, pack(bytes)])
  const zip = startZip()
  for (const [name, packing] of files) zip.addPacked(name, await packing)
  return zip.end()
}

function pack(bytes: Uint8Array): Promise<PackedBytes> {
  const facts = { crc: crc32(bytes), size: bytes.length }
  if (isPacked(bytes)) return Promise.resolve({ ...facts, packed: bytes, method: 0 })
  // Room for all of it: with less, packing would stop again and again until this thread has time to empty it.
  const chunkSize = bytes.length + 1024
  return new Promise((done, fail) => {
    deflateRaw(bytes, { level: 1, chunkSize }, (trouble, packed) => {
      if (trouble) fail(trouble)
      else done({ ...facts, packed, method: 8 })
    })
  })
}
