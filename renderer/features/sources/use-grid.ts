import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'

/** Where the keyboard is in a grid of cells, and how arrow keys, Home, End and page keys move it. Rows and columns count
    from 0. One cell is in the tab order: Tab passes through the grid, arrows move inside. It stays the same object
    while rows come and go, so that moving draws nothing anew. */
export interface Grid {
  readonly ref: RefObject<HTMLTableElement | null>
  /** For the table: keeps the one cell in the tab order that was focused last. */
  readonly onFocus: (event: FocusEvent) => void
  readonly cell: (row: number, column: number) => { readonly tabIndex: number; readonly 'data-cell': string }
  /** Puts the keyboard on a cell; on the nearest where there is none. */
  readonly go: (row: number, column: number) => void
  /** Moves for a key that moves; true when it did. */
  readonly onKey: (event: KeyboardEvent, row: number, column: number) => boolean
}

/** Keyboard focus that roves over `rows` × `columns` cells. Where not all rows are drawn, `reveal` brings one into
    sight, and the keyboard follows once it is there. */
export function useGrid(rows: number, columns: number, reveal: (row: number) => void = () => {}): Grid {
  const ref = useRef<HTMLTableElement>(null)
  const size = useRef<GridSize>({ rows, columns, reveal, wanted: null })
  useEffect(() => {
    const { wanted } = size.current
    const table = ref.current
    const cell = table && wanted ? cellAt(table, ...wanted) : null
    size.current = { rows, columns, reveal, wanted: cell ? null : wanted }
    cell?.focus()
    if (table && !table.querySelector('[data-cell][tabindex="0"]'))
      setInOrder(cellAt(table, 0, 0) ?? table.querySelector<HTMLElement>('[data-cell]'))
  })
  return useMemo(() => makeGrid(ref, size), [])
}

interface GridSize {
  readonly rows: number
  readonly columns: number
  readonly reveal: (row: number) => void
  /** A cell that the keyboard goes to as soon as it is drawn. */
  readonly wanted: readonly [number, number] | null
}

function makeGrid(ref: Grid['ref'], size: RefObject<GridSize>): Grid {
  const go = (row: number, column: number) => {
    const { rows, columns, reveal } = size.current
    const at = [within(row, rows), within(column, columns)] as const
    const cell = ref.current && cellAt(ref.current, ...at)
    size.current = { ...size.current, wanted: cell ? null : at }
    if (cell) cell.focus()
    else reveal(at[0])
  }
  return {
    ref,
    onFocus: ({ target }) => {
      const cell = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null
      if (!cell) return
      for (const other of ref.current?.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]') ?? [])
        other.tabIndex = -1
      setInOrder(cell)
    },
    cell: (row, column) => ({ tabIndex: -1, 'data-cell': `${row},${column}` }),
    go,
    onKey: (event, row, column) => {
      const target = moved(event, row, column, size.current)
      if (!target) return false
      event.preventDefault()
      go(...target)
      return true
    },
  }
}

function cellAt(table: HTMLElement, row: number, column: number): HTMLElement | null {
  return table.querySelector<HTMLElement>(`[data-cell="${row},${column}"]`)
}

function setInOrder(cell: HTMLElement | null): void {
  if (cell) cell.tabIndex = 0
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at))
}

const page = 10

function moved(
  event: KeyboardEvent,
  row: number,
  column: number,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): [number, number] | null {
  if (event.altKey || event.shiftKey) return null
  const far = event.ctrlKey || event.metaKey
  switch (event.key) {
    case 'ArrowUp':
      return [row - 1, column]
    case 'ArrowDown':
      return [row + 1, column]
    case 'ArrowLeft':
      return [row, column - 1]
    case 'ArrowRight':
      return [row, column + 1]
    case 'Home':
      return [far ? 0 : row, 0]
    case 'End':
      return [far ? rows - 1 : row, columns - 1]
    case 'PageUp':
      return [row - page, column]
    case 'PageDown':
      return [row + page, column]
    default:
      return null
  }
}
