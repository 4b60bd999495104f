import type { Prevalence } from '../analysis/prevalence.ts'
import { capital } from '../text/capital.ts'
import { counted } from '../text/counted.ts'
import { quantityPhrase, quantityWord, withNoun } from './quantity-words.ts'

/** How a sentence is to be said. */
export interface Saying {
  /** False in a reflexive report: no numbers and no quantity words. */
  readonly counted: boolean
  /** Picks one of a few sentence patterns, so that neighbours differ; any whole number from 0. */
  readonly turn: number
  /** Whom the numbers count. */
  readonly counts: 'interviewed' | 'in sessions'
  /** The code's name has just been said, as in a heading: "this" stands for it. */
  readonly underName?: boolean
}

/** One or two sentences on how many of how many speak of a code, who denies it, and how it was got past.
    Every quantity word stands with its "n of N". */
export function prevalenceSentence(codeName: string, prevalence: Prevalence, saying: Saying): string {
  return prevalenceSentences(codeName, prevalence, saying).join(' ')
}

/** The same, sentence by sentence: how many first, then how they speak of it and who was asked. */
export function prevalenceSentences(
  codeName: string,
  prevalence: Prevalence,
  saying: Saying,
): readonly [string, ...string[]] {
  const name = saying.underName ? 'this' : `“${codeName}”`
  if (!saying.counted) return [wordsAlone(name, prevalence, saying.turn)]
  const further = [ofThose(prevalence), askedSentence(prevalence)].filter((each) => each !== '')
  return [`${mainClause(name, prevalence, saying)}${sideClauses(prevalence)}.`, ...further]
}

/** A code below a theme, in a list: "No funding loop: 4 of 25 participants; 1 denies it." */
export function briefPrevalence(codeName: string, prevalence: Prevalence, saying: Saying): string {
  if (!saying.counted) return codeName
  const { n, of, overcome } = prevalence
  const past =
    overcome > 0 ? `; ${counted(overcome, 'tells how it was overcome', 'tell how it was overcome')}` : ''
  const whose = saying.counts === 'in sessions' ? 'participants in sessions' : 'participants'
  return `${codeName}: ${n} of ${of} ${whose}${past}${sideClauses(prevalence)}.`
}

/** "a, b and c". */
export function inOneList(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

function mainClause(name: string, prevalence: Prevalence, saying: Saying): string {
  const { n, of, inSessions } = prevalence
  const people = noun(prevalence, saying)
  const raised = raisedInSessions(prevalence)
  if (n === 0 && inSessions > 0)
    return `${capital(name)} was ${raised}; ${n} of ${of} ${people} speak of it themselves`
  if (n === 0) return `${n} of ${of} ${people} speak of ${name} as their own`
  const told = patterns[saying.turn % patterns.length]?.(name, n, of, people) ?? ''
  return `${told}${inSessions > 0 ? `; it was also ${raised}` : ''}`
}

function raisedInSessions({ inSessions, sessions }: Prevalence): string {
  return sessions === 1
    ? `raised in the group session (${inSessions} of ${sessions})`
    : `raised in ${inSessions} of ${sessions} group sessions`
}

type Pattern = (name: string, n: number, of: number, people: string) => string

const patterns: readonly Pattern[] = [
  (name, n, of, people) =>
    `${capital(quantityPhrase(n, of, people))} ${n === 1 ? 'speaks' : 'speak'} of ${name}`,
  (name, n, of, people) => `${capital(name)} was raised by ${withComma(n, of, people)}`,
  (name, n, of, people) =>
    `${capital(withComma(n, of, people))}${wordFor(n, of) ? ',' : ''} ${n === 1 ? 'describes' : 'describe'} ${name}`,
  (name, n, of, people) => `We heard of ${name} from ${quantityPhrase(n, of, people)}`,
  (name, n, of, people) => `${capital(name)} came up with ${withComma(n, of, people)}`,
]

/** "most participants, 17 of 25"; without a word "7 of 9 participants". */
function withComma(n: number, of: number, people: string): string {
  const word = wordFor(n, of)
  return word ? `${withNoun(word, people)}, ${n} of ${of}` : `${n} of ${of} ${people}`
}

function wordFor(n: number, of: number) {
  const word = quantityWord(n, of)
  return word === 'none' ? null : word
}

function noun({ sessions }: Prevalence, { counts }: Saying): string {
  if (counts === 'in sessions') return 'participants in sessions'
  return sessions > 0 ? 'participants interviewed' : 'participants'
}

function sideClauses({ denies, reports }: Prevalence): string {
  const clauses = [
    denies > 0 ? counted(denies, 'denies it', 'deny it') : '',
    reports > 0 ? counted(reports, 'tells of it only in others', 'tell of it only in others') : '',
  ].filter((each) => each !== '')
  return clauses.length > 0 ? `; ${clauses.join(', and ')}` : ''
}

function ofThose(prevalence: Prevalence): string {
  const { n, overcome, mixed, volunteered } = prevalence
  if (n === 1) return ofTheOne(prevalence)
  // Unasked tells something only of several, and only where it is not the exception.
  const unasked = n >= 3 && volunteered * 2 >= n
  const clauses = [
    overcome > 0 ? counted(overcome, 'describes how it was overcome', 'describe how it was overcome') : '',
    mixed > 0 ? counted(mixed, 'speaks both for and against it', 'speak both for and against it') : '',
    unasked ? `${volunteered} raised it unasked` : '',
  ].filter((each) => each !== '')
  return clauses.length > 0 ? `Of the ${n} who speak of it, ${inOneList(clauses)}.` : ''
}

function ofTheOne({ overcome, mixed }: Prevalence): string {
  if (overcome > 0) return 'They also describe how it was overcome.'
  return mixed > 0 ? 'They speak both for and against it.' : ''
}

function askedSentence({ asked, notAsked, of }: Prevalence): string {
  if (asked === null) return ''
  return `Of all ${of}, ${counted(asked, 'was', 'were')} asked about it${notAsked ? ` and ${counted(notAsked, 'was', 'were')} not` : ''}.`
}

const reflexivePatterns: readonly ((name: string) => string)[] = [
  (name) => `Participants speak of ${name}.`,
  (name) => `${capital(name)} came up in what participants told us.`,
  (name) => `In the conversations we heard of ${name}.`,
]

function wordsAlone(
  name: string,
  { n, inSessions, denies, overcome, mixed }: Prevalence,
  turn: number,
): string {
  const told = n > 0 || inSessions > 0
  const first = told
    ? (reflexivePatterns[turn % reflexivePatterns.length]?.(name) ?? '')
    : `Nobody speaks of ${name} as their own.`
  const against = denies > 0 || mixed > 0 ? ' It is also spoken against.' : ''
  return `${first}${against}${overcome > 0 ? ' It is also told how it was overcome.' : ''}`
}
