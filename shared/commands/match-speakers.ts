import type { Edit } from '../change/change.ts'
import { create, remove, update } from '../change/edit.ts'
import type { SourceDraft } from '../importers/source-draft.ts'
import type { Speaker, Turn } from '../model/entities.ts'
import type { ParticipantId, SourceId, SpeakerId } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import type { TextAlignment } from '../text/align-texts.ts'
import type { Making } from './making.ts'

/** A source's turns until now, a new version's, and for each of these its turn until now (its place, or -1). */
export interface TurnsMatched {
  readonly old: readonly Turn[]
  readonly match: readonly number[]
  readonly draft: SourceDraft
}

/** Who speaks in a new version. */
export interface SpeakersHeard {
  /** The speaker of a turn of the new version, by its place. */
  readonly speakerOf: (turn: number) => SpeakerId | undefined
  /** New speakers, other labels for known ones, and those that say nothing any more. */
  readonly edits: (turns: readonly Turn[]) => readonly Edit[]
  /** Labels of new speakers. */
  readonly added: readonly string[]
}

/** Speakers of a new version by their labels. Somebody known under another label keeps role and participant; where a
    label stands in the text as before, whoever was made its speaker by hand stays so. */
export function matchSpeakers(
  project: Project,
  source: SourceId,
  matched: TurnsMatched,
  alignment: TextAlignment,
  participants: Readonly<Record<string, ParticipantId>>,
  making: Making,
): SpeakersHeard {
  const { old, match, draft } = matched
  const byLabel = new Map(speakersOf(project, source).map((speaker) => [speaker.label, speaker]))
  const renamed = renamedLabels(project, source, matched)
  const made = new Map<string, Speaker>()
  const speakerFor = (label: string): SpeakerId => {
    const known = byLabel.get(label) ?? renamed.get(label) ?? made.get(label)
    if (known) return known.id
    const role = draft.speakers.find((each) => each.label === label)?.role ?? 'unknown'
    const participant = role === 'participant' ? participants[label] : undefined
    const speaker = {
      id: making.newId<'speaker'>(),
      source,
      label,
      role,
      ...(participant ? { participant } : {}),
    }
    made.set(label, speaker)
    return speaker.id
  }
  const ids = draft.turns.map((turn, i) => {
    const was = old[match[i] ?? -1]
    const label = turn.speaker === null ? undefined : draft.speakers[turn.speaker]?.label
    if (label === undefined || (was && sameLabel(alignment, was, turn))) return was?.speaker
    return speakerFor(label)
  })
  return {
    speakerOf: (turn) => ids[turn],
    edits: (turns) => [
      ...[...made.values()].map((speaker) => create('speaker', speaker)),
      ...[...renamed].map(([label, speaker]) => update('speaker', speaker, { label })),
      ...silenced(project, source, old, turns).map((speaker) => remove('speaker', speaker)),
    ],
    added: [...made.keys()],
  }
}

/** Labels of a new version that no speaker of the source answers to, not even under another label. */
export function unknownLabels(
  project: Project,
  source: SourceId,
  matched: TurnsMatched,
): ReadonlySet<string> {
  const known = new Set(speakersOf(project, source).map((speaker) => speaker.label))
  const renamed = renamedLabels(project, source, matched)
  const labels = matched.draft.speakers.map((speaker) => speaker.label)
  return new Set(labels.filter((label) => !known.has(label) && !renamed.has(label)))
}

function speakersOf(project: Project, source: SourceId): Speaker[] {
  const speakers = [...project.tables.speaker.values()].filter((speaker) => speaker.source === source)
  return speakers.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** New labels of speakers whose own label is no longer there: whoever spoke most of the turns that bear it now. */
function renamedLabels(
  project: Project,
  source: SourceId,
  { old, match, draft }: TurnsMatched,
): Map<string, Speaker> {
  const known = speakersOf(project, source)
  const labels = new Set(draft.speakers.map((speaker) => speaker.label))
  const free = new Map(
    known.filter(({ label }) => !labels.has(label)).map((speaker) => [speaker.id, speaker]),
  )
  const isKnown = new Set(known.map((speaker) => speaker.label))
  const votes = new Map<string, Vote>()
  for (const [i, turn] of draft.turns.entries()) {
    const label = turn.speaker === null ? undefined : draft.speakers[turn.speaker]?.label
    const was = old[match[i] ?? -1]?.speaker
    const speaker = was && free.get(was)
    if (label === undefined || isKnown.has(label) || !speaker) continue
    const key = `${speaker.id} ${label}`
    votes.set(key, { label, speaker, turns: (votes.get(key)?.turns ?? 0) + 1 })
  }
  const renamed = new Map<string, Speaker>()
  for (const { label, speaker } of [...votes.values()].sort((a, b) => b.turns - a.turns)) {
    if (renamed.has(label) || !free.delete(speaker.id)) continue
    renamed.set(label, speaker)
  }
  return renamed
}

interface Vote {
  readonly label: string
  readonly speaker: Speaker
  readonly turns: number
}

function sameLabel(
  { before, after }: TextAlignment,
  was: Turn,
  now: { readonly label: number; readonly start: number },
): boolean {
  return was.label < was.start && before.slice(was.label, was.start) === after.slice(now.label, now.start)
}

/** Speakers who had turns and have none any more. */
function silenced(
  project: Project,
  source: SourceId,
  old: readonly Turn[],
  turns: readonly Turn[],
): Speaker[] {
  const spoke = new Set(old.map((turn) => turn.speaker))
  const speaks = new Set(turns.map((turn) => turn.speaker))
  return speakersOf(project, source).filter(({ id }) => spoke.has(id) && !speaks.has(id))
}
