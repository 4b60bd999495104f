import type { StarterCode } from './starter-codebook.ts'

/** What no code holds yet; the same code in every starter codebook. */
export const doesNotFit: StarterCode = {
  id: 'dc00f786-e26f-4918-bd20-4fb8300ff1f2',
  key: 'does-not-fit',
  parent: null,
  name: 'Does not fit',
  definition:
    'A passage matters to the inquiry but no code of this book holds it. It is kept here so that the ' +
    'material can contradict the framework.',
  include: 'Something is said that the codes miss, bend or speak against; write a note on what is missing.',
  exclude:
    'Talk without bearing on the inquiry; a passage that a code fits poorly, where mending that code’s ' +
    'definition would help.',
  example:
    'I’m not sure this is what you came for, but the thing that changed our street was the dog. I can’t ' +
    'put it any other way.',
  from: 'Loam, in every starter codebook',
  aliases: [],
  tier: 'open',
  colour: '#857B70',
  section: 'does-not-fit',
}
