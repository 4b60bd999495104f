import { readContentHash } from '../../model/ids.ts'
import { flatStretches, stretchesIn } from '../../model/translations.ts'
import { quoteHash } from '../../text/quote-hash.ts'
import type { Fields } from '../change.ts'
import { namedBy, withoutNaming } from '../merge/references.ts'
import { type CutText, composeCuts } from './cut-text.ts'
import { type ErasurePlan, fieldKey, valuesByKey } from './erasure-plan.ts'
import { scrubValue } from './scrub-fields.ts'
import { entriesOf, flatEntries } from './tombstone.ts'
import type { State } from './walk-log.ts'

/** What else stood in the project at that moment: the text that a source was read in, and that a coding was made on. */
export interface Around {
  contentOf(kind: 'source' | 'coding', id: unknown): unknown
  /** The text a source was read in last. */
  lastContentOf(source: string): unknown
}

/** An entity as it stood once, without what is to go: what it says, where it stands, and what it names. The same fields
    where nothing of it goes; null where it stood on a text that goes. */
export function stateWithout({ kind, id, fields }: State, plan: ErasurePlan, around: Around): Fields | null {
  const placed = onCuts({ kind, id, fields }, plan, around)
  if (!placed) return null
  let now = placed
  for (const named of namedBy(kind, now))
    if (plan.gone.has(named.id) || plan.places.has(named.id)) now = withoutNaming(kind, now, named.id)
  if (kind === 'adjudication' && plan.gone.has(String(now.coding))) now = without(now, 'coding')
  if (plan.originals.size > 0 && plan.originals.has(hashOf(now.original))) now = without(now, 'original')
  return fixedIn(kind, id, scrubbed(now, plan), plan)
}

function scrubbed(fields: Fields, { scrub }: ErasurePlan): Fields {
  let now: Record<string, unknown> | null = null
  for (const name in fields) {
    const value = scrubValue(name, fields[name], scrub)
    if (value === fields[name]) continue
    now ??= { ...fields }
    now[name] = value
  }
  return now ?? fields
}

function fixedIn(kind: string, id: string, fields: Fields, { fixed }: ErasurePlan): Fields {
  if (fixed.size === 0) return fields
  let now = fields
  for (const name of Object.keys(fields)) {
    if (valuesByKey.has(name)) now = put(now, name, fixedValues(fieldKey(kind, id, name), now[name], fixed))
    const key = fieldKey(kind, id, name)
    if (fixed.has(key)) now = put(now, name, fixed.get(key))
  }
  return now
}

function fixedValues(key: string, values: unknown, fixed: ReadonlyMap<string, unknown>): unknown {
  if (typeof values !== 'object' || values === null) return values
  const entries = Object.entries(values)
  if (!entries.some(([name]) => fixed.has(`${key}.${name}`))) return values
  return Object.fromEntries(
    entries.flatMap(([name, value]) => {
      const now: unknown = fixed.has(`${key}.${name}`) ? fixed.get(`${key}.${name}`) : value
      return now === undefined ? [] : [[name, now]]
    }),
  )
}

function put(fields: Fields, name: string, value: unknown): Fields {
  if (fields[name] === value) return fields
  return value === undefined ? without(fields, name) : { ...fields, [name]: value }
}

function without(fields: Fields, name: string): Fields {
  const { [name]: _, ...rest } = fields
  return rest
}

function hashOf(original: unknown): string {
  return typeof original === 'object' && original !== null ? String(Reflect.get(original, 'hash')) : ''
}

/** Where it stands, after the cuts. */
function onCuts(state: State, plan: ErasurePlan, around: Around): Fields | null {
  const { kind, fields } = state
  switch (kind) {
    case 'coding':
    case 'restriction':
    case 'adjudication':
      return passage(fields, plan)
    case 'memo':
      return memoOn(fields, plan)
    case 'proposal':
      return Array.isArray(fields.passages)
        ? { ...fields, passages: passagesOf(fields.passages, plan) }
        : fields
    case 'turn':
      return turnOn(fields, plan, around)
    case 'source':
      return sourceOn(state, plan, around)
    case 'translation':
      return translationOn(fields, plan)
    case 'quoteChoice':
      return choiceOn(fields, plan, around)
    case 'erasure':
      return tombstoneOn(fields, plan)
    default:
      return fields
  }
}

function passage(fields: Fields, { texts, lost }: ErasurePlan): Fields | null {
  const content = String(fields.content)
  if (lost.has(content)) return null
  const cut = texts.get(content)
  if (!cut) return fields
  const span = { start: Number(fields.start), end: Number(fields.end) }
  const now = cut.span(span)
  const moved = { ...fields, content: cut.to.hash, ...now }
  if (fields.quote === undefined) return moved
  const quote = quoteHash(cut.to.text, now.start, now.end)
  const matched = fields.quote === quoteHash(cut.from.text, span.start, span.end)
  // What had drifted has drifted still.
  return { ...moved, quote: matched ? quote : ~quote >>> 0 }
}

