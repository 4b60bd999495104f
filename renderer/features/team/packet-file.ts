import { textsOf } from '../../../shared/exchange/copy-without-history.ts'
import { makePacket } from '../../../shared/exchange/packet.ts'
import { type PacketWish, packetProject } from '../../../shared/exchange/packet-project.ts'
import type { Archive, Content, OriginalFile } from '../../../shared/model/archive.ts'
import { keysOf } from '../../project/keyring.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { writeArchive } from '../../workers/packet-client.ts'

/** A packet as the bytes of a project file. Only texts and files of its sources are read. */
export async function packetFile(open: OpenProject, wish: PacketWish): Promise<Uint8Array> {
  await open.settled()
  const { at } = open.making
  return writeArchive(makePacket(await partOf(open, wish), wish, { at }), at)
}

/** Whether the project's own files are locked by a passphrase. */
export function isLocked(open: OpenProject): boolean {
  return keysOf(open.id) != null
}

/** As much of the archive as the packet is made from; of its log only the names of the changes. */
async function partOf(open: OpenProject, wish: PacketWish): Promise<Archive> {
  const { project, log } = open
  const part = packetProject(project, wish, 0)
  const hashes = [...textsOf(part)]
  await open.loadTexts(hashes)
  const contents = hashes.flatMap((hash): Content[] => {
    const content = open.content(hash)
    return content ? [content] : []
  })
  const files = [...part.tables.source.values(), ...part.tables.translation.values()]
  const originals: OriginalFile[] = []
  for (const { original } of files) {
    const file = original && (await open.original(original.hash))
    if (file) originals.push(file)
  }
  return {
    project,
    contents: new Map(contents.map((each) => [each.hash, each])),
    originals: new Map(originals.map((each) => [each.hash, each])),
    changes: log.map((header) => ({ ...header, edits: [] })),
  }
}
