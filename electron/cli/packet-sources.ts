import { sampleOf } from '../../shared/commands/hand-out.ts'
import { sourcesToHandOut } from '../../shared/exchange/packet.ts'
import type { Coder } from '../../shared/model/entities.ts'
import type { RoundId, SourceId } from '../../shared/model/ids.ts'
import { type Project, sourcesInOrder } from '../../shared/model/project.ts'
import { roundNamed } from './agreement-rounds.ts'

/** Which sources a packet is to hold, and for which round, or why that cannot be told. */
export type SourcesChosen =
  | { readonly ok: true; readonly sources: readonly SourceId[]; readonly round?: RoundId }
  | { readonly ok: false; readonly problem: string }

/** The sources of a packet: a round's sample, those named, else what is assigned to the coder and not yet done. */
export function packetSources(
  project: Project,
  coder: Coder,
  wish: { readonly round: string | undefined; readonly sources: string | undefined },
): SourcesChosen {
  if (wish.round !== undefined) return ofRound(project, coder, wish.round)
  if (wish.sources !== undefined) return ofNames(project, wish.sources)
  const sources = sourcesToHandOut(project, coder.id)
  return sources.length > 0
    ? { ok: true, sources }
    : {
        ok: false,
        problem: `Nothing is assigned to ${coder.name} that is not done. Name sources: --sources X,Y`,
      }
}

function ofRound(project: Project, coder: Coder, name: string): SourcesChosen {
  const found = roundNamed(project, name)
  if (!found.ok) return found
  const { round } = found
  const sources = sampleOf(project, round, coder.id)
  if (sources.length > 0) return { ok: true, sources, round: round.id }
  return {
    ok: false,
    problem: round.coders.includes(coder.id)
      ? `No source of the round “${round.name}” is there any more.`
      : `${coder.name} does not code in the round “${round.name}”.`,
  }
}

/** A name may itself hold a comma. */
function ofNames(project: Project, named: string): SourcesChosen {
  const called = (name: string) =>
    sourcesInOrder(project).flatMap((source) => (plain(source.name) === plain(name) ? [source.id] : []))
  const names = called(named).length > 0 ? [named] : named.split(',')
  const sources = new Set<SourceId>()
  for (const name of names.map((each) => each.trim()).filter((each) => each !== '')) {
    const found = called(name)
    if (found.length === 0) return { ok: false, problem: `There is no source “${name}”.` }
    for (const id of found) sources.add(id)
  }
  return sources.size > 0
    ? { ok: true, sources: [...sources] }
    : { ok: false, problem: 'No source is named.' }
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
