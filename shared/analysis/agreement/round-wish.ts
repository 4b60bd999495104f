import type { CodebookVersion } from '../../model/entities.ts'
import type { CodeId, CoderId, SourceId } from '../../model/ids.ts'
import type { Project } from '../../model/project.ts'
import type { AgreementRound } from '../../model/team-entities.ts'
import type { AgreementWish } from './agreement-wish.ts'

/** What a round asks to compare, as far as it is still there. */
export interface RoundWish {
  readonly wish: AgreementWish
  /** What the round names and the project has no longer. */
  readonly gone: {
    readonly codes: readonly CodeId[]
    readonly sources: readonly SourceId[]
    readonly coders: readonly CoderId[]
  }
}

/** Reads a round's wish. Without a choice of its own it means every code of its codebook version; of those that only
    group others, the ones somebody used. */
export function wishOfRound(project: Project, round: AgreementRound): RoundWish {
  const { code, source, coder, codebookVersion } = project.tables
  const codes = round.codes ?? codesIn(project, codebookVersion.get(round.codebook))
  const [coders, sources] = [round.coders, round.sources ?? []]
  return {
    wish: {
      coders: coders.filter((id) => coder.has(id)),
      codes: codes.filter((id) => code.has(id)),
      ...(round.sources ? { sources: sources.filter((id) => source.has(id)) } : {}),
      unit: round.unit,
      uncoded: round.uncoded,
      blank: round.blank,
    },
    gone: {
      codes: codes.filter((id) => !code.has(id)),
      sources: sources.filter((id) => !source.has(id)),
      coders: coders.filter((id) => !coder.has(id)),
    },
  }
}

function codesIn(project: Project, version: CodebookVersion | undefined): readonly CodeId[] {
  const groups = new Set((version?.codes ?? []).filter((each) => each.codable === false).map(({ id }) => id))
  const used = new Set<CodeId>()
  if (groups.size > 0)
    for (const codings of project.codings.values())
      for (const { code, layer } of codings) if (layer === 'own' && groups.has(code)) used.add(code)
  return (version?.codes ?? []).map(({ id }) => id).filter((id) => !groups.has(id) || used.has(id))
}
