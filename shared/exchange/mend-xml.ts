import { notUtf8, readXml, type XmlReading } from './read-xml.ts'
import { xmlEncodings } from './xml-encoding.ts'

/** An XML file as read, and what was not right with it, a sentence each. */
export interface MendedXml {
  readonly xml: XmlReading
  readonly mended: readonly string[]
}

/** Reads an XML file that only its writing keeps from being read. Bytes that are neither UTF-8 nor what it says are read
    as Windows writes them: QualCoder did so. Words that were not escaped stand for themselves, as in QualCoder's
    annotations: “&” and “<” that begin nothing. Signs that XML forbids, as texts from PDF files hold, become spaces or
    U+FFFD, one for one, so that no position moves. */
export function readMendedXml(bytes: Uint8Array): MendedXml {
  const xml = readXml(bytes)
  if (xml.ok || bytes.length > largest) return { xml, mended: [] }
  if (xml.problem === notUtf8) {
    const inWindows = mendedSigns(bytes, readXml(bytes, [windows]), windows)
    return inWindows.xml.ok
      ? { ...inWindows, mended: [otherBytes, ...inWindows.mended] }
      : { xml, mended: [] }
  }
  return mendedSigns(bytes, xml, xmlEncodings(bytes)[0])
}

/** Above this a file is not held twice. */
const largest = 1 << 26
const windows = 'windows-1252'

const otherBytes =
  'The file was not written as UTF-8, and was read as Windows writes it: look at its accents.'
const looseSigns =
  'The file was not well-formed: signs such as “&” stood in it as they are, and were read as themselves.'

function mendedSigns(bytes: Uint8Array, xml: XmlReading, encoding?: string): MendedXml {
  if (xml.ok || !xml.problem.startsWith('it is not well-formed')) return { xml, mended: [] }
  const again = readXml(new TextEncoder().encode(escaped(new TextDecoder(encoding).decode(bytes))))
  return again.ok ? { xml: again, mended: [looseSigns] } : { xml, mended: [] }
}

function escaped(text: string): string {
  return text
    .replace(forbidden, (sign) => (sign === '\v' || sign === '\f' ? ' ' : '\uFFFD'))
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;')
    .replace(/<(?![A-Za-z_/!?])/g, '&lt;')
    .replace(/(?:&#(?:\d{1,7}|x[0-9a-f]{1,6});)+/gi, allowedReferences)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const forbidden = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g

/** References one after another, those to halves of a character joined, those to what XML forbids replaced. */
function allowedReferences(run: string): string {
  const units = [...run.matchAll(/&#(x?)([0-9a-f]+);/gi)].map(([, x, digits = '']) => {
    const code = Number.parseInt(digits, x ? 16 : 10)
    return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code)
  })
  const signs = units.join('').toWellFormed().replace(forbidden, '\uFFFD')
  return [...signs].map((sign) => `&#${sign.codePointAt(0)};`).join('')
}
