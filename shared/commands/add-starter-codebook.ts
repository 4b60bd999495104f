import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { StarterCode, StarterCodebook } from '../codebooks/starter-codebook.ts'
import type { Code } from '../model/entities.ts'
import { type CodeId, readId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import type { Project } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import type { Making } from './making.ts'

/** Which codes of a starter codebook come in. */
export type StarterTier = StarterCode['tier']

/** Branches, and what is open from the start. */
export const usualTiers: readonly StarterTier[] = ['branch', 'open']

/** Adds a starter codebook's codes of some tiers as one change. Codes keep the identity they ship with, so that
    copies of a codebook meet again; those already there are left as they are. A branch without any code comes not. */
export function addStarterCodebook(
  project: Project,
  codebook: StarterCodebook,
  _making: Making,
  tiers: readonly StarterTier[] = usualTiers,
): Gesture {
  const wanted = withBranches(codebook, tiers).filter((code) => !project.tables.code.has(code.id))
  const ids = new Map(codebook.codes.map((code) => [code.key, codeId(code)]))
  const orders = ordersOf(project, wanted, ids)
  const codes = wanted.map((code) => asCode(code, ids, orders.get(code.key) ?? 'V'))
  const label = `Add ${counted(codes.length, 'code')} of ${codebook.name}`
  return { label, edits: codes.map((code) => create('code', code)) }
}

/** The codes of some tiers, and every code above them so that none hangs in the air. */
export function withBranches(
  codebook: StarterCodebook,
  tiers: readonly StarterTier[],
): readonly StarterCode[] {
  const byKey = new Map(codebook.codes.map((code) => [code.key, code]))
  const kept = new Set<string>()
  for (const code of codebook.codes) {
    if (code.tier === 'branch' || !tiers.includes(code.tier)) continue
    for (
      let each: StarterCode | undefined = code;
      each && !kept.has(each.key);
      each = byKey.get(each.parent ?? '')
    ) {
      kept.add(each.key)
    }
  }
  return codebook.codes.filter((code) => kept.has(code.key))
}

/** A starter code as a code of a project. */
export function asCode(code: StarterCode, ids: ReadonlyMap<string, CodeId>, order: string): Code {
  const parent = code.parent === null ? undefined : ids.get(code.parent)
  return {
    id: codeId(code),
    name: code.name,
    ...(parent ? { parent } : {}),
    definition: code.definition,
    include: code.include,
    exclude: code.exclude,
    example: code.example,
    ...(code.colour ? { colour: code.colour } : {}),
    ...(code.tier === 'branch' ? { codable: false } : {}),
    from: code.from,
    key: code.key,
    ...(code.aliases.length > 0 ? { aliases: code.aliases } : {}),
    ...(code.section ? { section: code.section } : {}),
    order,
  }
}

/** The permanent identity of a starter code; throws when a shipped codebook has none. */
export function codeId(code: StarterCode): CodeId {
  const id = readId<'code'>(code.id)
  if (!id) throw new Error(`The starter code ${code.key} has no identity`)
  return id
}

/** Order keys behind the siblings that are there already, in the codebook's order. */
function ordersOf(
  project: Project,
  codes: readonly StarterCode[],
  ids: ReadonlyMap<string, CodeId>,
): ReadonlyMap<string, string> {
  const siblings = new Map<string | null, StarterCode[]>()
  for (const code of codes) {
    const known = siblings.get(code.parent)
    if (known) known.push(code)
    else siblings.set(code.parent, [code])
  }
  const orders = new Map<string, string>()
  for (const [parent, group] of siblings) {
    const keys = keysBetween(
      lastOrder(project, parent === null ? undefined : ids.get(parent)),
      null,
      group.length,
    )
    for (const [i, code] of group.entries()) orders.set(code.key, keys[i] ?? 'V')
  }
  return orders
}

function lastOrder(project: Project, parent: CodeId | undefined): string | null {
  const orders = [...project.tables.code.values()]
    .filter((code) => code.parent === parent)
    .map((code) => code.order)
  return orders.sort().at(-1) ?? null
}
