import type { Gesture } from '../../../shared/change/change.ts'
import { reanchorCoding, reanchorMemo, reanchorRestriction } from '../../../shared/commands/reanchor.ts'
import { removeCodings } from '../../../shared/commands/remove-codings.ts'
import { consentWords, liftRestriction } from '../../../shared/commands/restrict-passage.ts'
import { removeMemo } from '../../../shared/commands/write-memo.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { ContentHash } from '../../../shared/model/ids.ts'
import { orphansOf } from '../../../shared/model/orphans.ts'
import { codingsOf, type Project } from '../../../shared/model/project.ts'
import type { Span } from '../../../shared/text/positions.ts'
import { useCommit, useOpenProject, useSelected, useText } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { say } from '../../ui/messages.tsx'
import styles from './orphan-list.module.css'
import type { ReadingPlace } from './reading-place.ts'

/** What stands on words that a correction took away, to be placed anew or removed. Draws nothing where there is none. */
export function OrphanList({
  source,
  text,
  place,
  onDone,
}: {
  readonly source: Source
  readonly text: string
  readonly place: ReadingPlace
  /** Back to the text. */
  readonly onDone: () => void
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const codings = useSelected(({ project }) => codingsOf(project, source.id))
  const tables = useSelected(({ project }) => project.tables)
  const all = orphans(
    { ...open.project, tables, codings: new Map([[source.id, codings]]) },
    source,
    codings.length,
  )
  if (all.length === 0) return null
  const put = (orphan: Orphan) => {
    const { selection } = place.now()
    if (selection.start === selection.end)
      return say({ kind: 'done', text: 'Select the words in the transcript first, then place it at them.' })
    const gesture = orphan.place({ ...selection, text })
    if (gesture) void commit(gesture).then(onDone)
    else say({ kind: 'done', text: 'There are no words in the selection.' })
  }
  return (
    <details className={styles.orphans}>
      <summary>{needed(all)}</summary>
      <p>Their words are not in this text any more. Select the words they belong to now, or remove them.</p>
      <ul aria-label="Without a place">
        {all.map((orphan) => (
          <li key={orphan.id}>
            <div>
              <Quote orphan={orphan} />
              <small>{orphan.about}</small>
            </div>
            <Button
              look="quiet"
              aria-label={`Place ${orphan.name} at the selected words`}
              onPress={() => put(orphan)}
            >
              Place it at the selected words
            </Button>
            <Button
              look="quiet"
              aria-label={`Remove ${orphan.name}`}
              onPress={() => void commit(orphan.remove()).then(onDone)}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** "1 coding needs a place", "2 codings and 1 memo need a place". */
function needed(all: readonly Orphan[]): string {
  const kinds = ['coding', 'memo', 'rule'] as const
  const parts = kinds.flatMap((kind) => {
    const count = all.filter((each) => each.kind === kind).length
    return count > 0 ? [`${count} ${kind}${count === 1 ? '' : 's'}`] : []
  })
  const last = parts.pop() ?? ''
  return `${parts.length > 0 ? `${parts.join(', ')} and ` : ''}${last} ${all.length === 1 ? 'needs' : 'need'} a place`
}

interface Orphan {
  readonly id: string
  readonly kind: 'coding' | 'memo' | 'rule'
  readonly name: string
  readonly about: string
  readonly span: Span
  readonly content: ContentHash
  readonly place: (at: Span & { readonly text: string }) => Gesture | null
  readonly remove: () => Gesture | null
}

/** `count` only tells that codings changed, for whoever draws it. */
function orphans(project: Project, source: Source, _count: number): Orphan[] {
  const { codings, memos, restrictions } = orphansOf(project, source.id)
  const { code, coder } = project.tables
  return [
    ...codings.map((coding): Orphan => {
      const name = code.get(coding.code)?.name ?? 'a code that is gone'
      const who = coding.layer === 'agreed' ? 'agreed' : (coder.get(coding.coder)?.name ?? 'somebody')
      return {
        id: coding.id,
        kind: 'coding',
        name,
        about: [name, who, coding.note].filter((part) => part).join(' · '),
        span: coding,
        content: coding.content,
        place: (at) => reanchorCoding(project, source.id, coding.id, at),
        remove: () => removeCodings(project, source.id, [coding.id]),
      }
    }),
    ...memos.map((memo): Orphan => {
      const { about } = memo
      return {
        id: memo.id,
        kind: 'memo',
        name: `the memo ${memo.title}`,
        about: `Memo: ${memo.title}`,
        span: about,
        content: about.content,
        place: (at) => reanchorMemo(project, source.id, memo.id, at),
        remove: () => removeMemo(project, memo.id),
      }
    }),
    ...restrictions.map(
      (rule): Orphan => ({
        id: rule.id,
        kind: 'rule',
        name: 'the restriction of use',
        about: `Rule: ${consentWords[rule.consent]}. Until it has a place, it holds for all of this source.`,
        span: rule,
        content: rule.content,
        place: (at) => reanchorRestriction(project, source.id, rule.id, at),
        remove: () => liftRestriction(project, rule.id),
      }),
    ),
  ]
}

function Quote({ orphan: { content, span } }: { readonly orphan: Orphan }) {
  const text = useText(content)
  return <q>{text === null ? '…' : clipped(text.slice(span.start, span.end))}</q>
}

function clipped(quote: string): string {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > 240 ? `${line.slice(0, 239).toWellFormed().trimEnd()}…` : line
}
