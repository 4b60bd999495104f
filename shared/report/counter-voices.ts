import type { Code, Coding } from '../model/entities.ts'
import { counted } from '../text/counted.ts'
import { type Desk, leadsProse, loamsProse, writtenProse } from './desk.ts'
import { type DraftBlock, quoteSlot } from './draft.ts'
import { inOneList } from './prevalence-sentence.ts'
import { hasWords, marks } from './quote-pool.ts'
import type { QuoteBlock } from './report-document.ts'
import { heading } from './told-blocks.ts'

/** Voices that speak against a theme and were not heard beside it: what they deny, and their words where allowed.
    `shown` are the quotes before, so that nothing is said twice. */
export function composeCounterVoices(desk: Desk, shown: readonly QuoteBlock[]): readonly DraftBlock[] {
  const quoted = new Set(shown.filter((quote) => quote.against).map((quote) => quote.coding))
  const denied = desk.tree.inOrder
    .map((code) => ({ code, codings: denials(desk, code) }))
    .filter(({ codings }) => codings.length > 0)
  const left = denied
    .map(({ code, codings }) => ({ code, codings: codings.filter((coding) => !quoted.has(coding.id)) }))
    .filter(({ codings }) => codings.length > 0)
  const open = left.filter(({ code, codings }) => hasWords(desk.pool, code.id, new Set(codings)))
  const silent = left.filter((each) => !open.includes(each))
  return [
    heading(desk, 1, 'Voices that speak against', 'against'),
    leadsProse(desk, 'against'),
    ...(denied.length === 0 ? [{ kind: 'gap', text: nobodyDenies } as const] : []),
    ...(denied.length > 0 && left.length === 0 ? [loamsProse(desk, 'against', allHeard)] : []),
    ...open.flatMap((each) => unheard(desk, each)),
    ...(silent.length > 0 ? [loamsProse(desk, 'against/silent', silentText(desk, silent))] : []),
    ...silent.flatMap(({ code }) => writtenProse(desk, `against/${code.id}`)),
    leadsProse(desk, 'against/after'),
  ]
}

const nobodyDenies =
  'No passage is coded as speaking against a theme. Either nobody did, or it was not looked for: read once more with this question before the findings are final.'
const allHeard = 'Every passage that speaks against a theme is quoted beside it above.'

interface Left {
  readonly code: Code
  readonly codings: readonly Coding[]
}

function denials(desk: Desk, code: Code): readonly Coding[] {
  const { codings, marks: bits } = desk.pool.passages(code.id)
  return [...new Set(codings.filter((_, i) => ((bits[i] ?? 0) & marks.against) > 0))]
}

function unheard(desk: Desk, { code, codings }: Left): readonly DraftBlock[] {
  const place = `against/${code.id}`
  const text = desk.counted
    ? `${counted(codings.length, 'passage speaks', 'passages speak')} against ${quotedName(desk, code)} and ${codings.length === 1 ? 'is' : 'are'} not quoted beside it.`
    : `There is also speech against ${quotedName(desk, code)} that is not quoted beside it.`
  return [loamsProse(desk, place, text), quoteSlot('against', [code]), leadsProse(desk, place)]
}

function silentText(desk: Desk, silent: readonly Left[]): string {
  const names = silent.map(({ code, codings }) =>
    desk.counted
      ? `${quotedName(desk, code)} (${counted(codings.length, 'passage')})`
      : quotedName(desk, code),
  )
  return `Others also speak against ${inOneList(names)}; their words may not be quoted.`
}

function quotedName(desk: Desk, code: Code): string {
  return `“${desk.cover(code.name)}”`
}
