import type { CodeId } from '../../../shared/model/ids.ts'
import { runIn } from '../../../shared/report/grouped-blocks.ts'
import type { PrevalenceBlock } from '../../../shared/report/report-document.ts'
import { numberParts } from './number-chips.ts'

/** A stretch of what is told of a code: plain words, or a name or number that leads to a code's excerpts. */
export interface ToldPart {
  /** `opening` is the name that a list item or paragraph begins with, to be set off. */
  readonly kind: 'words' | 'opening' | 'name' | 'number'
  readonly text: string
  readonly leadsTo: NamedCode
}

interface NamedCode {
  readonly id: CodeId
  readonly name: string
}

/** What is told of a code, cut at names and numbers; together it reads as before. Numbers told of a finer kind, as in
    "Named were Embodiment (1 of 8)", lead to that kind. */
export function toldParts(block: PrevalenceBlock, finer: readonly NamedCode[] = []): readonly ToldPart[] {
  const code: NamedCode = { id: block.code, name: block.codeName }
  const [opening, rest] = runIn(block)
  const opened: readonly ToldPart[] =
    opening === '' ? [] : [{ kind: 'opening', text: opening, leadsTo: code }]
  const named = opening === '' ? atName(rest, code) : wordsOf(rest, code)
  return [...opened, ...named.flatMap((part) => (part.kind === 'words' ? atFiner(part, finer) : [part]))]
}

/** The name where it stands in quotation marks, or at the beginning of a line in a list. */
function atName(text: string, code: NamedCode): readonly ToldPart[] {
  const quoted = text.indexOf(`“${code.name}”`)
  const from = quoted >= 0 ? quoted + 1 : text.startsWith(code.name) ? 0 : -1
  if (from < 0 || code.name === '') return wordsOf(text, code)
  const to = from + code.name.length
  return [
    ...wordsOf(text.slice(0, from), code),
    { kind: 'name', text: code.name, leadsTo: code },
    ...wordsOf(text.slice(to), code),
  ]
}

function wordsOf(text: string, leadsTo: NamedCode): readonly ToldPart[] {
  return text === '' ? [] : [{ kind: 'words', text, leadsTo }]
}

/** Cuts words at each finer kind that is told with its number in brackets, then all at their numbers. */
function atFiner({ text, leadsTo }: ToldPart, finer: readonly NamedCode[]): readonly ToldPart[] {
  const found = finer.flatMap((kind) => {
    const at = kind.name === '' ? -1 : text.indexOf(`${kind.name} (`)
    return at < 0 ? [] : [{ kind, from: at, to: endOfBracket(text, at + kind.name.length) }]
  })
  const parts: ToldPart[] = []
  let from = 0
  for (const each of found.sort((a, b) => a.from - b.from)) {
    if (each.from < from) continue
    parts.push(...atNumbers(text.slice(from, each.from), leadsTo))
    parts.push(...atNumbers(text.slice(each.from, each.to), each.kind))
    from = each.to
  }
  return [...parts, ...atNumbers(text.slice(from), leadsTo)]
}

function endOfBracket(text: string, from: number): number {
  const end = text.indexOf(')', from)
  return end < 0 ? text.length : end + 1
}

function atNumbers(text: string, leadsTo: NamedCode): readonly ToldPart[] {
  return numberParts(text).map((part) => ({
    kind: part.isNumber ? 'number' : 'words',
    text: part.text,
    leadsTo,
  }))
}
