import { useDeferredValue, useMemo, useState } from 'react'
import type { TeamProgress } from '../../../shared/analysis/team-progress.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { counted, number } from '../../../shared/text/counted.ts'
import { useBlind } from '../../project/project-context.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './overview.module.css'
import { fittingSources, type WorkFilter } from './overview-words.ts'
import { WorkGrid } from './work-grid.tsx'

/** Every source with every coder: who is to code it, who began, who is done. Some can be chosen and assigned. */
export function WorkMatrix({
  sources,
  progress,
  chosen,
  onChoose,
  onAssign,
}: {
  readonly sources: readonly Source[]
  readonly progress: TeamProgress
  readonly chosen: ReadonlySet<SourceId>
  readonly onChoose: (chosen: ReadonlySet<SourceId>) => void
  /** Null where nobody assigns: in a copy for one coder. */
  readonly onAssign: (() => void) | null
}) {
  const { isBlind } = useBlind()
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<WorkFilter>('all')
  const wanted = useDeferredValue(words)
  const shown = useMemo(
    () => fittingSources(sources, progress, { words: wanted, filter }),
    [sources, progress, wanted, filter],
  )
  if (sources.length === 0)
    return (
      <EmptyState title="No sources yet">
        Once interviews and documents are brought in, they are shared out here.
      </EmptyState>
    )
  return (
    <section aria-label="Who codes what" className={styles.matrix}>
      <div className={styles.toolbar}>
        <div className={styles.filter}>
          <TextField
            label="Filter sources"
            hideLabel
            placeholder="Filter sources by name"
            value={words}
            onChange={setWords}
          />
        </div>
        <Select
          label="Which sources"
          hideLabel
          value={filter}
          options={filters(progress)}
          onChange={setFilter}
        />
        <span className={styles.quiet} role="status">
          {shown.length === sources.length ? '' : `${number(shown.length)} of `}
          {counted(sources.length, 'source')},{' '}
          {progress.unassigned === 0 ? 'each assigned' : `${number(progress.unassigned)} assigned to nobody`}
        </span>
        <span className={styles.grow} />
        {chosen.size > 0 ? (
          <Button look="quiet" onPress={() => onChoose(new Set())}>
            Clear selection
          </Button>
        ) : null}
        {onAssign ? (
          <Button look={chosen.size > 0 ? 'do' : 'plain'} isDisabled={chosen.size === 0} onPress={onAssign}>
            {chosen.size > 0 ? `Assign ${counted(chosen.size, 'source')}…` : 'Assign…'}
          </Button>
        ) : null}
      </div>
      <WorkGrid sources={shown} progress={progress} chosen={chosen} onChoose={onChoose} />
      <p className={styles.key}>
        <span aria-hidden="true">○</span> assigned ·{' '}
        {isBlind ? null : (
          <>
            <span aria-hidden="true">◐</span> begun ·{' '}
          </>
        )}
        <span aria-hidden="true">●</span> done
        {isBlind ? null : ' · numbers are codings; without a sign before them nothing was assigned'}
      </p>
    </section>
  )
}

function filters(progress: TeamProgress): readonly { readonly key: WorkFilter; readonly label: string }[] {
  return [
    { key: 'all', label: 'All sources' },
    { key: 'nobody', label: 'Assigned to nobody' },
    { key: 'not done', label: 'Not done yet' },
    ...progress.coders.map(({ coder }) => ({ key: coder.id, label: `Assigned to ${coder.name}` })),
  ]
}
