import { commonStance } from '../analysis/read-layer.ts'
import type { Edit, Gesture } from '../change/change.ts'
import { combine, create, isIdle, remove, update } from '../change/edit.ts'
import type { Coding } from '../model/entities.ts'
import type { AdjudicationId, CodeId, CodingId, RoundId, SourceId } from '../model/ids.ts'
import { codingIn, codingsOf, entity, type Project, turnsOf } from '../model/project.ts'
import type { Adjudication } from '../model/team-entities.ts'
import type { Span } from '../text/positions.ts'
import { quoteHash } from '../text/quote-hash.ts'
import { fitPassage } from './apply-code.ts'
import { forgetChoicesOf } from './choose-quote.ts'
import type { Making } from './making.ts'

/** A place that coders disagreed about, in the text of its source that is read now. */
export interface DecidedPlace extends Span {
  readonly source: SourceId
  readonly code: CodeId
  readonly text: string
  readonly round?: RoundId
}

/** What was decided about it. */
export type Decision =
  | {
      readonly decided: 'applies'
      readonly reason: string
      /** Where the agreed coding stands; it is fitted to words. */
      readonly span: Span
      /** The coders' codings it stands for: what they say of stance and origin goes along. */
      readonly standsFor?: readonly Coding[]
    }
  | { readonly decided: 'does not apply'; readonly reason: string }

/** Keeps a decision, as one change: where the code applies, with a coding in the agreed layer. A decision made before
    (`earlier`) becomes this one, and what it agreed on goes. Coders' own codings stay as they are. Null without a
    reason, without words to code, or when nothing changes. */
export function decideDisagreement(
  project: Project,
  place: DecidedPlace,
  decision: Decision,
  making: Making,
  earlier?: AdjudicationId,
): Gesture | null {
  const reason = decision.reason.trim()
  if (reason === '') return null
  const was = earlier && project.tables.adjudication.get(earlier)
  const agreed = decision.decided === 'applies' ? agreedCoding(project, place, decision, making) : null
  if (decision.decided === 'applies' && !agreed) return null
  const { content } = entity(project, 'source', place.source)
  const { source, start, end, code, round } = place
  const { by, at } = making
  const facts = {
    ...{ source, content, start, end, code, decided: decision.decided, reason, by, at },
    ...(round ? { round } : {}),
  }
  const coding = agreed?.coding.id
  const old = was?.coding && was.coding !== coding ? withoutAgreed(project, was, was.coding) : []
  const kept = was
    ? update('adjudication', was, { ...facts, coding })
    : create('adjudication', {
        ...facts,
        ...(coding ? { coding } : {}),
        id: making.newId<'adjudication'>(),
      })
  if (was && agreed?.edits.length === 0 && isSameDecision(was, decision.decided, reason)) return null
  const name = entity(project, 'code', code).name
  const edits = combine([...old, ...(agreed?.edits ?? []), kept]).filter((edit) => !isIdle(edit))
  return { label: `Decide that ${name} ${decision.decided}`, edits }
}

/** Takes a decision back with the agreed coding it made. */
export function takeBackDecision(project: Project, id: AdjudicationId): Gesture | null {
  const decision = project.tables.adjudication.get(id)
  if (!decision) return null
  const { coding, code } = decision
  const name = project.tables.code.get(code)?.name ?? 'a code'
  return {
    label: `Take back the decision on ${name}`,
    edits: [...(coding ? withoutAgreed(project, decision, coding) : []), remove('adjudication', decision)],
  }
}

function isSameDecision(was: Adjudication, decided: Adjudication['decided'], reason: string): boolean {
  return was.decided === decided && was.reason === reason
}

function agreedCoding(
  project: Project,
  place: DecidedPlace,
  { span, standsFor = [] }: Extract<Decision, { decided: 'applies' }>,
  { newId, at, by }: Making,
): { readonly coding: Coding; readonly edits: readonly Edit[] } | null {
  const { content } = entity(project, 'source', place.source)
  const fitted = fitPassage(place.text, turnsOf(project, place.source), span)
  if (!fitted) return null
  const standing = codingsOf(project, place.source).find(
    (each) =>
      each.layer === 'agreed' &&
      each.code === place.code &&
      each.content === content &&
      each.start === fitted.start &&
      each.end === fitted.end,
  )
  if (standing) return { coding: standing, edits: [] }
  const coding: Coding = {
    id: newId<'coding'>(),
    ...{ source: place.source, content, ...fitted, code: place.code, coder: by, layer: 'agreed', at },
    quote: quoteHash(place.text, fitted.start, fitted.end),
    ...saidOf(standsFor),
  }
  return { coding, edits: [create('coding', coding)] }
}

/** What coders' codings say together of stance and origin: an origin only where they say the same. */
export function saidOf(codings: readonly Coding[]): Pick<Coding, 'stance' | 'origin'> {
  const stance = codings.reduce<Coding['stance']>((sum, each) => commonStance(sum, each.stance), undefined)
  const [origin, ...others] = new Set(codings.map((each) => each.origin))
  return {
    ...(stance ? { stance } : {}),
    ...(origin && others.length === 0 ? { origin } : {}),
  }
}

/** The agreed coding goes with its decision, unless another decision rests on it. */
function withoutAgreed(project: Project, decision: Adjudication, id: CodingId): Edit[] {
  const coding = codingIn(project, decision.source, id)
  const isShared = [...project.tables.adjudication.values()].some(
    (each) => each.id !== decision.id && each.coding === id,
  )
  if (coding?.layer !== 'agreed' || isShared) return []
  return [...forgetChoicesOf(project, [coding]), remove('coding', coding)]
}
