import { readColour } from '../commands/change-code.ts'
import type { Code } from '../model/entities.ts'
import type { CodeField } from './codebook-reading.ts'

/** What a field of a code holds, so that the same thing written differently is the same: spaces around, line ends,
    capitals of a colour, and how other names are put together. Undefined where it holds nothing. */
export function fieldValue(code: Code, field: CodeField): string | boolean | readonly string[] | undefined {
  switch (field) {
    case 'name':
      return code.name.replace(/\s+/g, ' ').trim()
    case 'codable':
      return code.codable !== false
    case 'colour':
      return code.colour === undefined ? undefined : (readColour(code.colour) ?? plain(code.colour))
    case 'aliases':
      return otherNames(code)
    default:
      return plain(code[field])
  }
}

/** The same for showing it: one text, empty where there is nothing. */
export function fieldText(code: Code, field: CodeField): string {
  const value = fieldValue(code, field)
  if (field === 'codable') return value === false ? 'Only groups other codes' : 'For tagging passages'
  if (typeof value === 'string') return value
  return typeof value === 'object' ? value.join('; ') : ''
}

function plain(text: string | undefined): string | undefined {
  const written = text?.replace(/\r\n?/g, '\n').trim() ?? ''
  return written === '' ? undefined : written
}

/** Tables put other names into one cell, so a semicolon inside one parts it. */
function otherNames({ aliases = [] }: Code): readonly string[] | undefined {
  const names = aliases.flatMap((name) => name.split(/[;\r\n]+/).map((each) => each.trim()))
  const kept = [...new Set(names)].filter((name) => name !== '')
  return kept.length > 0 ? kept : undefined
}
