import { correctText } from '../../commands/correct-text.ts'
import type { Making } from '../../commands/making.ts'
import type { Source } from '../../model/entities.ts'
import type { ContentHash } from '../../model/ids.ts'
import type { Project, Texts } from '../../model/project.ts'
import { alignTexts } from '../../text/align-texts.ts'
import { applyEdits } from '../apply-change.ts'
import type { Fields } from '../change.ts'
import { combine } from '../edit.ts'
import type { Settling, Side } from './conflict.ts'
import { matched } from './match-entities.ts'

/** The copies that are merged, as projects. */
export interface Projects {
  readonly base: Project
  readonly mine: Project
  readonly theirs: Project
}

/** Copies that can be compared, and what untouched things of a corrected copy look like. */
export interface OnSameTexts extends Projects {
  /** The base carried to the text of a copy whose own correction was not chosen: what stands alike in that copy was
      moved by its correction only. Null where there is none. */
  readonly baseIn: Readonly<Record<Side, Project | null>>
}

/** Copies in which each source is read in one and the same text, so that positions can be compared: where one copy
    corrected a text, what stands on it in the others is carried along just as the correction would have carried it.
    What finds no place stays on the text it was made on. Where both corrected it differently, that is a conflict. */
export function onSameTexts(
  projects: Projects,
  texts: Texts,
  settling: Settling,
  making: Making,
): OnSameTexts {
  const wanted = new Map<Source, ContentHash>()
  const own = { mine: new Map<Source, ContentHash>(), theirs: new Map<Source, ContentHash>() }
  for (const versions of sourcesTogether(projects)) {
    const hash = chooseText(versions, settling)
    const { base } = versions
    for (const source of [base, versions.mine, versions.theirs])
      if (source && hash !== undefined && source.content !== hash) wanted.set(source, hash)
    for (const side of ['mine', 'theirs'] as const) {
      const content = versions[side]?.content
      if (base && content && content !== hash && content !== base.content) own[side].set(base, content)
    }
  }
  const carried = (project: Project, to: ReadonlyMap<Source, ContentHash>) =>
    to.size > 0 ? carryAlong(project, to, texts, making) : project
  const baseIn = (side: Side) => (own[side].size > 0 ? carried(projects.base, own[side]) : null)
  return {
    base: carried(projects.base, wanted),
    mine: carried(projects.mine, wanted),
    theirs: carried(projects.theirs, wanted),
    baseIn: { mine: baseIn('mine'), theirs: baseIn('theirs') },
  }
}

interface SourceVersions {
  readonly base: Source | undefined
  readonly mine: Source | undefined
  readonly theirs: Source | undefined
}

function sourcesTogether({ base, mine, theirs }: Projects): readonly SourceVersions[] {
  const open = ({ tables }: Project) => {
    const table = new Map<string, Fields>()
    for (const source of tables.source.values()) table.set(source.id, { ...source })
    return table
  }
  const [b, m, t] = [open(base), open(mine), open(theirs)]
  const old = matched('source', b, [m])
  const fresh = matched('source', t, [m, b])
  const inBase = new Map([...old].map(([from, to]) => [to, from]))
  const inTheirs = new Map([...fresh].map(([from, to]) => [to, from]))
  return [...new Set([...m.keys(), ...b.keys()])].map((id) => ({
    base: base.tables.source.get(inBase.get(id) ?? id),
    mine: mine.tables.source.get(id),
    theirs: theirs.tables.source.get(
      inTheirs.get(id) ?? inTheirs.get(inBase.get(id) ?? '') ?? inBase.get(id) ?? id,
    ),
  }))
}

/** The text that is read after merging; undefined where only one copy has the source. */
function chooseText({ base, mine, theirs }: SourceVersions, settling: Settling): ContentHash | undefined {
  if (!mine || !theirs) return (mine ?? theirs)?.content
  const hashes = { mine: mine.content, theirs: theirs.content }
  const side = changed(base?.content ?? mine.firstContent, hashes, () =>
    settling.settle({
      kind: 'source',
      id: mine.id,
      field: 'content',
      base: base?.content ?? null,
      ...hashes,
    }),
  )
  return hashes[side]
}

function changed(
  base: ContentHash,
  { mine, theirs }: { readonly mine: ContentHash; readonly theirs: ContentHash },
  settle: () => Side,
): Side {
  if (mine === theirs || theirs === base) return 'mine'
  return mine === base ? 'theirs' : settle()
}

function carryAlong(
  project: Project,
  wanted: ReadonlyMap<Source, ContentHash>,
  texts: Texts,
  making: Making,
): Project {
  let now = project
  for (const source of project.tables.source.values()) {
    const hash = wanted.get(source)
    const [before, after] = [texts(source.content), hash && texts(hash)]
    if (hash === undefined || before === undefined || after === undefined) continue
    const correction = { alignment: alignTexts(before, after), content: hash }
    // One after another: what names passages of several sources moves with each of them.
    const edits = correctText(now, source.id, correction, making)?.gesture.edits ?? []
    const applied = applyEdits(now, combine(edits))
    if (!applied.ok) throw new Error(`A text cannot be followed: ${applied.problem}`)
    now = applied.project
  }
  return now
}
