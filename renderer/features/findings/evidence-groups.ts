import type { CodeId } from '../../../shared/model/ids.ts'
import type { Evidence } from './section-evidence.ts'
import type { Section } from './sections.ts'

/** The excerpts behind one of the codes that a section tells together. */
export interface EvidenceGroup {
  readonly code: CodeId
  readonly name: string
  readonly evidence: readonly Evidence[]
}

/** A section's evidence, code by code in the order they are told, and what belongs to none of them. Where every code
    has a section of its own there are no groups. */
export function evidenceGroups(
  { blocks }: Pick<Section, 'blocks'>,
  evidence: readonly Evidence[],
): { readonly groups: readonly EvidenceGroup[]; readonly rest: readonly Evidence[] } {
  const told = blocks.flatMap((block) => (block.kind === 'prevalence' && block.layout ? [block] : []))
  const groups = told.map(({ code, codeName }) => ({
    code,
    name: codeName,
    evidence: evidence.filter((each) => each.code === code),
  }))
  const codes = new Set<CodeId | null>(told.map((each) => each.code))
  return { groups, rest: evidence.filter((each) => !codes.has(each.code)) }
}
