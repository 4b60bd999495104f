import { type CodeTree, codeTree } from '../analysis/code-tree.ts'
import { type Prevalence, prevalenceOf } from '../analysis/prevalence.ts'
import { readLayer } from '../analysis/read-layer.ts'
import { type Tally, tallyLayer } from '../analysis/tally.ts'
import type { Attribute, Prose, ProseDoc, QuoteChoice, Report } from '../model/entities.ts'
import type { CodeId, ReportId } from '../model/ids.ts'
import { inOrder, inquiryOf, type Project, type Texts } from '../model/project.ts'
import { type QuoteTally, startQuoteTally } from './choose-quotes.ts'
import { type Cite, citations } from './citation.ts'
import { type CoverNames, coverNames } from './cover-names.ts'
import { coverProse, proseFromText, proseToText } from './prose.ts'
import type { ProseBlock } from './report-document.ts'

/** What a report is composed from: its template and title, its layer and audience, and the lead's part of it. */
export type ReportRequest = Pick<Report, 'template' | 'title' | 'layer' | 'audience' | 'counts'> & {
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
  readonly quotes: QuoteTally
}

/** Sets the desk for a report. */
export function setDesk(project: Project, texts: Texts, request: ReportRequest): Desk {
  const tree = codeTree(project)
  const tally = tallyLayer(project, readLayer(project, request.layer), request.audience)
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
    counted: inquiryOf(project).approach !== 'reflexive' || request.counts === true,
    isPublic: request.audience === undefined || /public/i.test(request.audience),
    cover: coverNames(project, request.audience),
    cite: citations(project, texts),
    roleAttribute: participantAttribute(project, /\b(role|occupation|profession|position|job)\b/i),
    prose: new Map(ofReport(project.tables.prose, request.id).map((each) => [each.place, each])),
    placesUsed: new Set(),
    choices: choicesByCode(ofReport(project.tables.quoteChoice, request.id)),
    quotes: startQuoteTally(),
  }
}

/** What the lead wrote at a place: an empty block where nothing was written yet. A code's place follows the code
    when its section changes. */
export function leadsProse(desk: Desk, place: string): ProseBlock {
  const prose = desk.prose.get(place) ?? movedProse(desk, place)
  if (prose) desk.placesUsed.add(prose.place)
  const doc: ProseDoc = prose ? coverProse(prose.doc, desk.cover) : { type: 'doc', content: [] }
  return { kind: 'prose', by: 'lead', place, doc, text: proseToText(doc) }
}

/** Text that Loam itself says at a place. */
export function loamsProse(desk: Desk, place: string, text: string): ProseBlock {
  const doc = proseFromText(desk.cover(text))
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
