import type { DraftRespondent, SurveyColumn, SurveyTable } from './source-draft.ts'

/** Who answered each row: the id that the survey states, else "Respondent 12" by the row's place among the answers.
    A column of names or addresses never gives pseudonyms: they become the name behind one. */
export function surveyPeople(
  table: SurveyTable,
  columns: readonly SurveyColumn[],
): readonly DraftRespondent[] {
  const id = columns.find(({ role }) => role === 'respondent')
  const closed = columns.filter(({ role }) => role === 'attribute')
  const known = new Map<string, DraftRespondent>()
  const taken = new Set<string>()
  return table.rows.map((row, i) => {
    const written = id === undefined ? '' : (row[id.at] ?? '').replaceAll('\n', ' ')
    const before = written === '' ? undefined : known.get(written.toLowerCase())
    if (before) return before
    const facts = closed.map(({ at }) => row[at] ?? '')
    const person = { ...withOwnName(named(written, i + 1, id?.personal ?? false), i + 1, taken), facts }
    taken.add(person.pseudonym)
    if (written !== '') known.set(written.toLowerCase(), person)
    return person
  })
}

/** Where some rows state a number and others nothing, both can come to the same. */
function withOwnName<P extends { readonly pseudonym: string }>(
  person: P,
  count: number,
  taken: ReadonlySet<string>,
): P {
  return taken.has(person.pseudonym)
    ? { ...person, pseudonym: `${person.pseudonym} (answer ${count})` }
    : person
}

function named(written: string, count: number, isPersonal: boolean): Omit<DraftRespondent, 'facts'> {
  const counted = `Respondent ${count}`
  if (written === '') return { pseudonym: counted, isStated: false }
  if (isPersonal || written.includes('@')) return { pseudonym: counted, isStated: false, name: written }
  // A number alone names nobody: another survey counts from 1 too.
  if (/^#?\d{1,12}$/.test(written)) return { pseudonym: `Respondent ${written}`, isStated: false }
  return { pseudonym: written.slice(0, 80).toWellFormed(), isStated: true }
}
