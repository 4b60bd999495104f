import { useMemo } from 'react'
import type { CodeTree } from '../../shared/analysis/code-tree.ts'
import { doesNotFit } from '../../shared/codebooks/does-not-fit.ts'
import type { Code } from '../../shared/model/entities.ts'
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

/** What the palette offers for what is typed, kept while nothing changes. */
export function usePaletteOptions(
  {
    tree,
    recent = nothingRecent,
    onCreate,
  }: {
    readonly tree: CodeTree
    readonly recent?: readonly CodeId[] | undefined
    readonly onCreate?: unknown
  },
  query: string,
): readonly PaletteOption[] {
  const makes = onCreate !== undefined
  return useMemo(() => paletteOptions(tree, recent, makes, query), [tree, recent, makes, query])
}

const nothingRecent: readonly CodeId[] = []

/** Codes that match what is typed, the recent ones first; the making of a new one where `makes`; "Does not fit". */
export function paletteOptions(
  tree: CodeTree,
  recent: readonly CodeId[],
  makes: boolean,
  query: string,
): readonly PaletteOption[] {
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
  const outlet = outletOf(codable, options, makes)
  if (makes && !known) options.push({ kind: 'create', name })
  return outlet ? [...options, outlet] : options
}

/** "Does not fit" is offered last whatever is typed: a passage that no code holds has a place, too. */
function outletOf(
  codable: readonly Code[],
  options: readonly PaletteOption[],
  makes: boolean,
): PaletteOption | null {
  const { key, name } = doesNotFit
  const there = codable.find((code) => code.key === key || code.name === name)
  if (!there) return makes && codable.length > 0 ? { kind: 'create', name } : null
  const isListed = options.some((option) => option.kind === 'code' && option.id === there.id)
  return isListed ? null : { kind: 'code', id: there.id, name: there.name, marks: [] }
}
