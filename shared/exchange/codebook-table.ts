import type { Code } from '../model/entities.ts'
import { codesInTree } from './write-codes.ts'
import type { SheetTable } from './write-csv.ts'

/** A codebook with its name, for exchanging it without a project. */
export interface Codebook {
  readonly name: string
  readonly description?: string
  readonly codes: readonly Code[]
}

/** A codebook as a table, parents before their children; the same columns are read back. */
export function codebookTable({ codes }: Codebook): SheetTable {
  return {
    name: 'Codebook',
    columns: [
      'Code',
      'Parent',
      'Level',
      'Definition',
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
    ]),
  }
}

/** A codebook as plain values for JSON, parents before their children. */
export function codebookValues({ name, description, codes }: Codebook) {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    codes: codesInTree(codes).map(({ code: { order: _, ...code } }) => code),
  }
}
