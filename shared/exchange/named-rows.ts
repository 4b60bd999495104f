import type { CodebookColumns, ColumnRole } from './codebook-columns.ts'
import { type Above, type NamedCode, partsOf } from './place-codes.ts'
import { readColour } from './read-colour.ts'
import type { Tally } from './read-receipt.ts'

/** The rows of a table that name codes, and what each says about where its code stands; `isFlat` where no column and no
    indentation tells. */
export function namedRows(
  rows: readonly (readonly string[])[],
  columns: CodebookColumns,
  tally: Tally,
): { readonly named: readonly NamedCode[]; readonly isFlat: boolean } {
  const cell = (cells: readonly string[], role: ColumnRole) => cells[columns.at.get(role) ?? -1] ?? ''
  const place = placing(rows, columns)
  const named: NamedCode[] = []
  let nameless = 0
  for (const cells of rows) {
    const stands = place(cells, named.length)
    if (stands === null) {
      if (cells.some((each) => each.trim() !== '')) nameless++
      continue
    }
    named.push({ ...stands, id: cell(cells, 'id').trim(), facts: factsOf(cells, cell, tally) })
  }
  tally.repaired('rows without a code’s name were left out', nameless)
  return { named, isFlat: wayOf(rows, columns) === 'flat' }
}

type Cell = (cells: readonly string[], role: ColumnRole) => string

function factsOf(cells: readonly string[], cell: Cell, tally: Tally): NamedCode['facts'] {
  const texts = (['definition', 'include', 'exclude', 'example', 'from', 'section', 'key'] as const).flatMap(
    (role) => {
      const text = cell(cells, role).trim()
      return text === '' ? [] : [[role, text] as const]
    },
  )
  const colour = cell(cells, 'colour').trim()
  const readable = readColour(colour)
  if (colour !== '' && !readable) tally.repaired('colours of codes could not be read and were left out')
  const aliases = listed(cell(cells, 'aliases'))
  return {
    ...Object.fromEntries(texts),
    ...(readable ? { colour: readable } : {}),
    ...(/^(?:no|false|0|nein|non|nee)$/i.test(cell(cells, 'codable').trim()) ? { codable: false } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  }
}

/** Other names in one cell, as Loam writes them. */
export function listed(cell: string): readonly string[] {
  const names = cell.split(/[;\n]/).map((name) => name.trim())
  return [...new Set(names)].filter((name) => name !== '')
}

type Stands = Pick<NamedCode, 'name' | 'above'>
type Place = (cells: readonly string[], at: number) => Stands | null

/** How the rows of a table tell what stands below what. */
function wayOf(
  rows: readonly (readonly string[])[],
  { at, outline }: CodebookColumns,
): 'outline' | 'path' | 'parent' | 'level' | 'indent' | 'flat' {
  if (outline.length > 1) return 'outline'
  if (at.has('parent') || at.has('parent id')) return 'parent'
  if (at.has('path')) return 'path'
  if (at.has('level') && rows.some((cells) => /[1-9]/.test(cells[at.get('level') ?? -1] ?? '')))
    return 'level'
  const name = at.get('name') ?? outline[0] ?? -1
  const indents = rows.map((cells) => indentOf(cells[name] ?? ''))
  return new Set(indents).size > 1 && indents[0] === Math.min(...indents) ? 'indent' : 'flat'
}

function placing(rows: readonly (readonly string[])[], columns: CodebookColumns): Place {
  const { at, outline } = columns
  const name = at.get('name') ?? outline[0] ?? at.get('path') ?? -1
  switch (wayOf(rows, columns)) {
    case 'outline':
      return outlined(outline)
    case 'parent':
      return (cells) => {
        const called = (cells[name] ?? '').trim()
        const parent = at.get('parent')
        const id = (cells[at.get('parent id') ?? -1] ?? '').trim()
        const text = parent === undefined ? null : (cells[parent] ?? '').trim()
        const nothing = text === null ? id === '' || id === '0' : text === ''
        return called === ''
          ? null
          : { name: called, above: nothing ? { kind: 'nothing' } : { kind: 'told', text, id } }
      }
    case 'path':
      return (cells) => {
        const parts = partsOf(cells[at.get('path') ?? -1] ?? '')
        const called = (cells[name] ?? '').trim() || (parts.at(-1) ?? '')
        if (called === '') return null
        // A path may end with the code itself or with what it stands below.
        const above = parts.at(-1) === called || name === at.get('path') ? parts.slice(0, -1) : parts
        return {
          name: name === at.get('path') ? (parts.at(-1) ?? called) : called,
          above: { kind: 'names', names: above },
        }
      }
    case 'level':
      return stepped(
        (cells) => Number.parseInt((cells[at.get('level') ?? -1] ?? '').replace(/\D/g, '') || '0', 10),
        name,
      )
    case 'indent':
      return stepped((cells) => indentOf(cells[name] ?? ''), name)
    case 'flat':
      return (cells) => {
        const called = (cells[name] ?? '').trim()
        return called === '' ? null : { name: called, above: { kind: 'nothing' } }
      }
  }
}

/** Each row fills one or more cells of an outline; what stands above a filled cell may be left empty in rows below. */
function outlined(outline: readonly number[]): Place {
  let path: readonly string[] = []
  return (cells) => {
    const names = outline.map((column) => (cells[column] ?? '').trim())
    const deepest = names.findLastIndex((name) => name !== '')
    const name = names[deepest]
    if (name === undefined) return null
    const above = names.slice(0, deepest).map((each, i) => each || (path[i] ?? ''))
    path = [...above, name]
    return { name, above: { kind: 'names', names: above.filter((each) => each !== '') } }
  }
}

/** Rows that stand deeper belong to the last row above that stands less deep. */
function stepped(depthOf: (cells: readonly string[]) => number, name: number): Place {
  const open: { readonly depth: number; readonly at: number }[] = []
  return (cells, at) => {
    const called = (cells[name] ?? '').replace(lead, '').trim()
    if (called === '') return null
    const depth = depthOf(cells)
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const last = open.at(-1)
    open.push({ depth, at })
    const above: Above = last ? { kind: 'entry', at: last.at } : { kind: 'nothing' }
    return { name: called, above }
  }
}

/** Spaces, dashes and bullets before a name. */
const lead = /^[\s\u00a0]*(?:[-–—•·>*]+[\s\u00a0]+)*/u

/** How far a name stands in: a tab or a bullet counts like four spaces. */
function indentOf(cell: string): number {
  const before = lead.exec(cell)?.[0] ?? ''
  return [...before].reduce((depth, sign) => depth + (sign === '\t' || /[-–—•·>*]/u.test(sign) ? 4 : 1), 0)
}
