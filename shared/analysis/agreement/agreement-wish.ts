import type { CodeId, CoderId, SourceId } from '../../model/ids.ts'

/** What agreement is counted in: turns (paragraphs where a source has none), characters, or coded passages. */
export type AgreementUnit = 'turns' | 'characters' | 'passages'

/** Whose coding is to be compared, on what. */
export interface AgreementWish {
  /** Two to thirty coders, each once. Only their own layers are read. */
  readonly coders: readonly CoderId[]
  /** Absent: all codes. A code means itself, not those below it. */
  readonly codes?: readonly CodeId[]
  /** Absent: all sources. */
  readonly sources?: readonly SourceId[]
  readonly unit: AgreementUnit
  /** Whether units nobody coded count as agreement on nothing; absent: they do. Coded passages have none. */
  readonly uncoded?: 'counted' | 'left out'
  /** What a source without any coding of a coder means; absent: the coder has not read it, so it tells nothing of them. */
  readonly blank?: 'not read' | 'nothing found'
}
