import { readContentHash } from '../../model/ids.ts'
import type { Texts } from '../../model/project.ts'
import { alignTexts } from '../../text/align-texts.ts'
import { changedPassages } from '../../text/changed-passages.ts'
import { counted } from '../../text/counted.ts'
import type { Fields } from '../change.ts'

/** Words on one line, short enough to be a name. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 100 ? `${line.slice(0, 99).toWellFormed().trimEnd()}…` : line
}

/** The words that a place in a text covers; null where the text is not at hand. */
export function wordsAt(value: unknown, texts: Texts): string | null {
  const { content, start, end } = fieldsOf(value)
  if (typeof content !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null
  return textOf(content, texts)?.slice(start, end) ?? null
}

/** Each of several turns on a line of its own. `content` is the hash of the text they stand in. */
export function wordsOfTurns(value: unknown, content: unknown, texts: Texts): string | null {
  if (typeof value === 'number') return counted(value, 'turn')
  const text = typeof content === 'string' ? textOf(content, texts) : undefined
  if (!Array.isArray(value) || text === undefined) return null
  const lines = value.map((turn) => {
    const { start, end } = fieldsOf(turn)
    return shortened(text.slice(Number(start), Number(end)).trim())
  })
  return lines.length > 0 ? lines.map((line) => `– ${line}`).join('\n') : 'No turns'
}

/** Where two long texts differ, each told with some words around; null for one that is not at hand. */
export function differing(
  mine: unknown,
  theirs: unknown,
  texts: Texts,
): { readonly mine: string | null; readonly theirs: string | null } {
  const [a, b] = [mine, theirs].map((hash) => (typeof hash === 'string' ? textOf(hash, texts) : undefined))
  if (a === undefined || b === undefined) return { mine: a ?? null, theirs: b ?? null }
  const { passages } = changedPassages(alignTexts(a, b), 40)
  const told = (without: 'in' | 'out') =>
    passages
      .map(({ pieces }) => pieces.map(({ kind, text }) => (kind === without ? '' : text)).join(''))
      .join('\n')
  return { mine: told('in'), theirs: told('out') }
}

/** What somebody wrote in a report, its paragraphs on lines. */
export function wordsOfProse(doc: unknown): string {
  const { content } = fieldsOf(doc)
  if (!Array.isArray(content)) return ''
  return content.map(wordsInside).join('\n').trim()
}

function wordsInside(node: unknown): string {
  const { text, content } = fieldsOf(node)
  if (typeof text === 'string') return text
  return Array.isArray(content) ? content.map(wordsInside).join('') : ''
}

/** A length of time as people say it: "4:07". */
export function minutes(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The fields of something that may be none. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function textOf(hash: string, texts: Texts): string | undefined {
  const wanted = readContentHash(hash)
  return wanted ? texts(wanted) : undefined
}

function shortened(text: string): string {
  return text.length > 400
    ? `${text.slice(0, 200).toWellFormed()} […] ${text.slice(-180).toWellFormed()}`
    : text
}
