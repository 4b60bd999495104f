import { codingsOf, type Project, turnsOf } from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'

/** Stands for everything a comparison counts: texts, turns, and the coders' own codings with the codes of the wish.
    The same coding gives the same 16 digits, in whatever order sources stand; another coding gives others. Two 32-bit
    FNV-1a hashes, for noticing and not for secrets. */
export function codingState(project: Project, wish: AgreementWish): string {
  const known = new Map<string, number>()
  const number = (id: string) => {
    const found = known.get(id)
    if (found !== undefined) return found
    const hash = hashOf(id)
    known.set(id, hash)
    return hash
  }
  const coders = new Set<string>(wish.coders)
  const codes = wish.codes && new Set<string>(wish.codes)
  const sources = wish.sources ?? [...project.tables.source.values()].map(({ id }) => id)
  let [low, high] = [0, 0]
  for (const id of sources) {
    const source = project.tables.source.get(id)
    if (!source) continue
    let [a, b] = [number(id), number(source.content)]
    const take = (value: number) => {
      a = mix(a, value)
      b = mix(b, value ^ 0x5bd1e995)
    }
    for (const { start, end } of turnsOf(project, id)) {
      take(start)
      take(end)
    }
    // Sums, since codings at one place stand in order of their ids, which are nothing that is counted.
    let codings = 0
    const readers = new Set<number>()
    for (const { layer, coder, code, content, start, end } of codingsOf(project, id)) {
      if (layer !== 'own' || !coders.has(coder)) continue
      const who = number(coder)
      readers.add(who)
      if (codes && !codes.has(code)) continue
      codings = (codings + mix(mix(mix(mix(who, number(code)), start), end), number(content))) | 0
    }
    for (const who of readers) codings = (codings + who) | 0
    take(codings)
    low = (low + a) | 0
    high = (high + b) | 0
  }
  return [low, high].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
