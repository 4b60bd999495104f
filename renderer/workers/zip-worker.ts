import { startZip } from '../../shared/exchange/write-zip.ts'
import type { ZipRequest } from './project-file-messages.ts'

/* Packs one zip beside whoever makes its files, so that both cores work. */

const zip = startZip()

addEventListener('message', ({ data }: MessageEvent<ZipRequest>) => {
  if (data.kind === 'add') zip.add(data.name, data.bytes)
  else {
    const bytes = zip.end()
    postMessage(bytes, { transfer: [bytes.buffer] })
  }
})
