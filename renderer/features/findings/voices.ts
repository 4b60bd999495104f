import { consentOf } from '../../../shared/model/consent.ts'
import type { Participant } from '../../../shared/model/entities.ts'
import type { ReportDocument } from '../../../shared/report/report-document.ts'

/** How often one participant is quoted in a report. */
export interface Voice {
  readonly participant: Participant
  readonly quotes: number
  /** False where they allowed no words to be shown to the report's audience. */
  readonly mayBeQuoted: boolean
}

/** Everyone who took part with their quotes, the most quoted first, then in their own order. */
export function voicesOf(document: ReportDocument, tookPart: readonly Participant[]): readonly Voice[] {
  const quotes = new Map<string, number>()
  for (const block of document.blocks) {
    if (block.kind === 'quote') quotes.set(block.participant, (quotes.get(block.participant) ?? 0) + 1)
  }
  return tookPart
    .map((participant) => ({
      participant,
      quotes: quotes.get(participant.pseudonym) ?? 0,
      mayBeQuoted: consentOf(participant, document.audience) === 'quote',
    }))
    .sort((a, b) => b.quotes - a.quotes)
}

/** True where one voice carries more than a third of the quotes among four voices or more: worth a second look. */
export function carriesMuch(voice: Voice, voices: readonly Voice[]): boolean {
  const all = voices.reduce((sum, each) => sum + each.quotes, 0)
  return voices.length > 3 && voice.quotes > 2 && voice.quotes * 3 > all
}
