import type { PacketDocument } from '../../shared/cli.ts'
import { makePacket, sourcesToHandOut } from '../../shared/exchange/packet.ts'
import type { Coder } from '../../shared/model/entities.ts'
import type { SourceId } from '../../shared/model/ids.ts'
import { type Project, sourcesInOrder } from '../../shared/model/project.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { counted } from './counted.ts'
import { openProject } from './open-project.ts'
import { packProject } from './pack-project.ts'
import { parseArguments } from './parse-arguments.ts'
import { endingOf, writeOutput } from './write-output.ts'

export const packetCommand: Command = {
  summary: 'make a copy for one coder to hand out',
  help: `loam packet P.qdpx --coder NAME [--sources X,Y] [--blind] [--originals] --out FILE.qdpx [--json]

Writes a copy for one coder, named by name or initials: the sources (those assigned to the coder and not yet done,
unless --sources names others, separated by commas), the codebook, the guide and what this coder did before. Nobody
else's codings, memos and proposals, no findings, no history, no names behind pseudonyms, and nobody who withdrew.
With --blind whoever opens it sees only their own codings and no counts; with --originals the files that sources came
from are in it. Once coded it comes back with: loam merge`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    coder: 'text',
    sources: 'text',
    blind: 'flag',
    originals: 'flag',
    out: 'text',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  const [path, ...more] = given.words
  const [name, out] = [given.text('coder'), given.text('out')]
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file to hand out from.')
  if (name === undefined) return wrongUsage('Say who it is for: --coder NAME')
  if (out === undefined) return wrongUsage('Say where it goes: --out FILE.qdpx')
  if (endingOf(out) !== 'qdpx') return wrongUsage(`A packet is a .qdpx, and “${out}” ends otherwise.`)
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const { project } = reading.archive
  const coder = coderNamed(project, name)
  if (!coder) return unusable(`Nobody named “${name}” codes in “${path}”: ${coderNames(project)}.`)
  const chosen = chosenSources(project, coder, given.text('sources'))
  if (!chosen.ok) return unusable(chosen.problem)
  const wish = {
    coder: coder.id,
    sources: chosen.sources,
    blind: given.flag('blind'),
    originals: given.flag('originals'),
  }
  const packet = makePacket(reading.archive, wish, { at: Date.now() })
  const codings = [...packet.project.codings.values()].reduce((sum, list) => sum + list.length, 0)
  const document: PacketDocument = {
    file: out,
    coder: coder.name,
    blind: wish.blind,
    sources: sourcesInOrder(packet.project).map((source) => source.name),
    of: project.tables.source.size,
    codings,
  }
  return writeOutput(out, await packProject(packet), {
    text: `Wrote ${out}: ${chosen.sources.length} of ${counted(project.tables.source.size, 'source')} for ${coder.name}`,
    json: document,
    messages: reading.notes,
  })
}

type Chosen =
  | { readonly ok: true; readonly sources: readonly SourceId[] }
  | { readonly ok: false; readonly problem: string }

function chosenSources(project: Project, coder: Coder, named: string | undefined): Chosen {
  if (named === undefined) {
    const sources = sourcesToHandOut(project, coder.id)
    return sources.length > 0
      ? { ok: true, sources }
      : {
          ok: false,
          problem: `Nothing is assigned to ${coder.name} that is not done. Name sources: --sources X,Y`,
        }
  }
  const sources: SourceId[] = []
  const names = named.split(',').map((each) => each.trim())
  for (const name of names.filter((each) => each !== '')) {
    const found = sourcesInOrder(project).filter((source) => plain(source.name) === plain(name))
    if (found.length === 0) return { ok: false, problem: `There is no source “${name}”.` }
    sources.push(...found.map(({ id }) => id))
  }
  return sources.length > 0
    ? { ok: true, sources: [...new Set(sources)] }
    : { ok: false, problem: 'No source is named.' }
}

function coderNamed(project: Project, name: string): Coder | undefined {
  const coders = [...project.tables.coder.values()]
  return (
    coders.find((coder) => plain(coder.name) === plain(name)) ??
    coders.find((coder) => plain(coder.initials) === plain(name))
  )
}

function coderNames(project: Project): string {
  return [...project.tables.coder.values()].map(({ name }) => name).join(', ')
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
