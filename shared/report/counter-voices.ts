import type { Code } from '../model/entities.ts'
import { heading, quotesFor } from './compose-section.ts'
import { type Desk, leadsProse, loamsProse } from './desk.ts'
import { verb } from './prevalence-sentence.ts'
import type { ReportBlock } from './report-document.ts'

/** Voices that speak against a theme and were not heard beside it: what they deny, and their words where allowed.
    `shown` are the blocks before, so that nothing is said twice. */
export function composeCounterVoices(desk: Desk, shown: readonly ReportBlock[]): readonly ReportBlock[] {
  const quoted = new Set(
    shown.flatMap((block) => (block.kind === 'quote' && block.against ? [block.coding] : [])),
  )
  const denied = desk.tree.inOrder.filter((code) => denials(desk, code).length > 0)
  const unheard = denied.filter((code) => denials(desk, code).some((coding) => !quoted.has(coding.id)))
  return [
    heading(desk, 1, 'Voices that speak against', 'against'),
    leadsProse(desk, 'against'),
    ...(denied.length === 0 ? [{ kind: 'gap', text: nobodyDenies } as const] : []),
    ...(denied.length > 0 && unheard.length === 0 ? [loamsProse(desk, 'against', allHeard)] : []),
    ...unheard.flatMap((code) => unheardVoices(desk, code, quoted)),
    leadsProse(desk, 'against/after'),
  ]
}

const nobodyDenies =
  'No passage is coded as speaking against a theme. Either nobody did, or it was not looked for: read once more with this question before the findings are final.'
const allHeard = 'Every passage that speaks against a theme is quoted beside it above.'

function denials(desk: Desk, code: Code) {
  const codings = desk.tally.byCode[desk.tally.codes.get(code.id) ?? -1] ?? []
  return codings.filter((coding) => coding.stance === 'denies')
}

function unheardVoices(desk: Desk, code: Code, quoted: ReadonlySet<string>): readonly ReportBlock[] {
  const left = denials(desk, code).filter((coding) => !quoted.has(coding.id))
  const name = `“${desk.cover(code.name)}”`
  const blocks = quotesFor(desk, [code], { supporting: 0, against: 1 }).filter(
    (block) => block.against && !quoted.has(block.coding),
  )
  const count = desk.counted
    ? `${verb(left.length, 'passage speaks', 'passages speak')} against ${name} and ${left.length === 1 ? 'is' : 'are'} not quoted beside it.`
    : `There is also speech against ${name} that is not quoted beside it.`
  const silent = blocks.length === 0 ? ' The words may not be quoted.' : ''
  return [
    loamsProse(desk, `against/${code.id}`, `${count}${silent}`),
    ...blocks,
    leadsProse(desk, `against/${code.id}`),
  ]
}
