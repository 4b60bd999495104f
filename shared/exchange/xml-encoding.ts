/** What the bytes of an XML file may be in, the likeliest first. Without a byte order mark UTF-8 goes first, whatever its
    first line says: tools write “utf-16” there and mean UTF-8, and hardly anything else reads as UTF-8 by chance. */
export function xmlEncodings(bytes: Uint8Array): readonly string[] {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === less && second === 0)) return ['utf-16le']
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === less)) return ['utf-16be']
  const stated = statedEncoding(bytes)
  return stated === null ? ['utf-8'] : ['utf-8', stated]
}

const less = 0x3c

/** The encoding that the first line names; null where it names none, UTF itself, or one that nobody knows. */
function statedEncoding(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 200))
  const named = /^[^<]{0,3}<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]
  if (named === undefined || /^utf-?(?:8|16)/i.test(named)) return null
  try {
    return new TextDecoder(named).encoding
  } catch {
    return null
  }
}
