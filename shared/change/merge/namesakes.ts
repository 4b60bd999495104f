import type { Project } from '../../model/project.ts'

/** Coders of two copies who have one name but were added separately, a sentence each: merging takes them for one person,
    which is right where somebody was added in both and wrong where two people share a name. */
export function namesakesInWords(mine: Project, theirs: Project): readonly string[] {
  const here = [...mine.tables.coder.values()].filter(({ id }) => !theirs.tables.coder.has(id))
  return [...theirs.tables.coder.values()]
    .filter(
      ({ id, name }) => !mine.tables.coder.has(id) && here.some((each) => plain(each.name) === plain(name)),
    )
    .map(
      ({ name }) =>
        `“${name}” was added in both copies and counts as one person. If these are two people, rename one of them before merging.`,
    )
}

function plain(name: string): string {
  return name.trim().toLowerCase()
}
