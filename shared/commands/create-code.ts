import type { Gesture } from '../change/change.ts'
import { create } from '../change/edit.ts'
import { doesNotFit } from '../codebooks/does-not-fit.ts'
import type { Code } from '../model/entities.ts'
import type { CodeId } from '../model/ids.ts'
import { keyBetween } from '../model/order.ts'
import { inOrder, type Project } from '../model/project.ts'
import { asCode, codeId } from './add-starter-codebook.ts'
import { codingEdits, type Passages } from './apply-code.ts'
import type { Making } from './making.ts'
import { newCodeColour } from './new-code-colour.ts'

/** What a new code starts with; everything else can be written later. */
export interface CodeDraft extends Partial<Omit<Code, 'id' | 'name' | 'order'>> {
  readonly name: string
}

/** A gesture that makes a code, and the code's identity. */
export interface CodeCreation {
  readonly gesture: Gesture
  readonly code: CodeId
}

/** Makes a code, last among its siblings. Null without a name. "Does not fit" is the one that every starter codebook
    has, so that its evidence finds its section in a report. */
export function createCode(project: Project, draft: CodeDraft, making: Making): CodeCreation | null {
  const code = newCode(project, draft, making)
  return (
    code && { gesture: { label: `Create code ${code.name}`, edits: [create('code', code)] }, code: code.id }
  )
}

/** Makes a code and tags passages with it, and with other codes besides, as one change. */
export function createCodeOnPassage(
  project: Project,
  draft: CodeDraft,
  passages: Passages,
  besides: readonly CodeId[],
  making: Making,
): CodeCreation | null {
  const code = newCode(project, draft, making)
  if (!code) return null
  const edits = [create('code', code), ...codingEdits(project, passages, [...besides, code.id], making)]
  return { gesture: { label: `Code passage with new code ${code.name}`, edits }, code: code.id }
}

function newCode(project: Project, draft: CodeDraft, making: Making): Code | null {
  const name = draft.name.trim().replace(/\s+/g, ' ')
  if (name === '') return null
  const siblings = inOrder(project.tables.code).filter((code) => code.parent === draft.parent)
  const order = keyBetween(siblings.at(-1)?.order ?? null, null)
  const isOutlet = name === doesNotFit.name && !project.tables.code.has(codeId(doesNotFit))
  if (isOutlet) return asCode(doesNotFit, new Map(), order)
  const colour = draft.colour ?? newCodeColour(project.tables.code, siblings, draft.parent)
  return { ...draft, name, ...(colour ? { colour } : {}), id: making.newId<'code'>(), order }
}
