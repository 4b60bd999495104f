import {
  fewestCharacters,
  passphraseStrength,
  type Strength,
} from '../../../shared/lock/passphrase-strength.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/field.tsx'

/** A passphrase as it is being chosen. */
export interface ChosenPassphrase {
  readonly passphrase: string
  readonly again: string
  /** The person has said that they know a lost one is final. */
  readonly isFinal: boolean
}

/** Nothing typed yet. */
export const noPassphrase: ChosenPassphrase = { passphrase: '', again: '', isFinal: false }

/** Why this passphrase cannot be taken yet, by field; null when it can. */
export function whyNotYet({ passphrase, again, isFinal }: ChosenPassphrase): {
  readonly passphrase?: string
  readonly again?: string
  readonly isFinal?: string
} | null {
  if ([...passphrase].length < fewestCharacters)
    return { passphrase: `Take at least ${fewestCharacters} characters; 12 or more are better.` }
  if (again !== passphrase) return { again: 'This is not the same as above.' }
  return isFinal ? null : { isFinal: 'Confirm this first.' }
}

/** The fields for a new passphrase: twice, with its strength in words, and that a lost one is final. */
export function NewPassphraseFields({
  chosen,
  onChange,
  problems,
  label,
  autoFocus = false,
}: {
  readonly chosen: ChosenPassphrase
  readonly onChange: (chosen: ChosenPassphrase) => void
  readonly problems: ReturnType<typeof whyNotYet>
  readonly label: string
  readonly autoFocus?: boolean
}) {
  return (
    <>
      <TextField
        label={label}
        type="password"
        autoComplete="new-password"
        autoFocus={autoFocus}
        value={chosen.passphrase}
        onChange={(passphrase) => onChange({ ...chosen, passphrase })}
        hint={inWords[passphraseStrength(chosen.passphrase)]}
        problem={problems?.passphrase}
      />
      <TextField
        label="The same once more"
        type="password"
        autoComplete="new-password"
        value={chosen.again}
        onChange={(again) => onChange({ ...chosen, again })}
        problem={problems?.again}
      />
      <Checkbox isSelected={chosen.isFinal} onChange={(isFinal) => onChange({ ...chosen, isFinal })}>
        I know that a lost passphrase is final: without it nobody opens this project again, not I, not a
        colleague, not the makers of Loam.
      </Checkbox>
      {problems?.isFinal ? <p role="alert">{problems.isFinal}</p> : null}
    </>
  )
}

const inWords: Readonly<Record<Strength, string>> = {
  none: 'Four words that have nothing to do with each other, or at least 12 characters.',
  'too short': 'Too short so far. Four words, or at least 12 characters.',
  weak: 'Weak: somebody with a fast machine could guess it. Make it longer, or add a word.',
  fair: 'Fair: hard to guess. One more word makes it strong.',
  strong: 'Strong: very hard to guess.',
}
