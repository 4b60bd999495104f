import type { ReportSection } from '../codebooks/starter-codebook.ts'

/** A part of a section: the codes it gathers and what it says of itself. */
export interface SectionPart {
  readonly key: ReportSection
  /** Heading of its own, where a section has several parts. */
  readonly heading?: string
  /** What the section asked, before its themes. */
  readonly framing: string
  /** Themes are numbered. */
  readonly numbered?: boolean
}

/** One section of a report; its key names its places and anchors. */
export interface SectionPlan {
  readonly key: string
  readonly heading: string
  readonly parts: readonly SectionPart[]
}

/** Sections of a research summary fed by codes, before what fits nowhere else. */
export const summarySections: readonly SectionPlan[] = [
  {
    key: 'why-now',
    heading: 'Why now',
    parts: [
      { key: 'why-now', framing: 'What in this time makes the work necessary, as participants see it.' },
    ],
  },
  {
    key: 'meaning',
    heading: 'What it is',
    parts: [
      {
        key: 'meaning',
        framing: 'What participants mean when they speak of it, facet by facet.',
        numbered: true,
      },
    ],
  },
  {
    key: 'practice',
    heading: 'Practices, methods and strategies',
    parts: [
      { key: 'practice', heading: 'Practices', framing: 'What people do.' },
      { key: 'method', heading: 'Methods', framing: 'The ways of working they draw on.' },
      { key: 'strategy', heading: 'Strategies', framing: 'What they aim for over time.' },
    ],
  },
  {
    key: 'potential',
    heading: 'Potential',
    parts: [{ key: 'potential', framing: 'What it can bring, where it is given room.' }],
  },
  {
    key: 'barrier',
    heading: 'Barriers',
    parts: [{ key: 'barrier', framing: 'What stands in the way, and where somebody got past it.' }],
  },
  {
    key: 'pattern',
    heading: 'Patterns and insights',
    parts: [
      {
        key: 'pattern',
        framing: 'What shows on a second reading, across the single themes.',
        numbered: true,
      },
    ],
  },
  {
    key: 'caution',
    heading: 'Cautions',
    parts: [{ key: 'caution', framing: 'What should not be made of these findings.' }],
  },
]

/** Sections after the themes that no section asks for. */
export const closingSections: readonly SectionPlan[] = [
  {
    key: 'next',
    heading: 'What next',
    parts: [{ key: 'next', framing: 'What participants would do with it.' }],
  },
  {
    key: 'does-not-fit',
    heading: 'What does not fit',
    parts: [
      {
        key: 'does-not-fit',
        framing: 'What was said that no code of the codebook holds, kept so that it can contradict the rest.',
      },
    ],
  },
]
