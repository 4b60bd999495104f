import { type Command, wrongUsage } from './command.ts'

/** A command that has its name already, and nothing behind it yet. */
export function laterCommand(name: string, summary: string): Command {
  const sentence = `“loam ${name}” is not in this version yet.`
  return {
    summary: `${summary} (not in this version yet)`,
    help: sentence,
    run: async () => wrongUsage(sentence),
  }
}
