import { type Change, changeFormat, type Edit } from '../../shared/change/change.ts'
import { update } from '../../shared/change/edit.ts'
import { mergeCopies } from '../../shared/change/merge/merge-copies.ts'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { makingAt } from '../change/merge/begun-inquiry.ts'
import { bigArchive, fullScale } from './big-archive.ts'
import { type Figure, measure } from './measure.ts'

/** Two copies of 150,000 codings, each with a tenth of them worked on, merged: by their logs, from a base that is
    given, and as strangers whose logs share nothing. */
export async function mergeFigures(): Promise<Figure[]> {
  const base = bigArchive(fullScale)
  const mine = starred(base, 'mine', 0)
  const theirs = starred(base, 'theirs', 5)
  const making = makingAt('merge')
  const turns = [...base.project.turns.values()].reduce((sum, list) => sum + list.length, 0)
  const what = `two copies of 150,000 codings and ${turns} turns, a tenth of the codings changed in each, merged`
  const merge = (copies: Parameters<typeof mergeCopies>[0]) => () => {
    const { gesture } = mergeCopies(copies, { prefer: 'mine' }, making)
    if (gesture.edits.length < 10_000) throw new Error('Too little came in')
  }
  const strangers = { mine, theirs: { ...theirs, changes: [alone(theirs)] } }
  return [
    await measure(`${what}, base found in the logs`, 5000, 3, merge({ mine, theirs })),
    await measure('  base given as a file', 5000, 3, merge({ ...strangers, base })),
    await measure('  as strangers: every entity compared without a base', 5000, 3, () =>
      mergeCopies(strangers, { prefer: 'mine' }, making),
    ),
  ]
}

/** Every tenth coding marked or noted, as one change. */
function starred(base: Archive, desk: string, from: number): Archive {
  const all = [...base.project.codings.values()].flat()
  const edits = all.flatMap((coding, i): Edit[] =>
    i % 10 === from ? [update('coding', coding, { note: desk, flag: true })] : [],
  )
  return { ...base, ...recordGesture({ label: 'Mark', edits }, base, makingAt(desk)) }
}

function alone({ changes }: Archive): Change {
  const making = makingAt('stranger')
  const { edits, ...header } = changes[0] ?? { edits: [] }
  return {
    ...header,
    id: making.newId(),
    copy: making.copy,
    seq: 1,
    parents: [],
    at: 0,
    by: making.by,
    label: 'Open',
    cause: { kind: 'import' },
    format: changeFormat,
    edits,
  }
}
