import type { Archive } from '../model/archive.ts'
import type { Coding } from '../model/entities.ts'
import type { ContentHash } from '../model/ids.ts'
import type { Project } from '../model/project.ts'
import { fates, type Loss } from './standard-loss.ts'
import { facts, people, speech, team } from './standard-losses-of.ts'
import { type WithoutWithdrawn, withoutWithdrawn } from './without-withdrawn.ts'

/** How a project goes out to other tools. */
export interface StandardWishes {
  /** The words of those who withdrew stay; else they are blacked out. */
  readonly withWithdrawn?: boolean
}

/** Everything that "Export for other tools" cannot hold, or holds otherwise, worked out from what is written: what is
    left out first. Whatever is not named here comes back as it was when Loam reads the file again, but for order keys
    and identities of turns, which are made anew. */
export function standardLosses(archive: Archive, { withWithdrawn = false }: StandardWishes = {}): Loss[] {
  const safe = withoutWithdrawn(archive)
  const written = withWithdrawn ? archive.project : safe.archive.project
  const all: readonly Loss[] = [
    ...(withWithdrawn ? [] : withdrawnLosses(archive, safe)),
    ...keptHere(archive, written),
    ...team(archive.project),
    ...facts(written),
    ...people(archive.project),
    ...speech(written),
    ...codingLosses(written),
    shifted(archive, written),
  ]
  return fates.flatMap((fate) => all.filter((each) => each.fate === fate && each.count > 0))
}

function withdrawnLosses({ project }: Archive, { sources, leftOut }: WithoutWithdrawn): Loss[] {
  const { tables, codings } = project
  const gone = [...tables.participant.values()].filter(({ consent }) => consent === 'withdrawn')
  const left = (key: string, count: number, of: number, what: string, becomes = 'left out'): Loss => ({
    key: `withdrawn ${key}`,
    count,
    of,
    what,
    fate: 'left out',
    becomes,
  })
  return [
    left(
      'words',
      sources.length,
      tables.source.size,
      'sources with words that were withdrawn',
      'they are blacked out',
    ),
    left(
      'people',
      gone.length,
      tables.participant.size,
      'participants who withdrew',
      'without name and facts',
    ),
    left('codings', leftOut.codings, sizeOf(codings), 'codings on words that were withdrawn'),
    left('memos', leftOut.memos, tables.memo.size, 'memos on those words or people'),
  ]
}

/** The log, the files, and texts that nothing written stands on. */
function keptHere({ project, contents, originals, changes }: Archive, goingOut: Project): Loss[] {
  const { tables } = project
  const written = writtenTexts(project)
  const timed = [...written].filter((hash) => contents.get(hash)?.syncPoints !== undefined)
  const translated = new Set([...tables.translation.values()].map(({ content }) => content))
  const earlier = [...contents.keys()].filter((hash) => !written.has(hash) && !translated.has(hash))
  const linked = [...tables.source.values()].filter(({ recording }) => recording)
  const missing = [...tables.source.values()].filter(({ content }) => !contents.has(content))
  const there = writtenTexts(goingOut)
  const restrictions = [...goingOut.tables.restriction.values()]
  return [
    out('history', changes.length, 'changes in the history'),
    out('originals', originals.size, 'files that sources came from'),
    out('recordings', linked.length, 'links to recordings'),
    out('earlier texts', earlier.length, 'earlier texts that no coding or memo stands on'),
    out('times in texts', timed.length, 'texts with times of single words or lines'),
    out('unwritten', missing.length, 'sources whose text is missing here'),
    {
      key: 'restrictions on earlier texts',
      count: restrictions.filter(({ content }) => !there.has(content)).length,
      of: restrictions.length,
      what: 'restrictions on earlier texts',
      fate: 'otherwise',
      becomes: 'hold for all of the text read now',
    },
  ]
}

function out(key: string, count: number, what: string): Loss {
  return { key, count, what, fate: 'left out', becomes: 'left out' }
}

/** Texts that stand in the file as sources: those read now, and earlier ones with codings or memos. */
function writtenTexts(project: Project): ReadonlySet<ContentHash> {
  const { tables, codings } = project
  const written = new Set<ContentHash>()
  for (const { content } of tables.source.values()) written.add(content)
  for (const list of codings.values()) for (const { content } of list) written.add(content)
  for (const { about } of tables.memo.values()) if (about.kind === 'passage') written.add(about.content)
  return written
}

function codingLosses(project: Project): Loss[] {
  const { tables } = project
  const all = [...project.codings.values()].flat()
  const of = all.length
  const count = (is: (coding: Coding) => unknown) => all.filter(is).length
  const orphans = count(({ source, content }) => tables.source.get(source)?.content !== content)
  const note = { fate: 'otherwise', becomes: 'stand in a note beside the coding' } as const
  return [
    { key: 'stances', count: count(({ stance }) => stance), of, what: 'codings with a stance', ...note },
    { key: 'origins', count: count(({ origin }) => origin), of, what: 'codings with an origin', ...note },
    { key: 'stars', count: count(({ star }) => star), of, what: 'key quotes', ...note },
    { key: 'flags', count: count(({ flag }) => flag), of, what: 'codings flagged for the lead', ...note },
    {
      key: 'agreed layer',
      count: count(({ layer }) => layer === 'agreed'),
      of,
      what: 'codings in the agreed layer',
      fate: 'otherwise',
      becomes: 'are by a user called “Agreed by the team”',
    },
    {
      key: 'codings on earlier texts',
      count: orphans,
      of,
      what: 'codings on earlier texts',
      fate: 'otherwise',
      becomes: 'those texts stand there as sources of their own',
    },
  ]
}

/** Positions are counted in characters, as the standard says; some tools count an emoji as two. */
function shifted({ contents }: Archive, { tables, codings }: Project): Loss {
  const firsts = new Map<ContentHash, number>()
  const firstIn = (content: ContentHash) => {
    const first = firsts.get(content) ?? (contents.get(content)?.text ?? '').search(/[\uD800-\uDBFF]/)
    firsts.set(content, first)
    return first < 0 ? Number.POSITIVE_INFINITY : first
  }
  const isBehind = ({ content, end }: Coding) => firstIn(content) < end
  const count = [...tables.source.values()].filter(({ id }) => codings.get(id)?.some(isBehind)).length
  return {
    key: 'emoji',
    count,
    of: tables.source.size,
    what: 'sources with passages in or behind emoji or rare letters',
    fate: 'otherwise',
    becomes: 'tools that count such a sign as two, as NVivo does, may show those passages shifted',
  }
}

function sizeOf(lists: ReadonlyMap<string, readonly unknown[]>): number {
  let size = 0
  for (const list of lists.values()) size += list.length
  return size
}
