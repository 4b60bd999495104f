import { kindOfValues } from '../commands/attributes-written.ts'
import type { AttributeKind } from '../model/entities.ts'
import { countWords } from '../text/count-words.ts'
import type { SurveyColumn } from './source-draft.ts'
import { isQuestion } from './survey-headings.ts'

/** Each column with the role that its heading and its values suggest. `rows` are cleaned and as wide as the headings.
    What tells who somebody is stays out unless the researcher takes it in. */
export function guessedColumns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): readonly SurveyColumn[] {
  const facts = headings.map((heading, at) =>
    columnFacts(
      heading,
      rows.map((row) => row[at] ?? ''),
    ),
  )
  const respondent = facts.findIndex((each) => isIdentity(each) && PROGRAM_ID.test(each.heading))
  const number = respondent >= 0 ? respondent : facts.findIndex(isIdentity)
  const sequence = number >= 0 ? number : facts.slice(0, 1).findIndex(isSequence)
  const columns = facts.map((each, at) => column(each, at, at === sequence))
  return columns.some(({ role }) => role === 'question') ? columns : withLikeliestQuestion(columns, facts)
}

interface ColumnFacts {
  readonly heading: string
  readonly rows: number
  /** Cells with something in them. */
  readonly filled: readonly string[]
  readonly different: readonly string[]
  /** Words of a filled cell on average. */
  readonly words: number
}

function columnFacts(heading: string, cells: readonly string[]): ColumnFacts {
  const filled = cells.filter((cell) => cell !== '')
  const words = filled.reduce((sum, cell) => sum + countWords(cell), 0) / Math.max(1, filled.length)
  return { heading, rows: cells.length, filled, different: [...new Set(filled)], words }
}

function column(facts: ColumnFacts, at: number, isRespondent: boolean): SurveyColumn {
  const { heading, filled, different } = facts
  const out = whyOut(facts)
  const role = isRespondent
    ? 'respondent'
    : out !== null
      ? 'left out'
      : isOpen(facts)
        ? 'question'
        : 'attribute'
  return {
    heading,
    at,
    role,
    kind: kindOfColumn(facts),
    ...(out === null || isRespondent ? {} : { why: out.why }),
    personal: out?.personal ?? false,
    answers: filled.length,
    samples: different.slice(0, 3).map((cell) => cell.slice(0, 120).toWellFormed()),
  }
}

/** Ids stated once for every row. */
function isIdentity({ heading, rows, filled, different }: ColumnFacts): boolean {
  return (
    (ID.test(heading) || PROGRAM_ID.test(heading)) &&
    filled.length * 10 >= rows * 9 &&
    different.length * 10 >= filled.length * 9 &&
    filled.every((cell) => cell.length <= 60 && !cell.includes('\n'))
  )
}

/** A first column that only counts: 1, 2, 3 … */
function isSequence({ rows, filled }: ColumnFacts): boolean {
  return (
    rows >= 3 && filled.length === rows && filled.every((cell, i) => Number(cell) === Number(filled[0]) + i)
  )
}

const PROGRAM_ID =
  /^(?:response ?id|respondent[ _]?id|participant[ _]?id|submission[ _]?id|prolific[ _]?(?:id|pid)|record[ _]?id)$/i
const ID =
  /^(?:id|no\.?|nr\.?|n°|#|code|token|pseudonym|case|key|respondent|participant|(?:respondent|participant|response|case|record|person|survey|user|teilnehmer|encuestad[oa]|participante)[ _.-]*(?:id|no\.?|nr\.?|number|nummer|code|key|#)|(?:pseudonym|anonymous|study|unique)[ _-]*(?:id|code)?)$/i

/** Why a column stays out when nobody decides; null for one that comes in. */
function whyOut(facts: ColumnFacts): { readonly why: string; readonly personal: boolean } | null {
  const { heading, rows, filled, different } = facts
  if (filled.length === 0) return { why: 'nothing in it', personal: false }
  const share = (is: RegExp) => filled.filter((cell) => is.test(cell)).length / filled.length
  if (share(EMAIL) >= 0.5) return { why: 'e-mail addresses', personal: true }
  if (share(IP) >= 0.5) return { why: 'IP addresses', personal: true }
  if (/^[^?]{0,30}(?:latitude|longitude|\bgps\b)/i.test(heading)) return { why: 'places', personal: true }
  if (heading.length <= 60 && facts.words < 8) {
    if (CONTACT.test(heading)) return { why: 'ways to reach somebody', personal: true }
    if (NAME.test(heading)) return { why: 'names', personal: true }
  }
  if (filled.length >= 5 && different.length >= filled.length * 0.95 && share(PERSON) >= 0.8)
    return { why: 'names', personal: true }
  if (share(MOMENT) >= 0.9 && (WHEN.test(heading) || different.length > filled.length * 0.8))
    return { why: 'when it was filled in', personal: false }
  if (rows > 1 && different.length === 1 && filled.length === rows)
    return { why: 'the same in every row', personal: false }
  return null
}

const EMAIL = /^\s*[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,24}\s*$/
const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^(?=.*::|(?:[^:]*:){7})[\da-f:]{3,39}$/i
const CONTACT =
  /\b(?:e-?mail|phone|mobile|telephone|tel\.?|whatsapp|street|postal address|home address|correo|teléfono|telefon|courriel|téléphone|adresse)\b/i
const NAME =
  /^(?:your )?(?:full |first |last |sur|family |given |middle |recipient ?(?:first|last) ?)?names?$|^(?:first|last)_?name$|^(?:tu |su |ihr |votre )?(?:nombres?(?: completo)?|apellidos?|vorname|nachname|name|nom|prénom|imię|nazwisko|имя|фамилия|фио|姓名|名前|氏名)$|^what(?: is|'s|’s) your (?:full |first |last )?name\??$|^(?:name|nombre) (?:and|y) /i
/** Two to four capitalised words without digits, none of them short. */
const PERSON = /^\p{Lu}[\p{L}’'-]+(?: (?:(?:de|van|von|da|del|la|bin|al|el) )?\p{Lu}[\p{L}’'.-]*){1,3}$/u
const MOMENT = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})[T ,]+\d{1,2}:\d{2}/
const WHEN =
  /time ?stamp|date|time|submitted|completed|created|started|modified|marca temporal|zeitstempel|horodate|fecha|datum/i

