import { useEffect } from 'react'
import { hrefTo } from '../parts/places.ts'
import { isSearchKey } from '../parts/search-keys.ts'
import { redoLast, undoLast } from '../parts/undo.ts'
import { useOpenProject } from '../project/project-context.tsx'

/** Keys that work everywhere on the desk. Fields that people write in keep their own undo. */
export function useKeymap(): void {
  const open = useOpenProject()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (isSearchKey(event)) {
        event.preventDefault()
        location.hash = hrefTo(open.id, { kind: 'search' })
      }
      if (writesIn(event.target)) return
      const again = key === 'y' || (key === 'z' && event.shiftKey)
      if (!again && key !== 'z') return
      event.preventDefault()
      void (again ? redoLast(open) : undoLast(open))
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [open])
}

/** True in fields with a text of their own; the transcript is read-only, so undo there is the project's. */
function writesIn(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button'].includes(target.type) && !target.readOnly
  if (target instanceof HTMLTextAreaElement) return !target.readOnly
  return target.isContentEditable && target.getAttribute('aria-readonly') !== 'true'
}
