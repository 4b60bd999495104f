import type { InspectDocument } from '../../shared/cli.ts'
import { counted } from '../../shared/text/counted.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { inspectDocument } from './inspect-document.ts'
import { openProject } from './open-project.ts'
import { parseArguments } from './parse-arguments.ts'

export const inspectCommand: Command = {
  summary: 'say what is in a project',
  help: `loam inspect P.qdpx [--json]

Lists the sources of a project with their words, turns and speakers, and what was repaired or is doubtful
in them, and counts codes, codings, participants and memos.`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {})
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const [path, ...more] = parsed.given.words
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file to inspect.')
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const { receipt } = reading
  const document = { ...(await inspectDocument(reading.archive)), ...(receipt ? { receipt } : {}) }
  return { exit: 0, json: document, text: inspectText(document), messages: reading.notes }
}

/** The same for a person to read. */
export function inspectText({ sources, codes, codings, participants, memos }: InspectDocument): string {
  const lines = sources.flatMap((source) => [
    `${source.name}: ${counted(source.words, 'word')}, ${counted(source.turns, 'turn')} (${source.format})`,
    ...source.speakers.map(({ label, role, turns }) => `  ${label}, ${role}: ${counted(turns, 'turn')}`),
    ...source.warnings.map((warning) => `  note: ${warning}`),
  ])
  const counts = [
    counted(sources.length, 'source'),
    counted(codes, 'code'),
    counted(codings, 'coding'),
    counted(participants, 'participant'),
    counted(memos, 'memo'),
  ]
  return [...lines, counts.join(', ')].join('\n')
}
