import { expect, test } from 'vitest'
import { passphraseStrength } from '../../shared/lock/passphrase-strength.ts'

test.each([
  ['', 'none'],
  ['river', 'too short'],
  ['aaaaaaaaaaaaaaaa', 'weak'],
  ['password1234', 'weak'],
  ['passwordpassword', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['k3vbn8tqpl2x', 'fair'],
  ['river lantern copper thistle', 'strong'],
  ['Ein Fluß, drei Boote & 7 Kühe', 'strong'],
] as const)('“%s” is called %s', (passphrase, strength) => {
  expect(passphraseStrength(passphrase)).toBe(strength)
})
