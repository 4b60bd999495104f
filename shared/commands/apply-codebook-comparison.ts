import { applyEdits } from '../change/apply-change.ts'
import type { Edit, Gesture } from '../change/change.ts'
import { combine, create, update } from '../change/edit.ts'
import { same } from '../change/same.ts'
import type { CodebookComparison, ComparedCode } from '../exchange/code-differences.ts'
import { fieldValue } from '../exchange/code-values.ts'
import { type CodeField, codeFields } from '../exchange/codebook-reading.ts'
import type { Code } from '../model/entities.ts'
import type { Project } from '../model/project.ts'
import { counted } from '../text/counted.ts'
import { deleteCode } from './delete-code.ts'
import { mergeCodes } from './merge-codes.ts'
import { placeEdits } from './place-compared-codes.ts'

/** Takes from another codebook what is ticked, as one change: codes come, are merged, change, move and go. Codings
    stay with their codes, merged ones go over; below a code that goes, codes move up. Null when nothing is ticked. */
export function applyCodebookComparison(
  project: Project,
  { codes }: CodebookComparison,
  ticks: ReadonlySet<string>,
  from: string,
): Gesture | null {
  const work = startWork(project)
  const isTicked = (each: ComparedCode, what: string) => ticks.has(`${each.id} ${what}`)
  for (const each of codes) if (each.theirs && isTicked(each, 'made')) work.do(createEdits(each.theirs))
  for (const each of codes) {
    const { into, id } = each
    const isThere = into !== undefined && work.now().tables.code.has(into)
    if (isThere && isTicked(each, 'merged')) work.do(mergeCodes(work.now(), id, into)?.edits ?? [])
  }
  for (const each of codes) work.do(fieldEdits(work.now(), each, ticks))
  work.do(placeEdits(work.now(), codes, ticks))
  for (const each of codes)
    if (isTicked(each, 'deleted') && work.now().tables.code.has(each.id))
      work.do(deleteCode(work.now(), each.id, 'move up').edits)
  const edits = combine(work.edits())
  return edits.length > 0 ? { label: labelOf(codes, ticks, from), edits } : null
}

/** Codes of which something is ticked. */
export function tickedCodes(
  { codes }: Pick<CodebookComparison, 'codes'>,
  ticks: ReadonlySet<string>,
): readonly ComparedCode[] {
  return codes.filter(({ differences }) => differences.some(({ tick }) => ticks.has(tick)))
}

/** Gestures one after another, each on what the one before left. */
function startWork(project: Project) {
  let now = project
  const done: Edit[] = []
  return {
    now: () => now,
    edits: () => done,
    do(edits: readonly Edit[]) {
      if (edits.length === 0) return
      const applied = applyEdits(now, combine(edits))
      if (!applied.ok) throw new Error(`A codebook could not be taken over: ${applied.problem}`)
      now = applied.project
      for (const edit of edits) done.push(edit)
    },
  }
}

/** Where it stands is said once all codes are there. */
function createEdits({ parent: _, ...code }: Code): readonly Edit[] {
  return [create('code', code)]
}

/** Merging writes into the code that stays; what both codebooks say alike, and what a new code says, is not for it to
    change. */
function fieldEdits(
  { tables }: Project,
  { id, mine, theirs, differences }: ComparedCode,
  ticks: ReadonlySet<string>,
): readonly Edit[] {
  const now = tables.code.get(id)
  if (!now || !theirs) return []
  const differing = new Map(differences.map((each) => [each.what, ticks.has(each.tick)]))
  const stays = mine ?? theirs
  const fields = codeFields.filter((field) => differing.get(field) ?? !same(now[field], stays[field]))
  const values = fields.map((field) => [field, differing.get(field) ? written(theirs, field) : stays[field]])
  return fields.length > 0 ? [update('code', now, Object.fromEntries(values))] : []
}

/** A field as a code keeps it. */
function written(code: Code, field: CodeField): unknown {
  const value = fieldValue(code, field)
  if (field === 'codable') return value === false ? false : undefined
  return field === 'colour' ? code.colour : value
}

function labelOf(codes: readonly ComparedCode[], ticks: ReadonlySet<string>, from: string): string {
  const taken = tickedCodes({ codes }, ticks)
  const areNew = taken.every(({ id }) => ticks.has(`${id} made`))
  const count = taken.length
  if (areNew) return `Add ${counted(count, 'code')} of ${from}`
  return `Take ${counted(count, 'change')} of the codebook from ${from}`
}
