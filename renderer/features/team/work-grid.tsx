import type { TeamProgress } from '../../../shared/analysis/team-progress.ts'
import type { Source } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import { SourceGrid } from '../../parts/source-grid.tsx'
import { useBlind } from '../../project/project-context.tsx'
import styles from './overview.module.css'
import { workInWords } from './overview-words.ts'

/** Sources by coders: who has to code what, and how far each is. */
export function WorkGrid({
  sources,
  progress,
  chosen,
  onChoose,
}: {
  readonly sources: readonly Source[]
  readonly progress: TeamProgress
  readonly chosen: ReadonlySet<SourceId>
  readonly onChoose: (chosen: ReadonlySet<SourceId>) => void
}) {
  const { isBlind } = useBlind()
  return (
    <SourceGrid
      label="Sources and coders"
      verb="Choose"
      rows={sources.map((source) => ({ source }))}
      rowHeight={36}
      chosen={chosen}
      onChoose={onChoose}
      looks={{ scroll: undefined, table: styles.grid, row: styles.row }}
      heads={
        <>
          <th scope="col" data-column="name">
            Source
          </th>
          {progress.coders.map(({ coder }) => (
            <th key={coder.id} scope="col" title={coder.name}>
              {coder.initials}
              <span className="visually-hidden">, {coder.name}</span>
            </th>
          ))}
        </>
      }
      cells={({ source: { id, name } }, place) => (
        <>
          <td data-column="name">
            <a {...place}>{name}</a>
          </td>
          {progress.coders.map(({ coder }) => {
            const { sign, text, said } = workInWords(progress.work(id, coder.id), isBlind)
            return (
              <td key={coder.id} title={said === '' ? undefined : `${coder.name}: ${said}`}>
                <span aria-hidden="true">
                  <span className={styles.sign}>{sign}</span> {text === 'done' ? '' : text}
                </span>
                <span className="visually-hidden">{said}</span>
              </td>
            )
          })}
        </>
      )}
    />
  )
}
