import { roleWordOf } from './role-words.ts'

/** The pseudonym somebody new gets from a label. A label that says only a role or a number ("Participant",
    "Speaker 2", "B") is another person in each source, so the pseudonym then names the source too:
    people are counted, and one made of many would falsify every n. */
export function pseudonymFor(label: string, source: string): string {
  return saysOnlyRole(label.trim()) ? `${label} (${source})` : label
}

/** One role word with at most a number or letter behind it: "Thomas Mann" is a name, though "Mann" is a role. */
function saysOnlyRole(label: string): boolean {
  const word = label.replace(/[\s_.-]*(?:\d{1,4}|[\s_-]\p{L})$/u, '')
  return (
    /^\p{L}\.?\d?$/u.test(label) ||
    (!/\s/.test(word) && (roleWordOf(word) !== null || /^person$/i.test(word)))
  )
}
