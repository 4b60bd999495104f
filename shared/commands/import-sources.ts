import type { Edit, Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import { pseudonymFor } from '../importers/pseudonym-for.ts'
import type { SourceDraft } from '../importers/source-draft.ts'
import type { Content, OriginalFile } from '../model/archive.ts'
import type { Participant, Source, SourceKind, Speaker } from '../model/entities.ts'
import type { ContentHash, ParticipantId, QuestionId, SpeakerId } from '../model/ids.ts'
import { keysBetween } from '../model/order.ts'
import { inOrder, type Project, type Table } from '../model/project.ts'
import type { Original } from '../model/source-entities.ts'
import { membersOf, type SurveyMembers, surveyMembers } from './import-survey.ts'
import { translationContents, translationEdits } from './import-translations.ts'
import type { Making } from './making.ts'

/** A draft as decided in the preview, with its text's and its bytes' hashes (SHA-256). */
export interface DraftToKeep {
  readonly draft: SourceDraft
  readonly content: ContentHash
  readonly original: OriginalFile
  /** WHATWG label of the encoding that was chosen by hand. */
  readonly encoding?: string
  readonly kind: SourceKind
  /** Label of a participant's speaker to the participant it is; labels left out become new participants. */
  readonly participants?: Readonly<Record<string, ParticipantId>>
  /** SHA-256 of the texts of its translations (see `translatedTexts`), in their order; absent: none come in. */
  readonly translated?: readonly ContentHash[]
}

/** One change that brings sources in, and the texts and files that must be written before it. */
export interface SourcesImport {
  readonly gesture: Gesture
  readonly contents: readonly Content[]
  readonly originals: readonly OriginalFile[]
}

/** Brings drafts into the project as one undoable change. Speakers in the role of participant become
    participants, the same name in several drafts being the same person. */
export function importSources(
  project: Project,
  drafts: readonly DraftToKeep[],
  making: Making,
): SourcesImport {
  const people = newcomers(project, drafts, making)
  const surveys = surveyMembers(project, drafts, making)
  const keys = keysBetween(lastKey(project.tables.source), null, drafts.length)
  const edits = drafts.flatMap((kept, i) => sourceEdits(kept, people, surveys, keys[i] ?? 'V', making))
  return {
    gesture: {
      label:
        drafts.length === 1
          ? `Import ${drafts[0]?.draft.name ?? 'source'}`
          : `Import ${drafts.length} sources`,
      edits: [
        ...[...people.created.values()].map((person) => create('participant', person)),
        ...surveys.edits,
        ...edits,
      ],
    },
    contents: [
      ...once(drafts, ({ content }) => content).map(({ draft, content }) => ({
        hash: content,
        text: draft.text,
        ...(draft.syncPoints.length > 0
          ? { syncPoints: draft.syncPoints.flatMap((p) => [p.position, p.time]) }
          : {}),
      })),
      ...drafts.flatMap(translationContents),
    ],
    originals: once(
      drafts.map(({ original }) => original),
      ({ hash }) => hash,
    ),
  }
}

/** Many sources can come from one file, and many respondents can say the same. */
function once<T>(all: readonly T[], name: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [name(each), each])).values()]
}

interface People {
  readonly byLabel: ReadonlyMap<string, ParticipantId>
  readonly created: ReadonlyMap<string, Participant>
}

function newcomers(project: Project, drafts: readonly DraftToKeep[], making: Making): People {
  const byLabel = new Map<string, ParticipantId>()
  for (const person of project.tables.participant.values()) byLabel.set(person.pseudonym, person.id)
  const pseudonyms = new Set<string>()
  for (const { draft, participants } of drafts) {
    if (draft.asked) continue
    for (const { label, role } of draft.speakers) {
      const pseudonym = pseudonymFor(label, draft.name)
      if (role === 'participant' && !byLabel.has(pseudonym) && !participants?.[label])
        pseudonyms.add(pseudonym)
    }
  }
  const keys = keysBetween(lastKey(project.tables.participant), null, pseudonyms.size)
  const created = new Map<string, Participant>()
  for (const [i, label] of [...pseudonyms].entries()) {
    const id = making.newId<'participant'>()
    byLabel.set(label, id)
    created.set(label, { id, pseudonym: label, consent: 'quote', order: keys[i] ?? 'V' })
  }
  return { byLabel, created }
}

function sourceEdits(
  kept: DraftToKeep,
  people: People,
  surveys: SurveyMembers,
  order: string,
  making: Making,
): Edit[] {
  const { draft, content, original } = kept
  const id = making.newId<'source'>()
  const members = membersOf(surveys, draft)
  const speakers = draft.speakers.map((each): Speaker => {
    const { label, role } = each
    const participant =
      role === 'participant'
        ? (members?.participant(each) ??
          kept.participants?.[label] ??
          people.byLabel.get(pseudonymFor(label, draft.name)))
        : undefined
    return { id: making.newId<'speaker'>(), source: id, label, role, ...(participant ? { participant } : {}) }
  })
  const source: Source = {
    id,
    name: draft.name,
    kind: kept.kind,
    status: 'not started',
    content,
    firstContent: content,
    words: draft.words,
    format: draft.layout,
    original: asOriginal(original, kept.encoding),
    importedAt: making.at,
    order,
    ...(draft.blocks.length > 0 ? { blocks: flatBlocks(draft) } : {}),
    ...members?.ofSource,
  }
  const speaking = members ? speakers.filter((_, i) => (draft.speakers[i]?.turns ?? 0) > 0) : speakers
  return [
    create('source', source),
    ...speaking.map((speaker) => create('speaker', speaker)),
    ...turnEdits(
      draft,
      source,
      speakers.map((speaker) => speaker.id),
      members?.questions ?? [],
      making,
    ),
    ...translationEdits(source, kept, making),
  ]
}

function turnEdits(
  draft: SourceDraft,
  source: Source,
  speakers: readonly SpeakerId[],
  questions: readonly QuestionId[],
  making: Making,
): Edit[] {
  return draft.turns.map((turn) => {
    const question = turn.question === undefined ? undefined : questions[turn.question]
    const speaker = turn.speaker === null ? undefined : speakers[turn.speaker]
    return {
      ...create('turn', {
        id: making.newId<'turn'>(),
        source: source.id,
        label: turn.label,
        start: turn.start,
        end: turn.end,
        ...(speaker ? { speaker } : {}),
        ...(turn.time !== null ? { time: turn.time } : {}),
        ...(turn.endTime !== null ? { endTime: turn.endTime } : {}),
        ...(question ? { question } : {}),
      }),
      content: source.content,
    }
  })
}

function asOriginal(file: OriginalFile, encoding: string | undefined): Original {
  return { hash: file.hash, name: file.name, bytes: file.bytes.length, ...(encoding ? { encoding } : {}) }
}

function flatBlocks(draft: SourceDraft): number[] {
  return draft.blocks.flatMap(({ kind, start, end }) => [kind === 'heading' ? 0 : 1, start, end])
}

function lastKey(table: Table<{ readonly id: string; readonly order: string }>): string | null {
  return inOrder(table).at(-1)?.order ?? null
}
