import type { ReportDocument } from './report-document.ts'

/** What stands under a report's title: which coding it reads, and for whom it was prepared. */
export function underTitle({ layer, audience }: ReportDocument): string {
  return `Reads ${layer}.${audience ? ` Prepared for: ${audience}.` : ''}`
}
