import { composeAbout } from './about-inquiry.ts'
import { fillFirst, fillUp, openSlots } from './choose-quotes.ts'
import { composeFurtherThemes, composeSection } from './compose-section.ts'
import { composeCounterVoices } from './counter-voices.ts'
import { type Desk, leadsProse } from './desk.ts'
import { type DraftBlock, ownWords, settled, slotsOf } from './draft.ts'
import { composeEvidence } from './evidence-appendix.ts'
import { hasWords } from './quote-pool.ts'
import { wordsToQuote } from './quote-rule.ts'
import type { ReportBlock } from './report-document.ts'
import { closingSections, summarySections } from './report-sections.ts'
import { heading } from './told-blocks.ts'

/** The research summary, data-driven throughout: about, why now, what it is, practices, potential, barriers, patterns,
    cautions, further themes, what next, what does not fit, voices against, evidence. */
export function composeResearchSummary(desk: Desk): readonly ReportBlock[] {
  const findings = [
    ...composeAbout(desk),
    ...summarySections.flatMap((plan) => composeSection(desk, plan)),
    ...composeFurtherThemes(desk),
    ...closingSections.flatMap((plan) => composeSection(desk, plan)),
  ]
  const blocks = withQuotes(desk, findings)
  return [...blocks, ...composeEvidence(desk, blocks), ...writtenElsewhere(desk)]
}

/** The findings with their quotes, and the voices against them. Every section has one voice for it and one against it
    before any has a second; those against that found no place come before more of those for it. */
function withQuotes(desk: Desk, findings: readonly DraftBlock[]): readonly ReportBlock[] {
  const slots = slotsOf(findings)
  desk.quotes.mostWords = wordsToQuote(ownWords(findings))
  const groups = openSlots(desk, slots)
  fillFirst(desk, groups)
  const counter = composeCounterVoices(
    desk,
    slots.flatMap((slot) => slot.quotes),
  )
  desk.quotes.mostWords = wordsToQuote(ownWords([...findings, ...counter]))
  fillUp(desk, openSlots(desk, slotsOf(counter)), true)
  fillUp(desk, groups)
  return settled([...findings, ...counter], ({ codes }) => codes.some(({ id }) => hasWords(desk.pool, id)))
}

/** What the lead wrote at places the report no longer has, kept at its end. */
function writtenElsewhere(desk: Desk): readonly ReportBlock[] {
  const left = [...desk.prose.values()].filter((each) => !desk.placesUsed.has(each.place))
  const blocks = left.map((each) => leadsProse(desk, each.place)).filter((block) => block.text.trim() !== '')
  if (blocks.length === 0) return []
  return [heading(desk, 1, 'Written for places no longer here', 'kept'), ...blocks]
}
