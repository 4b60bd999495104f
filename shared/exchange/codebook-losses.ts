import type { Code } from '../model/entities.ts'
import { counted } from '../text/counted.ts'
import type { CodebookEnding } from './codebook-files.ts'
import type { Codebook } from './codebook-table.ts'

/** What a codebook loses in a file of this kind, in a sentence or two; empty where nothing is lost. */
export function codebookLosses(ending: CodebookEnding, { codes, description }: Codebook): string {
  const has = (what: string, is: (code: Code) => unknown) => {
    const count = codes.filter(is).length
    return count === 0 ? [] : [`${what} of ${count} of ${counted(codes.length, 'code')}`]
  }
  const said = description ? ['the description of the codebook'] : []
  const origins = has(
    'where they come from, other names, keys or sections',
    ({ from, key, aliases, section }) => [from, key, aliases, section].some((each) => each !== undefined),
  )
  const colours = has('colours', ({ colour }) => colour !== undefined)
  switch (ending) {
    case 'json':
      return ''
    case 'qdc':
      return [
        'Other tools read definition, include, exclude and example as one text.',
        ...told('Only Loam reads', [...origins, ...said]),
        ...told(
          'Left out',
          has('colours that other tools cannot read', ({ colour }) => colour && !isHex(colour)),
        ),
      ].join(' ')
    case 'csv':
    case 'xlsx':
      return told('Left out', said).join('')
    default:
      return [
        'To read and to print: it cannot be brought in again.',
        ...told('Left out', [
          ...colours,
          ...has('other names, keys or sections', ({ key, aliases, section }) =>
            [key, aliases, section].some((each) => each !== undefined),
          ),
          ...has('levels below the third', ({ parent }) => parent !== undefined && isDeep(codes, parent)),
        ]),
      ].join(' ')
  }
}

function told(how: string, what: readonly string[]): string[] {
  return what.length === 0 ? [] : [`${how}: ${what.join('; ')}.`]
}

function isHex(colour: string): boolean {
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour)
}

/** Whether a code below this one stands on the fourth level or lower. */
function isDeep(codes: readonly Code[], parent: string): boolean {
  const above = new Map<string, string | undefined>(codes.map((code) => [code.id, code.parent]))
  let level = 1
  for (let at: string | undefined = parent; at !== undefined && level < 4; at = above.get(at)) level++
  return level >= 4
}
