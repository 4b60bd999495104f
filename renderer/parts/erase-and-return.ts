import { counted } from '../../shared/text/counted.ts'
import { desktop } from '../platform/desktop.ts'
import { type ErasedProject, eraseProject, type ToErase } from '../project/erase-project.ts'
import type { OpenProject } from '../project/open-project.ts'
import { say } from '../ui/messages.tsx'
import { hrefTo, type Place } from './places.ts'

/** Erases for good and opens the project again, at that part of its settings unless told otherwise: the account of it
    stands there. */
export async function eraseAndReturn(
  open: OpenProject,
  what: ToErase,
  place: Place = { kind: 'settings', part: 'erase' },
): Promise<void> {
  const leave = () => {
    location.hash = hrefTo(open.id, { kind: 'start' })
  }
  const erased = await eraseProject(open, what, { desk: desktop(), leave })
  location.hash = hrefTo(open.id, place)
  if (!erased.ok) return say({ kind: 'trouble', text: erased.problem })
  for (const text of erased.left) say({ kind: 'trouble', text })
  // Last, as what follows would take it away.
  say({ kind: 'done', text: doneInWords(erased) })
}

function doneInWords({ account, file, backupsDeleted }: ErasedProject): string {
  const gone = account
    ? ([
        [account.sourcesGone.length, 'source'],
        [account.codings.gone, 'coding'],
        [account.memos.gone, 'memo'],
        [account.originals.gone, 'original file'],
        [
          account.sourcesTouched.reduce((sum, { places }) => sum + places, 0),
          'place in texts',
          'places in texts',
        ],
      ] as const)
    : []
  const told = gone.flatMap(([count, one, many]) => (count > 0 ? [counted(count, one, many)] : []))
  return [
    told.length > 0 ? `Erased for good: ${told.join(', ')}.` : 'Erased for good.',
    ...(file ? [`${file} was written anew.`] : []),
    ...(backupsDeleted > 0 ? [`${counted(backupsDeleted, 'older backup')} deleted.`] : []),
  ].join(' ')
}
