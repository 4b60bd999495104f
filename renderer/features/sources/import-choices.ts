import type { Recognised } from '../../../shared/commands/recognise-version.ts'
import { adjustDraft } from '../../../shared/importers/adjust-draft.ts'
import { type DraftSummary, type OutcomeInBrief, undecided } from '../../../shared/importers/draft-summary.ts'
import { pseudonymFor } from '../../../shared/importers/pseudonym-for.ts'
import type { DraftDecisions, ImportOutcome, SourceDraft } from '../../../shared/importers/source-draft.ts'
import type { SurveyDecisions } from '../../../shared/importers/survey-table.ts'
import type { SourceKind, SpeakerRole } from '../../../shared/model/entities.ts'
import type { ParticipantId } from '../../../shared/model/ids.ts'
import type { Project } from '../../../shared/model/project.ts'
import { sourcesOf, withSurvey } from './survey-choice.ts'

/** Who a participant's label is: somebody known, or somebody new by that pseudonym. */
export type Voice =
  | { readonly kind: 'known'; readonly participant: ParticipantId }
  | { readonly kind: 'new'; readonly pseudonym: string }

/** One file on its way in: what was read, and what the researcher decided about it. */
export interface FileChoice {
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
  /** SHA-256 of the bytes. */
  readonly hash: string
  readonly outcome: ImportOutcome
  /** WHATWG label of the encoding that was chosen by hand. */
  readonly encoding?: string
  /** Why the file is not ticked by itself: it is here already. */
  readonly twin: string | null
  readonly ticked: boolean
  readonly decisions: DraftDecisions
  /** What was decided about a table of answers; absent: as guessed. */
  readonly survey?: SurveyDecisions
  /** Null: as guessed. */
  readonly kind: SourceKind | null
  readonly voices: Readonly<Record<string, Voice>>
  /** The source that it seems to be another version of, and whether it corrects that. */
  readonly version?: Recognised
  readonly corrects?: boolean
  /** The draft as decided; null for a file that could not be read. */
  readonly draft: SourceDraft | null
}

/** A file on its way in as the window keeps it while there are many: everything that was decided, and the draft in
    brief. Its text is fetched when it is looked at and when it comes in. */
export interface ListedFile extends Omit<FileChoice, 'file' | 'outcome' | 'draft'> {
  readonly file: { readonly name: string }
  readonly outcome: OutcomeInBrief
  readonly draft: DraftSummary | null
  /** How many sources it becomes. */
  readonly sources: number
}

/** True until something was decided about the text or the labels of a file. */
export function isUndecided({ notSpeakers, merges, roles, takeSuggested, ...rest }: DraftDecisions): boolean {
  const isEmpty = (value: object) => Object.keys(value).length === 0
  return notSpeakers.length === 0 && isEmpty(merges) && isEmpty(roles) && !takeSuggested && isEmpty(rest)
}

/** A file as it was read, before anyone decided anything. A twin is unticked and says why. */
export function newChoice(
  file: FileChoice['file'],
  hash: string,
  outcome: ImportOutcome,
  twin: string | null,
): FileChoice {
  const draft = outcome.ok ? asRead(outcome.draft) : null
  return {
    file,
    hash,
    outcome,
    twin,
    ticked: draft !== null && twin === null,
    decisions: undecided,
    kind: draft?.asked ? 'survey' : null,
    voices: {},
    draft,
  }
}

/** Why a file is a twin: a source of the project or a file before it in the batch has the same bytes. */
export function twinOf(
  project: Project,
  before: readonly {
    readonly hash: string
    readonly file: { readonly name: string }
    readonly outcome: { readonly ok: boolean }
  }[],
  hash: string,
): string | null {
  const source = [...project.tables.source.values()].find((each) => each.original?.hash === hash)
  if (source) return `The same file is already in the project as “${source.name}”.`
  const other = before.find((each) => each.hash === hash && each.outcome.ok)
  return other ? `The same file as ${other.file.name}, above.` : null
}