/** Whether people answer a column in their own words: many different answers of some length. Lists ticked from given
    options repeat the same pieces; only very long ones are read as text. */
function isOpen(facts: ColumnFacts): boolean {
  const { heading, filled, different, words } = facts
  const share = different.length / filled.length
  if (different.length < Math.min(2, filled.length) || plainNumbers(filled)) return false
  if (words >= 15) return share >= 0.2 && (different.length > 12 || share > 0.6)
  if (share < (filled.length < 20 ? 0.7 : 0.5) || isTickedList(filled)) return false
  if (words >= 4) return true
  return words >= 2 ? share >= 0.7 && (isQuestion(heading) || filled.length >= 20) : false
}

/** Cells of several pieces, most of which stand in other cells too. */
function isTickedList(filled: readonly string[]): boolean {
  const counts = pieceCounts(filled)
  if (counts === null) return false
  let [all, again] = [0, 0]
  for (const count of counts.values()) {
    all += count
    again += count > 1 ? count : 0
  }
  return again * 2 >= all
}

/** How often each piece of listed answers occurs; null where few cells hold several. */
function pieceCounts(filled: readonly string[]): ReadonlyMap<string, number> | null {
  const cut = filled.some((cell) => cell.includes(';')) ? /\s*;\s*/ : /,\s+|,(?=\S)/
  const counts = new Map<string, number>()
  let several = 0
  for (const cell of filled) {
    const pieces = cell.split(cut).filter((piece) => piece !== '')
    if (pieces.length > 1) several += 1
    for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  }
  return several * 5 < filled.length ? null : counts
}

function plainNumbers(filled: readonly string[]): boolean {
  return filled.filter((cell) => /^[-+]?[\d.,\s]*%?$/.test(cell)).length * 10 >= filled.length * 9
}

/** What the values of a column are as an attribute. Numbers with a leading zero or very many digits are names of
    something, not amounts. */
function kindOfColumn({ filled, different }: ColumnFacts): AttributeKind {
  const kind = kindOfValues(different)
  if (kind === 'number' && different.some((cell) => /^[-+]?0\d|\d{16}/.test(cell))) return 'text'
  if (kind === 'number' || kind === 'date' || kind === 'yes-no') return kind
  const isShort = different.every((cell) => cell.length <= 200 && !cell.includes('\n'))
  const isFew = different.length <= 30 && different.length * 2 <= filled.length
  if (!isShort || !isFew) return 'text'
  // Ticked lists mix few pieces into many cells; a comma inside the words of one option makes more pieces than cells.
  const pieces = pieceCounts(filled)
  return pieces === null || pieces.size > different.length ? 'choice' : 'text'
}

/** A survey of short answers still has a question: the column of words with the most different ones. */
function withLikeliestQuestion(
  columns: readonly SurveyColumn[],
  facts: readonly ColumnFacts[],
): readonly SurveyColumn[] {
  const worth = (at: number): number => {
    const { filled = [], different = [], heading = '' } = facts[at] ?? {}
    if (columns[at]?.role !== 'attribute' || plainNumbers(filled) || columns[at]?.kind === 'yes-no') return 0
    if (facts.length > 1 && !isQuestion(heading) && different.length <= 30) return 0
    return different.length * (isQuestion(heading) ? 2 : 1)
  }
  const best = columns.map((_, at) => at).toSorted((a, b) => worth(b) - worth(a))[0] ?? 0
  if (worth(best) === 0) return columns
  return columns.map((each) => (each.at === best ? { ...each, role: 'question' } : each))
}
