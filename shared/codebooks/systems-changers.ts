import { doesNotFit } from './does-not-fit.ts'
import type { StarterCodebook } from './starter-codebook.ts'
import { afterlife } from './systems-changers/afterlife.ts'
import { challenges } from './systems-changers/challenges.ts'
import { conditions } from './systems-changers/conditions.ts'
import { growth } from './systems-changers/growth.ts'

/** Systems Changers: a programme for people in front-line services, from its conditions to its afterlife. */
export const systemsChangers: StarterCodebook = {
  key: 'systems-changers',
  name: 'Systems Changers',
  description:
    'For learning from programmes that give people in front-line services room to change the system around ' +
    'them: the conditions, what people try and gain, what is hard, and what lives on afterwards. ' +
    'Mark a challenge that was met as overcome.',
  codes: [...conditions, ...growth, ...challenges, ...afterlife, doesNotFit],
}
