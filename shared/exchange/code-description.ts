import type { Code } from '../model/entities.ts'

/** The four things a codebook says about a code. */
export type CodeWords = Pick<Code, 'definition' | 'include' | 'exclude' | 'example'>

/** A code's definition, when to use it, when not, and an example in one text, as exchange files hold it. */
export function codeDescription(code: CodeWords): string | undefined {
  const parts = [
    code.definition,
    ...labels.map(([field, label]) => code[field] && `${label}: ${code[field]}`),
  ]
  return parts.some((part) => part !== undefined)
    ? parts.filter((part) => part !== undefined).join('\n\n')
    : undefined
}

/** Only these four of a code, those it has. */
export function codeWords({ definition, include, exclude, example }: CodeWords): CodeWords {
  return {
    ...(definition === undefined ? {} : { definition }),
    ...(include === undefined ? {} : { include }),
    ...(exclude === undefined ? {} : { exclude }),
    ...(example === undefined ? {} : { example }),
  }
}

/** Takes such a text apart again; a text written elsewhere is a definition as a whole. */
export function readCodeDescription(text: string): CodeWords {
  const words: { -readonly [F in keyof CodeWords]: string } = {}
  let rest = text
  for (const [field, label] of [...labels].reverse()) {
    const at = rest.startsWith(`${label}: `) ? 0 : rest.lastIndexOf(`\n\n${label}: `)
    if (at < 0) continue
    words[field] = rest.slice(rest.indexOf(`${label}: `, at) + label.length + 2)
    rest = rest.slice(0, at)
  }
  return rest === '' && Object.keys(words).length > 0 ? words : { definition: rest, ...words }
}

const labels = [
  ['include', 'Include'],
  ['exclude', 'Exclude'],
  ['example', 'Example'],
] as const
