/** One stream of a compound file, by its name; streams in storages are named with them: "Macros/VBA". */
export interface CompoundFile {
  readonly names: readonly string[]
  /** The bytes of a stream; null where there is none of that name, or its chain is broken. */
  readonly stream: (name: string) => Uint8Array | null
}

/** Opens the container that old Office programs write (MS-CFB): sectors of a file chained through tables. Null where
    it is cut off or makes no sense. Chains that run in circles end; nothing is read twice. */
export function openCompound(bytes: Uint8Array): CompoundFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER) return null
  const sectorSize = 1 << Math.min(16, view.getUint16(30, true))
  const smallSize = 1 << Math.min(12, view.getUint16(32, true))
  if (sectorSize < 128 || smallSize > sectorSize) return null
  const sector = (at: number) =>
    bytes.subarray((at + 1) * sectorSize, Math.min((at + 2) * sectorSize, bytes.length))
  const table = numbersOf(tableSectors(view, sectorSize).map(sector))
  const chained = (first: number): Uint8Array => joined(chain(table, first).map(sector))
  const entries = directory(chained(view.getUint32(48, true)))
  const root = entries[0]
  if (root === undefined) return null
  const smallTable = numbersOf([chained(view.getUint32(60, true))])
  const small = chained(root.first)
  const below = view.getUint32(56, true)
  const named = namedStreams(entries)
  return {
    names: [...named.keys()],
    stream: (name) => {
      const entry = named.get(name)
      if (entry === undefined) return null
      const pieces =
        entry.size < below
          ? chain(smallTable, entry.first).map((at) => small.subarray(at * smallSize, (at + 1) * smallSize))
          : chain(table, entry.first).map(sector)
      const whole = joined(pieces)
      return whole.length < entry.size ? null : whole.subarray(0, entry.size)
    },
  }
}

const HEADER = 512
const NO_SECTOR = 0xfffffff0

/** Where the sector table itself stands: 109 places in the header, further ones in sectors of their own. */
function tableSectors(view: DataView, sectorSize: number): readonly number[] {
  const places: number[] = []
  const known = new Set<number>()
  for (let i = 0; i < 109; i += 1) places.push(view.getUint32(76 + i * 4, true))
  let next = view.getUint32(68, true)
  const inSector = sectorSize / 4 - 1
  while (next < NO_SECTOR && !known.has(next) && (next + 2) * sectorSize <= view.byteLength) {
    known.add(next)
    const from = (next + 1) * sectorSize
    for (let i = 0; i < inSector; i += 1) places.push(view.getUint32(from + i * 4, true))
    next = view.getUint32(from + inSector * 4, true)
  }
  // One sector named again and again would make a table far larger than the file.
  return [...new Set(places)].filter((at) => at < NO_SECTOR && (at + 1) * sectorSize < view.byteLength)
}

function numbersOf(sectors: readonly Uint8Array[]): Uint32Array {
  const bytes = joined(sectors)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true))
}

function chain(table: Uint32Array, first: number): readonly number[] {
  const sectors = new Set<number>()
  let at = first
  while (at < table.length && !sectors.has(at)) {
    sectors.add(at)
    at = table[at] ?? NO_SECTOR
  }
  return [...sectors]
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces
  if (pieces.length === 1 && only !== undefined) return only
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly first: number
  readonly size: number
}

function directory(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true))
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      kind: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      first: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** Streams by name, found by walking the tree of storages; an entry that was met before is not met again. */
function namedStreams(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const named = new Map<string, Entry>()
  const met = new Set<number>()
  const waiting: (readonly [number, string])[] = [[entries[0]?.child ?? NO_SECTOR, '']]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [at, within] = next
    const entry = entries[at]
    if (entry === undefined || met.has(at)) continue
    met.add(at)
    if (entry.kind === STREAM) named.set(within + entry.name, entry)
    waiting.push([entry.left, within], [entry.right, within])
    if (entry.kind === STORAGE) waiting.push([entry.child, `${within}${entry.name}/`])
  }
  return named
}

const STORAGE = 1
const STREAM = 2
