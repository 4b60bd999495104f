/** The encoding an XML declaration states (`<?xml version="1.0" encoding="ISO-8859-2"?>`), or a web page's
    `<meta charset>`, for bytes that are no UTF-8;
    undefined where there is none, it is unknown or the bytes say otherwise. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const name = (XML.exec(head.slice(0, 200)) ?? (/^\s*</.test(head) ? META.exec(head) : null))?.[1]
  if (name === undefined || /^utf/i.test(name) || isUtf8(bytes)) return undefined
  try {
    new TextDecoder(name).decode(bytes.subarray(0, 1))
    return name.toLowerCase()
  } catch {
    return undefined
  }
}

const XML = /^\s*<\?xml\s[^<>]{0,100}?\bencoding\s?=\s?["']([\w.:-]{1,40})["']/
const META = /<meta\s[^<>]{0,200}?\bcharset\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/i

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
