import { parseArgs } from 'node:util'

/** Options of a command: a word after it (`text`) or nothing (`flag`). */
export type OptionKinds = Readonly<Record<string, 'text' | 'flag'>>

/** What somebody typed after a command. */
export interface Arguments {
  readonly words: readonly string[]
  text(option: string): string | undefined
  flag(option: string): boolean
}

export type Parsed =
  | { readonly ok: true; readonly given: Arguments }
  | { readonly ok: false; readonly problem: string }

/** Takes the words after a command apart. Every command knows `--json`. */
export function parseArguments(args: readonly string[], kinds: OptionKinds): Parsed {
  const known = { ...kinds, json: 'flag' as const }
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    })
    const text = (option: string) => {
      const value = values[option]
      return typeof value === 'string' ? value : undefined
    }
    return { ok: true, given: { words: positionals, text, flag: (option) => values[option] === true } }
  } catch (trouble) {
    if (!(trouble instanceof TypeError)) throw trouble
    return { ok: false, problem: trouble.message.replace(/\. .*$/s, '.') }
  }
}
