import type { Code } from '../model/entities.ts'
import type { CodebookState } from './codebook-state.ts'
import { codesInTree } from './write-codes.ts'
import type { SheetTable } from './write-csv.ts'

/** A codebook with its name, for exchanging it without a project. */
export interface Codebook {
  readonly name: string
  readonly description?: string
  readonly codes: readonly Code[]
  /** What it was written from, for comparing what comes back. */
  readonly state?: CodebookState
  /** How widely each code is used, in words by its identity; only for reading. */
  readonly counts?: ReadonlyMap<string, string>
}

/** A codebook as a table, parents before their children; the same columns are read back. Their names are those that
    Taguette and others look for: name, parent, description. */
export function codebookTable({ codes }: Codebook): SheetTable {
  return {
    name: 'Codebook',
    columns: [
      'Name',
      'Parent',
      'Level',
      'Description',
      'Include',
      'Exclude',
      'Example',
      'Colour',
      'Codable',
      'From',
      'Key',
      'Also called',
      'Section',
      'Id',
      'Parent id',
    ],
    rows: codesInTree(codes).map(({ code, path }) => [
      code.name,
      path.slice(0, -1).join(' › '),
      path.length,
      code.definition ?? '',
      code.include ?? '',
      code.exclude ?? '',
      code.example ?? '',
      code.colour ?? '',
      code.codable === false ? 'no' : 'yes',
      code.from ?? '',
      code.key ?? '',
      (code.aliases ?? []).join('; '),
      code.section ?? '',
      code.id,
      code.parent ?? '',
    ]),
  }
}

/** What a workbook says of the codebook in it, on a sheet of its own. */
export function aboutTable({ name, state }: Codebook): SheetTable {
  const of = state ? [['State', JSON.stringify(state)]] : []
  return { name: aboutSheet, columns: [aboutSheet, name], rows: of }
}

/** The sheet of a workbook that says what its codebook was written from. */
export const aboutSheet = 'About this codebook'

/** A codebook as plain values for JSON, parents before their children. */
export function codebookValues({ name, description, codes, state }: Codebook) {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    loam: { codebook: 1, ...state },
    codes: codesInTree(codes).map(({ code: { order: _, ...code } }) => code),
  }
}
