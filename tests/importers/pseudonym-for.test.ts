import { expect, test } from 'vitest'
import { pseudonymFor } from '../../shared/importers/pseudonym-for.ts'

test('a name is the same person in every source; a mere role is another in each', () => {
  for (const name of ['Noor', 'Thomas Mann', 'Dr Host', 'Personne']) {
    expect(pseudonymFor(name, 'Interview 1')).toBe(name)
  }
  for (const label of ['Speaker 2', 'SPEAKER_00', 'Participant', 'Interviewee', 'B', 'Befragte', 'P1']) {
    expect(pseudonymFor(label, 'Interview 1')).toBe(`${label} (Interview 1)`)
  }
})
