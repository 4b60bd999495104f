import type { ReportSection } from '../codebooks/starter-codebook.ts'

/** How a part tells its codes: a numbered list; one running paragraph; a paragraph each; or a heading each. */
export type Form = 'list' | 'paragraph' | 'paragraphs' | 'headings'

/** A part of a section: the codes it gathers and what it says of itself. Its key also names its rule in `quoteRule`. */
export interface SectionPart {
  readonly key: ReportSection
  /** Heading of its own, where a section has several parts. */
  readonly heading?: string
  /** What the part tells, before its themes. */
  readonly framing: string
  readonly form: Form
  /** Headings are numbered. */
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
      {
        key: 'why-now',
        framing: 'What in this time makes the work necessary, as participants see it.',
        form: 'list',
      },
    ],
  },
  {
    key: 'meaning',
    heading: 'What it is',
    parts: [
      {
        key: 'meaning',
        framing: 'What participants mean when they speak of it, facet by facet.',
        form: 'headings',
        numbered: true,
      },
    ],
  },
  {
    key: 'practice',
    heading: 'Practices, methods and strategies',
    parts: [
      { key: 'practice', heading: 'Practices', framing: 'What people do.', form: 'paragraph' },
      { key: 'method', heading: 'Methods', framing: 'The ways of working they draw on.', form: 'paragraph' },
      { key: 'strategy', heading: 'Strategies', framing: 'What they aim for over time.', form: 'paragraph' },
    ],
  },
  {
    key: 'potential',
    heading: 'Potential',
    parts: [{ key: 'potential', framing: 'What it can bring, where it is given room.', form: 'paragraphs' }],
  },
  {
    key: 'barrier',
    heading: 'Barriers',
    parts: [
      {
        key: 'barrier',
        framing: 'What stands in the way, and where somebody got past it.',
        form: 'headings',
      },
    ],
  },
  {
    key: 'pattern',
    heading: 'Patterns and insights',
    parts: [
      {
        key: 'pattern',
        framing: 'What shows on a second reading, across the single themes.',
        form: 'headings',
        numbered: true,
      },
    ],
  },
  {
    key: 'caution',
    heading: 'Cautions',
    parts: [{ key: 'caution', framing: 'What should not be made of these findings.', form: 'headings' }],
  },
]

/** Sections after the themes that no section asks for. */
export const closingSections: readonly SectionPlan[] = [
  {
    key: 'next',
    heading: 'What next',
    parts: [{ key: 'next', framing: 'What participants would do with it.', form: 'paragraphs' }],
  },
  {
    key: 'does-not-fit',
    heading: 'What does not fit',
    parts: [
      {
        key: 'does-not-fit',
        framing: 'What was said that no code of the codebook holds, kept so that it can contradict the rest.',
        form: 'paragraphs',
      },
    ],
  },
]
