import { type SourceToCorrect, withCorrections } from '../../../shared/commands/correct-sources.ts'
import type { SourcesImport } from '../../../shared/commands/import-sources.ts'
import type { Making } from '../../../shared/commands/making.ts'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import type { ContentHash, ParticipantId, SourceId } from '../../../shared/model/ids.ts'
import { entity, type Project } from '../../../shared/model/project.ts'
import { alignTexts } from '../../../shared/text/align-texts.ts'
import { type FileChoice, voiceOf } from './import-choices.ts'

/** A file that corrects a source, with the text it has instead. */
export interface FileToCorrect {
  readonly file: FileChoice & { readonly draft: SourceDraft }
  readonly source: SourceId
  /** The text of the source until now. */
  readonly before: string
  /** SHA-256 of the better text. */
  readonly content: ContentHash
}

/** What correcting a source by a file does, as part of an import: its labels are who was chosen. */
export function correctIn(project: Project, file: FileToCorrect, making: Making): SourcesImport {
  const nothing = { gesture: { label: '', edits: [] }, contents: [], originals: [] }
  return withCorrections(project, nothing, [sourceToCorrect(project, file)], making)
}

/** The correction that a file is, with its labels as chosen. */
export function sourceToCorrect(
  project: Project,
  { file, source, before, content }: FileToCorrect,
): SourceToCorrect {
  const participants: Record<string, ParticipantId> = {}
  const pseudonyms: Record<string, string> = {}
  // Who new labels are is asked under the source's name, which role words are numbered by.
  const named = { ...file, draft: { ...file.draft, name: entity(project, 'source', source).name } }
  for (const { label } of file.draft.speakers) {
    const voice = voiceOf(project, named, label)
    if (voice.kind === 'known') participants[label] = voice.participant
    else pseudonyms[label] = voice.pseudonym
  }
  const original = { hash: file.hash, name: file.file.name, bytes: file.file.bytes }
  const version = {
    draft: file.draft,
    original,
    participants,
    ...(file.encoding ? { encoding: file.encoding } : {}),
  }
  return {
    source,
    correction: { alignment: alignTexts(before, file.draft.text), content, version },
    pseudonyms,
  }
}
