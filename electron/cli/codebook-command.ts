import { starterCodebook, starterCodebooks } from '../../shared/codebooks/starter-codebooks.ts'
import { codebookEndings, starterAsCodebook, writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { type Command, type CommandResult, wrongUsage } from './command.ts'
import { parseArguments } from './parse-arguments.ts'
import { endingOf, writeOutput } from './write-output.ts'

const names = starterCodebooks.map((each) => each.key).join(', ')
const endings = codebookEndings.map((each) => `.${each}`).join(' ')

export const codebookCommand: Command = {
  summary: 'write a starter codebook to a file',
  help: `loam codebook NAME --to FILE [--json]

Writes a codebook that ships with Loam, all its codes, in the format the ending names: ${endings}
Codebooks: ${names}`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, { to: 'text' })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const [name, ...more] = parsed.given.words
  const to = parsed.given.text('to')
  if (name === undefined || more.length > 0) return wrongUsage(`Name one codebook: ${names}`)
  const starter = starterCodebook(name)
  if (!starter) return wrongUsage(`There is no starter codebook “${name}”. There is: ${names}`)
  if (to === undefined) return wrongUsage('Say where it goes: --to FILE')
  const ending = codebookEndings.find((each) => each === endingOf(to))
  if (!ending) return wrongUsage(`A codebook is written as one of ${endings}, and “${to}” ends otherwise.`)
  return writeOutput(to, await writeCodebook(starterAsCodebook(starter), ending))
}
