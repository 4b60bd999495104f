import { type KeyboardEvent, memo, useMemo } from 'react'
import { setAsked } from '../../../shared/commands/questions.ts'
import type { Asked, Question, Source } from '../../../shared/model/entities.ts'
import type { QuestionId } from '../../../shared/model/ids.ts'
import { sourcesInOrder } from '../../../shared/model/project.ts'
import { counted } from '../../../shared/text/counted.ts'
import { useCommit, useOpenProject, useProject } from '../../project/project-context.tsx'
import styles from './fact-grid.module.css'
import { useGradually } from './use-gradually.ts'
import { type Grid, useGrid } from './use-grid.ts'

/** Which question was put in which source. Arrow keys move; Space or Enter goes from unknown to asked to not asked;
    A, N and Delete say it at once. */
export function AskedMatrix({ questions }: { readonly questions: readonly Question[] }) {
  const project = useProject()
  const sources = useMemo(() => sourcesInOrder(project), [project])
  const shown = useGradually(sources)
  const grid = useGrid(shown.length, questions.length)
  if (questions.length === 0) return null
  return (
    <section aria-label="Asked or not">
      <h2 className={styles.heading}>Asked or not</h2>
      <p className={styles.quiet}>
        ● asked, ○ not asked, · unknown. Space changes a cell; A, N and Delete say it at once.
      </p>
      <div className={styles.wide}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that keys move through.
          role="grid"
          aria-label="Asked or not"
          ref={grid.ref}
          onFocus={grid.onFocus}
          className={`${styles.grid} ${styles.matrix}`}
        >
          <thead>
            <tr>
              <th scope="col">Source</th>
              {questions.map((question, i) => (
                <th key={question.id} scope="col" title={question.text}>
                  {i + 1}
                  <span className="visually-hidden">: {question.text}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((source, row) => (
              <SourceLine key={source.id} source={source} questions={questions} row={row} grid={grid} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Asked, of {counted(sources.length, 'source')}</th>
              {questions.map(({ id }) => (
                <td key={id}>{sources.filter((source) => source.asked?.[id] === 'asked').length}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

const SourceLine = memo(function SourceLine({
  source,
  questions,
  row,
  grid,
}: {
  readonly source: Source
  readonly questions: readonly Question[]
  readonly row: number
  readonly grid: Grid
}) {
  const open = useOpenProject()
  const commit = useCommit()
  const set = (question: QuestionId, asked: Asked | null) =>
    void commit(setAsked(open.project, source.id, [question], asked))
  const onKey = (event: KeyboardEvent, column: number, question: QuestionId) => {
    if (grid.onKey(event, row, column) || event.ctrlKey || event.metaKey || event.altKey) return
    const next = nextFor(event.key, source.asked?.[question])
    if (next === undefined) return
    event.preventDefault()
    set(question, next)
  }
  return (
    <tr>
      <th scope="row">{source.name}</th>
      {questions.map(({ id, text }, column) => {
        const asked = source.asked?.[id]
        return (
          <td
            key={id}
            {...grid.cell(row, column)}
            data-asked={asked ?? 'unknown'}
            aria-label={`${text} ${source.name}: ${asked ?? 'unknown'}`}
            onKeyDown={(event) => onKey(event, column, id)}
            onClick={() => set(id, after(asked))}
          >
            {asked === 'asked' ? '●' : asked === 'not asked' ? '○' : '·'}
          </td>
        )
      })}
    </tr>
  )
})

function nextFor(key: string, asked: Asked | undefined): Asked | null | undefined {
  if (key === ' ' || key === 'Enter') return after(asked)
  if (key.toLowerCase() === 'a') return 'asked'
  if (key.toLowerCase() === 'n') return 'not asked'
  return key === 'Delete' || key === 'Backspace' || key === '?' ? null : undefined
}

function after(asked: Asked | undefined): Asked | null {
  return asked === undefined ? 'asked' : asked === 'asked' ? 'not asked' : null
}
