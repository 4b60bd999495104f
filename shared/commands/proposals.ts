import type { Edit, Gesture } from '../change/change.ts'
import { combine, create, remove, update } from '../change/edit.ts'
import type { Code, Coding } from '../model/entities.ts'
import type { CodeId, ProposalId } from '../model/ids.ts'
import { codingsOf, entity, type Project, turnsOf } from '../model/project.ts'
import type { CodeProposal, ProposedPassage } from '../model/team-entities.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { fitPassage, isSameCoding, type Passages } from './apply-code.ts'
import { type CodeFacts, changeCode } from './change-code.ts'
import { createCode } from './create-code.ts'
import type { Making } from './making.ts'

/** What a proposed code is called and means; an empty text says nothing. */
export interface ProposedWording {
  readonly name: string
  readonly definition?: string
  readonly include?: string
  readonly exclude?: string
  readonly example?: string
}

/** Proposes a code that is not there, with the passages where it was noticed. Null without a name. */
export function proposeCode(
  project: Project,
  draft: ProposedWording & {
    readonly parent?: CodeId
    readonly reason?: string
    readonly passages?: Passages
  },
  making: Making,
): Gesture | null {
  const { parent, reason = '', passages } = draft
  const wording = trimmed(draft)
  if (!wording) return null
  const noticed = passages ? placesOf(project, passages) : []
  const proposal: CodeProposal = {
    ...begun(making),
    ...wording,
    ...(parent ? { parent: entity(project, 'code', parent).id } : {}),
    ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    ...(noticed.length > 0 ? { passages: noticed } : {}),
  }
  return { label: `Propose code ${proposal.name}`, edits: [create('proposal', proposal)] }
}

/** Proposes to call, define or use a code otherwise. Null when nothing would be otherwise. */
export function proposeChange(
  project: Project,
  id: CodeId,
  draft: ProposedWording & { readonly reason?: string },
  making: Making,
): Gesture | null {
  const code = entity(project, 'code', id)
  const wording = trimmed(draft)
  if (!wording || isWordedSo(code, wording)) return null
  const reason = draft.reason?.trim() ?? ''
  const proposal: CodeProposal = {
    ...begun(making),
    ...wording,
    code: code.id,
    ...(reason === '' ? {} : { reason }),
  }
  return { label: `Propose a change of ${code.name}`, edits: [create('proposal', proposal)] }
}

/** Words an open proposal otherwise, before it is decided. Null when nothing changes or the name would be empty. */
export function rewordProposal(
  project: Project,
  id: ProposalId,
  draft: ProposedWording & { readonly reason?: string },
): Gesture | null {
  const proposal = entity(project, 'proposal', id)
  const wording = trimmed(draft)
  if (!wording || proposal.status !== 'open') return null
  const reason = draft.reason === undefined ? proposal.reason : draft.reason.trim() || undefined
  const edit = update('proposal', proposal, { ...noWording, ...wording, reason })
  return Object.keys(edit.after ?? {}).length === 0
    ? null
    : { label: `Word the proposal of ${wording.name} otherwise`, edits: [edit] }
}

/** Takes back what one proposed oneself, as long as nobody decided. */
export function withdrawProposal(project: Project, id: ProposalId): Gesture | null {
  const proposal = entity(project, 'proposal', id)
  if (proposal.status !== 'open') return null
  return { label: `Take back the proposal of ${proposal.name}`, edits: [remove('proposal', proposal)] }
}

/** Accepts a proposal as one change: the code is made or changed, the passages become codings of whoever proposed it,
    and the proposal names the code that came of it. Where the code to change is gone, it is made anew. Null when it
    was decided already. */
