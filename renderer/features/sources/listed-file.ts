import { adjustDraft } from '../../../shared/importers/adjust-draft.ts'
import { summaryOf } from '../../../shared/importers/draft-summary.ts'
import { likelyMerges } from '../../../shared/importers/likely-merges.ts'
import type { DraftSpeaker, SourceDraft } from '../../../shared/importers/source-draft.ts'
import type { SpeakerRole } from '../../../shared/model/entities.ts'
import { recordingKind } from '../../../shared/recording/recording-kind.ts'
import type { FileRead, WholeFile } from '../../workers/incoming-messages.ts'
import { type FileChoice, isUndecided, type ListedFile, newChoice, toBringIn } from './import-choices.ts'
import { withSurvey } from './survey-choice.ts'

/** A file as it was read, before anyone decided anything. */
export function newlyListed(name: string, read: FileRead, twin: string | null): ListedFile {
  const { hash, outcome, encoding, whole } = read
  const choice = {
    ...newChoice({ name, bytes: noBytes }, hash, whole ?? noWhole, twin),
    ...(encoding ? { encoding } : {}),
  }
  if (whole) return listed(choice)
  const draft = outcome.ok ? outcome.draft : null
  return { ...choice, file: { name }, outcome, draft, ticked: draft !== null && twin === null, sources: 1 }
}

const noBytes = new Uint8Array()
const noWhole = { ok: false, problem: '' } as const

/** A file without its text, as it was last decided. */
export function listed(choice: FileChoice): ListedFile {
  const { outcome, draft } = choice
  const suspected = outcome.ok && outcome.draft.turnsAre === 'suggested' ? outcome.draft.turns.length : 0
  return {
    ...choice,
    file: { name: choice.file.name },
    outcome: outcome.ok ? { ok: true, draft: summaryOf(outcome.draft), suspected } : outcome,
    draft: draft && summaryOf(draft),
    sources: draft ? toBringIn([{ ...choice, ticked: true }]).length : 0,
  }
}

/** The file with its text again, as it was decided. */
export function wholeChoice(file: ListedFile, { outcome: read, bytes }: WholeFile): FileChoice {
  // Every encoding that was ever offered stays on offer.
  const encoding = file.outcome.ok ? file.outcome.draft.encoding : undefined
  const outcome = read.ok && encoding ? { ...read, draft: { ...read.draft, encoding } } : read
  const draft = outcome.ok ? asDecided(outcome.draft, file.decisions) : null
  return withSurvey({ ...file, file: { name: file.file.name, bytes }, outcome, draft })
}

function asDecided(draft: SourceDraft, decisions: FileChoice['decisions']): SourceDraft {
  return isUndecided(decisions) && draft.turnsAre !== 'suggested' ? draft : adjustDraft(draft, decisions)
}

/** True for a sound or a video: it is linked to a source instead of coming in as one. */
export function isRecording({
  file,
  outcome,
}: {
  readonly file: { readonly name: string }
  readonly outcome: { readonly ok: boolean }
}): boolean {
  return !outcome.ok && recordingKind(file.name) !== null
}

/** How many files of an import could not be read, recordings apart. */
export function unreadIn(files: readonly ListedFile[]): number {
  return files.filter((file) => !file.outcome.ok && !isRecording(file)).length
}

/** True for a file that somebody should look at: it could not be read, is here already, is doubtful, has turns that
    are only suspected, is another version of a source, or has labels that are probably one voice. */
export function needsALook({ outcome, twin, draft, decisions, version }: ListedFile): boolean {
  if (!outcome.ok || twin !== null || !draft || version) return true
  if (outcome.suspected > 0 && !decisions.takeSuggested) return true
  return draft.likelyMerges.length > 0 || draft.notices.some((notice) => notice.kind === 'doubt')
}

/** The file with another role for a label, where it has that label. */
export function withRole(file: ListedFile, label: string, role: SpeakerRole): ListedFile {
  if (!file.draft || !hasLabel(file, label)) return file
  const speakers = file.draft.speakers.map((each) => (each.label === label ? { ...each, role } : each))
  const decisions = { ...file.decisions, roles: { ...file.decisions.roles, [label]: role } }
  return { ...file, decisions, draft: { ...file.draft, speakers } }
}

/** The file with a label heard as another one, where it has both. */
export function withMerge(file: ListedFile, label: string, into: string): ListedFile {
  const { draft, decisions } = file
  if (!draft || !hasLabel(file, label) || !hasLabel(file, into)) return file
  const speakers = merged(draft.speakers, label, into)
  return {
    ...file,
    decisions: { ...decisions, merges: { ...decisions.merges, [label]: into } },
    draft: { ...draft, speakers, likelyMerges: likelyMerges(speakers) },
  }
}

function merged(speakers: readonly DraftSpeaker[], label: string, into: string): readonly DraftSpeaker[] {
  const turns = speakers.find((each) => each.label === label)?.turns ?? 0
  return speakers
    .filter((each) => each.label !== label)
    .map((each) => (each.label === into ? { ...each, turns: each.turns + turns } : each))
}

/** True when somebody in the file has that label. */
export function hasLabel({ draft }: ListedFile, label: string): boolean {
  return draft?.speakers.some((speaker) => speaker.label === label) === true
}
