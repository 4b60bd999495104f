import type { Coding } from '../../../shared/model/entities.ts'
import type { SourceId } from '../../../shared/model/ids.ts'
import type { Project, Texts } from '../../../shared/model/project.ts'
import type { Excerpt } from '../../parts/excerpt-filters-rules.ts'
import { desktop } from '../../platform/desktop.ts'
import { say } from '../../ui/messages.tsx'
import { fileName } from './export-codebook-dialog.tsx'

export type ExcerptEnding = 'xlsx' | 'csv' | 'docx'

/** Writes the excerpts shown to a file. Words that may not be quoted stay out of it, whatever is readable here. */
export async function exportExcerpts(
  project: Project,
  texts: Texts,
  shown: readonly Excerpt[],
  name: string,
  ending: ExcerptEnding,
): Promise<void> {
  const bytes = await written(project, texts, shown, name, ending)
  const suggestedName = `${fileName(name)} excerpts.${ending}`
  const saved = await desktop().saveAs({
    suggestedName,
    title: 'Export excerpts',
    bytes,
    mediaType: mediaTypes[ending],
  })
  if (saved?.ok) say({ kind: 'done', text: `The excerpts are in ${saved.name}.` })
  else if (saved) say({ kind: 'trouble', text: saved.problem })
}

async function written(
  project: Project,
  texts: Texts,
  shown: readonly Excerpt[],
  name: string,
  ending: ExcerptEnding,
): Promise<Uint8Array> {
  const [{ excerptTable }, files] = await Promise.all([
    import('../../../shared/report/excerpts.ts'),
    import('../../../shared/report/export-excerpts.ts'),
  ])
  const table = excerptTable(project, texts, {
    layer: { choice: 'all', name: 'the excerpts shown', bySource: bySource(shown) },
  })
  if (ending === 'csv') return new TextEncoder().encode(files.excerptsCsv(table))
  return ending === 'xlsx' ? files.excerptsXlsx(table) : files.excerptsDocx(table, name)
}

function bySource(shown: readonly Excerpt[]): ReadonlyMap<SourceId, readonly Coding[]> {
  const groups = new Map<SourceId, Coding[]>()
  for (const { coding } of shown) {
    const group = groups.get(coding.source)
    if (group) group.push(coding)
    else groups.set(coding.source, [coding])
  }
  return groups
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<ExcerptEnding, string>
