import { startZip } from '../../shared/exchange/write-zip.ts'
import type { ZipAnswer, ZipRequest } from './project-file-messages.ts'

/* Packs one zip beside whoever makes its files, so that both cores work. */

const zip = startZip()

addEventListener('message', ({ data }: MessageEvent<ZipRequest>) => {
  if (data.kind === 'add') zip.add(data.name, data.bytes, data.more)
  else {
    const bytes = zip.end()
    answer({ kind: 'zip', bytes }, [bytes.buffer])
  }
})

answer({ kind: 'ready' })

function answer(message: ZipAnswer, transfer: Transferable[] = []): void {
  postMessage(message, { transfer })
}
