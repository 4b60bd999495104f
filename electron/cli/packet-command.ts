import { basename, resolve } from 'node:path'
import { recordGesture } from '../../shared/change/record-gesture.ts'
import type { PacketDocument } from '../../shared/cli.ts'
import { handOut } from '../../shared/commands/hand-out.ts'
import { makePacket } from '../../shared/exchange/packet.ts'
import type { PacketWish } from '../../shared/exchange/packet-project.ts'
import type { Archive } from '../../shared/model/archive.ts'
import type { Coder } from '../../shared/model/entities.ts'
import { inquiryOf, type Project, sourcesInOrder } from '../../shared/model/project.ts'
import { counted } from '../../shared/text/counted.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { nodeMaking } from './node-making.ts'
import { openProject } from './open-project.ts'
import { packProject } from './pack-project.ts'
import { packetSources } from './packet-sources.ts'
import { type Arguments, parseArguments } from './parse-arguments.ts'
import { endingOf, isProjectName, writeOutput, writeProject } from './write-output.ts'

export const packetCommand: Command = {
  summary: 'make a copy for one coder to hand out',
  help: `loam packet P.qdpx --coder NAME [--sources X,Y | --round NAME] [--blind] [--originals] --out FILE.qdpx
            [--record Q.qdpx] [--json]

Writes a copy for one coder, named by name or initials: the sources (those assigned to the coder and not yet done,
unless --sources names others, separated by commas, or --round asks for a round's sample), the codebook, the guide and
what this coder did before. Nobody else's codings, memos and proposals, no findings, no history, no names behind
pseudonyms, and nobody who withdrew. With --blind whoever opens it sees only their own codings and no counts, and how
far sources have come is not told; with --originals the files that sources came from are in it. Once coded it comes
back with: loam merge

  --record Q.qdpx    also writes the project with the note that this was handed out, so that it tells what is out and
                     what came back; it may be P.qdpx`,
  run,
}

/** What was asked for, once it makes sense. */
interface Wish {
  readonly path: string
  readonly coder: string
  readonly out: string
  readonly record: string | undefined
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    coder: 'text',
    sources: 'text',
    round: 'text',
    blind: 'flag',
    originals: 'flag',
    out: 'text',
    record: 'text',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const wish = readWish(parsed.given)
  if (typeof wish === 'string') return wrongUsage(wish)
  const reading = await openProject(wish.path)
  if (!reading.ok) return unusable(reading.problem)
  const result = await writePacket(reading.archive, wish, parsed.given)
  return { ...result, messages: [...reading.notes, ...(result.messages ?? [])] }
}

function readWish(given: Arguments): Wish | string {
  const [path, ...more] = given.words
  const [coder, out, record] = [given.text('coder'), given.text('out'), given.text('record')]
  if (path === undefined || more.length > 0) return 'Name one project file to hand out from.'
  if (coder === undefined) return 'Say who it is for: --coder NAME'
  if (out === undefined) return 'Say where it goes: --out FILE.qdpx'
  if (endingOf(out) !== 'qdpx') return `A packet is a .qdpx, and “${out}” ends otherwise.`
  if (given.text('round') !== undefined && given.text('sources') !== undefined)
    return 'A round says itself which sources it compares: leave out --sources.'
  if (record !== undefined && !isProjectName(record))
    return `A project file ends in .qdpx, and “${basename(record)}” does not.`
  if ([path, record].some((each) => each !== undefined && resolve(each) === resolve(out)))
    return 'A packet holds only a part of the project: give it a file of its own.'
  return { path, coder, out, record }
}

async function writePacket(archive: Archive, wish: Wish, given: Arguments): Promise<CommandResult> {
  const { project } = archive
  const coder = coderNamed(project, wish.coder)
  if (!coder) return unusable(`Nobody named “${wish.coder}” codes in “${wish.path}”: ${coderNames(project)}.`)
  const chosen = packetSources(project, coder, {
    round: given.text('round'),
    sources: given.text('sources'),
  })
  if (!chosen.ok) return unusable(chosen.problem)
  const { ok: _, ...which } = chosen
  const wanted = {
    ...{ coder: coder.id, blind: given.flag('blind'), originals: given.flag('originals') },
    ...which,
  }
  const making = nodeMaking(inquiryOf(project).lead ?? [...project.tables.coder.values()][0]?.id)
  const recorded = { ...archive, ...recordGesture(handOut(project, wanted, making), archive, making) }
  const packet = makePacket(wish.record === undefined ? archive : recorded, wanted, making)
  const written = await writeOutput(wish.out, await packProject(packet), {
    text: `Wrote ${wish.out}: ${chosen.sources.length} of ${counted(project.tables.source.size, 'source')} for ${coder.name}`,
    json: documentOf(packet, project, wish, wanted),
  })
  if (written.exit !== 0 || wish.record === undefined) return written
  const kept = await writeProject(wish.record, recorded)
  return kept.ok
    ? { ...written, text: `${written.text}\nWrote ${wish.record}: it says that this was handed out` }
    : unusable(kept.problem)
}

function documentOf(packet: Archive, project: Project, wish: Wish, wanted: PacketWish): PacketDocument {
  const round = wanted.round && project.tables.round.get(wanted.round)
  return {
    file: wish.out,
    coder: project.tables.coder.get(wanted.coder)?.name ?? wish.coder,
    blind: wanted.blind,
    ...(round ? { round: round.name } : {}),
    sources: sourcesInOrder(packet.project).map((source) => source.name),
    of: project.tables.source.size,
    codings: [...packet.project.codings.values()].reduce((sum, list) => sum + list.length, 0),
    ...(wish.record === undefined ? {} : { recorded: wish.record }),
  }
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
