import { starterCodebook, starterCodebooks } from '../../shared/codebooks/starter-codebooks.ts'
import { codebookEndings, starterAsCodebook, writeCodebook } from '../../shared/exchange/codebook-files.ts'
import { codebookLosses } from '../../shared/exchange/codebook-losses.ts'
import { type Command, type CommandResult, wrongUsage } from './command.ts'
import { compareCodebook } from './compare-codebook.ts'
import { parseArguments } from './parse-arguments.ts'
import { endingOf, writeOutput } from './write-output.ts'

const names = starterCodebooks.map((each) => each.key).join(', ')
const endings = codebookEndings.map((each) => `.${each}`).join(' ')

export const codebookCommand: Command = {
  summary: 'write a starter codebook, or compare a project’s codebook with a file',
  help: `loam codebook NAME --to FILE [--json]
loam codebook P.qdpx --compare FILE [--base VERSION] [--json]
loam codebook P.qdpx --apply FILE --out P2.qdpx [--base VERSION] [--prefer mine|theirs] [--json]

Writes a codebook that ships with Loam, all its codes, in the format the ending names: ${endings}
Codebooks: ${names}

Or compares the codebook of a project with one in a file (.qdc .csv .tsv .xlsx .json), from the state the file says it
is of, or from a version kept in the project:

  --compare FILE     says which codes are new, changed, moved, merged, deleted, or changed on both sides
  --apply FILE       takes over what they changed and I did not; codes with codings are never deleted. What both
                     changed is listed, and without --prefer nothing is written
  --out P2.qdpx      the project to write; it may be P
  --prefer WHOSE     what stands where both changed the same: mine (the project's) or theirs (the file's)
  --base VERSION     a version of the codebook, by its name, that the file began from`,
  run,
}

async function run(args: readonly string[]): Promise<CommandResult> {
  const parsed = parseArguments(args, {
    to: 'text',
    compare: 'text',
    apply: 'text',
    out: 'text',
    base: 'text',
    prefer: 'text',
  })
  if (!parsed.ok) return wrongUsage(parsed.problem)
  const { given } = parsed
  if (given.text('compare') !== undefined || given.text('apply') !== undefined) return compareCodebook(given)
  const [name, ...more] = given.words
  const to = given.text('to')
  if (name === undefined || more.length > 0) return wrongUsage(`Name one codebook: ${names}`)
  const starter = starterCodebook(name)
  if (!starter) return wrongUsage(`There is no starter codebook “${name}”. There is: ${names}`)
  if (to === undefined) return wrongUsage('Say where it goes: --to FILE')
  const ending = codebookEndings.find((each) => each === endingOf(to))
  if (!ending) return wrongUsage(`A codebook is written as one of ${endings}, and “${to}” ends otherwise.`)
  const codebook = starterAsCodebook(starter)
  const losses = codebookLosses(ending, codebook)
  return writeOutput(to, await writeCodebook(codebook, ending), { messages: losses === '' ? [] : [losses] })
}
