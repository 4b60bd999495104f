import type { Archive } from '../model/archive.ts'
import type { Code } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { whoWithdrew } from '../model/who-withdrew.ts'
import { type CoverNames, coverNames } from '../report/cover-names.ts'
import { withoutWithdrawn } from './without-withdrawn.ts'

/** A project whose codes, kept versions too, may leave in a codebook's file: what they quote of withdrawn words is
    "[withdrawn]", and names behind pseudonyms are covered in what explains them. Codes' own names stay, since others
    recognise them by those. Where somebody withdrew, the archive must hold the texts. */
export function withToldCodes(archive: Archive): Project {
  const { project } = archive
  const { tables } = mayQuoteWithdrawn(project) ? withoutWithdrawn(archive).archive.project : project
  const cover = coverNames(project)
  return {
    ...project,
    tables: {
      ...project.tables,
      code: new Map([...tables.code].map(([id, code]) => [id, covered(code, cover)])),
      codebookVersion: new Map(
        [...tables.codebookVersion].map(([id, version]) => [
          id,
          { ...version, codes: version.codes.map((code) => covered(code, cover)) },
        ]),
      ),
    },
  }
}

/** True where somebody took words back, so that the texts are needed to find them in codes. */
export function mayQuoteWithdrawn(project: Project): boolean {
  return [...project.tables.source.values()].some((source) => whoWithdrew(project, source) !== null)
}

function covered(code: Code, cover: CoverNames): Code {
  const changed: Partial<Record<'definition' | 'include' | 'exclude' | 'example', string>> = {}
  for (const field of ['definition', 'include', 'exclude', 'example'] as const) {
    const words = code[field]
    if (words !== undefined && cover(words) !== words) changed[field] = cover(words)
  }
  return Object.keys(changed).length > 0 ? { ...code, ...changed } : code
}
