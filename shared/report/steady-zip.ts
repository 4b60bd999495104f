import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** An Office file without what differs from one writing to the next: dates in the archive and in its properties, and
    bookmarks numbered on from document to document. The date is the first one a ZIP archive can hold. */
export function steadyZip(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes)
  for (const [name, steady] of Object.entries(steadied)) {
    const file = files[name]
    if (file) files[name] = strToU8(steady(strFromU8(file)))
  }
  return zipSync(files, { mtime: firstZipDate, level: 6 })
}

const firstZipDate = '1980-01-01T12:00:00'

const steadied: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': (xml) =>
    xml.replace(/>\d{4}-\d\d-\d\dT[\d:.]+Z<\/dcterms/g, '>1980-01-01T00:00:00Z</dcterms'),
  'word/document.xml': (xml) =>
    countedAnew(
      countedAnew(xml, /((?:w:anchor="|w:name="|PAGEREF )_Toc)(\d+)/g),
      /(<w:bookmark(?:Start|End)[^>]*? w:id=")(\d+)/g,
    ),
}

/** Numbers in a document from 1 on, in the order they first stand in it. */
function countedAnew(xml: string, pattern: RegExp): string {
  const numbers = new Map<string, number>()
  return xml.replace(pattern, (_, before: string, number: string) => {
    const counted = numbers.get(number) ?? numbers.size + 1
    numbers.set(number, counted)
    return `${before}${counted}`
  })
}
