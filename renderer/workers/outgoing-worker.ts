import { writeProjectFile } from '../../shared/exchange/project-file.ts'
import { shareCopy } from '../../shared/exchange/share-copy.ts'
import { shareNumbers } from '../../shared/exchange/share-numbers.ts'
import { standardLosses } from '../../shared/exchange/standard-losses.ts'
import { withoutWithdrawn } from '../../shared/exchange/without-withdrawn.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Moment } from '../../shared/model/units.ts'
import { holdKeys } from '../project/keyring.ts'
import type { Outgoing, OutgoingAnswer, OutgoingRequest } from './outgoing-messages.ts'
import { storedArchive } from './stored-archive.ts'

/* Holds one project while somebody looks at what would go out, and then writes that. */

let held: Archive | null = null

addEventListener('message', ({ data }: MessageEvent<OutgoingRequest>) => {
  void carryOut(data).catch(() => answer({ kind: 'failed' }))
})

async function carryOut(request: OutgoingRequest): Promise<void> {
  if (request.kind === 'look') {
    holdKeys(request.project, request.keys)
    held = await storedArchive(request.project, request.length)
    answer({
      kind: 'looked',
      losses: standardLosses(held),
      lossesWithWithdrawn: standardLosses(held, { withWithdrawn: true }),
      share: shareNumbers(held),
    })
  } else if (held) {
    const bytes = written(held, request.what, request.at)
    answer({ kind: 'written', bytes }, [bytes.buffer])
  }
}

function written(archive: Archive, what: Outgoing, at: Moment): Uint8Array {
  if (what.kind === 'share')
    return writeProjectFile(shareCopy(archive, { with: new Set(what.with), at, by: what.by }), { at })
  const out = what.withWithdrawn ? archive : withoutWithdrawn(archive).archive
  return writeProjectFile(out, { at, standardOnly: true })
}

function answer(message: OutgoingAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}
