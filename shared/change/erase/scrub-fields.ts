import { erasedWords, joinCuts } from './cut-text.ts'
import type { FindSpans } from './find-names.ts'

/** What is taken out of everything that was written about a project: by what it is, and what stands there instead. */
export interface Scrub {
  readonly names: FindSpans
  readonly put: string
  /** Erased words that were quoted. */
  readonly quotes: FindSpans
}

/** A string without what is to go; the same string where there is nothing of it. */
export function scrubText(text: string, scrub: Scrub): string {
  return scrubPieces([text], scrub)[0] ?? text
}

/** A field's value with every string in it scrubbed; the same value where nothing changes. Ids, hashes, and words that
    only say of what kind something is are left alone. `name` is the field's own. */
export function scrubValue(name: string, value: unknown, scrub: Scrub): unknown {
  if (typeof value === 'string') return kept.has(name) || isIdentity(value) ? value : scrubText(value, scrub)
  if (typeof value !== 'object' || value === null || kept.has(name)) return value
  if (Array.isArray(value)) return scrubList(name, value, scrub)
  const entries = Object.entries(value)
  const byName = keyed.has(name)
  const scrubbed = entries.map(([key, each]): [string, unknown] => [
    byName ? scrubText(key, scrub) : key,
    byName ? each : scrubValue(key, each, scrub),
  ])
  const same = scrubbed.every(([key, each], i) => key === entries[i]?.[0] && each === entries[i]?.[1])
  return same ? value : Object.fromEntries(scrubbed)
}

/** Fields that hold ids, hashes, places or words of Loam's own. */
const kept: ReadonlySet<string> = new Set([
  ...[
    'id',
    'kind',
    'of',
    'source',
    'hash',
    'mark',
    'order',
    'place',
    'template',
    'format',
    'encoding',
    'colour',
  ],
  ...[
    'approach',
    'consent',
    'status',
    'role',
    'asked',
    'layer',
    'stance',
    'origin',
    'key',
    'section',
    'type',
  ],
  ...['use', 'unit', 'uncoded', 'blank', 'decided', 'translations', 'rewritten', 'gone', 'hashes', 'fields'],
])

/** Records whose keys are names that people gave. */
const keyed: ReadonlySet<string> = new Set(['consentFor'])

function isIdentity(text: string): boolean {
  return /^(?:[0-9a-f]{64}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(text)
}

function scrubList(name: string, list: readonly unknown[], scrub: Scrub): readonly unknown[] {
  const inline = list.filter(isTextNode)
  // What is written in one go is read in one go, though half of it is bold.
  const now = inline.length > 1 ? scrubNodes(list, scrub) : list.map((each) => scrubValue(name, each, scrub))
  return now.every((each, i) => each === list[i]) && now.length === list.length ? list : now
}

interface TextNode {
  readonly type: 'text'
  readonly text: string
}

function isTextNode(value: unknown): value is TextNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    Reflect.get(value, 'type') === 'text' &&
    typeof Reflect.get(value, 'text') === 'string'
  )
}

/** A break in the line parts words as a space does. */
function scrubNodes(nodes: readonly unknown[], scrub: Scrub): readonly unknown[] {
  const pieces = scrubPieces(
    nodes.map((node) => (isTextNode(node) ? node.text : '\n')),
    scrub,
  )
  return nodes.flatMap((node, i) => {
    if (!isTextNode(node)) return [scrubValue('content', node, scrub)]
    const text = pieces[i] ?? ''
    if (text === node.text) return [node]
    return text === '' ? [] : [{ ...node, text }]
  })
}

/** Pieces of one text: what stands for a stretch over several of them stands in the first. */
function scrubPieces(pieces: readonly string[], scrub: Scrub): readonly string[] {
  const text = pieces.join('')
  const cuts = joinCuts([
    ...scrub.quotes(text).map((span) => ({ ...span, put: erasedWords, words: true })),
    ...scrub.names(text).map((span) => ({ ...span, put: scrub.put, words: false })),
  ])
  if (cuts.length === 0) return pieces
  let from = 0
  return pieces.map((piece) => {
    const to = from + piece.length
    const parts: string[] = []
    let reached = from
    for (const { start, end, put } of cuts) {
      if (end <= from || start >= to) continue
      parts.push(text.slice(reached, Math.max(reached, start)))
      if (start >= from) parts.push(put)
      reached = Math.min(to, end)
    }
    parts.push(text.slice(reached, to))
    from = to
    return parts.join('')
  })
}