function memoOn(fields: Fields, plan: ErasurePlan): Fields | null {
  const about: unknown = fields.about
  if (typeof about !== 'object' || about === null || Reflect.get(about, 'kind') !== 'passage') return fields
  const now = passage({ ...about }, plan)
  return now === null ? null : { ...fields, about: now }
}

/** Where a proposed code was noticed; places in erased words are left out. */
function passagesOf(passages: readonly Fields[], plan: ErasurePlan): readonly Fields[] {
  return passages.flatMap((each) => {
    const place = { start: Number(each.start), end: Number(each.end) }
    const isGone =
      plan.gone.has(String(each.source)) || plan.texts.get(String(each.content))?.isErased(place) === true
    const now = isGone ? null : passage(each, plan)
    return now ? [now] : []
  })
}

function turnOn(fields: Fields, { texts, lost }: ErasurePlan, around: Around): Fields | null {
  const content = String(around.contentOf('source', fields.source))
  if (lost.has(content)) return null
  const cut = texts.get(content)
  if (!cut) return fields
  const [label, start, end] = [fields.label, fields.start, fields.end].map((each) => cut.bound(Number(each)))
  return { ...fields, label, start, end }
}

function sourceOn({ id, fields }: State, { texts, lost }: ErasurePlan, around: Around): Fields {
  const isLost = lost.has(String(fields.content))
  // A source is always read in some text: where that one goes, in the one it is read in last.
  const content = isLost ? around.lastContentOf(id) : fields.content
  const cut = texts.get(String(content))
  const first = firstOf(fields, cut?.to.hash ?? content, { texts, lost })
  if (!isLost && !cut && first === fields.firstContent) return fields
  const now = { ...fields, content: cut?.to.hash ?? content, firstContent: first }
  if (isLost) return without(now, 'blocks')
  return cut && Array.isArray(fields.blocks) ? { ...now, blocks: blocksOn(fields.blocks, cut) } : now
}

function firstOf(
  { firstContent }: Fields,
  otherwise: unknown,
  { texts, lost }: Pick<ErasurePlan, 'texts' | 'lost'>,
): unknown {
  const first = String(firstContent)
  if (lost.has(first)) return otherwise
  return texts.get(first)?.to.hash ?? firstContent
}

function blocksOn(blocks: readonly unknown[], cut: CutText): readonly number[] {
  const moved: number[] = []
  for (let i = 0; i + 2 < blocks.length; i += 3) {
    const { start, end } = cut.span({ start: Number(blocks[i + 1]), end: Number(blocks[i + 2]) })
    if (start < end) moved.push(Number(blocks[i]), start, end)
  }
  return moved
}

function translationOn(fields: Fields, { texts, lost }: ErasurePlan): Fields | null {
  const [content, of] = [String(fields.content), String(fields.of)]
  if (lost.has(content) || lost.has(of)) return null
  const [words, original] = [texts.get(content), texts.get(of)]
  if (!words && !original) return fields
  const moved: { at: number; start: number; end: number }[] = []
  for (const stretch of stretchesIn({ stretches: numbersIn(fields.stretches) })) {
    const at = original ? original.span({ start: stretch.at, end: stretch.at + 1 }).start : stretch.at
    const [start, end] = words
      ? [words.bound(stretch.start), words.bound(stretch.end)]
      : [stretch.start, stretch.end]
    const last = moved.at(-1)
    if (last && at <= last.at) last.end = Math.max(last.end, end)
    else if (start < end) moved.push({ at, start, end })
  }
  return {
    ...fields,
    content: words?.to.hash ?? fields.content,
    of: original?.to.hash ?? fields.of,
    stretches: flatStretches(moved),
  }
}

function choiceOn(fields: Fields, { texts, lost }: ErasurePlan, around: Around): Fields {
  const content = String(around.contentOf('coding', fields.coding))
  const cut = texts.get(content)
  if (lost.has(content)) return without(without(fields, 'cuts'), 'clarifications')
  if (!cut) return fields
  const { cuts, clarifications, quote: _, ...rest } = fields
  return {
    ...rest,
    ...(Array.isArray(cuts) ? { cuts: cuts.map((each) => cut.span(each)) } : {}),
    ...(Array.isArray(clarifications)
      ? { clarifications: clarifications.map((each) => ({ ...each, at: cut.bound(each.at) })) }
      : {}),
  }
}

/** An earlier erasure recognises the texts it was about by what they come to, so it follows where they go on to. */
function tombstoneOn(fields: Fields, { texts, lost }: ErasurePlan): Fields {
  const entries = entriesOf(fields)
  if (!entries.some(({ to }) => texts.has(to) || lost.has(to))) return fields
  const rewritten = entries.flatMap((entry) => {
    const then = texts.get(entry.to)
    if (lost.has(entry.to)) return []
    const hash = then && readContentHash(then.to.hash)
    return then && hash ? [{ ...entry, to: hash, cuts: composeCuts(entry.cuts, then) }] : [entry]
  })
  return { ...fields, rewritten: flatEntries(rewritten) }
}

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : []
}
