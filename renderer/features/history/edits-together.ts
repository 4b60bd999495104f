import type { Edit } from '../../../shared/change/change.ts'
import { kindName } from '../../../shared/change/kind-words.ts'

/** What a change of very many edits did, by kind: "1,000 sources added". Told in time that grows with the edits. */
export function editsTogether(edits: readonly Edit[]): readonly string[] {
  const counts = new Map<Edit['kind'], Record<Act, number>>()
  for (const edit of edits) {
    const known = counts.get(edit.kind) ?? { added: 0, changed: 0, deleted: 0 }
    known[edit.before === null ? 'added' : edit.after === null ? 'deleted' : 'changed']++
    counts.set(edit.kind, known)
  }
  return [...counts].flatMap(([kind, count]) =>
    acts.flatMap((act) =>
      count[act] > 0 ? [`${numbers.format(count[act])} ${kindName(kind, count[act])} ${act}`] : [],
    ),
  )
}

type Act = 'added' | 'changed' | 'deleted'

const acts: readonly Act[] = ['added', 'changed', 'deleted']

const numbers = new Intl.NumberFormat('en')
