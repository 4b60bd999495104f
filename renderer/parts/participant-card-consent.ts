import type { Consent } from '../../shared/model/entities.ts'

/** What someone allowed, and what follows from it. */
export const consentOptions = [
  { key: 'quote', label: 'May be quoted', hint: 'Words may appear in reports, under the pseudonym.' },
  { key: 'paraphrase', label: 'Paraphrase only', hint: 'No words in reports; you can still read them here.' },
  { key: 'count', label: 'Counted only', hint: 'Counts in numbers; nothing they said is told.' },
  { key: 'withdrawn', label: 'Withdrawn', hint: 'Left out of every number, quote and report.' },
] as const satisfies readonly { key: Consent; label: string; hint: string }[]
