import { parseArgs } from 'node:util'

/** Options of a command: a word after it (`text`, or `texts` where it may be given several times) or nothing (`flag`). */
export type OptionKinds = Readonly<Record<string, 'text' | 'texts' | 'flag'>>

/** What somebody typed after a command. */
export interface Arguments {
  readonly words: readonly string[]
  text(option: string): string | undefined
  /** Each word of an option that may be given several times; empty without it. */
  texts(option: string): readonly string[]
  flag(option: string): boolean
}

export type Parsed =
  | { readonly ok: true; readonly given: Arguments }
  | { readonly ok: false; readonly problem: string }

/** Takes the words after a command apart. Every command knows `--json`. */
export function parseArguments(args: readonly string[], kinds: OptionKinds): Parsed {
  const known: OptionKinds = { ...kinds, json: 'flag' }
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind === 'texts' },
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
    const texts = (option: string) => {
      const value = values[option]
      return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
    }
    const flag = (option: string) => values[option] === true
    return { ok: true, given: { words: positionals, text, texts, flag } }
  } catch (trouble) {
    if (!(trouble instanceof TypeError)) throw trouble
    return { ok: false, problem: trouble.message.replace(/\. .*$/s, '.') }
  }
}
