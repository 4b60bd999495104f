import type { Numbered } from './cue-place.ts'
import { isRecord, member } from './json-values.ts'

/** Finds where objects and lists of a parsed JSON text stand in it: the number of each in its list, and from where to
    where it is written. Reads the text once, and only as far as they go. */
export function jsonPlaces(
  text: string,
  root: unknown,
  wanted: ReadonlySet<unknown>,
): ReadonlyMap<unknown, Numbered> {
  const found = new Map<unknown, Numbered>()
  const open: Container[] = []
  let at = valueAt(text, 0)
  while (at < text.length && found.size < wanted.size) {
    const container = open.at(-1)
    if (isClosing(text.charCodeAt(at))) {
      open.pop()
      at = valueAt(text, at + 1)
      continue
    }
    const next = container === undefined ? { at, value: root, number: 1 } : inside(text, at, container)
    const isContainer = isOpening(text.charCodeAt(next.at))
    const goesIn = isContainer && !wanted.has(next.value) && typeof next.value === 'object'
    const end = goesIn ? next.at + 1 : valueEnd(text, next.at)
    if (goesIn) open.push({ value: next.value, next: 0 })
    else if (isContainer && wanted.has(next.value))
      found.set(next.value, { number: next.number, from: next.at, to: end })
    at = valueAt(text, end)
  }
  return found
}

/** From where to where the text under a key of the outermost object is written, quotes left out; null where it is not. */
export function jsonTextSpan(
  text: string,
  wanted: string,
): { readonly from: number; readonly to: number } | null {
  let span: { readonly from: number; readonly to: number } | null = null
  let at = valueAt(text, valueAt(text, 0) + 1)
  while (at < text.length && text.charAt(at) === '"') {
    const keyEnd = textEnd(text, at)
    const value = valueAt(text, keyEnd)
    const end = valueEnd(text, value)
    if (keyOf(text, at, keyEnd) === wanted && text.charAt(value) === '"')
      span = { from: value + 1, to: end - 1 }
    at = valueAt(text, end)
  }
  return span
}

/** A container whose insides are read: its value, and how many of its values were passed. */
interface Container {
  readonly value: unknown
  next: number
}

interface Found {
  readonly at: number
  readonly value: unknown
  readonly number: number
}

function inside(text: string, at: number, container: Container): Found {
  const { value } = container
  if (!isRecord(value)) {
    container.next += 1
    return { at, value: Array.isArray(value) ? value[container.next - 1] : undefined, number: container.next }
  }
  const keyEnd = textEnd(text, at)
  return { at: valueAt(text, keyEnd), value: member(value, keyOf(text, at, keyEnd)), number: 1 }
}

function keyOf(text: string, from: number, to: number): string {
  const written = text.slice(from + 1, to - 1)
  if (!written.includes('\\')) return written
  const key: unknown = JSON.parse(text.slice(from, to))
  return typeof key === 'string' ? key : written
}

const isOpening = (code: number): boolean => code === 0x7b || code === 0x5b
const isClosing = (code: number): boolean => code === 0x7d || code === 0x5d

/** Past spaces, commas and colons. */
function valueAt(text: string, from: number): number {
  let at = from
  for (let code = text.charCodeAt(at); code <= 32 || code === 0x2c || code === 0x3a; at += 1)
    code = text.charCodeAt(at + 1)
  return at
}

function valueEnd(text: string, from: number): number {
  const code = text.charCodeAt(from)
  if (code === 0x22) return textEnd(text, from)
  if (isOpening(code)) return containerEnd(text, from)
  SCALAR_END.lastIndex = from
  return SCALAR_END.exec(text)?.index ?? text.length
}

const SCALAR_END = /[\s,\]}]|$/g

function containerEnd(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) at = textEnd(text, at) - 1
    else if (isOpening(code)) depth += 1
    else if (isClosing(code)) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return text.length
}

/** Behind the closing quote of the text whose opening quote stands at `from`. */
function textEnd(text: string, from: number): number {
  let end = text.indexOf('"', from + 1)
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end + 1
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote - 1
  while (text.charAt(at) === '\\') at -= 1
  return (quote - at) % 2 === 0
}
