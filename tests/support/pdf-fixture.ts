/** What stands on a page of a made PDF: words at a place, in points from the upper left (to their base line). */
export interface Words {
  readonly at: readonly [x: number, y: number]
  readonly text: string
  readonly bold?: boolean
  readonly size?: number
  /** Written up the page instead of across. */
  readonly turned?: boolean
  /** `unicode` for scripts beyond Western Europe; `japanese` for signs that only a character map can tell. */
  readonly font?: 'unicode' | 'japanese'
}

/** A page: its words, or a picture of some. */
export interface MadePage {
  readonly words: readonly Words[]
  readonly picture?: boolean
}

export interface MadePdf {
  readonly pages: readonly MadePage[]
  readonly facts?: Readonly<Record<string, string>>
  /** Locked with a password nobody has. */
  readonly locked?: boolean
  /** Further objects, for files that try something. */
  readonly catalog?: string
}

/** The bytes of a PDF with standard fonts, on paper of 595 by 842 points. */
export function pdf({ pages, facts = {}, locked = false, catalog = '' }: MadePdf): Uint8Array {
  const objects: string[] = []
  const add = (body: string): number => objects.push(body)
  const root = add('')
  const tree = add('')
  const fonts = fontObjects(add)
  const picture = add(stream(PICTURE, 'x'))
  const kids = pages.map((page) => {
    const content = add(stream('', contentOf(page)))
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << ${fonts} >> /XObject << /Im ${picture} 0 R >> >> >>`,
    )
  })
  objects[root - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${catalog} >>`
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  const info = add(
    `<< ${Object.entries(facts)
      .map(([key, value]) => `/${key} ${literal(value)}`)
      .join(' ')} >>`,
  )
  const lock = locked ? add(LOCK) : null
  return assembled(objects, `/Root ${root} 0 R /Info ${info} 0 R`, lock)
}

/** Lines below one another from this place on; `**bold**` lines are bold. */
export function column(
  lines: readonly string[],
  { x = 72, y = 90, pitch = 14, size = 11 }: { x?: number; y?: number; pitch?: number; size?: number } = {},
): readonly Words[] {
  return lines.flatMap((line, i): readonly Words[] => {
    const bold = line.startsWith('**')
    const text = bold ? line.slice(2, -2) : line
    return text === '' ? [] : [{ at: [x, y + i * pitch], text, size, bold }]
  })
}

const PICTURE =
  '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 '

const LOCK = `<< /Filter /Standard /V 1 /R 2 /P -1 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`

function fontObjects(add: (body: string) => number): string {
  const plain = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  const bold = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>')
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  const map = add(stream('', UNICODE_MAP))
  const composite = (encoding: string, ordering: string, type: string, more: string): number => {
    const under = add(
      `<< /Type /Font /Subtype /${type} /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 600 >>`,
    )
    return add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /${encoding} /DescendantFonts [${under} 0 R] ${more} >>`,
    )
  }
  const unicode = composite('Identity-H', 'Identity', 'CIDFontType2', `/ToUnicode ${map} 0 R`)
  const japanese = composite('UniJIS-UCS2-H', 'Japan1', 'CIDFontType0', '')
  return `/F ${plain} 0 R /B ${bold} 0 R /U ${unicode} 0 R /J ${japanese} 0 R`
}

const UNICODE_MAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Same def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 256 }, (_, high) => {
  const byte = high.toString(16).padStart(2, '0')
  return `1 beginbfrange <${byte}00> <${byte}FF> <${byte}00> endbfrange`
}).join('\n')}
endcmap end end`

function contentOf({ words, picture = false }: MadePage): string {
  const drawn = picture ? ['q 595 0 0 842 0 0 cm /Im Do Q'] : []
  return [...words.map(shown), ...drawn].join('\n')
}

function shown({ at: [x, y], text, bold = false, size = 11, turned = false, font }: Words): string {
  const name = font === 'unicode' ? 'U' : font === 'japanese' ? 'J' : bold ? 'B' : 'F'
  const matrix = turned ? '0 1 -1 0' : '1 0 0 1'
  const string = font === undefined ? literal(text) : wide(text)
  return `BT /${name} ${size} Tf ${matrix} ${x} ${842 - y} Tm ${string} Tj ET`
}

/** Western European signs as WinAnsi bytes. */
function literal(text: string): string {
  const codes: Readonly<Record<string, number>> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97 }
  return `(${Array.from(text, (sign) => String.fromCharCode(codes[sign] ?? sign.charCodeAt(0)))
    .join('')
    .replace(/[\\()]/g, '\\$&')})`
}

function wide(text: string): string {
  return `<${Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('')}>`
}

function stream(dictionary: string, content: string): string {
  return `<< ${dictionary}/Length ${content.length} >>\nstream\n${content}\nendstream`
}

function assembled(objects: readonly string[], trailer: string, lock: number | null): Uint8Array {
  const parts = ['%PDF-1.7\n']
  let length = parts[0]?.length ?? 0
  const places = objects.map((body, i) => {
    const place = length
    const part = `${i + 1} 0 obj\n${body}\nendobj\n`
    parts.push(part)
    length += part.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const id = `<${'43'.repeat(16)}>`
  const encrypt = lock === null ? '' : `/Encrypt ${lock} 0 R`
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${objects.length + 1} ${trailer} ${encrypt} /ID [${id} ${id}] >>\nstartxref\n${length}\n%%EOF\n`,
  )
  return Uint8Array.from(parts.join(''), (sign) => sign.charCodeAt(0))
}
