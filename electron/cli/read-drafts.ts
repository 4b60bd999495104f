import { basename } from 'node:path'
import type { FileProblem } from '../../shared/cli.ts'
import type { DraftToKeep } from '../../shared/commands/import-sources.ts'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import type { SourceKind } from '../../shared/model/entities.ts'
import { sha256, textHash } from './node-making.ts'
import { readBytes } from './open-project.ts'

/** What came of reading files: drafts to keep, files that could not be used, and those whose bytes are known. */
export interface DraftsRead {
  readonly drafts: readonly DraftToKeep[]
  readonly problems: readonly FileProblem[]
  readonly already: readonly string[]
}

/** Reads transcripts. Nobody looks at a preview here, so what is only a suggestion stays out. `known` are hashes of
    files that were imported before. */
export async function readDrafts(files: readonly string[], known: ReadonlySet<string>): Promise<DraftsRead> {
  const seen = new Set(known)
  const drafts: DraftToKeep[] = []
  const problems: FileProblem[] = []
  const already: string[] = []
  for (const file of files) {
    const read = await readBytes(file)
    const hash = read.ok ? sha256(read.bytes) : ''
    if (!read.ok) problems.push({ file, problem: read.problem })
    else if (seen.has(hash)) already.push(file)
    else {
      const outcome = await readSource({ name: basename(file), bytes: read.bytes })
      if (outcome.ok) drafts.push(toKeep(outcome.draft, { hash, name: basename(file), bytes: read.bytes }))
      else problems.push({ file, problem: `“${basename(file)}”: ${outcome.problem}` })
    }
    seen.add(hash)
  }
  return { drafts, problems, already }
}

function toKeep(read: SourceDraft, original: DraftToKeep['original']): DraftToKeep {
  const draft = adjustDraft(read, { notSpeakers: [], merges: {}, roles: {}, takeSuggested: false })
  return { draft, content: textHash(draft.text), original, kind: kindOf(draft) }
}

/** What a transcript probably is: many participants make a group session, no turns a document. */
function kindOf({ turns, speakers }: SourceDraft): SourceKind {
  if (turns.length === 0) return 'document'
  return speakers.filter((speaker) => speaker.role === 'participant').length > 2 ? 'group' : 'interview'
}
