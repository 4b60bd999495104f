/** What stands between `---` lines at the top of a Markdown file, and the rest. */
export interface FrontMatter {
  /** Simple values as text; lists joined with commas. */
  readonly attributes: Readonly<Record<string, string>>
  readonly body: string
}

/** Cuts YAML front matter off a text with LF line ends; nested values are kept as they stand. */
export function frontMatter(text: string): FrontMatter {
  const opening = /^---[ \t]*\n/.exec(text)
  if (opening === null) return { attributes: {}, body: text }
  const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(opening[0].length, 50_000))
  if (closing === null) return { attributes: {}, body: text }
  const from = opening[0].length
  const yaml = text.slice(from, from + closing.index)
  if (!/^[^\s:#][^:\n]*:/m.test(yaml)) return { attributes: {}, body: text }
  const body = text.slice(from + closing.index + closing[0].length).replace(/^\n{1,100}/, '')
  return { attributes: readPairs(yaml), body }
}

function readPairs(yaml: string): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {}
  let key: string | null = null
  for (const line of yaml.split('\n').slice(0, 200)) {
    const pair = /^([^\s:#-][^:]{0,60}):(?:\s+(.*))?$/.exec(line)
    const item = /^\s*-\s+(.*)$/.exec(line) ?? /^\s+(\S.*)$/.exec(line)
    if (pair?.[1] !== undefined) {
      key = pair[1].trim() === '__proto__' ? null : pair[1].trim()
      if (key !== null && pair[2] !== undefined) pairs[key] = listed(pair[2])
    } else if (key !== null && item?.[1] !== undefined) {
      pairs[key] = [pairs[key] ?? '', unquoted(item[1])]
        .filter((part) => part !== '')
        .join(', ')
        .slice(0, 500)
    }
  }
  return Object.fromEntries(Object.entries(pairs).filter(([, value]) => value !== ''))
}

function listed(value: string): string {
  const list = /^\[(.*)\]\s*$/.exec(value)
  const plain = list?.[1] === undefined ? unquoted(value) : list[1].split(',').map(unquoted).join(', ')
  return /^[|>][+-]?\s*$/.test(plain) ? '' : plain.slice(0, 500).toWellFormed()
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/, '$2')
}
