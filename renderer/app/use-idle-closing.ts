import { useEffect } from 'react'
import { usualIdleMinutes } from '../project/lock-project.ts'
import { useOpenProject } from '../project/project-context.tsx'
import { useListed } from '../project/use-listed.ts'
import { say } from '../ui/messages.tsx'

/** Closes a locked project, so that it asks for its passphrase again, once nobody has used the window for a while. */
export function useIdleClosing(): void {
  const open = useOpenProject()
  const listed = useListed(open.id)
  const minutes = listed?.lock ? (listed.closesAfter ?? usualIdleMinutes) : 0
  useEffect(() => {
    if (minutes === 0) return
    let last = Date.now()
    const ending = new AbortController()
    const use = () => {
      last = Date.now()
    }
    for (const act of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
      window.addEventListener(act, use, { capture: true, passive: true, signal: ending.signal })
    // Looked at now and then instead of counted down: a machine that slept does not count, and has been left alone.
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return
      location.hash = '#/'
      say({ kind: 'done', text: `The project was closed and locked after ${minutes} minutes without use.` })
    }, 10_000)
    return () => {
      ending.abort()
      clearInterval(timer)
    }
  }, [minutes])
}
