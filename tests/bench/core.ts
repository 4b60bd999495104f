import { packCodings, packTurns, unpackCodings, unpackTurns } from '../../renderer/project/columns.ts'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { create, invert } from '../../shared/change/edit.ts'
import { afterChange, undoStack } from '../../shared/change/undo-stack.ts'
import { readId } from '../../shared/model/ids.ts'
import { brokenByEdits } from '../../shared/model/integrity.ts'
import type { Project } from '../../shared/model/project.ts'
import { bigArchive } from './big-archive.ts'
import { type Figure, measure } from './measure.ts'

/** One more coding in a project of 150,000: what a commit and its undo cost before anything is written, and what
    opening costs once everything is read. */
export async function coreFigures(): Promise<Figure[]> {
  const { project, changes } = bigArchive({ sources: 1000, words: 1500, codings: 150, codes: 60 })
  const [first] = changes
  if (!first) throw new Error('Nothing was made')
  const header = { ...first, parents: [first.id] }
  const stack = undoStack(Array.from({ length: 20_000 }, () => header))
  const edit = oneMore(project)
  const applied = applyEdits(project, [edit])
  if (!applied.ok) throw new Error(applied.problem)
  const columns = packed(project)
  return [
    await measure('one more coding among 150,000: checked and applied in memory', 2, 200, () => {
      const after = applyEdits(project, [edit])
      if (!after.ok || brokenByEdits(after.project, [edit]).length > 0) throw new Error('Refused')
      return afterChange(stack, header)
    }),
    await measure('taking it back', 2, 200, () => {
      const taken = invert(edit)
      const before = applyEdits(applied.project, [taken])
      if (!before.ok || brokenByEdits(before.project, [taken]).length > 0) throw new Error('Refused')
      return afterChange(stack, { ...header, cause: { kind: 'undo', of: header.id } })
    }),
    await measure('opening: columns of 1,000 sources into codings and turns', null, 5, () => {
      columns.codings.map(unpackCodings)
      columns.turns.map(unpackTurns)
    }),
  ]
}

function packed(project: Project) {
  return {
    codings: [...project.codings].map(([source, codings]) => packCodings(source, codings)),
    turns: [...project.turns].map(([source, turns]) => packTurns(source, turns)),
  }
}

function oneMore(project: Project) {
  for (const codings of project.codings.values()) {
    const like = codings[0]
    const id = readId<'coding'>('99999999-9999-4999-8999-999999999999')
    if (like && id) return create('coding', { ...like, id, start: like.start + 1 })
  }
  throw new Error('There are no codings')
}
