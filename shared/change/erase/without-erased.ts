import type { Making } from '../../commands/making.ts'
import { openingChange } from '../../exchange/opening-change.ts'
import type { Archive } from '../../model/archive.ts'
import type { EntityKind } from '../../model/entities.ts'
import { type CopyId, readContentHash } from '../../model/ids.ts'
import { smallKinds } from '../../model/project.ts'
import type { Erasure } from '../../model/team-entities.ts'
import type { Edit } from '../change.ts'
import { create } from '../edit.ts'
import { recordGesture } from '../record-gesture.ts'
import { type CutText, cutText } from './cut-text.ts'
import { erasedPeople, fieldsOfNobody } from './erased-people.ts'
import { erasureLabel } from './erasure-label.ts'
import { type ErasurePlan, fieldKey } from './erasure-plan.ts'
import { nameFinder } from './find-names.ts'
import { quoteFinder } from './find-quotes.ts'
import { heldFields } from './held-fields.ts'
import { backOnKnownTexts } from './known-texts.ts'
import {
  countedAnew,
  cutsByText,
  cutTexts,
  erasedTexts,
  goingOriginals,
  namesOfGone,
} from './plan-erasure.ts'
import { rewriteArchive } from './rewrite-archive.ts'
import { rewrittenFields } from './rewritten-fields.ts'
import { theirWords } from './their-words.ts'
import { entriesOf } from './tombstone.ts'
import { tracesOf } from './tombstone-traces.ts'
import { translationCuts } from './translation-cuts.ts'
import { lastStates, type State } from './walk-log.ts'
import { whatGoes } from './what-goes.ts'

type Maker = Making & { readonly copy: CopyId }

/** Another copy of a project (a colleague's, an older file, a backup) without what was erased in the one that holds the
    tombstones; they stand at the end of its log afterwards. The same archive where it knows them all.

    What was taken out is recognised by ids, by hashes, and by what texts come to; the very words are then known from
    that copy itself, so they are found in what was made there since. What rewritten fields say is as the holder has
    it. A text of a rewritten source that cannot be recognised, as somebody corrected it there, is not taken over. */
export function withoutErased(given: Archive, holder: Archive, making: Maker): Archive {
  const erasures = unknownTo(given, holder)
  if (erasures.length === 0) return given
  const archive = withOwnLog(given, making)
  const texts = recognisedTexts(archive, erasures)
  const known = backOnKnownTexts(archive, { holder, erasures, texts }, making)
  const plan = planFrom(known.archive, holder, erasures, { texts, ...known })
  const rewritten = sameLabels(rewriteArchive(known.archive, plan), holder)
  const all = [...erasures, ...supplementTo(known.archive, rewritten, plan, { holder, erasures }, making)]
  const gesture = { label: erasureLabel(erasures), edits: all.map((each) => create('erasure', each)) }
  return { ...rewritten, ...recordGesture(gesture, rewritten, making, { kind: 'erase' }) }
}

function unknownTo(archive: Archive, { project }: Archive): readonly Erasure[] {
  return [...project.tables.erasure.values()].filter(({ id }) => !archive.project.tables.erasure.has(id))
}

/** What another program wrote was put onto the base, and its log says only what was in its file. */
function withOwnLog(archive: Archive, making: Maker): Archive {
  const [first, ...more] = archive.changes
  const edits = creations(archive.project)
  if (!first || more.length > 0 || first.edits.length === edits.length) return archive
  return { ...archive, changes: [openingChange(edits, making.at, making.by)] }
}

function creations({ tables, turns, codings }: Archive['project']): readonly Edit[] {
  return [
    ...smallKinds.flatMap((kind) => [...tables[kind].values()].map((each) => create<EntityKind>(kind, each))),
    ...[...turns.values()].flat().map((turn) => create('turn', turn)),
    ...[...codings.values()].flat().map((coding) => create('coding', coding)),
  ]
}

/** Texts that come to what a tombstone says when they are cut so. */
function recognisedTexts({ contents }: Archive, erasures: readonly Erasure[]): ReadonlyMap<string, CutText> {
  const byLength = Map.groupBy(erasures.flatMap(entriesOf), ({ length }) => length)
  const texts = new Map<string, CutText>()
  for (const content of contents.values())
    for (const { cuts, to } of byLength.get(content.text.length) ?? []) {
      const cut = cutText(content, cuts)
      if (cut.to.hash === to && to !== content.hash) texts.set(content.hash, cut)
    }
  return texts
}

