import { useEffect, useState } from 'react'
import { desktop } from '../../platform/desktop.ts'
import { useOpenProject } from '../../project/project-context.tsx'
import { say } from '../../ui/messages.tsx'
import { fileName } from './export-formats.ts'
import type { ReportReading } from './use-report-reading.ts'

/** Prints a report by its title once what is drawn is the newest: a report just meant for other readers must not
    go to paper as it was composed for the readers before. */
export function usePrinting(reading: ReportReading | null): (title: string) => void {
  const open = useOpenProject()
  const [wanted, setWanted] = useState<string | null>(null)
  useEffect(() => {
    if (wanted === null || reading?.project !== open.project) return
    setWanted(null)
    requestAnimationFrame(() => void print(wanted))
  }, [wanted, reading, open])
  return setWanted
}

async function print(title: string): Promise<void> {
  const printed = await desktop().printToPdf(`${fileName(title)}.pdf`)
  if (!printed.ok) say({ kind: 'trouble', text: printed.problem })
}
