import { capital } from '../text/capital.ts'
/** What becomes of something in a file for other tools: it is not in the file; it is there in another form; or it is
    there where only Loam looks. */
export type Fate = 'left out' | 'otherwise' | 'only Loam'

/** One kind of thing that a file for other tools does not hold as it is here. */
export interface Loss {
  /** A stable name, for programs. */
  readonly key: string
  readonly count: number
  /** Of how many, where that says something. */
  readonly of?: number
  /** What it is: "codings with a stance". */
  readonly what: string
  readonly fate: Fate
  /** What becomes of it: "stand in a note beside the coding". */
  readonly becomes: string
}

/** In the order in which they are told. */
export const fates: readonly Fate[] = ['left out', 'otherwise', 'only Loam']

/** One loss in words: "Codings with a stance: 3 of 240 – stand in a note beside the coding". */
export function lossInWords({ count, of, what, becomes }: Omit<Loss, 'key' | 'fate'>): string {
  const many = `${count.toLocaleString('en')}${of === undefined || of === count ? '' : ` of ${of.toLocaleString('en')}`}`
  const named = `${capital(what)}: ${many}`
  return becomes === 'left out' ? named : `${named} – ${becomes}`
}

/** The list for a terminal, a line each under what becomes of it; one line where nothing is lost. */
export function lossLines(losses: readonly Loss[]): string[] {
  if (losses.length === 0) return ['Other tools get everything in this project as it is.']
  return fates.flatMap((fate) => {
    const of = losses.filter((each) => each.fate === fate)
    return of.length === 0 ? [] : [fateTitles[fate], ...of.map((each) => `  ${lossInWords(each)}`)]
  })
}

/** What heads each part of the list. */
export const fateTitles = {
  'left out': 'Not in the file',
  otherwise: 'In the file, but otherwise',
  'only Loam': 'In the file where only Loam reads it',
} as const satisfies Record<Fate, string>
