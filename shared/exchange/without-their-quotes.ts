import { quoteFinder } from '../change/erase/find-quotes.ts'
import { type Scrub, scrubValue } from '../change/erase/scrub-fields.ts'
import type { Project } from '../model/project.ts'

/** What stands where withdrawn words were quoted. */
export const withdrawnWords = '[withdrawn]'

/** A project in which nothing that the team wrote, in codes, notes, memos, reports or decisions, repeats withdrawn words:
    five of them in a row or more. `open` is what is still there to be read: words that stand there too stay. */
export function withoutTheirQuotes(
  project: Project,
  withdrawn: Iterable<string>,
  open: Iterable<string>,
): Project {
  const theirs = quoteFinder(withdrawn)
  const others = quoteFinder(open)
  const names: Scrub['names'] = (text) => {
    const found = theirs(text)
    const said = found.length > 0 ? others(text) : []
    return found.filter(({ start, end }) => !said.some((each) => each.start <= start && each.end >= end))
  }
  const scrub: Scrub = { names, put: withdrawnWords, quotes: () => [] }
  const { tables } = project
  return {
    ...project,
    codings: new Map([...project.codings].map(([source, list]) => [source, scrubbedAll(list, scrub)])),
    tables: {
      ...tables,
      inquiry: scrubbedTable(tables.inquiry, scrub),
      code: scrubbedTable(tables.code, scrub),
      memo: scrubbedTable(tables.memo, scrub),
      report: scrubbedTable(tables.report, scrub),
      prose: scrubbedTable(tables.prose, scrub),
      quoteChoice: scrubbedTable(tables.quoteChoice, scrub),
      codebookVersion: scrubbedTable(tables.codebookVersion, scrub),
      round: scrubbedTable(tables.round, scrub),
      adjudication: scrubbedTable(tables.adjudication, scrub),
      proposal: scrubbedTable(tables.proposal, scrub),
    },
  }
}

function scrubbedTable<K, E extends object>(table: ReadonlyMap<K, E>, scrub: Scrub): Map<K, E> {
  return new Map([...table].map(([id, each]) => [id, scrubbed(each, scrub)]))
}

function scrubbedAll<E extends object>(list: readonly E[], scrub: Scrub): readonly E[] {
  return list.map((each) => scrubbed(each, scrub))
}

function scrubbed<E extends object>(entity: E, scrub: Scrub): E {
  const changed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(entity)) {
    const now = scrubValue(name, value, scrub)
    if (now !== value) changed[name] = now
  }
  return Object.keys(changed).length > 0 ? { ...entity, ...changed } : entity
}
