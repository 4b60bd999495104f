import type { Content } from '../model/archive.ts'
import { inquiryOf, type Project } from '../model/project.ts'
import type { ProjectReading } from './project-file.ts'

type Readable = Extract<ProjectReading, { ok: true }>

/** Why what a file holds cannot be merged into a project as a copy of it, in one sentence; null when it can. A copy that
    another program wrote again is known by its sources. `base` is the state that both began from, where a file of it
    was given. */
export function whyNoCopy(mine: Project, file: Readable, base?: Readable | null): string | null {
  const { archive, receipt } = file
  const theirs = archive.project
  const sources = [...mine.tables.source.values()]
  const texts = new Set<string>(sources.flatMap(({ content, firstContent }) => [content, firstContent]))
  for (const hash of base?.archive.contents.keys() ?? []) texts.add(hash)
  const withheld = whyWithheld(file, texts)
  if (inquiryOf(theirs).id === inquiryOf(mine).id) return withheld
  if (!receipt)
    return `It is a copy of another project, “${inquiryOf(theirs).name}”: only copies of this project can be merged into it.`
  const known = [...theirs.tables.source.keys()].some((id) => mine.tables.source.has(id))
  if (known) return withheld
  const origin = receipt.origin.trim() || 'another tool'
  return `It was made by ${origin} and is no copy of this project. Open it at the start with “Open a file…”.`
}

/** Why a file for other tools cannot be merged: words are blacked out in it, and it does not say what stood there. Null
    where they are not, and for a shared copy, which merges as any other. `known` are texts that hold no news. */
export function whyWithheld(
  { archive: { project, contents }, receipt }: Readable,
  known: ReadonlySet<string> = new Set(),
): string | null {
  if (!receipt) return null
  const sources = [...project.tables.source.values()]
  const names = sources.flatMap(({ name, content }) =>
    !known.has(content) && isBlackedOut(contents.get(content)) ? [`“${name}”`] : [],
  )
  const [first] = names
  if (first === undefined) return null
  const where = names.length === 1 ? `in ${first}` : `in ${names.length} sources, ${first} among them,`
  return `Words ${where} are blacked out in this file, as it was written for other tools: merged, the blocks would take the place of the words here. To merge work, hand out a copy with “Share a copy…”.`
}

function isBlackedOut(content: Content | undefined): boolean {
  return content?.text.includes('██') === true
}
