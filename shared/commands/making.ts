import type { CoderId, NewId } from '../model/ids.ts'
import type { Moment } from '../model/units.ts'

/** What a command that makes something is given from outside: identities, the time and the person. */
export interface Making {
  readonly newId: NewId
  readonly at: Moment
  readonly by: CoderId
}
