import type { Gesture } from '../change/change.ts'
import { create, isIdle, update } from '../change/edit.ts'
import type { Code, Coding } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { entity, inOrder, type Project } from '../model/project.ts'
import { decisionsWithout } from './follow-decisions.ts'
import type { Making } from './making.ts'

/** Takes some passages out of a code into a new one, `beside` it or `below` it, as one change. Null without a name
    or without passages. */
export function splitCode(
  project: Project,
  id: CodeId,
  into: { readonly name: string; readonly codings: readonly Coding[]; readonly where?: 'beside' | 'below' },
  making: Making,
): Gesture | null {
  const code = entity(project, 'code', id)
  const name = into.name.trim()
  if (name === '' || into.codings.length === 0) return null
  const fresh = newCode(project, code, name, into.where ?? 'beside', making)
  const moved = into.codings
    .map((coding) => update('coding', coding, { code: fresh.id }))
    .filter((edit) => !isIdle(edit))
  const decisions = decisionsWithout(project, into.codings)
  return { label: `Split ${name} from ${code.name}`, edits: [create('code', fresh), ...decisions, ...moved] }
}

function newCode(
  project: Project,
  code: Code,
  name: string,
  where: 'beside' | 'below',
  making: Making,
): Code {
  const parent = where === 'below' ? code.id : code.parent
  const siblings = inOrder(project.tables.code).filter((each) => each.parent === parent)
  const after = where === 'below' ? siblings.length - 1 : siblings.findIndex((each) => each.id === code.id)
  const order = keyBetween(siblings[after]?.order ?? null, siblings[after + 1]?.order ?? null)
  return {
    id: making.newId<'code'>(),
    name,
    order,
    ...(parent === undefined ? {} : { parent }),
    ...(code.section === undefined ? {} : { section: code.section }),
    ...(where === 'beside' && code.colour !== undefined ? { colour: code.colour } : {}),
  }
}
