/** The checksum zip files carry (CRC-32, polynomial 0xEDB88320). Reference: "123456789" gives 0xcbf43926. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  // Indexed on purpose: walking the iterator takes several times as long on large files.
  for (let i = 0; i < bytes.length; i++) crc = (table[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const table = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  return c
})
