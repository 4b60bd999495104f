import type { SourceColumn } from './source-rows.ts'

/** By which column the list is sorted, and whether downwards. */
export interface Sort {
  readonly by: SourceColumn
  readonly down: boolean
}

/** Columns in their order. */
export const sourceColumns = [
  { id: 'name', name: 'Name' },
  { id: 'kind', name: 'Kind' },
  { id: 'participants', name: 'Participants' },
  { id: 'words', name: 'Words' },
  { id: 'codings', name: 'Codings' },
  { id: 'status', name: 'Status' },
  { id: 'date', name: 'Date' },
] as const satisfies readonly { id: SourceColumn; name: string }[]
