/** What unpacks a compressed stretch: bytes are written on one side and read on the other. */
export interface Unpacker {
  readonly readable: {
    getReader(): {
      read(): Promise<{
        readonly done: boolean
        readonly value?: { readonly byteLength: number } | undefined
      }>
      cancel(): Promise<void>
    }
  }
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void> }
  }
}

/** The same unpacker, which ends after `limit` bytes as if no more had been packed, so that a small file cannot grow
    without bounds in memory. */
export function limitedUnpacker(unpacker: Unpacker, limit = UNPACKED_LIMIT): Unpacker {
  let total = 0
  return {
    readable: {
      getReader: () => {
        const reader = unpacker.readable.getReader()
        return {
          cancel: () => reader.cancel(),
          read: async () => {
            if (total > limit) {
              await reader.cancel().catch(() => undefined)
              return { done: true, value: undefined }
            }
            const step = await reader.read()
            total += step.value?.byteLength ?? 0
            return step
          },
        }
      },
    },
    writable: {
      getWriter: () => {
        const writer = unpacker.writable.getWriter()
        let written = Promise.resolve()
        return {
          write: (bytes) => {
            written = inSlices(bytes, (slice) => writer.write(slice))
            return written
          },
          close: () => written.then(() => writer.close()),
        }
      },
    },
  }
}

/** No page's text and no font comes near it. */
const UNPACKED_LIMIT = 64 * 1024 * 1024

/** A slice grows to 16 MB at most. */
const SLICE = 16 * 1024

async function inSlices(
  bytes: Uint8Array<ArrayBuffer>,
  write: (slice: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < bytes.length; at += SLICE) await write(bytes.subarray(at, at + SLICE))
}
