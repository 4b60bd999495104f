import { drawSample } from '../../../shared/analysis/agreement/draw-sample.ts'
import {
  type ReadInCommon,
  readInCommon,
  sourcesReadBy,
} from '../../../shared/analysis/agreement/read-in-common.ts'
import { codeTree, descendantsOf } from '../../../shared/analysis/code-tree.ts'
import type { RoundTold } from '../../../shared/commands/start-round.ts'
import type { CodebookVersionId, CodeId, CoderId, SourceId } from '../../../shared/model/ids.ts'
import { type Project, sourcesInOrder } from '../../../shared/model/project.ts'
import type { AgreementRound } from '../../../shared/model/team-entities.ts'

/** What somebody has filled in of a new round so far. */
export interface RoundForm {
  readonly name: string
  readonly note: string
  readonly coders: ReadonlySet<CoderId>
  readonly codes: 'all' | 'branch' | 'chosen'
  readonly branch: CodeId | null
  readonly chosenCodes: ReadonlySet<CodeId>
  readonly sources: 'all' | 'chosen' | 'drawn'
  readonly chosenSources: ReadonlySet<SourceId>
  readonly drawFrom: 'common' | 'all'
  /** A number of sources, or a share of them in percent, as it was written. */
  readonly drawCount: string
  readonly drawIn: 'sources' | 'percent'
  /** The seed of the sample that was drawn; null before. */
  readonly seed: number | null
  readonly unit: AgreementRound['unit']
  readonly leaveOutUncoded: boolean
  readonly blankIsNothingFound: boolean
  readonly codebook: CodebookVersionId | 'now'
  readonly codebookName: string
}

/** A form as it is first shown: the two coders who share most sources, all codes, all sources. */
export function startForm(project: Project): RoundForm {
  const number = project.tables.round.size + 1
  const reading = readInCommon(project)
  return {
    name: `Round ${number}`,
    note: '',
    coders: new Set(closestTwo(reading)),
    codes: 'all',
    branch: null,
    chosenCodes: new Set(),
    sources: 'all',
    chosenSources: new Set(),
    drawFrom: 'common',
    drawCount: '20',
    drawIn: 'percent',
    seed: null,
    unit: 'turns',
    leaveOutUncoded: false,
    blankIsNothingFound: false,
    codebook: 'now',
    codebookName: `Codebook of round ${number}`,
  }
}

/** The form as what a command is told; `drawn` is empty until a sample was drawn. */
export function toldOf(project: Project, form: RoundForm): RoundTold {
  const { name, note, unit, codebook, codebookName } = form
  const codes = codesOf(project, form)
  return {
    name,
    note,
    coders: [...form.coders],
    ...(codes ? { codes } : {}),
    ...sourcesOf(project, form),
    unit,
    uncoded: unit === 'passages' || form.leaveOutUncoded ? 'left out' : 'counted',
    blank: form.blankIsNothingFound ? 'nothing found' : 'not read',
    codebook: codebook === 'now' ? { freezeAs: codebookName } : { version: codebook },
  }
}

/** The sources a sample is drawn from, and those that were drawn. */
export function drawnSample(
  project: Project,
  form: RoundForm,
): { readonly from: readonly SourceId[]; readonly count: number; readonly drawn: readonly SourceId[] } {
  const from =
    form.drawFrom === 'all'
      ? sourcesInOrder(project).map(({ id }) => id)
      : sourcesReadBy(readInCommon(project), [...form.coders], form.coders.size)
  const written = Number(form.drawCount.replace(',', '.'))
  const wanted = form.drawIn === 'percent' ? Math.round((from.length * written) / 100) : Math.floor(written)
  // A share of few sources is at least one of them.
  const least = form.drawIn === 'percent' && written > 0 ? 1 : 0
  const count = Number.isFinite(wanted)
    ? Math.max(Math.min(least, from.length), Math.min(wanted, from.length))
    : 0
  return { from, count, drawn: form.seed === null ? [] : drawSample(from, count, form.seed) }
}

/** The codes a form means; undefined for all. */
export function codesOf(project: Project, form: RoundForm): readonly CodeId[] | undefined {
  if (form.codes === 'all') return undefined
  const tree = codeTree(project)
  if (form.codes === 'chosen')
    return tree.inOrder.map(({ id }) => id).filter((id) => form.chosenCodes.has(id))
  return form.branch ? [form.branch, ...descendantsOf(tree, form.branch).map(({ id }) => id)] : []
}

function sourcesOf(project: Project, form: RoundForm): Pick<RoundTold, 'sources' | 'drawn'> {
  if (form.sources === 'all') return {}
  if (form.sources === 'chosen')
    return {
      sources: sourcesInOrder(project)
        .map(({ id }) => id)
        .filter((id) => form.chosenSources.has(id)),
    }
  const { from, drawn } = drawnSample(project, form)
  return { sources: drawn, ...(form.seed === null ? {} : { drawn: { of: from.length, seed: form.seed } }) }
}

/** The two coders who coded most sources in common; none where no two did. */
export function closestTwo(reading: ReadInCommon): readonly CoderId[] {
  const [closest] = pairsInCommon(reading)
  return closest && closest.sources > 0 ? closest.coders : []
}

/** Every two coders with how many sources both coded, most first. */
export function pairsInCommon(
  reading: ReadInCommon,
): readonly { readonly coders: readonly [CoderId, CoderId]; readonly sources: number }[] {
  const coders = [...reading.byCoder.keys()]
  const pairs = coders.flatMap((a, i) =>
    coders.slice(i + 1).map((b) => ({
      coders: [a, b] as const,
      sources: sourcesReadBy(reading, [a, b], 2).length,
    })),
  )
  return pairs.sort((a, b) => b.sources - a.sources)
}
