import type { AttributeKind, AttributeValue } from '../model/entities.ts'

/** A value as another kind of attribute would hold it; null when it does not fit. */
export function asKind(value: AttributeValue, kind: AttributeKind): AttributeValue | null {
  return readValue(String(value), kind)
}

/** What someone wrote, as a value of a kind: numbers with a point or one comma, dates as YYYY-MM-DD or DD.MM.YYYY,
    yes and no in words. Null when it is empty or does not fit. */
export function readValue(text: string, kind: AttributeKind): AttributeValue | null {
  const written = text.trim()
  if (written === '') return null
  switch (kind) {
    case 'number':
      return readNumber(written)
    case 'yes-no':
      return readYesNo(written)
    case 'date':
      return readDate(written)
    default:
      return written
  }
}

/** A value as people read it. */
export function showValue(value: AttributeValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** What kind a column of written values is: the narrowest that holds them all. Few different words that repeat are
    a choice; nothing written at all is text. */
export function kindOfValues(written: readonly string[]): AttributeKind {
  const values = written.map((each) => each.trim()).filter((each) => each !== '')
  if (values.length === 0) return 'text'
  const allFit = (kind: AttributeKind) => values.every((value) => readValue(value, kind) !== null)
  if (values.every((value) => /\p{L}/u.test(value)) && allFit('yes-no')) return 'yes-no'
  if (allFit('number')) return 'number'
  if (allFit('date')) return 'date'
  const different = new Set(values).size
  const short = values.every((value) => value.length <= 40)
  return short && different <= 12 && different * 2 <= values.length ? 'choice' : 'text'
}

function readNumber(written: string): number | null {
  const plain = /^-?\d+,\d+$/.test(written) ? written.replace(',', '.') : written
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}

function readYesNo(written: string): boolean | null {
  const word = written.toLowerCase()
  if (['yes', 'y', 'true', '1', 'x', '✓'].includes(word)) return true
  return ['no', 'n', 'false', '0', '–', '-'].includes(word) ? false : null
}

function readDate(written: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(written)
  if (iso) return dateOf(iso[1], iso[2], iso[3])
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(written)
  if (dotted) return dateOf(dotted[3], dotted[2], dotted[1])
  const worded =
    /^(\d{1,2})\.? (\p{L}{3,})\.?,? (\d{4})$/u.exec(written) ??
    flipped(/^(\p{L}{3,})\.? (\d{1,2}),? (\d{4})$/u.exec(written))
  const month = worded ? months.indexOf((worded[2] ?? '').slice(0, 3).toLowerCase()) + 1 : 0
  return worded && month > 0 ? dateOf(worded[3], String(month), worded[1]) : null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function flipped(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match ? [match[0], match[2], match[1], match[3]] : null
}

function dateOf(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return real ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null
}
