import type { Edit } from '../../../shared/change/change.ts'
import type { Decisions } from '../../../shared/change/merge/conflict.ts'
import { type MergedCopies, mergeCopies } from '../../../shared/change/merge/merge-copies.ts'
import { recordGesture } from '../../../shared/change/record-gesture.ts'
import type { Archive } from '../../../shared/model/archive.ts'
import type { Code, Coding, Source } from '../../../shared/model/entities.ts'
import { quoteHash } from '../../../shared/text/quote-hash.ts'
import { beginning, makingAt } from './begun-inquiry.ts'

/** The inquiry that both copies began from, and who works on each. */
export const base = beginning()
export const mineMaking = makingAt('my desk')
export const theirMaking = makingAt('their desk')

/** What merging gives, as decided. */
export function merge(mine: Archive, theirs: Archive, decisions: Decisions = {}): MergedCopies {
  return mergeCopies({ mine, theirs }, decisions, makingAt('merging'))
}

/** A copy after somebody worked on it. */
export function after(archive: Archive, edits: readonly Edit[]): Archive {
  return { ...archive, ...recordGesture({ label: 'Work', edits }, archive, makingAt(`work ${++desks}`)) }
}
let desks = 0

/** A code of the inquiry by its name. */
export function code(name: string): Code {
  const found = [...base.project.tables.code.values()].find((each) => each.name === name)
  if (!found) throw new Error(`There is no code ${name}`)
  return found
}

/** The inquiry's first source. */
export function source(): Source {
  const [first] = base.project.tables.source.values()
  if (!first) throw new Error('There is no source')
  return first
}

/** The text of that source as a copy has it. */
export function textOf(archive: Archive): string {
  const content = archive.project.tables.source.get(source().id)?.content
  return (content && archive.contents.get(content)?.text) ?? ''
}

/** Words of that source, coded. */
export function passage(words: string, { id }: Pick<Code, 'id'>, { newId, by }: typeof mineMaking): Coding {
  const text = textOf(base)
  const start = text.indexOf(words)
  const end = start + words.length
  const place = {
    source: source().id,
    content: source().content,
    start,
    end,
    quote: quoteHash(text, start, end),
  }
  return { ...place, id: newId(), code: id, coder: by, layer: 'own', at: 5 }
}

/** Every coding of a project. */
export function codings(project: Archive['project']): Coding[] {
  return [...project.codings.values()].flat()
}
