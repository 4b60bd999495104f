import type { Gesture } from '../change/change.ts'
import { create, isIdle } from '../change/edit.ts'
import type { Coding } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { codingsOf, entity, type Project } from '../model/project.ts'
import { decisionsWithout } from './follow-decisions.ts'
import type { Making } from './making.ts'
import { choicesAfter, recodeTo } from './unite-codings.ts'

/** Gives passages another code in place of theirs. Coder, stance, star and note stay. Null when all have it already. */
export function recode(project: Project, codings: readonly Coding[], code: CodeId): Gesture | null {
  const other = codings.filter((coding) => coding.code !== code)
  if (other.length === 0) return null
  const recoded = recodeTo(project, other, code)
  const edits = [
    ...choicesAfter(project, recoded),
    // What was agreed on with another code is no longer what was decided.
    ...decisionsWithout(project, other),
    ...recoded.edits,
  ].filter((edit) => !isIdle(edit))
  return { label: `Recode ${passages(other.length)} with ${entity(project, 'code', code).name}`, edits }
}

/** Adds a code to passages that keep the codes they have, as the person at work. Where they coded a passage so
    already nothing is added; null when that is so everywhere. */
export function alsoCode(
  project: Project,
  codings: readonly Coding[],
  code: CodeId,
  making: Making,
): Gesture | null {
  const seen = new Set<string>()
  const edits = codings.flatMap(({ source, content, start, end, quote }) => {
    const key = `${source} ${content} ${start} ${end}`
    if (seen.has(key) || isCoded(project, { source, content, start, end }, code, making)) return []
    seen.add(key)
    const id = making.newId<'coding'>()
    return [
      create('coding', {
        id,
        source,
        content,
        start,
        end,
        code,
        coder: making.by,
        layer: 'own',
        at: making.at,
        quote,
      }),
    ]
  })
  if (edits.length === 0) return null
  return { label: `Code ${passages(edits.length)} with ${entity(project, 'code', code).name} too`, edits }
}

function isCoded(
  project: Project,
  passage: Pick<Coding, 'source' | 'content' | 'start' | 'end'>,
  code: CodeId,
  { by }: Making,
): boolean {
  return codingsOf(project, passage.source).some(
    (each) =>
      each.start === passage.start &&
      each.end === passage.end &&
      each.content === passage.content &&
      each.code === code &&
      each.coder === by &&
      each.layer === 'own',
  )
}

function passages(count: number): string {
  return count === 1 ? 'a passage' : `${count} passages`
}