function planFrom(
  archive: Archive,
  holder: Archive,
  erasures: readonly Erasure[],
  {
    texts: known,
    lost,
    sources,
  }: { texts: ErasurePlan['texts']; lost: ReadonlySet<string>; sources: ReadonlySet<string> },
): ErasurePlan {
  const last = lastStates(archive.changes)
  const hashes = new Set(erasures.flatMap((each) => each.hashes))
  const held = heldFields(last, holder, erasures)
  const places = erasedPeople(holder.project)
  const spoken = theirWords(archive, places)
  const isKnown = (hash: string) => known.has(hash) || holdsText(holder, hash)
  const goneBefore = new Set([
    ...erasures.flatMap((each) => each.gone),
    ...[...sources, ...spoken.sources, ...held.gone, ...readIn(hashes, last)],
  ])
  const names = nameFinder({
    ...howNamed(erasures),
    names: [...namesIn(known), ...held.names, ...realNames(last, new Set([...goneBefore, ...places]))],
  })
  const cuts = cutsByText([
    new Map([...known].map(([hash, { cuts }]) => [hash, cuts])),
    new Map([...spoken.cuts].filter(([hash]) => !isKnown(hash))),
  ])
  const translated = translationCuts(archive, last, cuts)
  const beside = new Map([...cutsByText([cuts, translated])].filter(([hash]) => !isKnown(hash)))
  const fresh = cutTexts(archive, beside, names, erasures[0]?.put ?? '')
  const texts = new Map([...fresh, ...known])
  const goingTexts = new Set([...lost, ...hashes, ...[...spoken.lost].filter((hash) => !isKnown(hash))])
  const gone = whatGoes(last, { ids: goneBefore, places, texts, lost: goingTexts })
  const scrub = { names, put: erasures[0]?.put ?? '', quotes: quoteFinder(erasedTexts(archive, gone, texts)) }
  const plan = { places, texts, lost: goingTexts, gone, scrub, unread: new Set<string>() }
  const originals = new Set([
    ...goingOriginals(archive, plan),
    ...[...archive.originals.keys()].filter((hash) => hashes.has(hash)),
  ])
  return {
    ...plan,
    originals,
    fixed: new Map([
      ...fieldsOfNobody(
        places,
        [...spoken.voices].filter((id) => !gone.has(id)),
      ),
      ...held.fixed,
      ...countedAnew(archive, texts),
    ]),
    called: namesOfGone(last, gone),
  }
}

function holdsText({ contents }: Archive, hash: string): boolean {
  const known = readContentHash(hash)
  return known !== null && contents.has(known)
}

/** Sources that were made of an erased text again. */
function readIn(hashes: ReadonlySet<string>, last: ReadonlyMap<string, State>): readonly string[] {
  return [...last.values()]
    .filter(
      ({ kind, fields }) =>
        kind === 'source' && [fields.content, fields.firstContent].some((hash) => hashes.has(String(hash))),
    )
    .map(({ id }) => id)
}

function realNames(last: ReadonlyMap<string, State>, gone: ReadonlySet<string>): readonly string[] {
  return [...last.values()].flatMap(({ kind, id, fields }) =>
    kind === 'participant' && gone.has(id) && typeof fields.name === 'string' ? [fields.name] : [],
  )
}

/** Names that were taken out of texts, as this copy still has them. */
function namesIn(texts: ReadonlyMap<string, CutText>): readonly string[] {
  const names = new Set<string>()
  for (const { from, cuts } of texts.values())
    for (const { start, end, words } of cuts) if (!words) names.add(from.text.slice(start, end))
  return [...names]
}

/** The narrowest way in which all of them looked: what is found too much in another copy cannot be brought back. */
function howNamed(erasures: readonly Erasure[]): {
  readonly wholeWords: boolean
  readonly matchCase: boolean
} {
  return {
    wholeWords: erasures.every((each) => each.wholeWords),
    matchCase: erasures.every((each) => each.matchCase),
  }
}

/** Labels of changes that both copies have are as the holder has them. */
function sameLabels(archive: Archive, holder: Archive): Archive {
  const labels = new Map(holder.changes.map(({ id, label }) => [id, label]))
  return {
    ...archive,
    changes: archive.changes.map((change) => ({ ...change, label: labels.get(change.id) ?? change.label })),
  }
}

/** A tombstone for what only this copy had of it, so that copies made from it are recognised too. */
function supplementTo(
  before: Archive,
  after: Archive,
  plan: ErasurePlan,
  { holder, erasures }: { readonly holder: Archive; readonly erasures: readonly Erasure[] },
  making: Maker,
): readonly Erasure[] {
  const every = [...holder.project.tables.erasure.values()]
  const traces = tracesOf(before, after, plan)
  const texts = new Set(every.flatMap((each) => each.rewritten.map(({ length, to }) => `${length} ${to}`)))
  const rewritten = traces.rewritten.filter(({ length, to }) => !texts.has(`${length} ${to}`))
  const known = new Set(every.flatMap((each) => each.fields))
  const scrubbed = rewrittenFields(before, lastStates(before.changes), plan).fixed
  const fields = [...new Set([...traces.fields, ...scrubbed.keys()])]
    .filter((key) => !known.has(key) && !isCount(key))
    .sort()
  const [first] = erasures
  if (!first || rewritten.length + fields.length === 0) return []
  const numbers = { sources: 0, participants: 0, names: 0, passages: 0 }
  const { wholeWords, matchCase, put } = { ...first, ...howNamed(erasures) }
  const touched = traces.touched.filter((id) => !every.some((each) => each.touched.includes(id)))
  const made = { id: making.newId<'erasure'>(), by: first.by, at: first.at }
  return [
    { ...made, ...numbers, wholeWords, matchCase, put, gone: [], hashes: [], touched, rewritten, fields },
  ]
}

function isCount(key: string): boolean {
  return key.startsWith('source ') && key === fieldKey('source', key.split(' ')[1] ?? '', 'words')
}
