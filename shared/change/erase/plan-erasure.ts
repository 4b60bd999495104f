import { wordsInTurns } from '../../importers/words-in-turns.ts'
import type { Archive } from '../../model/archive.ts'
import { turnsOf } from '../../model/project.ts'
import { countWords } from '../../text/count-words.ts'
import { type Cut, type CutText, cutText, joinCuts } from './cut-text.ts'
import { callsOf, filesNaming, originalsOf, unreadFiles } from './erased-originals.ts'
import { fieldsOfNobody } from './erased-people.ts'
import { type ErasurePlan, fieldKey } from './erasure-plan.ts'
import { type ErasureWish, usualPut } from './erasure-wish.ts'
import { type FindSpans, nameFinder } from './find-names.ts'
import { quoteFinder } from './find-quotes.ts'
import { passageCuts } from './passage-cuts.ts'
import { rewrittenFields } from './rewritten-fields.ts'
import { theirWords } from './their-words.ts'
import { translationCuts } from './translation-cuts.ts'
import { lastStates, type State } from './walk-log.ts'
import { whatGoes } from './what-goes.ts'

/** Works out what goes with a wish. */
export function planErasure(archive: Archive, wish: ErasureWish): ErasurePlan {
  const { names = [], wholeWords = true, matchCase = false, put = usualPut } = wish
  const last = lastStates(archive.changes)
  const spoken = theirWords(archive, new Set(wish.participants))
  const passages = passageCuts(archive, wish.passages ?? [])
  const findNames = nameFinder({ names, wholeWords, matchCase })
  const sources = withSameTexts(archive, new Set([...spoken.sources, ...(wish.sources ?? [])]))
  const cuts = cutsByText([spoken.cuts, passages.cuts])
  for (const [hash, more] of translationCuts(archive, last, cuts))
    cuts.set(hash, [...(cuts.get(hash) ?? []), ...more])
  const texts = cutTexts(archive, cuts, findNames, put)
  const lost = new Set([...spoken.lost, ...passages.lost])
  const places = new Set([...spoken.people].filter((id) => archive.project.tables.participant.has(id)))
  const people = [...spoken.people].filter((id) => !places.has(id))
  const gone = whatGoes(last, { ids: new Set([...people, ...sources]), places, texts, lost })
  const scrub = { names: findNames, put, quotes: quoteFinder(erasedTexts(archive, sources, texts)) }
  const files = goingOriginals(archive, { texts, lost, gone, scrub })
  const hasNames = names.some((name) => name.trim() !== '')
  const unread = hasNames ? unreadFiles(archive.originals).difference(files) : new Set<string>()
  const plan = {
    places,
    texts,
    lost,
    scrub,
    unread,
    originals: wish.unreadFiles === 'stay' ? files : files.union(unread),
  }
  const rewritten = rewrittenFields(archive, last, { ...plan, gone })
  return {
    ...plan,
    gone: whatGoes(last, { ids: new Set([...gone, ...rewritten.deleted]), places, texts, lost }),
    fixed: new Map([
      ...rewritten.fixed,
      ...fieldsOfNobody(
        places,
        [...spoken.voices].filter((id) => !gone.has(id)),
      ),
      ...countedAnew(archive, texts),
    ]),
    called: namesOfGone(last, gone),
  }
}

/** Sources that are read in the very text of one that goes say the same words, unless it is a few. */
export function withSameTexts(
  { project, contents }: Archive,
  sources: ReadonlySet<string>,
): ReadonlySet<string> {
  const all = project.tables.source
  const long = [...sources].flatMap((id) => {
    const hash = all.get(id)?.content
    return hash && countWords(contents.get(hash)?.text ?? '') >= fewWords ? [hash] : []
  })
  const same = new Set(long)
  return new Set([
    ...sources,
    ...[...all.values()].filter(({ content }) => same.has(content)).map(({ id }) => id),
  ])
}

const fewWords = 20

/** Cuts of several kinds together, by the text they are in. */
export function cutsByText(all: readonly ReadonlyMap<string, readonly Cut[]>[]): Map<string, readonly Cut[]> {
  const cuts = new Map<string, readonly Cut[]>()
  for (const each of all)
    for (const [hash, more] of each) cuts.set(hash, [...(cuts.get(hash) ?? []), ...more])
  return cuts
}

/** Every text in which something is cut. */
export function cutTexts(
  { contents }: Archive,
  cuts: ReadonlyMap<string, readonly Cut[]>,
  names: FindSpans,
  put: string,
): ReadonlyMap<string, CutText> {
  const texts = new Map<string, CutText>()
  for (const content of contents.values()) {
    const all = [
      ...(cuts.get(content.hash) ?? []),
      ...names(content.text).map((span): Cut => ({ ...span, put, words: false })),
    ]
    if (all.length === 0) continue
    const cut = cutText(content, joinCuts(all))
    if (cut.cuts.length > 0 && cut.to.hash !== content.hash) texts.set(content.hash, cut)
  }
  return texts
}

/** Words that went, for finding where they were quoted: those of participants and unknown voices, and of texts without
    turns. What an interviewer asks, many ask. */
export function* erasedTexts(
  { project, contents }: Archive,
  sources: ReadonlySet<string>,
  texts: ReadonlyMap<string, CutText>,
): Generator<string> {
  for (const { from, cuts } of texts.values())
    for (const { start, end, words } of cuts) if (words) yield from.text.slice(start, end)
  for (const source of project.tables.source.values()) {
    if (!sources.has(source.id)) continue
    const text = contents.get(source.content)?.text ?? ''
    const turns = turnsOf(project, source.id)
    if (turns.length === 0) yield text
    for (const { start, end, speaker } of turns)
      if (!speaker || project.tables.speaker.get(speaker)?.role !== 'interviewer')
        yield text.slice(start, end)
  }
  for (const { source, content } of project.tables.translation.values())
    if (sources.has(source)) yield contents.get(content)?.text ?? ''
}

/** Files of what goes or is rewritten, and all in which a name stands. */
export function goingOriginals(
  { changes, originals }: Archive,
  { texts, lost, gone, scrub }: Pick<ErasurePlan, 'texts' | 'lost' | 'gone' | 'scrub'>,
): ReadonlySet<string> {
  const touched = originalsOf(
    changes,
    (id, hashes) => gone.has(id) || hashes.some((hash) => texts.has(hash) || lost.has(hash)),
  )
  return new Set([...touched, ...filesNaming(originals, scrub.names)])
}

/** Numbers of words of the sources that are read in a text in which something was cut. */
export function countedAnew({ project }: Archive, texts: ReadonlyMap<string, CutText>): [string, unknown][] {
  return [...project.tables.source.values()].flatMap((source): [string, unknown][] => {
    const cut = texts.get(source.content)
    if (!cut) return []
    const turns = turnsOf(project, source.id).map(({ label, start }) => ({
      label: cut.bound(label),
      start: cut.bound(start),
    }))
    const words = turns.length === 0 ? countWords(cut.to.text) : wordsInTurns(cut.to.text, turns)
    return [[fieldKey('source', source.id, 'words'), words]]
  })
}

/** Names that went with what goes, the longest first. */
export function namesOfGone(last: ReadonlyMap<string, State>, gone: ReadonlySet<string>): readonly string[] {
  const names = [...last.values()].filter(({ id }) => gone.has(id)).flatMap(callsOf)
  return [...new Set(names)].sort((a, b) => b.length - a.length)
}
