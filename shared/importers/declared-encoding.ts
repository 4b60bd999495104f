/** The encoding an XML declaration states (`<?xml version="1.0" encoding="ISO-8859-2"?>`), for bytes that are no UTF-8;
    undefined where there is none, it is unknown or the bytes say otherwise. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const name = /^\s*<\?xml\s[^<>]{0,100}?\bencoding\s?=\s?["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  if (name === undefined || /^utf/i.test(name) || isUtf8(bytes)) return undefined
  try {
    new TextDecoder(name).decode(bytes.subarray(0, 1))
    return name.toLowerCase()
  } catch {
    return undefined
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
