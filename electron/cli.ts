import { agreementCommand } from './cli/agreement-command.ts'
import { checkCommand } from './cli/check-command.ts'
import { codebookCommand } from './cli/codebook-command.ts'
import type { Command, CommandResult } from './cli/command.ts'
import { eraseCommand } from './cli/erase-command.ts'
import { exportCommand } from './cli/export-command.ts'
import { importCommand } from './cli/import-command.ts'
import { inspectCommand } from './cli/inspect-command.ts'
import { laterCommand } from './cli/later-commands.ts'
import { mergeCommand } from './cli/merge-command.ts'
import { packetCommand } from './cli/packet-command.ts'
import { takePassphraseFile } from './cli/passphrase.ts'
import { reportCommand } from './cli/report-command.ts'
import { searchCommand } from './cli/search-command.ts'

const commands: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['inspect', inspectCommand],
  ['check', checkCommand],
  ['export', exportCommand],
  ['report', reportCommand],
  ['codebook', codebookCommand],
  ['patterns', laterCommand('patterns', 'show frequencies, matrices, co-occurrence or saturation')],
  ['search', searchCommand],
  ['agreement', agreementCommand],
  ['merge', mergeCommand],
  ['erase', eraseCommand],
  ['packet', packetCommand],
])

process.exitCode = await main(process.argv.slice(2))

async function main(args: readonly string[]): Promise<number> {
  // Whoever reads our output may stop early, as `head` does.
  process.stdout.on('error', () => process.exit(0))
  const [name = '', ...rest] = args
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    const command = commands.get(rest[0] ?? '')
    process[name === '' ? 'stderr' : 'stdout'].write(`${command ? command.help : overview()}\n`)
    return name === '' ? 2 : 0
  }
  const command = commands.get(name)
  if (!command) return say({ exit: 2, messages: [`There is no command “${name}”. Try: loam --help`] }, false)
  if (rest.includes('--help') || rest.includes('-h')) return say({ exit: 0, text: command.help }, false)
  return say(await carriedOut(command, rest), rest.includes('--json'))
}

function overview(): string {
  const widest = Math.max(...[...commands.keys()].map((name) => name.length))
  const list = [...commands].map(([name, { summary }]) => `  ${name.padEnd(widest)}  ${summary}`)
  return [
    'loam COMMAND',
    '',
    ...list,
    '',
    'Locked projects open with the passphrase in LOAM_PASSPHRASE, or in a file: --passphrase-file FILE.',
    'loam COMMAND --help says more. Exit: 0 done, 1 the input could not be used, 2 wrong usage.',
  ].join('\n')
}

async function carriedOut(command: Command, args: readonly string[]): Promise<CommandResult> {
  try {
    const taken = await takePassphraseFile(args)
    if (!taken.ok) return { exit: taken.exit, messages: [taken.problem], json: { problem: taken.problem } }
    return await command.run(taken.args)
  } catch (trouble) {
    const problem = `Loam failed: ${trouble instanceof Error ? trouble.message : String(trouble)}`
    return { exit: 1, messages: [problem], json: { problem } }
  }
}

function say({ exit, text, json, messages = [] }: CommandResult, asJson: boolean): number {
  for (const message of messages) process.stderr.write(`${message.replaceAll('\n', ' ')}\n`)
  if (asJson && json !== undefined) process.stdout.write(`${JSON.stringify(json, null, 2)}\n`)
  else if (!asJson && text !== undefined) process.stdout.write(`${text}\n`)
  return exit
}
