import type { SourceDraft } from './source-draft.ts'

/** A table as it stands in its file, and what its reader knows of it. */
export interface TurnTable extends Pick<SourceDraft, 'name' | 'format' | 'layout' | 'notices'> {
  /** Rows with something in them, cells as text; the first may hold the names of the columns. */
  readonly rows: readonly (readonly string[])[]
  readonly encoding?: NonNullable<SourceDraft['encoding']>
  /** For each row its number in the file, from 1; absent: they follow one another. */
  readonly places?: readonly number[]
  /** The sheet it stands on, where there are several. */
  readonly sheet?: string
  /** The file's kind in brackets behind a layout: "TSV". */
  readonly short?: string
}
