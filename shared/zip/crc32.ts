/** The checksum zip files carry (CRC-32, polynomial 0xEDB88320). Reference: "123456789" gives 0xcbf43926. With
    `before`, the checksum of what came before these bytes, it is that of both together. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  // Indexed on purpose: walking the iterator takes several times as long on large files, as does going one by one.
  const fours = bytes.length - (bytes.length % 4)
  for (let i = 0; i < fours; i += 4) {
    crc ^= at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24)
    crc =
      at(tables, 768 + (crc & 0xff)) ^
      at(tables, 512 + ((crc >>> 8) & 0xff)) ^
      at(tables, 256 + ((crc >>> 16) & 0xff)) ^
      at(tables, crc >>> 24)
  }
  for (let i = fours; i < bytes.length; i++) crc = at(tables, (crc ^ at(bytes, i)) & 0xff) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function at(list: Uint8Array | Int32Array, i: number): number {
  return list[i] ?? 0
}

/** What a byte does to the checksum when no, one, two or three bytes follow it: 256 values each. */
const tables = new Int32Array(1024)
for (let n = 0; n < 256; n++) {
  let c = n
  for (let bit = 0; bit < 8; bit++) c = (c & 1) === 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
  tables[n] = c
}
for (let n = 256; n < 1024; n++) {
  const before = at(tables, n - 256)
  tables[n] = at(tables, before & 0xff) ^ (before >>> 8)
}
