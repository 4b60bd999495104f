import { counted } from '../../text/counted.ts'
import type { AgreementUnit } from './agreement-wish.ts'
import type { Comparison } from './compare-coders.ts'

/** What a comparison's numbers rest on, a sentence each: what the units are, how much of the text was coded by anybody,
    and what could not be compared. */
export function comparisonInWords({
  wish,
  units,
  sources,
  text,
  notCompared,
}: WhatWasCompared): readonly string[] {
  const share = text.length === 0 ? 0 : Math.round((100 * text.coded) / text.length)
  return [
    `${units.toLocaleString('en')} ${unitWords[wish.unit]} of ${counted(sources.length, 'source')}, labels left out; ${uncodedWords(wish.unit, wish.uncoded)}.`,
    `${share} % of the text (${text.coded.toLocaleString('en')} of ${text.length.toLocaleString('en')} characters) was coded by at least one of them.`,
    ...notComparedInWords(notCompared),
  ]
}

type WhatWasCompared = Pick<Comparison, 'units' | 'sources' | 'text' | 'notCompared'> & {
  readonly wish: Pick<Comparison['wish'], 'unit' | 'uncoded'>
}

const unitWords: Readonly<Record<AgreementUnit, string>> = {
  turns: 'turns (paragraphs where there are none)',
  characters: 'characters',
  passages: 'coded passages (overlapping ones joined)',
}

function uncodedWords(unit: AgreementUnit, uncoded: 'counted' | 'left out' | undefined): string {
  if (unit === 'passages') return 'text nobody coded is left out'
  return uncoded === 'left out'
    ? 'those nobody coded are left out'
    : 'those nobody coded count as agreement that no code fits'
}

function notComparedInWords({
  orphans,
  outside,
  unshared,
  withoutText,
}: Comparison['notCompared']): readonly string[] {
  return [
    ...(unshared > 0
      ? [`${counted(unshared, 'source')} left out: fewer than two of them coded anything there.`]
      : []),
    ...(withoutText > 0 ? [`${counted(withoutText, 'source')} left out: the text is not at hand.`] : []),
    ...(orphans > 0
      ? [`${counted(orphans, 'coding')} left out: on words that are not in the text read now.`]
      : []),
    ...(outside > 0 ? [`${counted(outside, 'coding')} left out: outside what anybody says.`] : []),
  ]
}
