import type { SourceColumn } from './source-rows.ts'

/** By which column the list is sorted, and whether downwards. */
export interface Sort {
  readonly by: SourceColumn
  readonly down: boolean
}

/** Columns in their order. */
const sourceColumns = [
  { id: 'name', name: 'Name' },
  { id: 'kind', name: 'Kind' },
  { id: 'participants', name: 'Participants' },
  { id: 'words', name: 'Words' },
  { id: 'codings', name: 'Codings' },
  { id: 'assigned', name: 'Assigned to' },
  { id: 'status', name: 'Status' },
  { id: 'date', name: 'Date' },
] as const satisfies readonly { id: SourceColumn; name: string }[]

/** Those of them that are shown. */
export type ShownColumns = readonly (typeof sourceColumns)[number][]

/** The columns that say something here: who codes what where sources are assigned, codings unless somebody codes
    blind, and the status unless it tells them how far others have come. */
export function columnsFor({
  isAssigned,
  isBlind,
  showsStatus,
}: {
  readonly isAssigned: boolean
  readonly isBlind: boolean
  readonly showsStatus: boolean
}): ShownColumns {
  const isShown: Partial<Record<SourceColumn, boolean>> = {
    assigned: isAssigned,
    codings: !isBlind,
    status: showsStatus,
  }
  return sourceColumns.filter(({ id }) => isShown[id] ?? true)
}
