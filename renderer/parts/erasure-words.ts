import type { Count, ErasureAccount } from '../../shared/change/erase/erasure-account.ts'
import type { EntityKind } from '../../shared/model/entities.ts'
import type { Erasure } from '../../shared/model/team-entities.ts'
import { counted } from '../../shared/text/counted.ts'

/** What an erasure takes, a line each, every number with how many there are. */
export function takenInWords(account: ErasureAccount): readonly string[] {
  return [
    ofMany(account.participants, 'participant', 'who count no longer'),
    ofMany({ gone: account.sourcesGone.length, of: account.sourcesOf }, 'source', 'whole'),
    ofMany(account.codings, 'coding'),
    ofMany(account.turns, 'turn'),
    ofMany(account.memos, 'memo'),
    ofMany(account.translations, 'translation'),
    ofMany(account.restrictions, 'restriction of use', undefined, 'restrictions of use'),
    ofMany(account.quoteChoices, 'choice of a quote in a report', undefined, 'choices of quotes in reports'),
    ofMany(account.adjudications, 'decision about disagreements', undefined, 'decisions about disagreements'),
    ofMany(account.assignments, 'assignment'),
    ofMany(account.originals, 'original file', 'byte for byte'),
    account.recordings > 0
      ? `the link to ${counted(account.recordings, 'recording')}, whose file stays where it is`
      : null,
    account.texts.gone > 0 ? `${counted(account.texts.gone, 'text')}, earlier versions included` : null,
  ].filter((line) => line !== null)
}

/** What stays with something taken out, a line each. */
export function rewrittenInWords(account: ErasureAccount): readonly string[] {
  const kinds = Object.entries(account.rewritten).flatMap(([kind, count]) => {
    const words = isNamed(kind) ? kindWords[kind] : undefined
    return words && count ? [count === 1 ? `1 ${words[0]}` : `${count} ${words[1]}`] : []
  })
  return [
    ...account.sourcesTouched.map(({ name, places }) => `${name}: ${counted(places, 'place')} in its text`),
    ...(kinds.length > 0 ? [`What was written: ${kinds.join(', ')}`] : []),
    ...(account.history.changed > 0
      ? [
          `The history: ${account.history.changed} of ${counted(account.history.of, 'entry', 'entries')}; nothing in it can be undone afterwards`,
        ]
      : []),
  ]
}

/** What was done, in one sentence of numbers. */
export function erasedInWords({ participants, sources, passages, names }: Erasure): string {
  const parts = [
    [participants, 'participant'],
    [sources, 'source'],
    [passages, 'passage'],
    [names, 'name'],
  ] as const
  const told = parts.flatMap(([count, one]) => (count > 0 ? [counted(count, one)] : []))
  return told.length > 0 ? told.join(', ') : 'What another copy had erased'
}

function ofMany({ gone, of }: Count, one: string, more?: string, many = `${one}s`): string | null {
  if (gone <= 0) return null
  return `${gone} of ${counted(of, one, many)}${more ? `, ${more}` : ''}`
}

const kindWords = {
  inquiry: ['description of the inquiry', 'descriptions of the inquiry'],
  coder: ['coder', 'coders'],
  attribute: ['attribute', 'attributes'],
  participant: ['participant', 'participants'],
  source: ['source’s name or facts', 'sources’ names or facts'],
  speaker: ['voice', 'voices'],
  question: ['question', 'questions'],
  code: ['code', 'codes'],
  coding: ['note on a coding', 'notes on codings'],
  restriction: ['reason for a restriction', 'reasons for restrictions'],
  memo: ['memo', 'memos'],
  report: ['report title', 'report titles'],
  prose: ['section of findings', 'sections of findings'],
  quoteChoice: ['clarification in a quote', 'clarifications in quotes'],
  translation: ['translation', 'translations'],
  codebookVersion: ['version of the codebook', 'versions of the codebook'],
  round: ['agreement round', 'agreement rounds'],
  adjudication: ['decision about a disagreement', 'decisions about disagreements'],
  proposal: ['proposal', 'proposals'],
} as const satisfies Partial<Record<EntityKind, readonly [string, string]>>

function isNamed(kind: string): kind is keyof typeof kindWords {
  return kind in kindWords
}
