import type { DBCore, DBCoreCursor, DBCoreKeyRange, DBCoreTable, DBCoreTableSchema, Middleware } from 'dexie'
import { packValue, unpackValue } from '../../shared/lock/packed-value.ts'
import type { Seal } from '../../shared/lock/seal.ts'

/** Puts a seal between a home and its disk. A record is stored as its keys, with the names in them masked, and all of
    it sealed: `{…keys, sealed}`. What reads and writes the home notices nothing, but for two things: keys that are read
    without their records are masked, and the order of names is that of the masked ones. */
export function sealedTables(seal: Seal): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'sealed',
    // Nearest to the disk, below everything that Dexie itself puts in between.
    level: -100,
    create: (down) => ({ ...down, table: (name) => sealedTable(down.table(name), seal) }),
  }
}

function sealedTable(table: DBCoreTable, seal: Seal): DBCoreTable {
  const sealing = sealingFor(table.schema, seal)
  const { key, range, sealed, opened } = sealing
  return {
    ...table,
    mutate(request) {
      switch (request.type) {
        case 'add':
        case 'put':
          return table.mutate({ ...request, values: request.values.map(sealed) })
        case 'delete':
          return table.mutate({ ...request, keys: request.keys.map(key) })
        case 'deleteRange':
          return table.mutate({ ...request, range: range(request.range) })
      }
    },
    get: async (request) => opened(await table.get({ ...request, key: key(request.key) })),
    getMany: async (request) =>
      (await table.getMany({ ...request, keys: request.keys.map(key) })).map(opened),
    async query(request) {
      const query = { ...request.query, range: range(request.query.range) }
      const { result } = await table.query({ ...request, query })
      return { result: request.values ? result.map(opened) : result }
    },
    async openCursor(request) {
      const query = { ...request.query, range: range(request.query.range) }
      const cursor = await table.openCursor({ ...request, query })
      return cursor && request.values ? openedCursor(cursor, opened) : cursor
    },
    count: (request) =>
      table.count({ ...request, query: { ...request.query, range: range(request.query.range) } }),
  }
}

/** How one table's keys and records are written. */
function sealingFor(schema: DBCoreTableSchema, seal: Seal) {
  const { name, primaryKey, indexes } = schema
  const paths = new Set([primaryKey, ...indexes].flatMap(({ keyPath }) => keyPath ?? []))
  const primary = [primaryKey.keyPath ?? []].flat()
  const key = (value: unknown): unknown =>
    typeof value === 'string'
      ? seal.mask(value, name)
      : Array.isArray(value)
        ? value.map((part: unknown) => key(part))
        : value
  const keysOf = (record: object) =>
    Object.fromEntries([...paths].map((path) => [path, key(Reflect.get(record, path))]))
  const placeOf = (record: object) =>
    JSON.stringify([name, ...primary.map((path) => Reflect.get(record, path))])
  return {
    key,
    range: (range: DBCoreKeyRange): DBCoreKeyRange => ({
      ...range,
      lower: key(range.lower),
      upper: key(range.upper),
    }),
    sealed(record: object): SealedRecord {
      const keys = keysOf(record)
      return { ...keys, sealed: seal.seal(packValue(record), placeOf(keys)) }
    },
    opened(stored: SealedRecord | undefined): unknown {
      return stored && unpackValue(seal.open(stored.sealed, placeOf(stored)))
    },
  }
}

interface SealedRecord {
  readonly sealed: Uint8Array
}

/** A cursor whose records are opened. The browser's own cursors answer only as themselves, so each question is put to
    the one below. */
function openedCursor(cursor: DBCoreCursor, opened: (stored: SealedRecord) => unknown): DBCoreCursor {
  return Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => opened(cursor.value) },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: {
      value: (key: unknown, primaryKey: unknown) => cursor.continuePrimaryKey(key, primaryKey),
    },
  })
}
