import { readFileSync } from 'node:fs'
import type { Gesture } from '../shared/change/change.ts'
import { derivedId } from '../shared/exchange/fingerprint.ts'
import type {
  Approach,
  Coding,
  Consent,
  MemoKind,
  MemoSubject,
  SourceKind,
  SourceStatus,
  SpeakerRole,
} from '../shared/model/entities.ts'
import { type Id, readId } from '../shared/model/ids.ts'
import type { Project } from '../shared/model/project.ts'

/** What `inquiry.json` tells: the inquiry, its people, its sources and what may be done with some passages. */
export interface InquiryFile {
  readonly name: string
  readonly description: string
  readonly aims: readonly string[]
  readonly approach: Approach
  readonly positionality: string
  readonly period: string
  readonly audiences: readonly string[]
  readonly coders: readonly { readonly id: string; readonly name: string; readonly initials: string }[]
  readonly participants: readonly {
    readonly id: string
    readonly pseudonym: string
    readonly name: string
    readonly consent: Consent
    readonly consentNote?: string
    readonly consentFor?: Readonly<Record<string, Consent>>
  }[]
  readonly sources: readonly SourceFact[]
  readonly restrictions: readonly (Place & {
    readonly consent: Consent
    readonly reason?: string
    readonly audience?: string
  })[]
}

/** One transcript and how it came about. */
export interface SourceFact {
  readonly file: string
  readonly name: string
  readonly kind: SourceKind
  readonly date: string
  readonly mode: string
  readonly language: string
  readonly interviewer: string
  readonly speakers: readonly {
    readonly label: string
    readonly role: SpeakerRole
    readonly participant: string | null
  }[]
  readonly asked: Readonly<Record<string, 'asked' | 'not asked' | 'unknown'>>
  readonly status: SourceStatus
}

/** Words of one transcript; `occurrence` says which, from 1, where they stand there more than once. */
export interface Place {
  readonly file: string
  readonly quote: string
  readonly occurrence?: number
}

/** One coding by its words, its code’s key and its coder’s initials. */
export type CodingFact = Place &
  Pick<Coding, 'stance' | 'origin' | 'star' | 'flag' | 'note'> & {
    readonly code: string
    readonly coder: string
  }

/** One memo; `ref` is a code’s key, a file, a pseudonym or a place. */
export interface MemoFact {
  readonly about: { readonly kind: MemoSubject['kind']; readonly ref?: string | Place }
  readonly memoKind: MemoKind
  readonly title: string
  readonly text: string
  readonly by: string
}

/** Where the sample’s files stand. */
export const folder = new URL('./', import.meta.url)
/** The files, as they were written. */
export const inquiry: InquiryFile = readJson('inquiry.json')
export const guide: readonly { readonly id: string; readonly text: string }[] = readJson('guide.json')
export const codings: readonly CodingFact[] = readJson('codings.json')
export const memos: readonly MemoFact[] = readJson('memos.json')
export const notes: { readonly title: string; readonly slots: Readonly<Record<string, string>> } =
  readJson('lead-notes.json')

/** Milliseconds. */
export const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]
/** Initials of the coder who leads. */
export const lead = inquiry.coders[0]?.initials ?? ''

/** One thing somebody did, at its time. Steps are carried out in the order of their times. */
export interface Step {
  readonly at: number
  readonly by: string
  readonly cause?: 'import'
  take(project: Project, making: SampleMaking): Gesture | null
}

function readJson(name: string) {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
}

/** Stops the build with the reason. */
export function fail(problem: string): never {
  throw new Error(`The sample cannot be built: ${problem}`)
}

/** An identity that the files must hold. */
export function must<K extends string>(id: string): Id<K> {
  return readId<K>(id) ?? fail(`${id} is not an identity`)
}

/** A time as people work: a day of the inquiry and an hour of it (UTC). */
export function on(date: string, hours: number, days = 0): number {
  return Date.parse(`${date}T00:00:00Z`) + days * day + hours * hour
}

/** What commands are given while the sample is built. */
export type SampleMaking = ReturnType<typeof makingFor>

/** Identities follow from the step and a count within it, so that building again gives the same file. */
export function makingFor(step: Step, index: number) {
  let count = 0
  const newId = <K extends string>() => derivedId<K>('sample', inquiry.name, String(index), String(++count))
  const coder =
    inquiry.coders.find((each) => each.initials === step.by) ?? fail(`nobody is called ${step.by}`)
  return { newId, at: step.at, by: must<'coder'>(coder.id), copy: derivedId<'copy'>('sample', inquiry.name) }
}
