/** How many quotes a section shows. */
export interface SectionQuotes {
  /** In the whole section; null where each code has its own. */
  readonly inSection: number | null
  /** Under one code, of those that speak for it. */
  readonly perCode: number
  /** Of those that speak against: beside each code where the section has no maximum, else in it and within its maximum. */
  readonly against: number
}

/** Everything that decides how much is quoted. Sections are named as in `report-sections.ts`. */
export const quoteRule = {
  /** Of all words between headings, the appendix left out. */
  shareOfWords: 0.3,
  /** As many words may be quoted however little is written beside them. */
  wordsAlways: 400,
  /** A voice has its share when it has one and a half times what it would have if all were quoted alike. */
  shareOfVoice: 1.5,
  /** As often may anybody be quoted. */
  timesAlways: 2,
  /** UTF-16 units: shorter quotes are shown only for want of others, longer ones are cut at a sentence. */
  shortest: 30,
  longest: 700,
  /** Lengths at which a quote tells something and is still read. */
  telling: { from: 90, to: 480 },
  /** UTF-16 units that may be added to make a fragment a whole sentence. */
  widenedBy: 240,
  /** How many quotes that fit alike are looked at more closely. */
  tried: 12,
  sections: {
    'why-now': { inSection: 3, perCode: 1, against: 1 },
    meaning: { inSection: 3, perCode: 1, against: 1 },
    practice: { inSection: 2, perCode: 1, against: 1 },
    method: { inSection: 2, perCode: 1, against: 1 },
    strategy: { inSection: 2, perCode: 1, against: 1 },
    potential: { inSection: 4, perCode: 1, against: 1 },
    barrier: { inSection: null, perCode: 2, against: 1 },
    pattern: { inSection: 4, perCode: 1, against: 0 },
    caution: { inSection: 3, perCode: 1, against: 1 },
    next: { inSection: 3, perCode: 1, against: 1 },
    'does-not-fit': { inSection: 2, perCode: 2, against: 0 },
    against: { inSection: 5, perCode: 0, against: 1 },
  } satisfies Readonly<Record<string, SectionQuotes>>,
  /** Themes that feed no section. */
  elsewhere: { inSection: null, perCode: 1, against: 1 } satisfies SectionQuotes,
} as const

/** The rule of a section. */
export function quotesIn(section: string): SectionQuotes {
  const rules: Readonly<Record<string, SectionQuotes>> = quoteRule.sections
  return (Object.hasOwn(rules, section) ? rules[section] : undefined) ?? quoteRule.elsewhere
}

/** Words that may be quoted beside so many of the report's own. */
export function wordsToQuote(own: number): number {
  const { shareOfWords, wordsAlways } = quoteRule
  return Math.max(wordsAlways, Math.floor((own * shareOfWords) / (1 - shareOfWords)))
}

/** How often one voice may be quoted among so many quotes of so many voices. */
export function timesToQuote(quotes: number, voices: number): number {
  return Math.max(quoteRule.timesAlways, Math.ceil((quoteRule.shareOfVoice * quotes) / Math.max(1, voices)))
}
