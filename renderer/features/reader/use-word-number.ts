import { useDeferredValue, useEffect, useMemo } from 'react'
import type { Source } from '../../../shared/model/entities.ts'
import { turnsOf } from '../../../shared/model/project.ts'
import { useSelected } from '../../project/project-context.tsx'
import { noteStatus } from '../../ui/status-note.ts'
import { type ReadingPlace, useReading } from './reading-place.ts'
import { wordNumbers } from './word-numbers.ts'

/** Tells in the status line at which word of the source the caret stands. Follows the text, which must not wait. */
export function useWordNumber(source: Source, text: string, place: ReadingPlace): void {
  const turns = useSelected(({ project }) => turnsOf(project, source.id))
  const at = useDeferredValue(useReading(place).caret, -1)
  const isReady = at >= 0
  const numberAt = useMemo(() => (isReady ? wordNumbers(text, turns) : null), [isReady, text, turns])
  const number = numberAt?.(at)
  useEffect(() => {
    if (number === undefined || source.words === 0) return
    const words = source.words.toLocaleString('en')
    noteStatus(`Word ${Math.min(number, source.words).toLocaleString('en')} of ${words}`)
  }, [number, source.words])
  useEffect(() => () => noteStatus(''), [])
}
