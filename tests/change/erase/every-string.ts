import { writeCodebook } from '../../../shared/exchange/codebook-files.ts'
import { projectFileEntries } from '../../../shared/exchange/project-file.ts'
import { codebookOf, excerptSheet, projectValues } from '../../../shared/exchange/project-tables.ts'
import { writeCsv } from '../../../shared/exchange/write-csv.ts'
import type { Archive } from '../../../shared/model/archive.ts'

/** Every text that Loam writes of an archive, by where it stands: all files of a project file, whole and for other
    tools, tables, the codebook, and the log. */
export async function everyString(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder()
  const found = new Map<string, string>()
  const texts = (hash: Parameters<typeof archive.contents.get>[0]) => archive.contents.get(hash)?.text
  for (const standardOnly of [false, true])
    for (const [name, bytes] of projectFileEntries(archive, { at: 0, standardOnly }))
      found.set(`${standardOnly ? 'standard ' : ''}${name}`, `${name}\n${decoder.decode(bytes)}`)
  found.set('csv', decoder.decode(writeCsv(excerptSheet(archive.project, texts))))
  found.set('json', JSON.stringify(projectValues(archive.project, texts)))
  found.set('log', JSON.stringify(archive.changes))
  found.set('files', JSON.stringify([...archive.originals.values()].map(({ name }) => name)))
  for (const [hash, { bytes }] of archive.originals) found.set(hash, decoder.decode(bytes))
  if (archive.project.tables.code.size > 0)
    for (const ending of ['qdc', 'html', 'md'] as const)
      found.set(ending, decoder.decode(await writeCodebook(codebookOf(archive.project), ending)))
  return found
}

/** Where some words still stand, whatever their case. */
export async function standingIn(archive: Archive, words: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const [place, text] of await everyString(archive))
    for (const each of words)
      if (text.toLowerCase().includes(each.toLowerCase())) found.push(`${place}: ${each}`)
  return found
}
