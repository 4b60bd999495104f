import { type CodeTree, codeTree, descendantsOf, pathOf } from '../../../shared/analysis/code-tree.ts'
import type { Tally } from '../../../shared/analysis/tally.ts'
import { whoSpeaks } from '../../../shared/analysis/who-speaks.ts'
import { choiceFor } from '../../../shared/commands/choose-quote.ts'
import { passageConsent } from '../../../shared/model/consent.ts'
import type { Coding, Consent } from '../../../shared/model/entities.ts'
import type { CodeId, CodingId, ReportId, SourceId } from '../../../shared/model/ids.ts'
import type { Texts } from '../../../shared/model/project.ts'
import { type QuoteCandidate, quoteCandidates } from '../../../shared/report/quote-candidates.ts'
import { quoteText } from '../../../shared/report/quote-text.ts'
import type { ReportDocument } from '../../../shared/report/report-document.ts'
import type { Section } from './sections.ts'

/** One excerpt behind a section, and what has become of it in the report. */
export interface Evidence {
  readonly coding: CodingId
  /** The code whose section quotes it, which may stand above its own; null where no section tells it. */
  readonly code: CodeId | null
  readonly source: SourceId
  readonly start: number
  readonly end: number
  /** Empty where the words are for counting only. */
  readonly text: string
  readonly who: string
  readonly standing: Standing
  readonly against: boolean
  readonly star: boolean
}

/** Quoted here; quoted in another section; left out by the lead; not quoted; or not to be quoted at all. */
export type Standing = 'here' | 'elsewhere' | 'left out' | 'unquoted' | 'paraphrase' | 'count'

/** What evidence is read from: one reading of the report. */
export interface EvidenceDesk {
  readonly document: ReportDocument
  readonly tally: Tally
  readonly texts: Texts
  readonly report: ReportId
}

/** Every excerpt of a section's codes and those below them: what could still be quoted first, key quotes before
    others and voices quoted least before more quoted ones, then what is quoted, at last what may not be. Passages
    withdrawn are not in it. */
export function sectionEvidence(desk: EvidenceDesk, section: Section): readonly Evidence[] {
  const quotes: Quotes = {
    here: quotedIn(section),
    anywhere: quotedIn(desk.document),
    telling: tellingCodes(desk.document),
    tree: codeTree(desk.tally.project),
  }
  const found = section.codes.flatMap((code) =>
    codingsUnder(desk.tally, code).flatMap((coding) => evidenceOf(desk, quotes, coding)),
  )
  const times = timesQuoted(desk.document)
  const seen = new Set<string>()
  return found
    .filter((each) => !seen.has(each.coding + each.who) && seen.add(each.coding + each.who))
    .sort((a, b) => rank(a) - rank(b) || (times.get(a.who) ?? 0) - (times.get(b.who) ?? 0))
}

/** What may be quoted for a code and the codes below it, passage by passage. */
export function candidatesUnder(
  { tally, texts }: Pick<EvidenceDesk, 'tally' | 'texts'>,
  code: CodeId,
): readonly QuoteCandidate[] {
  return quoteCandidates(tally.project, texts, codingsUnder(tally, code), tally.audience)
}

/** The words of a candidate as they would be printed, uncut. */
export function candidateText(texts: Texts, { coding, spans }: QuoteCandidate): string {
  return quoteText(texts(coding.content) ?? '', spans)?.text ?? ''
}

function codingsUnder(tally: Tally, code: CodeId): readonly Coding[] {
  const codes = [code, ...descendantsOf(codeTree(tally.project), code).map((each) => each.id)]
  return codes.flatMap((each) => tally.byCode[tally.codes.get(each) ?? -1] ?? [])
}

function quotedIn({ blocks }: Pick<ReportDocument, 'blocks'>): ReadonlyMap<CodingId, CodeId> {
  return new Map(blocks.flatMap((block) => (block.kind === 'quote' ? [[block.coding, block.code]] : [])))
}

interface Quotes {
  /** The code each passage of the section is quoted under. */
  readonly here: ReadonlyMap<CodingId, CodeId>
  readonly anywhere: ReadonlyMap<CodingId, CodeId>
  /** Codes that the report tells, without those told as parts of another. */
  readonly telling: ReadonlySet<string>
  readonly tree: CodeTree
}

/** Every code that is told by itself or together with others. One that only groups others holds no passage of its own,
    so the code below it is nearer. */
function tellingCodes({ blocks }: ReportDocument): ReadonlySet<string> {
  return new Set(
    blocks.flatMap((block) => (block.kind === 'prevalence' && block.under === undefined ? [block.code] : [])),
  )
}

function tellingCode({ telling, tree }: Quotes, code: CodeId): CodeId | null {
  return pathOf(tree, code).findLast((each) => telling.has(each.id))?.id ?? null
}

function timesQuoted(document: ReportDocument): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const block of document.blocks) {
    if (block.kind === 'quote') times.set(block.participant, (times.get(block.participant) ?? 0) + 1)
  }
  return times
}

function evidenceOf(desk: EvidenceDesk, quotes: Quotes, coding: Coding): Evidence[] {
  const { tally, texts } = desk
  const code = quotes.here.get(coding.id) ?? tellingCode(quotes, coding.code)
  const common = {
    code,
    coding: coding.id,
    source: coding.source,
    against: coding.stance === 'denies',
    star: coding.star === true,
  }
  const candidates = quoteCandidates(tally.project, texts, [coding], tally.audience)
  if (candidates.length === 0) {
    return notQuotable(desk, coding).map((each) => ({
      ...common,
      start: coding.start,
      end: coding.end,
      ...each,
    }))
  }
  const standing = standingOf(desk, quotes, coding, code)
  return candidates.map((each) => ({
    ...common,
    start: each.spans[0]?.start ?? coding.start,
    end: each.spans.at(-1)?.end ?? coding.end,
    text: candidateText(texts, each),
    who: each.participant.pseudonym,
    standing,
  }))
}

function standingOf(
  { tally, report }: EvidenceDesk,
  quotes: Quotes,
  coding: Coding,
  code: CodeId | null,
): Standing {
  if (quotes.here.has(coding.id)) return 'here'
  const ref = code && { report, code, source: coding.source, coding: coding.id }
  if (ref && choiceFor(tally.project, ref)?.use === 'leave out') return 'left out'
  return quotes.anywhere.has(coding.id) ? 'elsewhere' : 'unquoted'
}

/** Text that may only be paraphrased stays readable to the lead; what only counts does not come near the report. */
function notQuotable(
  { tally, texts }: EvidenceDesk,
  coding: Coding,
): Pick<Evidence, 'text' | 'who' | 'standing'>[] {
  const { participants } = whoSpeaks(tally.project, coding)
  const consent = passageConsent(tally.project, coding, participants, tally.audience)
  if (consent === 'withdrawn' || participants.length === 0) return []
  const standing = standingFor(consent)
  const words = texts(coding.content)?.slice(coding.start, coding.end).trim() ?? ''
  const who = participants.map((each) => each.pseudonym).join(', ')
  return [{ who, standing, text: standing === 'paraphrase' ? words : '' }]
}

function standingFor(consent: Consent): Standing {
  return consent === 'count' ? 'count' : 'paraphrase'
}

const ranks: Readonly<Record<Standing, number>> = {
  unquoted: 0,
  'left out': 2,
  elsewhere: 2,
  here: 3,
  paraphrase: 4,
  count: 5,
}

function rank({ standing, star }: Evidence): number {
  return ranks[standing] - (star && standing === 'unquoted' ? 1 : 0)
}
