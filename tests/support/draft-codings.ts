import type { Coding } from '../../shared/model/entities.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { type Draft, find, first, given, named } from './project-draft.ts'
import type { CodeSpec, CodingSpec, ProjectSpec, RestrictionSpec } from './project-spec.ts'

/** Adds the codebook. */
export function addCodes(draft: Draft, specs: readonly (string | CodeSpec)[]): void {
  for (const [i, each] of specs.entries()) {
    const { parent, ...spec }: CodeSpec = typeof each === 'string' ? { name: each } : each
    const id = draft.newId<'code'>()
    const above =
      parent === undefined ? {} : { parent: named(draft.tables.code, (code) => code.name, parent).id }
    draft.tables.code.set(id, { ...spec, ...above, id, order: draft.key('code', i, specs.length) })
  }
}

/** Adds a coding. */
export function addCoding(draft: Draft, spec: CodingSpec): Coding {
  const source = named(draft.tables.source, (each) => each.name, spec.source)
  const { start, end } = find(draft, spec.source, spec.quote, spec.nth)
  const coder =
    spec.coder === undefined
      ? first(draft.tables.coder)
      : named(draft.tables.coder, (each) => each.name, spec.coder)
  const coding: Coding = {
    id: draft.newId<'coding'>(),
    source: source.id,
    content: source.content,
    start,
    end,
    code: named(draft.tables.code, (code) => code.name, spec.code).id,
    coder: coder.id,
    layer: spec.layer ?? 'own',
    at: 0,
    quote: quoteHash(draft.contents.get(source.content) ?? '', start, end),
    ...given(spec, ['stance', 'origin', 'star', 'flag', 'note']),
  }
  const list = draft.codings.get(source.id) ?? []
  list.push(coding)
  draft.codings.set(source.id, list)
  return coding
}

/** Adds what restricts passages. */
export function addRestrictions(draft: Draft, specs: readonly RestrictionSpec[]): void {
  for (const spec of specs) {
    const source = named(draft.tables.source, (each) => each.name, spec.source)
    const id = draft.newId<'restriction'>()
    const { start, end } = find(draft, spec.source, spec.quote)
    draft.tables.restriction.set(id, {
      id,
      source: source.id,
      content: source.content,
      start,
      end,
      consent: spec.consent,
      ...given(spec, ['audience']),
    })
  }
}

/** Adds reports with what the lead wrote and chose in them. */
export function addReports(draft: Draft, spec: ProjectSpec, codings: readonly Coding[]): void {
  for (const [i, each] of (spec.reports ?? []).entries()) {
    const id = draft.newId<'report'>()
    draft.tables.report.set(id, {
      template: 'research-summary',
      madeAt: 0,
      ...each,
      id,
      order: draft.key('report', i, spec.reports?.length ?? 0),
    })
  }
  for (const { report, ...prose } of spec.prose ?? []) {
    const id = draft.newId<'prose'>()
    draft.tables.prose.set(id, {
      ...prose,
      id,
      report: named(draft.tables.report, (each) => each.title, report).id,
    })
  }
  for (const { report, coding: index, ...choice } of spec.quoteChoices ?? []) {
    const coding = codings[index]
    if (!coding) throw new Error(`There is no coding ${index}`)
    const id = draft.newId<'quoteChoice'>()
    const of = named(draft.tables.report, (each) => each.title, report).id
    draft.tables.quoteChoice.set(id, {
      ...choice,
      id,
      report: of,
      code: coding.code,
      source: coding.source,
      coding: coding.id,
    })
  }
}
