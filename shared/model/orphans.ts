import type { Coding, Memo, Restriction } from './entities.ts'
import type { SourceId } from './ids.ts'
import { codingsOf, entity, type Project } from './project.ts'

/** What stands on an earlier text of a source because its words are not in the text read now. */
export interface Orphans {
  readonly codings: readonly Coding[]
  readonly memos: readonly PassageMemo[]
  readonly restrictions: readonly Restriction[]
}

/** A memo about a passage. */
export type PassageMemo = Memo & { readonly about: Extract<Memo['about'], { readonly kind: 'passage' }> }

/** What of a source needs a place in the text read now. */
export function orphansOf(project: Project, id: SourceId): Orphans {
  const { content } = entity(project, 'source', id)
  return {
    codings: codingsOf(project, id).filter((coding) => coding.content !== content),
    memos: passageMemosOf(project, id).filter(({ about }) => about.content !== content),
    restrictions: [...project.tables.restriction.values()].filter(
      (each) => each.source === id && each.content !== content,
    ),
  }
}

/** Memos about passages of a source, on whichever of its texts. */
export function passageMemosOf(project: Project, source: SourceId): readonly PassageMemo[] {
  return [...project.tables.memo.values()]
    .filter(isAboutPassage)
    .filter(({ about }) => about.source === source)
}

function isAboutPassage(memo: Memo): memo is PassageMemo {
  return memo.about.kind === 'passage'
}
