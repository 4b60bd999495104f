/** What of writing does not matter when looking for words. */
export interface Folding {
  readonly case: boolean
  readonly accents: boolean
}

/** A text with case or accents taken off and curly apostrophes made straight, unit for unit, so that positions in
    it are positions in the text. What would change its length stays as it is. */
export function foldText(text: string, folding: Folding): string {
  const plain = isAscii(text) ? text : text.replace(/[^\0-\x7f]/g, (unit) => foldUnit(unit, folding))
  if (!folding.case) return plain
  const lower = plain.toLowerCase()
  return lower.length === text.length
    ? lower
    : Array.from({ length: plain.length }, (_, i) => lowerUnit(plain.charAt(i))).join('')
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text)
}

const known = new Map<string, string>()

function foldUnit(unit: string, { accents }: Folding): string {
  const key = accents ? unit : `'${unit}`
  const before = known.get(key)
  if (before !== undefined) return before
  const folded = unit === '’' || unit === '‘' ? "'" : accents ? withoutAccent(unit) : unit
  known.set(key, folded)
  return folded
}

function withoutAccent(unit: string): string {
  const base = unit.normalize('NFD').replace(/\p{M}/gu, '')
  return base.length === 1 ? base : unit
}

function lowerUnit(unit: string): string {
  const lower = unit.toLowerCase()
  return lower.length === 1 ? lower : unit
}
