import type { CodeId, MemoId, ProjectId, ReportId, RoundId, SourceId } from '../../shared/model/ids.ts'
import { readId } from '../../shared/model/ids.ts'

/** Where in Loam someone is; it lives in the address after the # so that back, forward and links work. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'sources' }
  | { readonly kind: 'participants' }
  | { readonly kind: 'guide' }
  | {
      readonly kind: 'source'
      readonly source: SourceId
      readonly at?: readonly [number, number]
      /** With the file it came from beside its text. */
      readonly original?: true
    }
  | { readonly kind: 'codebook'; readonly code?: CodeId }
  | { readonly kind: 'search'; readonly query?: string }
  | { readonly kind: 'findings'; readonly report?: ReportId; readonly anchor?: string }
  | { readonly kind: 'memos'; readonly memo?: MemoId }
  | { readonly kind: 'team'; readonly part?: TeamPart; readonly round?: RoundId }
  | { readonly kind: 'history' }
  | { readonly kind: 'settings'; readonly part?: SettingsPart }

/** What a team does besides coding: its overview comes without a part. */
export type TeamPart = 'agreement' | 'proposals' | 'merging'

/** A part of the settings that something leads to; without one they begin at the top. */
export type SettingsPart = 'erase'

const teamParts: readonly TeamPart[] = ['agreement', 'proposals', 'merging']

/** The address of a place in a project. */
export function hrefTo(project: ProjectId, place: Place): string {
  const base = `#/p/${project}`
  switch (place.kind) {
    case 'start':
      return '#/'
    case 'source':
      return `${base}/sources/${place.source}${sourceQuery(place)}`
    case 'codebook':
      return `${base}/codebook${place.code ? `/${place.code}` : ''}`
    case 'search':
      return `${base}/search${place.query ? `?q=${encodeURIComponent(place.query)}` : ''}`
    case 'findings':
      return `${base}/findings${place.report ? `/${place.report}` : ''}${place.anchor ? `?anchor=${encodeURIComponent(place.anchor)}` : ''}`
    case 'memos':
      return `${base}/memos${place.memo ? `/${place.memo}` : ''}`
    case 'team':
      return `${base}/team${place.part ? `/${place.part}` : ''}${place.round ? `?round=${place.round}` : ''}`
    case 'settings':
      return `${base}/settings${place.part ? `/${place.part}` : ''}`
    default:
      return `${base}/${place.kind}`
  }
}

function sourceQuery({ at, original }: Extract<Place, { kind: 'source' }>): string {
  const parts = [...(at ? [`at=${at[0]}-${at[1]}`] : []), ...(original ? ['original'] : [])]
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** Reads an address; anything that cannot be read is the start. */
export function readPlace(hash: string): { readonly project: ProjectId | null; readonly place: Place } {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [p, project, room, name] = path.split('/')
  const id = p === 'p' && project ? readId<'project'>(project) : null
  if (!id) return { project: null, place: { kind: 'start' } }
  return { project: id, place: readRoom(room ?? '', name ?? '', new URLSearchParams(search)) }
}

function readRoom(room: string, name: string, query: URLSearchParams): Place {
  switch (room) {
    case 'sources': {
      const source = readId<'source'>(name)
      const at = /^(\d+)-(\d+)$/.exec(query.get('at') ?? '')
      return source
        ? {
            kind: 'source',
            source,
            ...(at ? { at: [Number(at[1]), Number(at[2])] } : {}),
            ...(query.has('original') ? { original: true } : {}),
          }
        : { kind: 'sources' }
    }
    case 'codebook': {
      const code = readId<'code'>(name)
      return { kind: 'codebook', ...(code ? { code } : {}) }
    }
    case 'findings': {
      const report = readId<'report'>(name)
      const anchor = query.get('anchor')
      return { kind: 'findings', ...(report ? { report } : {}), ...(anchor ? { anchor } : {}) }
    }
    case 'memos': {
      const memo = readId<'memo'>(name)
      return { kind: 'memos', ...(memo ? { memo } : {}) }
    }
    case 'search': {
      const text = query.get('q')
      return { kind: 'search', ...(text ? { query: text } : {}) }
    }
    case 'team': {
      const part = teamParts.find((each) => each === name)
      const round = readId<'round'>(query.get('round') ?? '')
      return { kind: 'team', ...(part ? { part } : {}), ...(round ? { round } : {}) }
    }
    case 'settings':
      return { kind: 'settings', ...(name === 'erase' ? { part: 'erase' } : {}) }
    case 'participants':
    case 'guide':
    case 'history':
      return { kind: room }
    default:
      return { kind: 'sources' }
  }
}
