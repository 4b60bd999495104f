/** A record as bytes, to be sealed: plain values as JSON, columns and files beside it as they are. What is undefined in
    an object is left out. Throws on what no record holds: functions, dates, maps. */
export function packValue(value: unknown): Uint8Array {
  const lifted: Lifted[] = []
  const rest = lift(value, [], lifted)
  const head = new TextEncoder().encode(
    JSON.stringify({ rest, lifted: lifted.map(({ path, kind, bytes }) => [path, kind, bytes.length]) }),
  )
  const size = lifted.reduce((sum, { bytes }) => sum + bytes.length, 4 + head.length)
  const packed = new Uint8Array(size)
  new DataView(packed.buffer).setUint32(0, head.length, true)
  packed.set(head, 4)
  let to = 4 + head.length
  for (const { bytes } of lifted) {
    packed.set(bytes, to)
    to += bytes.length
  }
  return packed
}

/** The record back: the inverse of `packValue`. */
export function unpackValue(packed: Uint8Array): unknown {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true)
  const { rest, lifted }: Head = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)))
  let root: unknown = rest
  let from = 4 + length
  for (const [path, kind, size] of lifted) {
    const value = liftedBack(kind, packed.slice(from, from + size))
    from += size
    const holder = path.slice(0, -1).reduce<unknown>((at, step) => Reflect.get(Object(at), step), root)
    const last = path.at(-1)
    if (last === undefined) root = value
    else
      Object.defineProperty(Object(holder), last, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
  }
  return root
}

type Path = readonly (string | number)[]

/** What JSON cannot say: columns and files, and numbers that are none. */
interface Lifted {
  readonly path: Path
  readonly kind: string
  readonly bytes: Uint8Array
}

interface Head {
  readonly rest: unknown
  readonly lifted: readonly (readonly [path: Path, kind: string, size: number])[]
}

/** The value without what was lifted out of it; the same value when nothing was. `path` is where it stands: one list
    for the whole record, grown and cut back on the way. */
function lift(value: unknown, path: (string | number)[], lifted: Lifted[]): unknown {
  if (typeof value === 'number') return isPlainNumber(value) ? value : liftNumber(value, path, lifted)
  if (typeof value !== 'object' || value === null) return value
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    lifted.push({ path: [...path], kind: kindOf(value), bytes })
    return null
  }
  if (!Array.isArray(value) && !isPlainObject(value)) throw new Error('A record holds what cannot be sealed')
  let copy: unknown[] | Record<string, unknown> | null = null
  for (const [name, each] of Object.entries(value)) {
    path.push(Array.isArray(value) ? Number(name) : name)
    const left = lift(each, path, lifted)
    path.pop()
    if (left === each) continue
    copy ??= Array.isArray(value) ? [...value] : { ...value }
    Reflect.set(copy, name, left)
  }
  return copy ?? value
}

function isPlainNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0)
}

function liftNumber(value: number, path: readonly (string | number)[], lifted: Lifted[]): null {
  lifted.push({ path: [...path], kind: 'number', bytes: new Uint8Array(Float64Array.of(value).buffer) })
  return null
}

function isPlainObject(value: object): boolean {
  const made: unknown = Object.getPrototypeOf(value)
  return made === null || Object.getPrototypeOf(made) === null
}

const columns = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const

function kindOf(value: ArrayBufferView): string {
  const kind = Object.keys(columns).find((name) => value.constructor.name === name)
  if (!kind) throw new Error('A record holds a column of an unknown kind')
  return kind
}

function liftedBack(kind: string, bytes: Uint8Array<ArrayBuffer>): unknown {
  if (kind === 'number') return new Float64Array(bytes.buffer)[0]
  const column = Object.entries(columns).find(([name]) => name === kind)?.[1]
  if (!column) throw new Error('A stored record is damaged')
  return new column(bytes.buffer)
}
