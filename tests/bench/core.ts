import { applyEdits } from '../../shared/change/apply-change.ts'
import { create, invert } from '../../shared/change/edit.ts'
import { afterChange, undoStack } from '../../shared/change/undo-stack.ts'
import { readId } from '../../shared/model/ids.ts'
import { brokenByEdits } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'
import { bigArchive } from './big-archive.ts'
import { type Figure, measure } from './measure.ts'

/** One more coding in a project of 150,000: what a commit costs before anything is written. */
export async function coreFigures(): Promise<Figure[]> {
  const { project, changes } = bigArchive({ sources: 1000, words: 1500, codings: 150, codes: 60 })
  const header = changes[0]
  if (!header) throw new Error('Nothing was made')
  const stack = undoStack(Array.from({ length: 20_000 }, () => header))
  const edit = oneMore(project)
  return [
    await measure('one more coding among 150,000: checked and applied in memory', 2, 200, () => {
      const applied = applyEdits(project, [edit])
      if (!applied.ok || brokenByEdits(applied.project, [edit]).length > 0) throw new Error('Refused')
      afterChange(stack, header)
      return applyEdits(applied.project, [invert(edit)])
    }),
  ]
}

function oneMore(project: Project) {
  for (const codings of project.codings.values()) {
    const like = codings[0]
    const id = readId<'coding'>('99999999-9999-4999-8999-999999999999')
    if (like && id) return create('coding', { ...like, id, start: like.start + 1 })
  }
  throw new Error('There are no codings')
}
