import { useMemo } from 'react'
import type { CodeTree } from '../../shared/analysis/code-tree.ts'
import type { CodeId } from '../../shared/model/ids.ts'
import { matchNames, sameName } from '../../shared/text/match-names.ts'
import type { Span } from '../../shared/text/positions.ts'
import { asNamed } from './code-tree.tsx'

/** One line of the palette: a code, or the making of a new one. */
export type PaletteOption =
  | {
      readonly kind: 'code'
      readonly id: CodeId
      readonly name: string
      readonly marks: readonly Span[]
      readonly digit?: number
    }
  | { readonly kind: 'create'; readonly name: string }

/** What the palette offers for what is typed: codes, the recent ones first, and the making of a new one. */
export function usePaletteOptions(
  {
    tree,
    recent = [],
    onCreate,
  }: {
    readonly tree: CodeTree
    readonly recent?: readonly CodeId[] | undefined
    readonly onCreate?: unknown
  },
  query: string,
): readonly PaletteOption[] {
  const makes = onCreate !== undefined
  return useMemo(() => {
    const codable = tree.inOrder.filter((code) => code.codable !== false)
    const rank = new Map(recent.map((id, i) => [id, i]))
    const last = rank.size
    const ordered = codable.toSorted((a, b) => (rank.get(a.id) ?? last) - (rank.get(b.id) ?? last))
    const found = matchNames(query, ordered.map(asNamed))
    const options: PaletteOption[] = found.map(({ entry, marks }, i) => ({
      kind: 'code',
      id: entry.id,
      name: entry.name,
      marks,
      ...(i < 9 && (query.trim() !== '' || rank.has(entry.id)) ? { digit: i + 1 } : {}),
    }))
    const name = query.trim()
    const known = name === '' || codable.some((code) => sameName(code.name, name))
    if (makes && !known) options.push({ kind: 'create', name })
    return options
  }, [tree, recent, makes, query])
}
