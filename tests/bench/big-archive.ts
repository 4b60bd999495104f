import { createHash } from 'node:crypto'
import { applyEdits } from '../../shared/change/apply-change.ts'
import { type Change, changeFormat, type Edit } from '../../shared/change/change.ts'
import { create } from '../../shared/change/edit.ts'
import type { Archive, Content } from '../../shared/model/archive.ts'
import { type ContentHash, type Id, readContentHash, readId } from '../../shared/model/ids.ts'
import { keysBetween } from '../../shared/model/order.ts'
import { emptyProject } from '../../shared/model/project.ts'
import { quoteHash } from '../../shared/text/quote-hash.ts'

/** How big: sources, words in each, codings in each, and codes in all; and, where wanted, one more source of another
    length. */
export interface Size {
  readonly sources: number
  readonly words: number
  readonly codings: number
  readonly codes: number
  readonly long?: { readonly words: number; readonly codings: number }
}

/** The scale of the design's figures: 1,000 interviews, 8 million words, 150,000 codings. */
export const fullScale: Size = { sources: 1000, words: 8000, codings: 150, codes: 60 }

/** A made-up project of a given size, the same each time: interviews with turns, people, codes and codings. */
export function bigArchive(size: Size): Archive {
  const random = generator(20261122)
  const ids = new Map<string, number>()
  const next = <K extends string>(kind: string): Id<K> => {
    const n = (ids.get(kind) ?? 0) + 1
    ids.set(kind, n)
    const digits = createHash('md5').update(`${kind} ${n}`).digest('hex')
    const id = readId<K>(digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
    if (!id) throw new Error('Not an identity')
    return id
  }
  const coders = [next<'coder'>('coder'), next<'coder'>('coder')]
  const codes = Array.from({ length: size.codes }, () => next<'code'>('code'))
  const codeKeys = keysBetween(null, null, size.codes)
  const contents = new Map<ContentHash, Content>()
  const edits: Edit[] = [
    create('inquiry', {
      id: next<'project'>('inquiry'),
      name: `Made up: ${size.sources} interviews`,
      approach: 'codebook',
      madeAt: 0,
    }),
    ...coders.map((id, i) => create('coder', { id, name: `Coder ${i + 1}`, initials: `C${i + 1}` })),
    ...codes.map((id, i) =>
      create('code', {
        id,
        name: `Code ${i + 1}`,
        order: codeKeys[i] ?? 'V',
        section: sections[i % 4] ?? 'barrier',
      }),
    ),
  ]
  const lengths = Array.from({ length: size.sources }, () => ({ words: size.words, codings: size.codings }))
  if (size.long) lengths.push(size.long)
  const keys = keysBetween(null, null, lengths.length)
  for (const [s, { words, codings }] of lengths.entries()) {
    const source = next<'source'>('source')
    const participant = next<'participant'>('participant')
    const [asking, telling] = [next<'speaker'>('speaker'), next<'speaker'>('speaker')]
    const { text, turns } = interview(random, words, s)
    const content = hashOf(text)
    contents.set(content, { hash: content, text })
    const order = keys[s] ?? 'V'
    edits.push(
      create('participant', { id: participant, pseudonym: `Person ${s + 1}`, consent: 'quote', order }),
      create('source', {
        id: source,
        name: `Interview ${s + 1}`,
        kind: 'interview',
        status: 'first pass',
        content,
        firstContent: content,
        words,
        format: 'Made up',
        importedAt: 0,
        order,
      }),
      create('speaker', { id: asking, source, label: 'Interviewer', role: 'interviewer' }),
      create('speaker', { id: telling, source, label: `Person ${s + 1}`, role: 'participant', participant }),
      ...turns.map(([start, end], i) =>
        create('turn', {
          id: next<'turn'>('turn'),
          source,
          label: start,
          start,
          end,
          speaker: i % 2 ? telling : asking,
        }),
      ),
    )
    for (let c = 0; c < codings; c++) {
      const [from, to] = turns[1 + 2 * Math.floor(random() * (turns.length / 2 - 1))] ?? [0, 10]
      const start = from + Math.floor(random() * (to - from) * 0.5)
      const end = Math.min(to, start + 40 + Math.floor(random() * 300))
      const code = codes[Math.floor(random() ** 2 * codes.length)] ?? codes[0]
      const coder = coders[c % 2] ?? coders[0]
      if (!code || !coder || end <= start) continue
      edits.push(
        create('coding', {
          id: next<'coding'>('coding'),
          source,
          content,
          start,
          end,
          code,
          coder,
          layer: 'own',
          at: c,
          quote: quoteHash(text, start, end),
          ...(c % 40 === 0 ? { star: true } : {}),
          ...(c % 23 === 0 ? { stance: 'denies' as const } : {}),
        }),
      )
    }
  }
  const [by] = coders
  if (!by) throw new Error('Nobody codes')
  const change: Change = {
    id: next<'change'>('change'),
    copy: next<'copy'>('copy'),
    seq: 1,
    parents: [],
    at: 0,
    by,
    label: 'Make up a big project',
    cause: { kind: 'import' },
    format: changeFormat,
    edits,
  }
  const applied = applyEdits(emptyProject, edits)
  if (!applied.ok) throw new Error(applied.problem)
  return { project: applied.project, contents, originals: new Map(), changes: [change] }
}

const sections = ['barrier', 'practice', 'potential', 'meaning']
/** A hundred syllables, so that words are as long as in speech: five characters each with their space. */
const syllables = [...'bdfghjklmnprstvwyzcq'].flatMap((first) => [...'aeiou'].map((second) => first + second))

/** Words with a few frequent and many rare forms, in turns of 20 to 110 words. */
function interview(
  random: () => number,
  words: number,
  seed: number,
): { text: string; turns: [number, number][] } {
  const turns: [number, number][] = []
  let text = ''
  for (let spoken = 0; spoken < words; ) {
    const length = turns.length % 2 ? 40 + Math.floor(random() * 70) : 10 + Math.floor(random() * 20)
    const said = Array.from({ length }, () => word(Math.floor(random() ** 4 * 40_000) + (seed % 7)))
    const start = text.length === 0 ? 0 : text.length + 1
    text = `${text}${start ? '\n' : ''}${said.join(' ')}.`
    turns.push([start, text.length])
    spoken += length
  }
  return { text, turns }
}

function word(n: number): string {
  let left = n
  let made = ''
  do {
    made += syllables[left % 100] ?? ''
    left = Math.floor(left / 100)
  } while (left > 0)
  return made
}

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function hashOf(text: string): ContentHash {
  const hash = readContentHash(createHash('sha256').update(text).digest('hex'))
  if (!hash) throw new Error('Not a hash')
  return hash
}
