import { kindName } from '../../../shared/change/kind-words.ts'
import type { ComingIn } from '../../../shared/change/merge/coming-in.ts'
import type { ConflictGroup, ToldConflict } from '../../../shared/change/merge/conflict-in-words.ts'
import type { BaseTold, WhoseCopy } from '../../../shared/change/merge/whose-copy.ts'
import { capital } from '../../../shared/text/capital.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import type { ErasedThere } from '../../workers/erased-there.ts'
import type { Comparison, MergeStep } from '../../workers/merge-messages.ts'

/** Said when the project went on while a merge was looked at. */
export const changedMeanwhile =
  'This project was changed meanwhile, so the copies were compared again. Look at it once more before you merge.'

/** Said when decisions brought up something else. */
export const stillOpen = 'What you decided brought up more to decide.'

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' })

/** A moment as people write it, in this machine's time. */
export function dayAndTime(moment: number): string {
  return dates.format(moment)
}

/** Whose a copy is, a sentence each: for whom it was made, who codes in it, and its last change. */
export function whoseInWords({ coders, last, madeFor }: WhoseCopy): readonly string[] {
  const names = coders.length > 6 ? [...coders.slice(0, 5), `${coders.length - 5} others`] : coders
  return [
    ...(madeFor ? [`Made for ${madeFor.name} on ${days.format(madeFor.at)}`] : []),
    coders.length === 0 ? 'Nobody codes in it' : `In it: ${listed(names)}`,
    ...(last ? [`Last change: ${dayAndTime(last.at)}${last.by === null ? '' : ` by ${last.by}`}`] : []),
  ]
}

/** What the two copies are compared with, in a sentence or two. */
export function baseInWords(base: BaseTold): string {
  switch (base.kind) {
    case 'found':
      return `Compared with what both copies share, from ${dayAndTime(base.at)}: what only one of you changed since stands, and you are asked only where both changed the same.`
    case 'handed out':
      return `Compared with the copy as it was handed out on ${days.format(base.at)}: what only one of you changed since stands, and you are asked only where both changed the same.`
    case 'given':
      return 'Compared with the copy you chose as the one both began from: what only one of you changed since stands, and you are asked only where both changed the same.'
    case 'none':
      return 'These copies share no history, so things are recognised by what they hold and what they are called. Nothing counts as deleted, and you are asked wherever the two differ.'
  }
}

/** A copy nothing comes in of as things stand, as a title and a sentence. What both changed comes in as soon as theirs
    is taken, and until then this project's way is counted. */
export function nothingInWords(
  brings: 'only what is here already' | 'nothing',
  conflicts: number,
): readonly [title: string, sentence: string] {
  if (brings === 'nothing')
    return ['Nothing new in it', 'Everything in this copy was merged before, or was made here.']
  if (conflicts === 0)
    return [
      'Nothing new in it',
      'All of its work is here already. Merging only notes that, so that the next comparison begins from here.',
    ]
  return [
    'Nothing new but what differs below',
    'All else in it is here already. Counted with mine wherever nothing is decided yet, so only taking theirs brings anything in.',
  ]
}

/** What is to be decided, as a title: without a shared beginning nobody knows who changed it. */
export function toDecideInWords(conflicts: number, base: BaseTold['kind']): string {
  return base === 'none'
    ? `${counted(conflicts, 'thing')} that ${conflicts === 1 ? 'differs' : 'differ'} between the two copies`
    : `${counted(conflicts, 'thing')} you both changed, each in another way`
}

/** A line's name in the table of numbers: a kind, or whose codings. */
export function lineName({ kind, by }: ComingIn): string {
  if (by !== undefined) return `by ${by}`
  const name = kind === 'inquiry' ? 'project settings' : kindName(kind, 2)
  return capital(name)
}

/** What stays as it is: "Everything else here stays: 3 sources, 14 codes, 132 codings." */
export function staysInWords({ here }: Pick<Comparison, 'here'>): string {
  return `What is here stays, except where it is changed or removed above. Here now: ${[
    counted(here.sources, 'source'),
    counted(here.codes, 'code'),
    counted(here.codings, 'coding'),
  ].join(', ')}.`
}

/** What erasing here too takes, a line each, every number with how many there are. */
export function goesInWords({ sources, codings, memos, touched }: ErasedThere): readonly string[] {
  const gone = (
    [
      [sources, 'source'],
      [codings, 'coding'],
      [memos, 'memo'],
    ] as const
  ).flatMap(([count, one]) => (count.gone > 0 ? [`${number(count.gone)} of ${counted(count.of, one)}`] : []))
  const changed =
    touched > 0
      ? [
          `words or names in the text of ${counted(touched, 'source')} that ${touched === 1 ? 'stays' : 'stay'}`,
        ]
      : []
  const lines = [...gone, ...changed]
  return lines.length > 0 ? lines : ['words or names in what was written, not in the texts themselves']
}

/** How far deciding has come: "3 of 7 decided". */
export function decidedInWords(decided: number, all: number): string {
  return `${number(decided)} of ${number(all)} decided`
}

/** What is done now, while somebody waits. */
export function stepInWords(step: MergeStep | 'merging', file: string): string {
  switch (step) {
    case 'reading the copy':
      return `Reading “${file}”…`
    case 'reading this project':
      return 'Reading this project…'
    case 'comparing':
      return 'Comparing the two copies…'
    case 'checking':
      return 'Working out what you decided…'
    case 'merging':
      return 'Merging…'
  }
}

/** Conflicts under what they concern, in the order in which a team looks at them. */
export function conflictGroups(conflicts: readonly ToldConflict[]): readonly {
  readonly group: ConflictGroup
  readonly name: string
  readonly conflicts: readonly ToldConflict[]
}[] {
  return groupOrder.flatMap(([group, name]) => {
    const some = conflicts.filter((each) => each.group === group)
    return some.length > 0 ? [{ group, name, conflicts: some }] : []
  })
}

const groupOrder: readonly (readonly [ConflictGroup, string])[] = [
  ['codebook', 'Codebook'],
  ['codings', 'Codings'],
  ['sources', 'Sources'],
  ['participants', 'Participants'],
  ['memos', 'Memos'],
  ['reports', 'Findings'],
  ['project', 'Project and team'],
]

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
