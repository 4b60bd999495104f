import { type KeyboardEvent, useState } from 'react'
import { readValue, showValue } from '../../../shared/commands/attributes-written.ts'
import type { AttributeKind, AttributeValue } from '../../../shared/model/entities.ts'
import { problemWith } from '../../parts/attribute-field.tsx'
import styles from './fact-grid.module.css'
import type { Grid } from './use-grid.ts'

/** What a cell of facts shows and takes. */
export interface Fact {
  readonly kind: AttributeKind
  readonly choices?: readonly string[]
  readonly value: AttributeValue | undefined
}

/** One cell, written in where it stands: Enter or typing begins, Enter keeps and goes down, Tab keeps and goes on,
    Escape gives back what stood, Delete empties. */
export function FactCell({
  grid,
  row,
  column,
  name,
  fact,
  onKeep,
}: {
  readonly grid: Grid
  readonly row: number
  readonly column: number
  readonly name: string
  readonly fact: Fact
  readonly onKeep: (value: AttributeValue | null) => void
}) {
  const [text, setText] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const place = grid.cell(row, column)
  const shown = showValue(fact.value)
  const end = () => {
    setText(null)
    setProblem(null)
  }
  const keep = (written: string): boolean => {
    const trouble = problemWith(written, fact.kind)
    setProblem(trouble)
    if (trouble !== null) return false
    end()
    if (written.trim() !== shown) onKeep(readValue(written, fact.kind))
    return true
  }
  const write = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      end()
      grid.go(row, column)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      const [down, right] = event.key === 'Enter' ? [1, 0] : [0, event.shiftKey ? -1 : 1]
      if (keep(text ?? '')) grid.go(row + down, column + right)
    }
  }
  const begin = (event: KeyboardEvent) => {
    if (grid.onKey(event, row, column)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      if (shown !== '') onKeep(null)
    } else if (event.key === 'Enter' || event.key === 'F2') setText(shown)
    else if (event.key.length === 1 && event.key !== ' ') setText(isList(fact) ? shown : event.key)
    else return
    event.preventDefault()
  }
  if (text === null) {
    return (
      <td
        {...place}
        onKeyDown={begin}
        onDoubleClick={() => setText(shown)}
        aria-label={`${name}: ${shown || 'not known'}`}
      >
        {shown === '' ? <span className={styles.unknown}>–</span> : shown}
      </td>
    )
  }
  const writing = { 'aria-label': name, className: styles.input, onKeyDown: write, autoFocus: true } as const
  return (
    <td {...place} className={styles.writing}>
      {isList(fact) ? (
        <select
          {...writing}
          value={text}
          onBlur={() => keep(text)}
          onChange={(event) => setText(event.target.value)}
        >
          {optionsOf(fact).map((option) => (
            <option key={option} value={option}>
              {option === '' ? 'not known' : option}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...writing}
          aria-invalid={problem !== null}
          value={text}
          onBlur={() => keep(text)}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {problem === null ? null : (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </td>
  )
}

function isList(fact: Fact): boolean {
  return fact.kind === 'yes-no' || (fact.kind === 'choice' && (fact.choices?.length ?? 0) > 0)
}

function optionsOf(fact: Fact): readonly string[] {
  const choices = fact.kind === 'yes-no' ? ['yes', 'no'] : (fact.choices ?? [])
  const own = showValue(fact.value)
  return ['', ...choices, ...(own === '' || choices.includes(own) ? [] : [own])]
}
