import { type CodeTree, codeTree } from '../analysis/code-tree.ts'
import { type Prevalence, prevalenceOf } from '../analysis/prevalence.ts'
import { readLayer } from '../analysis/read-layer.ts'
import { type Tally, tallyLayer } from '../analysis/tally.ts'
import type { Attribute, Code } from '../model/entities.ts'
import type { CodeId, ReportId } from '../model/ids.ts'
import { inOrder, inquiryOf, type Project, type Texts } from '../model/project.ts'
import type { Prose, ProseDoc, QuoteChoice, Report } from '../model/report-entities.ts'
import { type Cite, citations } from './citation.ts'
import { type CoverNames, coverNames } from './cover-names.ts'
import { coverProse, proseFromText, proseToText } from './prose.ts'
import { type QuotePool, quotePool } from './quote-pool.ts'
import { type QuoteTally, startQuoteTally } from './quote-tally.ts'
import type { ProseBlock } from './report-document.ts'
import { closingSections, summarySections } from './report-sections.ts'

/** What a report is composed from: its template and title, its layer and audience, and the lead's part of it. */
export type ReportRequest = Pick<
  Report,
  'template' | 'title' | 'layer' | 'audience' | 'counts' | 'translations'
> & {
  readonly id?: ReportId
}

/** Everything at hand while a report is composed. The tallies in it grow as quotes and places are used. */
export interface Desk {
  readonly project: Project
  readonly texts: Texts
  readonly request: ReportRequest
  readonly tree: CodeTree
  readonly tally: Tally
  readonly prevalence: (code: CodeId) => Prevalence
  /** The one section a code stands in; undefined where it feeds none. */
  readonly sectionOf: (code: Code) => string | undefined
  /** Numbers and quantity words are said. */
  readonly counted: boolean
  /** It may end anywhere: no audience is named, or the public is. */
  readonly isPublic: boolean
  readonly cover: CoverNames
  readonly cite: Cite
  readonly roleAttribute: Attribute | undefined
  /** The lead's prose by place. */
  readonly prose: ReadonlyMap<string, Prose>
  readonly placesUsed: Set<string>
  /** The lead's choices by code, then by coding. */
  readonly choices: ReadonlyMap<CodeId, ReadonlyMap<string, QuoteChoice>>
  readonly pool: QuotePool
  readonly quotes: QuoteTally
}

/** Sets the desk for a report. */
export function setDesk(project: Project, texts: Texts, request: ReportRequest): Desk {
  const tree = codeTree(project)
  const tally = tallyLayer(project, readLayer(project, request.layer), request.audience)
  const pool = quotePool(project, texts, tally)
  const known = new Map<CodeId, Prevalence>()
  return {
    project,
    texts,
    request,
    tree,
    tally,
    prevalence: (code) => {
      const found = known.get(code) ?? prevalenceOf(tally, code, tree)
      known.set(code, found)
      return found
    },
    sectionOf: sectionReader(tree),
    counted: inquiryOf(project).approach !== 'reflexive' || request.counts === true,
    isPublic: request.audience === undefined || /public/i.test(request.audience),
    cover: coverNames(project, request.audience),
    cite: citations(project, texts),
    roleAttribute: participantAttribute(project, /\b(role|occupation|profession|position|job)\b/i),
    prose: new Map(ofReport(project.tables.prose, request.id).map((each) => [each.place, each])),
    placesUsed: new Set(),
    choices: choicesByCode(ofReport(project.tables.quoteChoice, request.id)),
    pool,
    quotes: startQuoteTally(tally.byCodeVoices, pool.mayQuote),
  }
}

/** A code's own section wins over that of the branch it stands in. */
function sectionReader(tree: CodeTree): (code: Code) => string | undefined {
  const known = new Set<string>(
    [...summarySections, ...closingSections].flatMap((plan) => plan.parts.map((part) => part.key)),
  )
  const found = new Map<CodeId, string | undefined>()
  const read = (code: Code): string | undefined => {
    if (found.has(code.id)) return found.get(code.id)
    // Kept before its parent is asked, so that a circle ends.
    found.set(code.id, undefined)
    const own = code.section !== undefined && known.has(code.section) ? code.section : undefined
    const parent = code.parent === undefined ? undefined : tree.byId.get(code.parent)
    const section = own ?? (parent && read(parent))
    found.set(code.id, section)
    return section
  }
  return read
}

/** What the lead wrote at a place: an empty block where nothing was written yet. A code's place follows the code
    when its section changes. */
export function leadsProse(desk: Desk, place: string): ProseBlock {
  const prose = desk.prose.get(place) ?? movedProse(desk, place)
  if (prose) desk.placesUsed.add(prose.place)
  const doc: ProseDoc = prose ? coverProse(prose.doc, desk.cover) : { type: 'doc', content: [] }
  return { kind: 'prose', by: 'lead', place, doc, text: proseToText(doc) }
}

/** The same where something was written, else nothing: for places beside codes told together. */
export function writtenProse(desk: Desk, place: string): readonly ProseBlock[] {
  const written = desk.prose.get(place) ?? movedProse(desk, place)
  return written ? [leadsProse(desk, place)] : []
}

/** Text that Loam itself says at a place. */
export function loamsProse(desk: Desk, place: string, text: string): ProseBlock {
  const doc = proseFromText(desk.cover(text))
  return { kind: 'prose', by: 'loam', place, doc, text: proseToText(doc) }
}

/** A sentence and the points it announces, as a list. */
export function loamsList(desk: Desk, place: string, opening: string, points: readonly string[]): ProseBlock {
  const paragraph = (text: string) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: desk.cover(text) }],
  })
  const items = points.map((point) => ({ type: 'listItem', content: [paragraph(point)] }))
  const doc: ProseDoc = {
    type: 'doc',
    content: [paragraph(opening), { type: 'bulletList', content: items }],
  }
  return { kind: 'prose', by: 'loam', place, doc, text: proseToText(doc) }
}

function movedProse(desk: Desk, place: string): Prose | undefined {
  const [section, code = '', ...rest] = place.split('/')
  if (section === 'against' || !desk.tree.byId.has(code)) return undefined
  const codePlace = ['', code, ...rest].join('/')
  return [...desk.prose.values()].find(
    (each) =>
      !desk.placesUsed.has(each.place) &&
      each.place.endsWith(codePlace) &&
      !each.place.startsWith('against/'),
  )
}

function participantAttribute(project: Project, name: RegExp): Attribute | undefined {
  return inOrder(project.tables.attribute).find((each) => each.of === 'participant' && name.test(each.name))
}

function ofReport<E extends { readonly report: ReportId }>(
  table: ReadonlyMap<string, E>,
  report: ReportId | undefined,
): E[] {
  return report === undefined ? [] : [...table.values()].filter((each) => each.report === report)
}

function choicesByCode(
  choices: readonly QuoteChoice[],
): ReadonlyMap<CodeId, ReadonlyMap<string, QuoteChoice>> {
  const byCode = new Map<CodeId, Map<string, QuoteChoice>>()
  for (const choice of choices) {
    const ofCode = byCode.get(choice.code) ?? new Map<string, QuoteChoice>()
    byCode.set(choice.code, ofCode.set(choice.coding, choice))
  }
  return byCode
}
