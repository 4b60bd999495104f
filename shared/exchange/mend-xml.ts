import { readXml, type XmlReading } from './read-xml.ts'

/** Reads an XML file that is not well-formed only because words in it were not escaped: “&” and “<” that begin nothing
    stand for themselves. QualCoder writes annotations so. `isMended` where that was needed. */
export function readMendedXml(bytes: Uint8Array): { readonly xml: XmlReading; readonly isMended: boolean } {
  const xml = readXml(bytes)
  if (xml.ok || !xml.problem.startsWith('it is not well-formed') || bytes.length > largest)
    return { xml, isMended: false }
  const mended = readXml(escaped(bytes))
  return mended.ok ? { xml: mended, isMended: true } : { xml, isMended: false }
}

/** Above this a file is not held twice. */
const largest = 1 << 26

function escaped(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('utf-8').decode(bytes)
  const loose = text
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;')
    .replace(/<(?![A-Za-z_/!?])/g, '&lt;')
  return new TextEncoder().encode(loose)
}
