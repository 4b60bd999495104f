import type { Coder } from '../model/entities.ts'
import { type CoderId, readId } from '../model/ids.ts'
import { derivedId } from './fingerprint.ts'
import { idIn, idOf } from './read-context.ts'
import { readNote } from './read-structure.ts'
import { childOf, childrenOf, type XmlElement } from './read-xml.ts'
import { agreedUser } from './standard-names.ts'

/** The people of a file, as they are met: those it lists, and those it only names. */
export interface CodersRead {
  /** Who a file means; a coder of their own where it lists nobody of that name. */
  coder(guid: string | undefined): CoderId
  /** Whoever the project opens as: the first of the list, somebody where there is none. */
  opener(): CoderId
  all(): readonly Coder[]
}

/** Reads the users. In Loam's own file the one who stands for the team's agreement is nobody, unless another tool
    coded by that name. */
export function readCoders(root: XmlElement, ours: boolean): CodersRead {
  const coders = new Map<string, Coder>()
  const aside = new Map<string, Coder>()
  const agreed = ours ? agreedUserOf(root) : null
  for (const [i, user] of childrenOf(childOf(root, 'Users'), 'User').entries()) {
    const id = idIn<'coder'>(user, 'guid', `user ${i}`)
    const name = user.attributes.get('name') || 'Someone'
    const coder = { id, name, initials: user.attributes.get('id') || initialsOf(name) }
    if (id === agreed) aside.set(id, coder)
    else coders.set(id, coder)
  }
  return {
    coder: (guid) => coderOf(coders, aside, guid?.trim() || undefined).id,
    opener: () => (coders.values().next().value ?? coderOf(coders, aside, undefined)).id,
    all: () => [...coders.values()],
  }
}

function agreedUserOf(root: XmlElement): string | null {
  const { project } = readNote(root)
  return typeof project === 'string' ? agreedUser(readId(project) ?? project).toLowerCase() : null
}

/** Whoever a file names without listing them, or does not name at all where several could be meant, is a coder of
    their own: work is never counted as somebody else's. */
function coderOf(
  coders: Map<string, Coder>,
  aside: ReadonlyMap<string, Coder>,
  guid: string | undefined,
): Coder {
  const [only, second] = coders.values()
  if (guid === undefined && only && !second) return only
  const id = guid === undefined ? derivedId<'coder'>('coder', 'someone') : idOf<'coder'>(guid)
  const known = coders.get(id)
  if (known) return known
  const coder = aside.get(id) ?? unlisted(id, guid, coders.size === 0)
  coders.set(id, coder)
  return coder
}

function unlisted(id: CoderId, guid: string | undefined, isAlone: boolean): Coder {
  if (guid !== undefined) return { id, name: `Not listed in the file (${id.slice(0, 8)})`, initials: '?' }
  return isAlone
    ? { id, name: 'Someone', initials: 'S' }
    : { id, name: 'Not named in the file', initials: '?' }
}

function initialsOf(name: string): string {
  const parts = name.split(/\s+/).map((part) => [...part][0] ?? '')
  return parts.join('').toUpperCase()
}
