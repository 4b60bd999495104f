import { namedEntity } from './html-entities.ts'

/** A cell of a survey as text: every kind of line break becomes LF, empty lines and spaces at the ends go, HTML
    entities and `<br>` become what they stand for. A cell that only says NA or NULL is nobody's answer. */
export function cleanCell(cell: string): string {
  if (PLAIN.test(cell)) return cell
  if (isMissing(cell)) return ''
  return withoutEntities(cell)
    .toWellFormed()
    .replaceAll('\0', '\uFFFD')
    .replaceAll('\uFEFF', '')
    .split(/[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Whether a cell holds HTML entities or line breaks that `cleanCell` takes for what they stand for. */
export function hasEntities(cell: string): boolean {
  return cell.includes('&') || cell.includes('<') ? withoutEntities(cell) !== cell : false
}

/** Whether a cell says in a program's words that there is no answer. A respondent's own "n/a" is an answer. */
export function isMissing(cell: string): boolean {
  return /^\s*(?:NA|#N\/A|NULL|NaN)\s*$/.test(cell)
}

/** Letters and single spaces only, and no word of a program for nothing: most cells, taken as they are. */
const PLAIN = /^(?!(?:NA|NULL|NaN)$)(?:[\p{L}\p{N},.!?'’()/:;+-]+(?: (?! |$)|$))*$/u

function withoutEntities(cell: string): string {
  return cell.replace(/<br\s{0,4}\/?>/gi, '\n').replace(ENTITY, (whole, name: string) => {
    if (!name.startsWith('#')) return namedEntity(name) ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,30});/gi
