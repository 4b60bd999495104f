import { applyEdits } from '../../../shared/change/apply-change.ts'
import type { Gesture } from '../../../shared/change/change.ts'
import { handOut } from '../../../shared/commands/hand-out.ts'
import { textsOf } from '../../../shared/exchange/copy-without-history.ts'
import { makePacket } from '../../../shared/exchange/packet.ts'
import { type PacketWish, packetProject } from '../../../shared/exchange/packet-project.ts'
import type { Archive, Content, OriginalFile } from '../../../shared/model/archive.ts'
import type { Project } from '../../../shared/model/project.ts'
import { keysOf } from '../../project/keyring.ts'
import type { OpenProject } from '../../project/open-project.ts'
import { writeArchive } from '../../workers/packet-client.ts'

/** A packet as the bytes of a project file, and what records that it was handed out, to be committed once it is saved:
    the packet is made as if it were already. Only texts and files of its sources are read. */
export async function packetFile(
  open: OpenProject,
  wish: PacketWish,
): Promise<{ readonly bytes: Uint8Array; readonly gesture: Gesture }> {
  await open.settled()
  const { making } = open
  const { at } = making
  const gesture = handOut(open.project, wish, making)
  const outcome = applyEdits(open.project, gesture.edits)
  if (!outcome.ok) throw new Error(`It cannot be handed out: ${outcome.problem}`)
  const part = await partOf(open, outcome.project, wish)
  return { gesture, bytes: await writeArchive(makePacket(part, wish, { at }), at) }
}

/** Whether the project's own files are locked by a passphrase. */
export function isLocked(open: OpenProject): boolean {
  return keysOf(open.id) != null
}

/** As much of the archive as the packet is made from; of its log only the names of the changes. */
async function partOf(open: OpenProject, project: Project, wish: PacketWish): Promise<Archive> {
  const { log } = open
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
