import {
  excerptsWith,
  filterExcerpts,
  groupExcerpts,
  noFilter,
} from '../../renderer/parts/excerpt-filters-rules.ts'
import { packForAgreement } from '../../shared/analysis/agreement/agreement-parcel.ts'
import { codingState } from '../../shared/analysis/agreement/coding-state.ts'
import { compareCoders } from '../../shared/analysis/agreement/compare-coders.ts'
import { seededRandom } from '../../shared/analysis/agreement/seeded-random.ts'
import { prevalences } from '../../shared/analysis/prevalence.ts'
import { readLayer } from '../../shared/analysis/read-layer.ts'
import { tallyLayer } from '../../shared/analysis/tally.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Texts } from '../../shared/model/project.ts'
import { composeReport } from '../../shared/report/compose-report.ts'
import type { ReportBlock, ReportDocument } from '../../shared/report/report-document.ts'
import { reportDocx } from '../../shared/report/report-docx.ts'
import { bigArchive } from './big-archive.ts'
import { type Figure, figureOf, measure } from './measure.ts'

/** Counts over 150,000 codings of 60 codes, one code's excerpts, and a report with its Word document. */
export async function analysisFigures(): Promise<Figure[]> {
  const archive = bigArchive({ sources: 1000, words: 1500, codings: 150, codes: 60 })
  const { project } = archive
  const texts: Texts = (hash) => archive.contents.get(hash)?.text
  const [code] = [...project.tables.code.values()].slice(14)
  if (!code) throw new Error('There are no codes')
  const codings = excerptsWith(project, new Set([code.id])).length
  return [
    await measure('one layer read, tallied, and every code counted: 150,000 codings, 60 codes', 50, 7, () =>
      prevalences(tallyLayer(project, readLayer(project))),
    ),
    await measure(`one code’s excerpts, filtered and grouped: ${codings} of 150,000`, 20, 15, () =>
      groupExcerpts(
        project,
        filterExcerpts(excerptsWith(project, new Set([code.id])), noFilter, texts, String),
        'participant',
      ),
    ),
    ...(await agreementFigures(archive, texts)),
    ...(await reportFigures(archive, texts)),
  ]
}

async function agreementFigures({ project }: Archive, texts: Texts): Promise<Figure[]> {
  const coders = [...project.tables.coder.values()].map(({ id }) => id)
  const compare = (unit: 'turns' | 'characters', draws?: number) => {
    const how = draws === undefined ? {} : { interval: { draws, random: seededRandom(1) } }
    const compared = compareCoders(project, texts, { coders, unit }, how)
    if (!compared.ok) throw new Error(compared.problem)
  }
  return [
    await measure('agreement of two coders over 60 codes, in turns of 1,000 sources', 60, 15, () =>
      compare('turns'),
    ),
    await measure('the same in characters', null, 7, () => compare('characters')),
    await measure('the same, packed for the worker that compares rounds', 100, 7, () =>
      packForAgreement(project, texts, { coders, unit: 'turns' }),
    ),
    await measure('the state of the coding that a kept result is told by', 60, 7, () =>
      codingState(project, { coders, unit: 'turns' }),
    ),
    await measure('the same in turns with intervals from 1,000 draws of sources', null, 3, () =>
      compare('turns', 1000),
    ),
  ]
}

async function reportFigures({ project }: Archive, texts: Texts): Promise<Figure[]> {
  const compose = () =>
    composeReport(project, texts, { template: 'research-summary', title: 'A made-up inquiry' })
  const report = compose()
  const quotes = report.blocks.filter((block) => block.kind === 'quote').length
  const long = withQuotes(report, 400)
  return [
    await measure(`a report composed from 150,000 codings (${quotes} quotes in it)`, null, 3, compose),
    await measure('the same blocks repeated to 400 quotes, as a Word document', 500, 5, () =>
      reportDocx(long),
    ),
    figureOf('its size', null, [(await reportDocx(long)).length / 1e6], 'MB'),
  ]
}

/** A report of the same kind with as many quotes as wanted: its blocks come again and again. */
function withQuotes(report: ReportDocument, wanted: number): ReportDocument {
  const blocks: ReportBlock[] = []
  let quotes = 0
  if (!report.blocks.some((block) => block.kind === 'quote')) throw new Error('The report quotes nobody')
  while (quotes < wanted) {
    for (const block of report.blocks) {
      if (quotes >= wanted) break
      blocks.push(block)
      if (block.kind === 'quote') quotes++
    }
  }
  return { ...report, blocks }
}
