import { readId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'
import { derivedId } from './fingerprint.ts'

/** An identity as other tools expect it: upper case. One that is no UUID gets a UUID derived from it. */
export function guid(id: string): string {
  return (usual.test(id) ? id : (readId(id) ?? derivedId('id', id))).toUpperCase()
}

const usual = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The identities of one text's passages: the same stretch of the same text, coded by the same user, is the same
    passage for everyone. Text and user give the first half, the stretch the second, so none needs a fingerprint of its
    own. */
export function passageGuids(
  source: string,
  content: string,
): (start: number, end: number, user: string) => string {
  const halves = new Map<string, string>()
  return (start, end, user) => {
    const half = halves.get(user) ?? guid(derivedId('passage', source, content, user)).slice(0, 13)
    halves.set(user, half)
    const stretch = `${hex(start)}${hex(end)}`
    return `${half}-8${stretch.slice(0, 3)}-A${stretch.slice(3, 6)}-00${stretch.slice(6)}`
  }
}

function hex(position: number): string {
  return position.toString(16).toUpperCase().padStart(8, '0')
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