export function acceptProposal(
  project: Project,
  id: ProposalId,
  making: Making,
  decisionReason = '',
): Gesture | null {
  const proposal = entity(project, 'proposal', id)
  if (proposal.status !== 'open') return null
  const present = proposal.code ? project.tables.code.get(proposal.code) : undefined
  const made = present
    ? { code: present.id, edits: changeCode(project, present.id, factsOf(proposal))?.edits ?? [] }
    : newCode(project, proposal, making)
  if (!made) return null
  const edits: readonly Edit[] = [
    ...made.edits,
    ...codingsFor(project, proposal, made.code, making).map((coding) => create('coding', coding)),
    update('proposal', proposal, {
      ...decided('accepted', decisionReason, making),
      became: made.code,
    }),
  ]
  return {
    label: `Accept the proposal ${present ? `to change ${present.name}` : `of ${proposal.name}`}`,
    edits: combine(edits),
  }
}

/** Declines a proposal, with the reason for whoever made it. Null without a reason, or when it was decided already. */
export function declineProposal(
  project: Project,
  id: ProposalId,
  reason: string,
  making: Making,
): Gesture | null {
  const proposal = entity(project, 'proposal', id)
  if (proposal.status !== 'open' || reason.trim() === '') return null
  const edits = [update('proposal', proposal, decided('declined', reason, making))]
  return { label: `Decline the proposal of ${proposal.name}`, edits }
}

const noWording = {
  definition: undefined,
  include: undefined,
  exclude: undefined,
  example: undefined,
} as const

function trimmed(draft: ProposedWording): ProposedWording | null {
  const name = draft.name.trim().replace(/\s+/g, ' ')
  if (name === '') return null
  const texts = (['definition', 'include', 'exclude', 'example'] as const).flatMap((field) => {
    const text = draft[field]?.trim() ?? ''
    return text === '' ? [] : [[field, text] as const]
  })
  return { name, ...Object.fromEntries(texts) }
}

function isWordedSo(code: Code, wording: ProposedWording): boolean {
  return (['name', 'definition', 'include', 'exclude', 'example'] as const).every(
    (field) => (code[field] ?? '') === (wording[field] ?? ''),
  )
}

function begun({ newId, at, by }: Making): Pick<CodeProposal, 'id' | 'status' | 'at' | 'by'> {
  return { id: newId<'proposal'>(), status: 'open', at, by }
}

function decided(status: CodeProposal['status'], reason: string, { at, by }: Making): Partial<CodeProposal> {
  return {
    status,
    decidedBy: by,
    decidedAt: at,
    ...(reason.trim() === '' ? {} : { decisionReason: reason.trim() }),
  }
}

function factsOf({ name, definition, include, exclude, example }: CodeProposal): CodeFacts {
  return { name, definition, include, exclude, example }
}

function newCode(project: Project, proposal: CodeProposal, making: Making) {
  const { parent } = proposal
  const facts = Object.entries(factsOf(proposal)).filter(([, value]) => value !== undefined)
  const made = createCode(
    project,
    {
      ...Object.fromEntries(facts),
      name: proposal.name,
      ...(parent && project.tables.code.has(parent) ? { parent } : {}),
    },
    making,
  )
  return made && { code: made.code, edits: made.gesture.edits }
}

function placesOf(project: Project, { source, text, spans }: Passages): readonly ProposedPassage[] {
  const { content } = entity(project, 'source', source)
  const turns = turnsOf(project, source)
  return spans.flatMap((span) => {
    const fitted = fitPassage(text, turns, span)
    return fitted ? [{ source, content, ...fitted, quote: quoteHash(text, fitted.start, fitted.end) }] : []
  })
}

/** Where the text was corrected since, the coding stands on the words it was noticed in, and waits to be put in its
    place like any other that a correction left behind. */
function codingsFor(project: Project, proposal: CodeProposal, code: CodeId, making: Making): Coding[] {
  return (proposal.passages ?? []).flatMap((passage) => {
    if (!project.tables.source.has(passage.source)) return []
    const coding: Coding = {
      ...passage,
      id: making.newId<'coding'>(),
      code,
      coder: proposal.by,
      layer: 'own',
      at: making.at,
    }
    return codingsOf(project, passage.source).some((other) => isSameCoding(other, coding)) ? [] : [coding]
  })
}
