import type { ReportDocument } from './report-document.ts'

/** What stands under a report's title: which coding it reads, and for whom it was prepared. A codebook, which reads none,
    says how many codes it has. */
export function underTitle({ template, layer, audience }: ReportDocument): string {
  if (template === 'codebook') return `${layer}.`
  return `Reads ${layer}.${audience ? ` Prepared for: ${audience}.` : ''}`
}
