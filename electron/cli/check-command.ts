import type { CheckDocument, CheckedRule } from '../../shared/cli.ts'
import type { Archive } from '../../shared/model/archive.ts'
import { type Broken, brokenRules } from '../../shared/model/integrity.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'
import { type Command, type CommandResult, unusable, wrongUsage } from './command.ts'
import { openProject, textsOf } from './open-project.ts'
import { parseArguments } from './parse-arguments.ts'

export const checkCommand: Command = {
  summary: 'look for broken rules in a project',
  help: `loam check P.qdpx [--json]

Prints every rule of the model that does not hold, with its place: references to nothing, passages outside their
text, words that drifted away under a coding. Exits with 1 when there is any.`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {})
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const [path, ...more] = parsed.given.words
  if (path === undefined || more.length > 0) return wrongUsage('Name one project file to check.')
  const reading = await openProject(path)
  if (!reading.ok) return unusable(reading.problem)
  const broken = brokenIn(reading.archive).map((each) => placed(reading.archive, each))
  const { notes, receipt } = reading
  const document: CheckDocument = { broken, notes, ...(receipt ? { receipt } : {}) }
  const text = broken.length === 0 ? 'Every rule holds.' : broken.map(ruleText).join('\n')
  return { exit: broken.length === 0 ? 0 : 1, json: document, text, messages: reading.notes }
}

function brokenIn(archive: Archive): Broken[] {
  return [...brokenRules(archive.project, textsOf(archive)), ...drifted(archive)]
}

/** Codings whose text is no longer the one they were made on. */
function drifted({ project, contents }: Archive): Broken[] {
  return [...project.codings.values()]
    .flat()
    .flatMap(({ id, source, content, start, end, quote }): Broken[] => {
      const text = contents.get(content)?.text
      const at = { kind: 'coding' as const, id, source }
      if (text === undefined) return [{ ...at, rule: 'names a text that is not there' }]
      return quoteHash(text, start, end) === quote
        ? []
        : [{ ...at, rule: 'stands on other words than it was made on' }]
    })
}

function placed({ project }: Archive, { kind, id, source, rule }: Broken): CheckedRule {
  const name = source === undefined ? undefined : (project.tables.source.get(source)?.name ?? source)
  return { kind, id, rule, ...(name === undefined ? {} : { source: name }) }
}

function ruleText({ kind, id, source, rule }: CheckedRule): string {
  return `${source === undefined ? '' : `${source}: `}${kind}${id === '' ? '' : ` ${id}`}: ${rule}`
}
