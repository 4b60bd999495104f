import type { CodeDifference, CodeOutcome, ComparedCode } from '../../../shared/exchange/code-differences.ts'
import type { MatchedBy } from '../../../shared/exchange/match-codes.ts'
import { counted } from '../../../shared/text/counted.ts'

/** What the codebook here is compared with: somebody's file, or a version that was kept. */
export type ComparedTo = 'file' | 'version'

/** What became of a code, in a word or two. */
export function outcomeWord(outcome: CodeOutcome, to: ComparedTo): string {
  return outcomeWords[to][outcome]
}

const outcomeWords: Readonly<Record<ComparedTo, Readonly<Record<CodeOutcome, string>>>> = {
  file: {
    conflict: 'Changed on both sides',
    new: 'New',
    changed: 'Changed',
    moved: 'Moved',
    merged: 'Merged',
    deleted: 'Not in the file',
    mine: 'Only changed here',
    same: 'Same',
  },
  version: {
    conflict: 'Changed on both sides',
    new: 'Gone since',
    changed: 'Changed since',
    moved: 'Moved since',
    merged: 'Was part of another',
    deleted: 'New since',
    mine: 'Changed since',
    same: 'Same',
  },
}

/** The order in which outcomes are told: what needs deciding first. */
export const outcomeOrder: readonly CodeOutcome[] = [
  'conflict',
  'new',
  'changed',
  'moved',
  'merged',
  'deleted',
  'mine',
  'same',
]

/** How many codes had which outcome: "58 codes: 12 new, 3 changed, 43 the same". */
export function summaryOf(codes: readonly ComparedCode[], to: ComparedTo): string {
  const parts = outcomeOrder.flatMap((outcome) => {
    const count = codes.filter((code) => code.outcome === outcome).length
    const words = outcome === 'same' ? 'the same' : outcomeWord(outcome, to).toLowerCase()
    return count > 0 ? [`${count.toLocaleString('en')} ${words}`] : []
  })
  return `${counted(codes.length, 'code')}: ${parts.join(', ')}`
}

/** What a difference is in. */
export function differenceName({ what }: CodeDifference): string {
  return differenceNames[what]
}

const differenceNames = {
  made: 'The code',
  deleted: 'The code',
  merged: 'Merging',
  place: 'Place',
  name: 'Name',
  definition: 'Definition',
  include: 'Use when',
  exclude: 'Not when',
  example: 'Example',
  colour: 'Colour',
  codable: 'What it is for',
  aliases: 'Other names',
  from: 'Where it comes from',
  section: 'Section of a report',
  key: 'Key',
} as const satisfies Record<CodeDifference['what'], string>

/** What ticking a difference does, where it is not about the whole code. */
export function takeWords({ what }: CodeDifference, to: ComparedTo): string {
  if (what === 'place') return to === 'file' ? 'Move it there' : 'Move it back'
  return `${to === 'file' ? 'Take' : 'Bring back'} ${takenNames[what]}`
}

const takenNames = {
  made: 'the code',
  deleted: 'the code',
  merged: 'the merging',
  name: 'the name',
  definition: 'the definition',
  include: 'when to use it',
  exclude: 'when not to use it',
  example: 'the example',
  colour: 'the colour',
  codable: 'what it is for',
  aliases: 'the other names',
  from: 'where it comes from',
  section: 'the section of a report',
  key: 'the key',
} as const satisfies Record<Exclude<CodeDifference['what'], 'place'>, string>

/** Who did it, as far as that is known. */
export function whoseWords({ whose, what }: CodeDifference, to: ComparedTo): string {
  if (to === 'version' || whose === 'unknown') return ''
  const words = what === 'made' || what === 'deleted' ? doingWords[what] : doingWords.changed
  return words[whose]
}

const doingWords = {
  made: { theirs: 'made there', mine: 'deleted here since', both: 'deleted here, changed there' },
  deleted: { theirs: 'deleted there', mine: 'made here since', both: 'deleted there, changed here' },
  changed: {
    theirs: 'changed in the file',
    mine: 'changed here since',
    both: 'changed on both sides',
  },
} as const

/** How two codes were recognised as one; nothing where identity told. */
export function matchedWords(by: MatchedBy | undefined): string {
  if (by === undefined || by === 'id') return ''
  return {
    key: 'Recognised by its key in a starter codebook.',
    path: 'Recognised by its name and place.',
    'earlier import': 'Recognised from an earlier import.',
    name: 'Recognised by its name.',
    'other name': 'Recognised by another name.',
  }[by]
}

/** What would go, or go over, with a code; empty where nothing hangs on it. */
export function tiedWords({ codings, memos }: ComparedCode): string {
  const parts = [codings > 0 ? counted(codings, 'coding') : '', memos > 0 ? counted(memos, 'memo') : '']
  return parts.filter((part) => part !== '').join(' and ')
}
