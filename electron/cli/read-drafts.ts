import { basename } from 'node:path'
import type { FileProblem } from '../../shared/cli.ts'
import type { DraftToKeep } from '../../shared/commands/import-sources.ts'
import { translatedTexts } from '../../shared/commands/import-translations.ts'
import { adjustDraft } from '../../shared/importers/adjust-draft.ts'
import { readSource } from '../../shared/importers/read-source.ts'
import type { SourceDraft } from '../../shared/importers/source-draft.ts'
import { surveyDrafts } from '../../shared/importers/survey-drafts.ts'
import type { SurveyShape } from '../../shared/importers/survey-table.ts'
import type { SourceKind } from '../../shared/model/entities.ts'
import { sha256, textHash } from './node-making.ts'
import { readBytes } from './open-project.ts'
import { readPdf } from './pdf-reader.ts'

/** What came of reading files: drafts to keep, files that could not be used, and those whose bytes are known. */
export interface DraftsRead {
  readonly drafts: readonly DraftToKeep[]
  readonly problems: readonly FileProblem[]
  readonly already: readonly string[]
}

/** How to read what can be read in several ways; absent: as guessed. */
interface Ways {
  readonly shape?: SurveyShape | undefined
  /** Names of the tiers that are speech, in files with several. */
  readonly tiers?: readonly string[]
}

/** Reads transcripts. Nobody looks at a preview here, so what is only a suggestion stays out. `known` are hashes of
    files that were imported before. */
export async function readDrafts(
  files: readonly string[],
  known: ReadonlySet<string>,
  { shape, tiers = [] }: Ways = {},
): Promise<DraftsRead> {
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
      const outcome = await readSource(
        { name: basename(file), bytes: read.bytes },
        { pdf: readPdf, ...(tiers.length > 0 ? { tiers } : {}) },
      )
      const original = { hash, name: basename(file), bytes: read.bytes }
      if (outcome.ok)
        for (const draft of sourcesOf(outcome.draft, shape)) drafts.push(toKeep(draft, original))
      else problems.push({ file, problem: `“${basename(file)}”: ${outcome.problem}` })
    }
    seen.add(hash)
  }
  return { drafts, problems, already }
}

/** A survey becomes several sources, everything else one. */
function sourcesOf(draft: SourceDraft, shape: SurveyShape | undefined): readonly SourceDraft[] {
  return draft.survey ? surveyDrafts(draft.survey, { roles: {}, ...(shape ? { shape } : {}) }) : [draft]
}

function toKeep(read: SourceDraft, original: DraftToKeep['original']): DraftToKeep {
  const draft = adjustDraft(read, { notSpeakers: [], merges: {}, roles: {}, takeSuggested: false })
  const translated = translatedTexts(draft).map(({ text }) => textHash(text))
  return { draft, content: textHash(draft.text), original, kind: kindOf(draft), translated }
}

/** What a transcript probably is: many participants make a group session, no turns a document. */
function kindOf({ turns, speakers, asked }: SourceDraft): SourceKind {
  if (asked) return 'survey'
  if (turns.length === 0) return 'document'
  return speakers.filter((speaker) => speaker.role === 'participant').length > 2 ? 'group' : 'interview'
}
