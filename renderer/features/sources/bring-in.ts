import type { Gesture } from '../../../shared/change/change.ts'
import { create } from '../../../shared/change/edit.ts'
import { named, newAttribute, usualSourceAttributes } from '../../../shared/commands/attributes.ts'
import { readValue } from '../../../shared/commands/attributes-written.ts'
import {
  type DraftToKeep,
  importSources,
  type SourcesImport,
} from '../../../shared/commands/import-sources.ts'
import type { Making } from '../../../shared/commands/making.ts'
import type { SourceDraft } from '../../../shared/importers/source-draft.ts'
import type { Attribute, AttributeValues, Participant } from '../../../shared/model/entities.ts'
import type { ContentHash, ParticipantId } from '../../../shared/model/ids.ts'
import { keysBetween } from '../../../shared/model/order.ts'
import { inOrder, type Project } from '../../../shared/model/project.ts'
import { type FileChoice, kindOf, voiceOf } from './import-choices.ts'

/** A file that comes in: its choices, its draft as decided, and the SHA-256 of its text. */
export type ChosenFile = FileChoice & {
  readonly draft: SourceDraft
  readonly content: ContentHash
  /** SHA-256 of the texts of its translations. */
  readonly translated?: readonly ContentHash[]
}

/** Brings chosen files in as one change: sources with their turns, new participants under the pseudonyms that were
    chosen, and what the files say about themselves (date, language, interviewer …) as source attributes. */
export function bringIn(project: Project, files: readonly ChosenFile[], making: Making): SourcesImport {
  const people = newPeople(project, files, making)
  const drafts = files.map(
    (file): DraftToKeep => ({
      draft: file.draft,
      content: file.content,
      original: { hash: file.hash, name: file.file.name, bytes: file.file.bytes },
      ...(file.encoding ? { encoding: file.encoding } : {}),
      kind: kindOf(file),
      participants: participantsOf(project, file, people),
      ...(file.translated ? { translated: file.translated } : {}),
    }),
  )
  const sources = importSources(project, drafts, making)
  const created = [...people.values()].map((person) => create('participant', person))
  const facts = statedFacts(project, files, making)
  return { ...sources, gesture: withFacts(sources.gesture, created, facts) }
}

/** Everyone new, by pseudonym: the same pseudonym in several files is one person. */
function newPeople(
  project: Project,
  files: readonly ChosenFile[],
  making: Making,
): ReadonlyMap<string, Participant> {
  const pseudonyms = new Set<string>()
  for (const file of files) {
    for (const { label } of participantSpeakers(file.draft)) {
      const voice = voiceOf(project, file, label)
      if (voice.kind === 'new') pseudonyms.add(voice.pseudonym)
    }
  }
  const last = inOrder(project.tables.participant).at(-1)?.order ?? null
  const keys = keysBetween(last, null, pseudonyms.size)
  return new Map(
    [...pseudonyms].map((pseudonym, i) => {
      const id = making.newId<'participant'>()
      return [pseudonym, { id, pseudonym, consent: 'quote', order: keys[i] ?? 'V' }]
    }),
  )
}

/** Respondents of a survey come in with their table. */
function participantSpeakers(draft: SourceDraft) {
  if (draft.asked) return []
  return draft.speakers.filter((speaker) => speaker.role === 'participant')
}

function participantsOf(
  project: Project,
  file: ChosenFile,
  people: ReadonlyMap<string, Participant>,
): Readonly<Record<string, ParticipantId>> {
  const known = participantSpeakers(file.draft).flatMap(({ label }) => {
    const voice = voiceOf(project, file, label)
    const id = voice.kind === 'known' ? voice.participant : people.get(voice.pseudonym)?.id
    return id ? [[label, id] as const] : []
  })
  return Object.fromEntries(known)
}

interface StatedFacts {
  readonly attributes: readonly Attribute[]
  /** One for each file, in their order. */
  readonly values: readonly AttributeValues[]
}

/** Only facts a source is usually asked for become attributes; the rest stands in the text or the original. */
function statedFacts(project: Project, files: readonly ChosenFile[], making: Making): StatedFacts {
  const made = new Map<string, Attribute>()
  let last = inOrder(project.tables.attribute).at(-1)?.order ?? null
  const attributeFor = (name: string): Attribute | undefined => {
    const wish = usualSourceAttributes.find((each) => each.name === name)
    const known = made.get(name) ?? named(project, 'source', name)
    if (known || !wish) return known
    const attribute = newAttribute(project, 'source', wish, making, last)
    last = attribute.order
    made.set(name, attribute)
    return attribute
  }
  const values = files.map(({ draft }) =>
    Object.fromEntries(
      usualSourceAttributes.flatMap((usual) => {
        const written = statedAs(draft, usual.name)
        const kind = named(project, 'source', usual.name)?.kind ?? usual.kind
        const value = written === undefined ? null : readValue(written, kind)
        const attribute = value === null ? undefined : attributeFor(usual.name)
        return attribute && value !== null ? [[attribute.id, value] as const] : []
      }),
    ),
  )
  return { attributes: [...made.values()], values }
}

/** Headings under which files state a fact. */
const headings: Readonly<Record<string, RegExp>> = {
  Date: /^(?:date|recorded|recorded on|interview date|date of interview|interviewed on)$/i,
  Mode: /^(?:mode|setting|medium|format of interview)$/i,
  Language: /^(?:language|lang)$/i,
  Interviewer: /^(?:interviewers?|interviewed by|moderator|facilitator)$/i,
  Wave: /^(?:wave|round|phase)$/i,
}

function statedAs(draft: SourceDraft, name: string): string | undefined {
  const heading = headings[name]
  return Object.entries(draft.attributes).find(([key]) => heading?.test(key.trim()))?.[1]
}

function withFacts(gesture: Gesture, created: Gesture['edits'], facts: StatedFacts): Gesture {
  let at = 0
  const edits = gesture.edits.map((edit) => {
    if (edit.kind !== 'source' || edit.before !== null) return edit
    const values = facts.values[at] ?? {}
    at++
    return Object.keys(values).length > 0 ? { ...edit, after: { ...edit.after, attributes: values } } : edit
  })
  return {
    ...gesture,
    edits: [...created, ...facts.attributes.map((attribute) => create('attribute', attribute)), ...edits],
  }
}
