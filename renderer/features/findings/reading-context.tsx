import { createContext, type ReactNode, useContext, useRef } from 'react'
import type { ReportReading } from './use-report-reading.ts'

const Context = createContext<{ readonly current: ReportReading } | null>(null)

/** Puts the newest reading within reach of everything in a report without drawing all of it again. */
export function ReadingProvider({
  reading,
  children,
}: {
  readonly reading: ReportReading
  readonly children: ReactNode
}) {
  const newest = useRef(reading)
  newest.current = reading
  return <Context value={newest}>{children}</Context>
}

/** The newest reading, for what is asked when somebody acts. Does not re-render by itself. */
export function useNewestReading(): { readonly current: ReportReading } {
  const newest = useContext(Context)
  if (!newest) throw new Error('No report is being read here')
  return newest
}
