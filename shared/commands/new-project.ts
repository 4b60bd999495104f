import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import type { Approach } from '../model/entities.ts'
import type { ProjectId } from '../model/ids.ts'
import type { Making } from './making.ts'

/** What a new inquiry starts with. */
export interface NewProject {
  readonly name: string
  readonly approach: Approach
  /** Who codes first; `making.by` becomes their identity. */
  readonly coder: { readonly name: string; readonly initials: string }
  readonly description?: string
  readonly aims?: readonly string[]
  readonly positionality?: string
  readonly period?: string
  readonly audiences?: readonly string[]
  /** Where the inquiry has its identity already. */
  readonly id?: ProjectId
}

/** Begins a project: its inquiry and its first coder, as one change on the empty project. */
export function newProject({ coder, name, id = undefined, ...told }: NewProject, making: Making): Gesture {
  const inquiry = {
    ...told,
    id: id ?? making.newId<'project'>(),
    name: name.trim() || 'Untitled inquiry',
    madeAt: making.at,
  }
  const first = { id: making.by, name: coder.name.trim(), initials: coder.initials.trim() }
  return { label: `Begin ${inquiry.name}`, edits: [create('inquiry', inquiry), create('coder', first)] }
}
