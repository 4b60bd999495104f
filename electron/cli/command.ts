import type { ProblemDocument } from '../../shared/cli.ts'

/** How a command ended: 0 done, 1 the input could not be used, 2 wrong usage. */
export type Exit = 0 | 1 | 2

/** What a command has to say. `text` and `json` are for standard output, one of them is printed; `messages` are
    for standard error, a line each. */
export interface CommandResult {
  readonly exit: Exit
  readonly text?: string
  readonly json?: unknown
  readonly messages?: readonly string[]
}

/** One command of the command line. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string
  /** What `--help` shows. */
  readonly help: string
  run(args: readonly string[]): Promise<CommandResult>
}

/** The person used it wrongly; the sentence says how. */
export function wrongUsage(problem: string): CommandResult {
  return { exit: 2, messages: [problem] }
}

/** The input could not be used; one line says what and why. */
export function unusable(problem: string): CommandResult {
  return { exit: 1, messages: [problem], json: { problem } satisfies ProblemDocument }
}
