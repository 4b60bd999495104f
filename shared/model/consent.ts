import { overlaps, type Span } from '../text/positions.ts'
import type { Consent, Participant, Restriction } from './entities.ts'
import type { ContentHash, SourceId } from './ids.ts'
import type { Project } from './project.ts'

const strictness = { quote: 0, paraphrase: 1, count: 2, withdrawn: 3 } as const satisfies Record<
  Consent,
  number
>

/** The stricter of two consents. */
export function stricter(a: Consent, b: Consent): Consent {
  return strictness[a] >= strictness[b] ? a : b
}

/** What a participant allows towards an audience. Where no audience is named, the strictest of all they gave:
    a text without an audience may end anywhere. */
export function consentOf(participant: Participant, audience?: string): Consent {
  if (participant.consent === 'withdrawn') return 'withdrawn'
  const { consent, consentFor = {} } = participant
  if (audience === undefined) return Object.values(consentFor).reduce(stricter, consent)
  return (Object.hasOwn(consentFor, audience) ? consentFor[audience] : undefined) ?? consent
}

/** What may be done with a passage: its participants' consent, and any restriction that touches it. */
export function passageConsent(
  project: Project,
  passage: Span & { readonly source: SourceId; readonly content: ContentHash },
  participants: readonly Participant[],
  audience?: string,
): Consent {
  let consent: Consent = 'quote'
  for (const participant of participants) consent = stricter(consent, consentOf(participant, audience))
  for (const restriction of project.tables.restriction.values()) {
    if (touches(restriction, passage, audience)) consent = stricter(consent, restriction.consent)
  }
  return consent
}

function touches(
  restriction: Restriction,
  passage: Span & { readonly source: SourceId; readonly content: ContentHash },
  audience: string | undefined,
): boolean {
  const meant =
    restriction.audience === undefined || audience === undefined || restriction.audience === audience
  if (!meant || restriction.source !== passage.source) return false
  // Positions in two texts of one source cannot be compared: then the stricter reading holds.
  return restriction.content !== passage.content || overlaps(restriction, passage)
}
