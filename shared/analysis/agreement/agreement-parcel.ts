import type { Code, Coding, Source, Turn } from '../../model/entities.ts'
import type { CodeId, CoderId, ContentHash, SourceId } from '../../model/ids.ts'
import {
  codingsOf,
  emptyProject,
  type Project,
  sourcesInOrder,
  type Texts,
  turnsOf,
} from '../../model/project.ts'
import type { AgreementWish } from './agreement-wish.ts'

/** All that comparing coders needs of a project, small enough to be handed to a worker at once: no memos, no reports,
    no words but those of sources without turns. */
export interface AgreementParcel {
  readonly codes: readonly Code[]
  readonly sources: readonly ParcelSource[]
  readonly coders: readonly CoderId[]
  /** Texts of sources without turns. */
  readonly texts: readonly (readonly [ContentHash, string])[]
}

interface ParcelSource {
  readonly source: Source
  /** Any of its turns and codings, which the others are made like; undefined where it has none. */
  readonly turn: Turn | undefined
  readonly coding: Coding | undefined
  /** An earlier text that a coding stands on; undefined where none does. */
  readonly earlier: ContentHash | undefined
  /** Flat pairs of start and end. */
  readonly turns: Int32Array
  /** Five for each of the coders' own codings: start, end, place of the code in `codes`, of the coder in `coders`, and
      1 where it stands on the text read now. */
  readonly codings: Int32Array
}

/** Packs what a wish speaks of. */
export function packForAgreement(project: Project, texts: Texts, wish: AgreementWish): AgreementParcel {
  const codes = [...project.tables.code.values()]
  const codeAt = new Map<string, number>(codes.map(({ id }, i) => [id, i]))
  const coderAt = new Map<string, number>(wish.coders.map((id, i) => [id, i]))
  const among = wish.sources && new Set<SourceId>(wish.sources)
  const sources = sourcesInOrder(project).filter(({ id }) => among?.has(id) ?? true)
  return {
    codes,
    coders: wish.coders,
    sources: sources.map((source) => packSource(project, source, codeAt, coderAt)),
    texts: sources.flatMap(({ id, content }) => {
      const text = turnsOf(project, id).length === 0 ? texts(content) : undefined
      return text === undefined ? [] : [[content, text] as const]
    }),
  }
}

/** The project of a parcel: enough of it for comparing coders, and for nothing else. */
export function unpackForAgreement({ codes, coders, sources, texts }: AgreementParcel): {
  readonly project: Project
  readonly texts: Texts
} {
  const known = new Map<string, string>(texts)
  const project: Project = {
    ...emptyProject,
    tables: {
      ...emptyProject.tables,
      code: new Map(codes.map((code) => [code.id, code])),
      source: new Map(sources.map(({ source }) => [source.id, source])),
    },
    turns: new Map(sources.map((each) => [each.source.id, turnsIn(each)])),
    codings: new Map(
      sources.map((each) => [
        each.source.id,
        codingsIn(
          each,
          codes.map(({ id }) => id),
          coders,
        ),
      ]),
    ),
  }
  return { project, texts: (hash) => known.get(hash) }
}

function packSource(
  project: Project,
  source: Source,
  codeAt: ReadonlyMap<string, number>,
  coderAt: ReadonlyMap<string, number>,
): ParcelSource {
  const turns = turnsOf(project, source.id)
  const own = codingsOf(project, source.id).filter((each) => each.layer === 'own' && coderAt.has(each.coder))
  const codings = new Int32Array(own.length * 5)
  for (const [i, each] of own.entries()) {
    const isCurrent = each.content === source.content ? 1 : 0
    codings.set(
      [each.start, each.end, codeAt.get(each.code) ?? 0, coderAt.get(each.coder) ?? 0, isCurrent],
      i * 5,
    )
  }
  const places = new Int32Array(turns.length * 2)
  for (const [i, { start, end }] of turns.entries()) places.set([start, end], i * 2)
  const earlier = own.find((each) => each.content !== source.content)?.content
  return { source, turn: turns[0], coding: own[0], earlier, turns: places, codings }
}

function turnsIn({ turn, turns }: ParcelSource): readonly Turn[] {
  if (!turn) return []
  return Array.from({ length: turns.length / 2 }, (_, i) => {
    const [start = 0, end = 0] = turns.subarray(i * 2, i * 2 + 2)
    return { ...turn, start, end }
  })
}

function codingsIn(
  { source, coding, earlier, codings }: ParcelSource,
  codes: readonly CodeId[],
  coders: readonly CoderId[],
): readonly Coding[] {
  if (!coding) return []
  return Array.from({ length: codings.length / 5 }, (_, i) => {
    const [start = 0, end = 0, code = 0, coder = 0, isCurrent = 0] = codings.subarray(i * 5, i * 5 + 5)
    return {
      ...coding,
      start,
      end,
      code: codes[code] ?? coding.code,
      coder: coders[coder] ?? coding.coder,
      content: isCurrent === 1 ? source.content : (earlier ?? coding.content),
    }
  })
}
