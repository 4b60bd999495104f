import { composeAbout } from './about-inquiry.ts'
import { composeFurtherThemes, composeSection, heading } from './compose-section.ts'
import { composeCounterVoices } from './counter-voices.ts'
import type { Desk } from './desk.ts'
import { leadsProse } from './desk.ts'
import { composeEvidence } from './evidence-appendix.ts'
import type { ReportBlock } from './report-document.ts'
import { closingSections, summarySections } from './report-sections.ts'

/** The research summary, data-driven throughout: about, why now, what it is, practices, potential, barriers, patterns,
    cautions, further themes, what next, what does not fit, voices against, evidence. */
export function composeResearchSummary(desk: Desk): readonly ReportBlock[] {
  const known = new Set<string>(
    [...summarySections, ...closingSections].flatMap((plan) => plan.parts.map((part) => part.key)),
  )
  const findings = [
    ...composeAbout(desk),
    ...summarySections.flatMap((plan) => composeSection(desk, plan, known)),
    ...composeFurtherThemes(desk, known),
    ...closingSections.flatMap((plan) => composeSection(desk, plan, known)),
  ]
  const withCounterVoices = [...findings, ...composeCounterVoices(desk, findings)]
  return [...withCounterVoices, ...composeEvidence(desk, withCounterVoices), ...writtenElsewhere(desk)]
}

/** What the lead wrote at places the report no longer has, kept at its end. */
function writtenElsewhere(desk: Desk): readonly ReportBlock[] {
  const left = [...desk.prose.values()].filter((each) => !desk.placesUsed.has(each.place))
  const blocks = left.map((each) => leadsProse(desk, each.place)).filter((block) => block.text.trim() !== '')
  if (blocks.length === 0) return []
  return [heading(desk, 1, 'Written for places no longer here', 'kept'), ...blocks]
}
