import fc from 'fast-check'
import type { Edit } from '../../shared/change/change.ts'
import { create, remove, update } from '../../shared/change/edit.ts'
import type { Coding } from '../../shared/model/entities.ts'
import { type ContentHash, type Id, readContentHash, readId } from '../../shared/model/ids.ts'
import type { Project } from '../../shared/model/project.ts'

/** Something done to a project: makes, changes or removes the nth entity of a kind. */
export interface Doing {
  readonly kind: 'code' | 'coding' | 'turn' | 'memo'
  readonly n: number
  readonly text: string
  readonly removes?: boolean
}

/** Lists of doings, short enough to hit the same entities again and again. */
export const doings: fc.Arbitrary<Doing[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('code' as const, 'coding' as const, 'turn' as const, 'memo' as const),
    n: fc.integer({ min: 0, max: 5 }),
    text: fc.string({ maxLength: 6 }),
    removes: fc.boolean(),
  }),
  { maxLength: 14 },
)

/** The edits of one doing on a project: an entity that is there is changed or removed, else made. */
export function editsFor(project: Project, doing: Doing): Edit[] {
  const { n, text } = doing
  switch (doing.kind) {
    case 'code': {
      const code = project.tables.code.get(idOf('code', n))
      if (!code) return [create('code', { id: idOf('code', n), name: text, order: 'V' })]
      return [
        doing.removes
          ? remove('code', code)
          : update('code', code, { name: text, definition: text || undefined }),
      ]
    }
    case 'memo': {
      const memo = project.tables.memo.get(idOf('memo', n))
      const about = { kind: 'code', code: idOf('code', n) } as const
      if (!memo) {
        const by = idOf('coder', 1)
        return [
          create('memo', { id: idOf('memo', n), kind: 'analytic', title: text, text, about, by, at: n }),
        ]
      }
      return [
        doing.removes ? remove('memo', memo) : update('memo', memo, { text, about: { kind: 'project' } }),
      ]
    }
    case 'turn': {
      const source = idOf('source', n % 2)
      const turn = project.turns.get(source)?.find((each) => each.id === idOf('turn', n))
      if (!turn)
        return [create('turn', { id: idOf('turn', n), source, label: n, start: n, end: n + text.length })]
      return [doing.removes ? remove('turn', turn) : update('turn', turn, { time: text.length * 1000 })]
    }
    default:
      return codingEdits(project, doing)
  }
}

function codingEdits(project: Project, { n, text, removes }: Doing): Edit[] {
  const source = idOf('source', n % 2)
  const coding = project.codings.get(source)?.find((each) => each.id === idOf('coding', n))
  if (!coding) return [create('coding', codingOn(n, text))]
  if (removes) return [remove('coding', coding)]
  const note = text === '' ? undefined : text
  return [update('coding', coding, { start: text.length, note, star: text.length > 2 ? true : undefined })]
}

/** The nth coding, in one of two sources. */
export function codingOn(n: number, text: string): Coding {
  return {
    id: idOf('coding', n),
    source: idOf('source', n % 2),
    content: contentOf(n % 2),
    start: n,
    end: n + text.length + 1,
    code: idOf('code', n),
    coder: idOf('coder', 1),
    layer: n % 3 === 0 ? 'agreed' : 'own',
    at: 1000 + n,
    quote: n,
    ...(n % 2 === 0 ? { stance: 'denies' as const } : {}),
    ...(text ? { note: text } : {}),
  }
}

const kindDigit = {
  project: 0,
  code: 1,
  coding: 2,
  turn: 3,
  memo: 4,
  source: 5,
  coder: 6,
  change: 7,
  copy: 8,
  speaker: 9,
  question: 'a',
} as const

/** The nth identity of a kind. */
export function idOf<K extends keyof typeof kindDigit>(kind: K, n: number): Id<K> {
  const id = readId<K>(`0000000${kindDigit[kind]}-0000-4000-8000-${String(n).padStart(12, '0')}`)
  if (!id) throw new Error('Not an identity')
  return id
}

/** The nth content hash. */
export function contentOf(n: number): ContentHash {
  const hash = readContentHash(String(n).padStart(64, '0'))
  if (!hash) throw new Error('Not a hash')
  return hash
}