/** The file read anew (in another encoding): decisions about labels start over, the rest stays. */
export function readAnew(choice: FileChoice, outcome: ImportOutcome): FileChoice {
  const decisions =
    choice.decisions.name === undefined ? undecided : { ...undecided, name: choice.decisions.name }
  const all = withAllEncodings(outcome, choice.outcome)
  const draft = all.ok ? adjustDraft(all.draft, decisions) : null
  const encoding = all.ok ? all.draft.encoding?.name : undefined
  return withSurvey({
    ...choice,
    outcome: all,
    ...(encoding ? { encoding } : {}),
    decisions,
    voices: {},
    draft,
    ticked: choice.ticked && draft !== null,
  })
}

/** The choice with other decisions about its text and labels. */
export function decide(choice: FileChoice, change: Partial<DraftDecisions>): FileChoice {
  if (!choice.outcome.ok) return choice
  const decisions = { ...choice.decisions, ...change }
  return withSurvey({ ...choice, decisions, draft: adjustDraft(choice.outcome.draft, decisions) })
}

/** The choice with a label heard as another one, or (null) as itself again. */
export function mergeLabel(choice: FileChoice, label: string, into: string | null): FileChoice {
  const { [label]: _, ...others } = choice.decisions.merges
  return decide(choice, { merges: into === null || into === label ? others : { ...others, [label]: into } })
}

/** The choice with a label that is a speaker or is none. */
export function markSpeaker(choice: FileChoice, label: string, isSpeaker: boolean): FileChoice {
  const others = choice.decisions.notSpeakers.filter((each) => each !== label)
  return decide(choice, { notSpeakers: isSpeaker ? others : [...others, label] })
}

/** The choice with another role for a label. */
export function setRole(choice: FileChoice, label: string, role: SpeakerRole): FileChoice {
  return decide(choice, { roles: { ...choice.decisions.roles, [label]: role } })
}

/** What a source is: as chosen, else a group session where more than two participants speak, a document where nobody
    does, else an interview. */
export function kindOf(choice: Pick<ListedFile, 'kind' | 'draft'>): SourceKind {
  if (choice.kind) return choice.kind
  const draft = choice.draft
  if (!draft || draft.turns.length === 0) return 'document'
  return draft.speakers.filter((speaker) => speaker.role === 'participant').length > 2 ? 'group' : 'interview'
}

/** Who a participant's label is: as chosen; else whoever has that pseudonym; else somebody new. */
export function voiceOf(project: Project, choice: FileChoice, label: string): Voice {
  const chosen = choice.voices[label]
  if (chosen) return chosen.kind === 'new' ? orKnown(project, chosen) : chosen
  const wanted = pseudonymFor(label, choice.draft?.name ?? choice.file.name)
  const plain = wanted.trim().toLowerCase()
  const known = [...project.tables.participant.values()].find(
    (each) => each.pseudonym.toLowerCase() === plain,
  )
  return known ? { kind: 'known', participant: known.id } : { kind: 'new', pseudonym: wanted }
}

/** Somebody new may have come in meanwhile, from a file before this one. */
function orKnown(project: Project, voice: Voice & { readonly kind: 'new' }): Voice {
  const known = [...project.tables.participant.values()].find((each) => each.pseudonym === voice.pseudonym)
  return known ? { kind: 'known', participant: known.id } : voice
}

/** What comes in when the button is pressed: each ticked file, a survey once for each source it becomes. */
export function toBringIn(
  choices: readonly FileChoice[],
): readonly (FileChoice & { readonly draft: SourceDraft })[] {
  return choices.flatMap((choice) =>
    choice.ticked ? sourcesOf(choice).map((draft) => ({ ...choice, draft })) : [],
  )
}

/** Only turns that are merely suspected need adjusting at once: they stay out until they are wanted. */
function asRead(draft: SourceDraft): SourceDraft {
  return draft.turnsAre === 'suggested' ? adjustDraft(draft, undecided) : draft
}

/** Every encoding that was offered before stays on offer, so that a choice can be taken back. */
function withAllEncodings(now: ImportOutcome, before: ImportOutcome): ImportOutcome {
  if (!now.ok || !now.draft.encoding || !before.ok || !before.draft.encoding) return now
  const known = before.draft.encoding.candidates
  const fresh = now.draft.encoding.candidates.filter(({ name }) => !known.some((each) => each.name === name))
  return {
    ok: true,
    draft: { ...now.draft, encoding: { ...now.draft.encoding, candidates: [...known, ...fresh] } },
  }
}
