import { isStopWord } from './label-stop-words.ts'
import { roleWordOf } from './role-words.ts'

/** What makes a label a possible speaker, from the strongest sign to the weakest. */
export type LabelKind = 'role' | 'code' | 'name' | 'handle'

/** The label as it is counted and shown: invisible marks and emphasis off, one space between words, NFC. */
export function cleanLabel(written: string): string {
  return written
    .replace(INVISIBLE, '')
    .replace(/^\s*[-–•]\s+(?=[^\p{Ll}\s])/u, '')
    .replace(/[*_]{2,}|^[*_]|[*]$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\s*[:：]$/, '')
    .normalize('NFC')
}

/** Whether a clean label can be a speaker, and why; null where it cannot. */
export function labelKind(label: string): LabelKind | null {
  if (label.length === 0 || label.length > 60 || !/\p{L}/u.test(label)) return null
  const bare = label.replace(/\s*[([][^()[\]]*[)\]]$/, '')
  if (SEVERAL_CODES.test(bare)) return 'code'
  if (bare.length === 0 || bare.length > 48 || FORBIDDEN.test(bare) || isStopWord(bare)) return null
  const words = bare.split(' ')
  if (words.length > 6) return null
  const role = roleWordOf(bare)
  if (role !== null && words.length <= 3) return 'role'
  if (CODE.test(bare)) return 'code'
  if (isEastAsian(bare) || isRightToLeft(bare, words) || isUncased(bare, words) || isCapitalised(words))
    return 'name'
  return words.length <= 2 && HANDLE.test(bare) ? 'handle' : null
}

/** Whether a label seen only once may still be one: a role, a code, or a name of two words and more. */
export function isTellingLabel(label: string): boolean {
  const kind = labelKind(label)
  return kind === 'role' || kind === 'code' || (kind === 'name' && /\S[ ·]\S/.test(label))
}

/** Joiners inside words of Persian and Indian scripts stay. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g
const FORBIDDEN =
  /[?!;…«»{}|=<>/*\\。，、！？；]|#(?!\d)|_{2}|\.\.|[.,]$(?<!\p{Lu}\.|^\p{Lu}\p{L}{1,5}\.|\b(?:Jr|Sr|Dr|Prof)\.)|https?|www\./u
const CODE =
  /^(?:\p{Lu}{1,4}[ -]?\d{0,4}|\p{Lu}{1,12}_\d{1,4}|(?:\p{Lu}\p{Ll}?\.[ -]?){1,4}|[a-z]{1,3}\d{1,4}|\p{Lu}{1,3}\d{1,4}\p{L}?)$/u
/** Two voices at once (`P1/P2`), or one that was not sure (`P?`). */
const SEVERAL_CODES =
  /^\p{Lu}{1,3}\d{0,3}(?:\s?[/&+]\s?\p{Lu}{1,3}\d{0,3}){1,3}$|^\p{Lu}\/\d{1,2}$|^\p{Lu}{1,3}\d{0,3}\?$/u
const HANDLE = /^[\p{Ll}\p{N}][\p{L}\p{N}._' ()-]*$/u
const PARTICLES = new Set(
  `de la le les du des del della di da dos das do van von der den ter ten te zu zur af av
  of the and und et y e i bin ibn al el ben bat abu st o' d' mc 't`.split(/\s+/),
)

function isCapitalised(words: readonly string[]): boolean {
  let capitals = 0
  for (const word of words) {
    const letters = word.replace(/^["'“”‘’(@]+/, '')
    if (/^\p{Lu}/u.test(letters)) capitals += 1
    else if (!PARTICLES.has(letters) && !/^\d{1,4}$/.test(letters) && !/^[-–&+,.]$/.test(letters))
      return false
  }
  return capitals > 0
}

function isEastAsian(label: string): boolean {
  return (
    label.length <= 12 &&
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー·・A-Za-z0-9 ]+$/u.test(
      label,
    ) &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(label)
  )
}

function isRightToLeft(label: string, words: readonly string[]): boolean {
  return (
    words.length <= 5 &&
    /^[\p{Script=Hebrew}\p{Script=Arabic}\p{M}'"׳״’.\u200c\- 0-9]+$/u.test(label) &&
    /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(label)
  )
}

/** Scripts without capital letters, besides those above. */
function isUncased(label: string, words: readonly string[]): boolean {
  return words.length <= 4 && label.length <= 40 && UNCASED.test(label) && /\p{L}/u.test(label)
}

const UNCASED =
  /^[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Ethiopic}\p{Script=Georgian}\p{Script=Sinhala}\p{M}\p{Join_Control}.\- 0-9]+$/u
