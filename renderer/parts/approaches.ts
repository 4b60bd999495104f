import type { Approach } from '../../shared/model/entities.ts'

/** The ways of analysing a project can declare, in words. */
export const approaches: readonly { readonly key: Approach; readonly name: string; readonly hint: string }[] =
  [
    {
      key: 'codebook',
      name: 'Codebook or framework',
      hint: 'Themes are partly known beforehand and refined together. Counts of participants are shown.',
    },
    {
      key: 'reflexive',
      name: 'Reflexive',
      hint: 'Themes are made by the researcher’s reading. No counts, ladders or coefficients unless you ask for them.',
    },
    {
      key: 'reliability',
      name: 'Coding reliability',
      hint: 'Several coders apply one codebook and their agreement is measured.',
    },
    {
      key: 'content',
      name: 'Content analysis',
      hint: 'How often categories occur is part of the result.',
    },
  ]
