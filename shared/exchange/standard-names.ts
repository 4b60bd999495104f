import type { Moment } from '../model/entities.ts'
import { readId } from '../model/ids.ts'
import { derivedId } from './fingerprint.ts'

/** An identity as other tools expect it: upper case. One that is no UUID gets a UUID derived from it. */
export function guid(id: string): string {
  return (readId(id) ?? derivedId('id', id)).toUpperCase()
}

/** The identity of a passage: the same stretch of the same text is the same passage for everyone. */
export function passageGuid(source: string, content: string, start: number, end: number): string {
  return guid(derivedId('passage', source, content, String(start), String(end)))
}

/** A moment as XML Schema writes it, in UTC; undefined where it cannot be a date. */
export function dateTime(at: Moment): string | undefined {
  const inRange = Number.isFinite(at) && at > -62_000_000_000_000 && at < 253_000_000_000_000
  return inRange ? new Date(at).toISOString() : undefined
}

/** The user who stands for codings that the team agreed on. */
export function agreedUser(project: string): string {
  return guid(derivedId('agreed', project))
}

/** What Loam's processing instructions in project.qde are called. */
export const noteTarget = 'loam'
