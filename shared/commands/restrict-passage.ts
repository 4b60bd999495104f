import type { Gesture } from '../change/change.ts'
import { create, isIdle, remove, update } from '../change/edit.ts'
import type { Consent, Restriction } from '../model/entities.ts'
import type { RestrictionId, SourceId } from '../model/ids.ts'
import { entity, type Project, turnsOf } from '../model/project.ts'
import type { Span } from '../text/positions.ts'
import { fitPassage } from './apply-code.ts'
import type { Making } from './making.ts'

/** What may be done with a passage, for whom, and why. */
export interface RestrictionTerms {
  readonly consent: Consent
  readonly audience?: string
  readonly reason?: string
}

/** Sets a rule of its own for a passage. The same passage and audience have one rule: a second replaces the first.
    Null when the passage has no words or the rule stands already. */
export function restrictPassage(
  project: Project,
  passage: { readonly source: SourceId; readonly text: string; readonly span: Span },
  terms: RestrictionTerms,
  making: Making,
): Gesture | null {
  const { content } = entity(project, 'source', passage.source)
  const span = fitPassage(passage.text, turnsOf(project, passage.source), passage.span)
  if (!span) return null
  const rule = asked(terms)
  const label = `Restrict passage: ${consentWords[terms.consent]}`
  const known = [...project.tables.restriction.values()].find(
    (each) =>
      each.content === content &&
      each.start === span.start &&
      each.end === span.end &&
      each.audience === rule.audience,
  )
  if (!known) {
    const fresh: Restriction = {
      id: making.newId<'restriction'>(),
      source: passage.source,
      content,
      ...span,
      ...rule,
    }
    return { label, edits: [create('restriction', fresh)] }
  }
  const edit = update('restriction', known, { consent: rule.consent, reason: rule.reason })
  return isIdle(edit) ? null : { label, edits: [edit] }
}

/** Takes a passage's own rule away, so that its participant's consent holds again. */
export function liftRestriction(project: Project, id: RestrictionId): Gesture | null {
  const rule = project.tables.restriction.get(id)
  return rule ? { label: 'Lift a passage’s restriction', edits: [remove('restriction', rule)] } : null
}

/** What each consent allows, in words. */
export const consentWords = {
  quote: 'may be quoted',
  paraphrase: 'may be paraphrased, not quoted',
  count: 'only counted',
  withdrawn: 'withdrawn',
} as const satisfies Record<Consent, string>

function asked({ consent, audience, reason }: RestrictionTerms): RestrictionTerms {
  return {
    consent,
    ...(audience ? { audience } : {}),
    ...(reason?.trim() ? { reason: reason.trim() } : {}),
  }
}
